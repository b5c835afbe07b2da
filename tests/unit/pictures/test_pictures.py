"""Pictures of a view: one drawing in two forms, with all its places and words, whatever these are."""

import xml.etree.ElementTree as ET
from datetime import date
from io import BytesIO

import numpy as np
import pytest
import shapely
from PIL import Image

from hostile import hostile_dataset
from tracker.address import Address
from tracker.brief import place_brief, view_brief
from tracker.case_filters import CaseFilters
from tracker.exports.picture_links import (
    PICTURES,
    PICTURES_OF,
    TRANSPARENT,
    page_of_picture,
    table_of_picture,
)
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.language.placenames import listed_name
from tracker.pictures import Look, picture_file, picture_of
from tracker.views.answer_charts import answer_charts
from tracker.views.captions import HEADLINES
from tracker.views.case_spans import case_spans
from tracker.views.flow import demands, flows
from tracker.views.lanes import lanes
from tracker.views.multiples import round_maps
from tracker.views.scene import map_scene
from tracker.views.style import PALETTES

TODAY = date(2026, 11, 25)
BASE = "https://letters.example.org/"
SVG = "{http://www.w3.org/2000/svg}"
JANUARY = "round=2018-01&as_of=2018-03-01"
QUERIES = ("", JANUARY, "round=2018-01&state=CA", "id=jackson-ms", "round=2025-08", "state=WY")


def select(dataset, query):
    return Address.parse(query, dataset).filters.apply(dataset, TODAY)


def view_for(word, selection):
    return View.of_table(table_of_picture(word), selection.filters, {}, selection.dataset, selection.as_of)


def drawn(word, selection, look=None):
    return ET.fromstring(picture_file(word, view_for(word, selection), BASE, "svg", look or Look()))


def painted(word, selection, look=None):
    return Image.open(BytesIO(picture_file(word, view_for(word, selection), BASE, "png", look or Look())))


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text")]


def titles(root):
    return [element.text for element in root.iter(f"{SVG}title")][1:]


@pytest.fixture(params=QUERIES)
def selection(request, dataset):
    return select(dataset, request.param)


@pytest.mark.parametrize("word", PICTURES)
def test_it_says_what_it_shows_and_where_it_comes_from(dataset, word):
    root = drawn(word, select(dataset, JANUARY))
    headline = HEADLINES.get(word, lambda selection, chosen: view_brief(selection).headline)
    assert headline(select(dataset, JANUARY), CaseFilters(round=("2018-01",))) in " ".join(texts(root))
    subject = view_for(word, select(dataset, JANUARY)).about.title
    assert f"{subject}, as of March 1, 2018" in " ".join(texts(root))
    source = (
        f"Source: {dataset.campaign.name}. As of March 1, 2018 · data version {dataset.version.name}, "
        "researched to July 3, 2026. CC BY 4.0."
    )
    assert source in texts(root)
    assert f"{BASE}{page_of_picture(word)}?{JANUARY}" in texts(root)


@pytest.mark.parametrize("word", PICTURES_OF["record"])
def test_that_of_a_record_is_of_its_place_and_links_there(dataset, word):
    picture = picture_of(word, view_for(word, select(dataset, "id=jackson-ms&as_of=2018-03-01")), BASE)
    assert picture.headline == place_brief(dataset, "jackson-ms", date(2018, 3, 1)).headline
    assert (picture.selected, picture.link) == ("jackson-ms", f"{BASE}record?id=jackson-ms&as_of=2018-03-01")


def test_that_of_cases_is_of_the_cases_chosen_and_links_there(dataset):
    own = {"place": "boston-ma", "outcome_for": "pending"}
    picture = picture_of("cases", View.of_table("cases", Filters(), own, dataset, TODAY), BASE)
    assert picture.subject == (
        "Court cases naming Boston, Massachusetts, and with no final decision on record, as of Nov. 25, 2026"
    )
    assert picture.link == f"{BASE}cases?as_of=2026-11-25&place=boston-ma&outcome_for=pending"
    names = [span.name for span in case_spans(picture.selection, picture.chosen).cases]
    assert names == list(CaseFilters(**own).apply(dataset, TODAY)["name"]) != []


