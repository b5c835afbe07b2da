"""The panel of a view: every link in it leads somewhere, every code and credit is of exactly this view."""

import re
from datetime import date
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from hostile import hostile_dataset
from tracker.address import Address
from tracker.case_filters import CaseFilters
from tracker.exports.picture_links import PICTURES, PICTURES_OF, table_of_picture
from tracker.exports.view import View
from tracker.pages.site import PAGES, view_of
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pages.use_panel import use_panel
from tracker.parts import PARTS
from tracker.pictures import picture_of
from tracker.views.captions import ALT_TEXTS
from tracker.views.lanes import lanes_alt
from tracker.views.map import map_alt
from tracker.views.scene import near_of
from tracker.web import picture_files

TODAY = date(2026, 11, 25)
HOME = "https://letters.example.org/folder/"
PANELS = {
    "": "round=2018-01&state=CA&as_of=2018-01-25",
    "record": "id=jackson-ms",
    "rounds": "from=2017-11&to=2018-01",
    "changes": "from=2018-01-23&to=2018-04-13",
    "cases": "outcome_for=place",
    "compare": "state=CA&by=round",
}


def panel(dataset, path="", query=None):
    address = Address.parse(PANELS[path] if query is None else query, dataset)
    return use_panel(view_of(path, address, dataset, TODAY), address, HOME)


def fields(html):
    """The texts to copy by their labels."""
    found = re.findall(r'<div class="copy-field"><p>(.*?)</p><pre[^>]*><code>(.*?)</code>', html, re.DOTALL)
    return {unescape(label): unescape(text) for label, text in found}


@pytest.mark.parametrize("path", PANELS)
def test_links_and_credits_are_of_the_view_on_every_page(dataset, path):
    said = fields(panel(dataset, path))
    assert said["Link"] == f"{HOME}{path}?{PANELS[path]}"
    assert said["Frozen link: this day and this version of the data"].endswith(
        f"version={dataset.version.name}"
    )
    assert "as_of=" in said["Frozen link: this day and this version of the data"]
    for label in (
        "Short credit",
        "Credit for a caption",
        "Sentence for a story",
        "APA",
        "BibTeX",
        "CSL-JSON",
    ):
        assert dataset.version.name in said[label]


def test_pages_without_rows_offer_none(dataset):
    without = {path for path in PAGES if view_of(path, Address(), dataset, TODAY) is None}
    assert without == {*PAGES} - {*PANELS} | {"record"}
    assert snapshot(PageRequest("about", Address(), TODAY), dataset).whole(HOME).count('class="use"') == 0


@pytest.mark.parametrize("path", PICTURES_OF)
def test_every_picture_that_is_offered_is_served(dataset, path):
    client = TestClient(Starlette(routes=picture_files.routes(lambda: dataset)))
    links = pictures_in(panel(dataset, path))
    address = Address.parse(PANELS[path], dataset)
    selection = address.filters.apply(dataset, TODAY)
    chosen = CaseFilters.of(address.filters, address.values)
    offered = [word for word in PICTURES_OF[path] if ALT_TEXTS[word](selection, chosen)]
    assert len(links) == len(set(links)) == len(offered) * 3 * 3
    held = PANELS[path] if path == "cases" else address.filters.to_query()
    assert all(held in link for link in links)
    assert not [link for link in links if "?from=" in link or "&from=" in link]
    answers = [client.get(f"/{link}") for link in links if "dark" in link]
    assert {answer.status_code for answer in answers} == {200}


def test_the_picture_and_the_frozen_link_of_the_cases_follow_all_that_their_page_does(dataset):
    html = panel(dataset, "cases", "state=IL&outcome_for=place&sort=court&q=chicago")
    assert 'href="pictures/cases.svg?state=IL&amp;q=chicago&amp;outcome_for=place&amp;sort=court"' in html
    assert "state=IL" in fields(html)["Frozen link: this day and this version of the data"]


def pictures_in(html):
    return [unescape(link) for link in re.findall(r'<a href="(pictures/[^"]+)"', html)]


