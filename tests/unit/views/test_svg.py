"""The SVG map shows the places, marks and words of the live map, and is XML whatever a name holds."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest
import shapely

from hostile import hostile_dataset
from tracker.views import legend
from tracker.views.map import live_map, map_alt
from tracker.views.outlines import HEIGHT, WIDTH, in_picture, moved, to_picture
from tracker.views.placing import coarse_states
from tracker.views.scene import map_scene
from tracker.views.style import PALETTES
from tracker.views.svg import map_svg, mark_look
from tracker.vocabulary import Evidence, Kind, Status

SVG = "{http://www.w3.org/2000/svg}"


def parsed(view, link=str):
    return ET.fromstring(map_svg(view, link))


def titles(root):
    """The title of every mark: all but the picture's own."""
    return [title.text for title in root.iter(f"{SVG}title")][1:]


def test_every_place_is_there_once_with_its_name_and_status(view):
    said = titles(parsed(view))
    assert len(said) == len(view.places)
    for place in view.places.itertuples():
        assert [title for title in said if title.startswith((f"{place.name}, ", f"{place.name}: "))]


def test_every_place_links_to_what_it_is_given(view):
    links = [
        link.get("href") for link in parsed(view, link=lambda key: f"record?id={key}&x=1").iter(f"{SVG}a")
    ]
    assert sorted(links) == sorted(f"record?id={key}&x=1" for key in view.places["jurisdiction_id"])


def test_the_picture_is_named_and_described(view):
    root = parsed(view)
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert root.get("role") == "group"
    assert root.get("aria-labelledby").split() == list(named)
    assert named["map-desc"] == map_alt(view)


def test_its_links_are_no_stops_of_the_tab_key(january):
    links = list(parsed(january, link=lambda key: key).iter(f"{SVG}a"))
    assert {link.get("tabindex") for link in links} == {"-1"}


def test_marks_lie_where_the_live_map_has_them(view):
    live, ours = map_scene(view).places, in_picture(map_scene(view).places)
    x, y = to_picture(live["mark_x"], live["mark_y"])
    assert np.abs(ours["mark_x"] - x).max() <= 0.5
    assert np.abs(ours["mark_y"] - y).max() <= 0.5
    assert ours["mark_x"].between(0, WIDTH).all()
    assert ours["mark_y"].between(0, HEIGHT).all()


def test_a_line_leads_from_the_marks_from_which_one_leads_on_the_live_map(view):
    (lines,) = (trace for trace in live_map(view).data if trace.mode == "lines+markers")
    assert len(moved(in_picture(map_scene(view).places))) == len(lines.x) // 3


def test_it_is_small(everything):
    assert len(map_svg(everything, lambda key: f"record?id={key}&as_of=2026-11-25")) < 60_000


def test_coarse_states_still_meet_without_gaps(dataset):
    shapes = np.asarray(list(coarse_states(dataset).values()), dtype=object)
    assert shapely.coverage_is_valid(shapes)
    assert len(shapes) == 51
    whole, coarse = (shapely.area(some).sum() for some in (dataset.geography.states.geometry, shapes))
    assert coarse == pytest.approx(whole, rel=0.005)


def test_colours_are_variables_of_the_sheet(everything):
    assert "#" not in map_svg(everything, str).replace("#121519", "")
    assert "var(--answered)" in map_svg(everything, str)


def test_the_selected_place_is_ringed(january):
    assert (
        map_svg(january, str, selected="jackson-ms").count(
            'fill="none" stroke="var(--text)" stroke-width="2.5"'
        )
        == 1
    )
    assert 'stroke-width="2.5"' not in map_svg(january, str, selected="boston-ma")


def test_hostile_names_stay_text(dataset, january):
    root = ET.fromstring(
        map_svg(january.filters.apply(hostile_dataset(dataset), january.as_of), lambda key: '"><x>')
    )
    assert not list(root.iter(f"{SVG}script"))
    assert all("<script>alert(1)</script>" in title for title in titles(root))


def test_an_empty_view_is_the_country_alone(nothing):
    assert titles(parsed(nothing)) == []


@pytest.mark.parametrize("theme", PALETTES)
def test_a_hollow_mark_of_a_place_in_court_has_an_edge_in_the_colour_of_text(theme):
    palette = PALETTES[theme]
    look = mark_look(Status.IN_COURT, Evidence.INFERRED)
    assert look.startswith('fill="var(--page)" stroke="var(--text)"')
    marker = legend.marker(palette, [Status.IN_COURT], [Kind.CITY], 10, [Evidence.INFERRED])
    assert (marker["color"], marker["line"]["color"]) == ([palette.page], [palette.text])