@pytest.mark.parametrize("word", PICTURES_OF["record"])
def test_that_of_some_letters_of_a_place_shows_no_other_letters(dataset, word):
    selection = select(dataset, "id=jackson-ms&round=2018-01&as_of=2018-03-01")
    picture = picture_of(word, view_for(word, selection), BASE)
    assert list(picture.selection.letters["round_id"]) == ["2018-01"]
    assert picture.headline == view_brief(selection).headline
    assert picture.link == f"{BASE}?round=2018-01&id=jackson-ms&as_of=2018-03-01"


def test_every_place_of_the_view_is_marked_on_the_map_by_name(selection):
    said = titles(drawn("map", selection))
    names = [listed_name(place) for place in selection.places.to_dict("records")]
    assert sorted(title.partition(": ")[0] for title in said) == sorted(names)


@pytest.mark.parametrize("query", ["round=2018-01&state=CA", "id=jackson-ms"])
def test_the_places_of_a_view_are_named_to_the_eye(dataset, query):
    assert unnamed_on_map(select(dataset, query)) == []


def test_names_on_the_map_of_a_round_lie_on_no_edge_of_an_inset(dataset):
    for round_id in dataset.letters["round_id"].unique():
        selection = select(dataset, f"round={round_id}")
        assert unnamed_on_map(selection) == []
        root = drawn("map", selection)
        edges = [shapely.LineString(points(path)) for path in root.iter(f"{SVG}path") if is_edge(path)]
        assert len(edges) == 3 * len(map_scene(selection).insets)
        for text in root.iter(f"{SVG}text"):
            crossed = [edge for edge in edges if edge.intersects(shapely.box(*box_of(text)))]
            assert crossed == [], (round_id, text.text)


def unnamed_on_map(selection):
    written = texts(drawn("map", selection))
    return [p["name"] for p in selection.places.to_dict("records") if listed_name(p) not in written]


def is_edge(path):
    """Whether a path is an edge of an inset, or the line that leads to it."""
    return (path.get("fill"), path.get("stroke"), path.get("stroke-width")) == (
        "none",
        PALETTES["light"].muted,
        "1",
    )


def points(path):
    return [tuple(map(float, point.split())) for point in path.get("d").removeprefix("M").split("L")]


def box_of(text):
    """What a line of words covers."""
    x, y, size = (float(text.get(key)) for key in ("x", "y", "font-size"))
    return x, y - 0.72 * size, x + float(text.get("textLength")), y


def test_every_letter_has_its_lane_in_the_timeline(selection):
    written, count = texts(drawn("timeline", selection)), 0
    for chapter in lanes(selection).chapters:
        assert chapter.heading in written
        for lane in chapter.lanes:
            assert written.count(lane.label) >= 1
            count += 1
    assert count == len(selection.letters)


def test_every_round_has_its_chart_of_answers(selection):
    written = texts(drawn("answers", selection))
    for chart in answer_charts(selection).charts:
        assert chart.label in written
        assert f"{chart.total} ({chart.share})" in written


def test_every_round_has_its_small_map_with_each_place_by_name(selection):
    root, letters = drawn("rounds", selection), selection.letters
    written = " ".join(texts(root))
    for one in round_maps(selection):
        assert f"{one.label}: {one.size}" in written
        assert one.outcome in written
    named = [listed_name(letter) for letter in letters.to_dict("records")]
    assert sorted(title.partition(": ")[0] for title in titles(root)) == sorted(named)


def test_every_band_of_then_and_now_says_whom_it_holds(dataset):
    selection = select(dataset, "")
    written = " ".join(texts(drawn("flow", selection)))
    for flow in flows(selection):
        for band in flow.bands:
            assert band.words in written
        for standing in (*flow.then, *flow.now):
            assert f"{standing.label}\N{NO-BREAK SPACE}{standing.count}" in written
    for label, demand in demands(selection).items():
        assert f"{label}: {demand}" in written