def test_alt_text_and_caption_come_from_the_data(dataset):
    said = fields(panel(dataset))
    selection = Address.parse(PANELS[""], dataset).filters.apply(dataset, TODAY)
    assert said["Alt text of the map"] == map_alt(selection, near_of(selection))
    assert said["Alt text of the timeline"] == lanes_alt(selection)
    assert said["Caption of the map"].startswith(
        "Nine jurisdictions in California got a letter dated Jan. 24, 2018. Source: "
    )


@pytest.mark.parametrize("path", PICTURES_OF)
def test_each_picture_is_captioned_by_what_it_is_headed_by(dataset, path):
    query = "id=jackson-ms" if path == "record" else "state=CA"
    query = f"{query}&by=recorded" if path == "changes" else query
    said, selection = (
        fields(panel(dataset, path, query)),
        Address.parse(query, dataset).filters.apply(dataset, TODAY),
    )
    for word in PICTURES_OF[path]:
        view = View.of_table(table_of_picture(word), selection.filters, {}, dataset, TODAY)
        headline = picture_of(word, view, HOME).headline
        assert said[f"Caption of the {PICTURES[word].lower()}"].startswith(f"{headline} Source: ")


def test_a_picture_with_nothing_to_show_is_not_offered(dataset):
    html = panel(dataset, "compare", "round=2018-01")
    assert "pictures/answers.svg?round=2018-01" in html
    assert "pictures/flow" not in html
    assert "pictures/rounds" not in panel(dataset, "", "round=2018-01")
    assert "pictures/rounds.svg?state=CA" in panel(dataset, "", "state=CA")


def test_before_the_first_case_no_picture_is_offered(dataset):
    assert "pictures/" not in panel(dataset, "cases", "as_of=2016-01-01")


def test_pictures_beside_changes_are_of_the_letters_with_something_on_record_in_their_days(dataset):
    html = panel(dataset, "changes", "state=CA&from=2018-01-23&to=2018-04-13")
    assert "pictures/timeline.svg?state=CA&amp;last_from=2018-01-23&amp;as_of=2018-04-13" in html
    since = panel(dataset, "changes", "state=CA&from=2018-01-23")
    assert 'href="pictures/timeline.svg?state=CA&amp;last_from=2018-01-23"' in since
    recorded = panel(dataset, "changes", "state=CA&by=recorded")
    assert 'href="pictures/timeline.svg?state=CA"' in recorded


def test_pictures_beside_changes_keep_a_later_first_day_of_the_filters(dataset):
    html = panel(dataset, "changes", "last_from=2018-03-01&from=2018-01-23&to=2018-04-13")
    assert "pictures/map.svg?last_from=2018-03-01&amp;as_of=2018-04-13" in html


def test_pictures_beside_two_rounds_compared_are_of_their_letters(dataset):
    html = panel(dataset, "rounds", "from=2017-11&to=2018-01")
    assert 'href="pictures/matrix.svg?round=2017-11&amp;round=2018-01"' in html
    assert 'href="pictures/rounds.svg?round=2017-11&amp;round=2018-01"' in html
    assert 'href="pictures/matrix.svg"' in panel(dataset, "rounds", "")


def test_the_code_to_embed_carries_the_script_that_fits_the_frame(dataset):
    said = fields(panel(dataset))
    for part in PARTS.values():
        code = said[part.label]
        assert f'embed=true{"" if part.word == "all" else f"&amp;show={part.word}"}"' in code
        assert f'data.type === "{dataset.campaign.channel}:height"' in code
    labels = {part.label for part in PARTS.values()}
    assert labels & set(fields(panel(dataset, "cases"))) == {PARTS["all"].label}


@pytest.mark.parametrize("path", PANELS)
def test_the_answer_before_the_live_page_has_the_same_panel(dataset, path):
    address = Address.parse(PANELS[path], dataset)
    shot = snapshot(PageRequest(path, address, TODAY), dataset)
    assert panel(dataset, path) in shot.whole(HOME)
    assert 'class="use"' not in shot.body
    for without in ({"embedded": True}, {"paper": HOME}, {"filed": True}):
        other = snapshot(PageRequest(path, address, TODAY, **without), dataset)
        assert 'class="use"' not in other.whole(HOME)


def test_hostile_words_stay_words(dataset):
    html = panel(hostile_dataset(dataset), "", 'q="><script>alert(1)</script>')
    assert "<script" not in html
    assert "<script" not in panel(hostile_dataset(dataset), "record")