def test_every_letter_has_its_mark_in_the_matrix(selection):
    root = drawn("matrix", selection)
    assert len(titles(root)) == len(selection.letters)
    written = texts(root)
    assert [p for p in selection.places.to_dict("records") if listed_name(p) not in written] == []


@pytest.mark.parametrize("word", PICTURES)
def test_no_words_lie_upon_others(selection, word):
    boxes = []
    for text in drawn(word, selection).iter(f"{SVG}text"):
        boxes.append((*box_of(text), text.text))
    assert len(boxes) > 3
    for place, one in enumerate(boxes):
        assert 12 <= one[0] < one[2] <= 1200 - 12, one
        assert [other for other in boxes[place + 1 :] if overlap(one, other)] == [], one


def overlap(one, other):
    """Whether two boxes share more than an edge; what does not stand side by side may touch."""
    return one[0] < other[2] and other[0] < one[2] and one[1] + 0.1 < other[3] and other[1] + 0.1 < one[3]


@pytest.mark.parametrize("word", PICTURES)
@pytest.mark.parametrize("width", [1200, 2400])
def test_a_png_is_as_wide_as_it_is_asked_for_and_of_one_shape(dataset, word, width):
    selection = select(dataset, JANUARY)
    image = painted(word, selection, Look(width=width))
    height = float(drawn(word, selection).get("height"))
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (width, height * width / 1200))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ground_is_that_of_the_theme_or_none(dataset, theme):
    selection, page = select(dataset, JANUARY), PALETTES[theme].page
    filled = np.asarray(painted("map", selection, Look(theme)))
    assert "#{:02x}{:02x}{:02x}".format(*filled[0, 0]) == page
    bare = np.asarray(painted("map", selection, Look(theme, TRANSPARENT)))
    assert bare[0, 0, 3] == 0
    assert bare[..., 3].max() == 255
    assert len(list(drawn("map", selection, Look(theme)).iter(f"{SVG}rect"))) == 1
    assert not list(drawn("map", selection, Look(theme, TRANSPARENT)).iter(f"{SVG}rect"))


def test_strips_of_a_long_picture_join_without_a_seam(dataset):
    """Lanes lie on the joints too: what is drawn in strips is what is drawn at once."""
    import tracker.pictures.painting as painting

    drawing = picture_of("timeline", view_for("timeline", select(dataset, "")), BASE).drawing(Look())
    strips = Image.open(BytesIO(painting.png(drawing, 1200)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painting, "_STRIP", drawing.height)
        assert Image.open(BytesIO(painting.png(drawing, 1200))).tobytes() == strips.tobytes()


@pytest.mark.parametrize("word", PICTURES)
def test_title_description_and_source_travel_in_the_file(dataset, word):
    selection = select(dataset, JANUARY)
    picture = picture_of(word, view_for(word, selection), BASE)
    info = painted(word, selection).info
    assert (info["Title"], info["Description"]) == (picture.headline, picture.description)
    assert info["Source"].endswith(picture.link)
    root = drawn(word, selection)
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert root.get("aria-labelledby").split() == list(named)
    assert named["description"].startswith(picture.description)


@pytest.mark.parametrize("word", PICTURES)
@pytest.mark.parametrize("query", ["", "id=jackson-ms"])
def test_hostile_words_stay_words(dataset, word, query):
    selection = select(hostile_dataset(dataset), query)
    root = drawn(word, selection)
    kinds = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "path", "g", "text"}
    assert {key for element in root.iter() for key in element.attrib} & {"style", "href", "onload"} == set()
    assert painted(word, selection).size[0] == 1200


@pytest.mark.parametrize("word", PICTURES)
def test_the_same_view_gives_the_same_bytes(dataset, word):
    view = view_for(word, select(dataset, JANUARY))
    twice = [picture_of(word, view, BASE).drawing(Look()) for _ in range(2)]
    from tracker.pictures.painting import png, svg

    assert svg(twice[0]) == svg(twice[1])
    assert png(twice[0], 1200) == png(twice[1], 1200)
