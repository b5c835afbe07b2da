"""The answer before the live page holds what the live page holds, for every page, whatever a cell says."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from tracker.address import Address
from tracker.brief import view_brief
from tracker.filters import Filters
from tracker.language.datewords import ap_date, unbroken
from tracker.pages.site import PAGES, page_at
from tracker.pages.snapshot import PageRequest, not_found, plain_page, sheet, snapshot
from tracker.parts import PARTS

TODAY = date(2026, 11, 25)
QUERIES = {
    "": "round=2018-01&as_of=2018-01-25",
    "record": "id=jackson-ms",
    "rounds": "from=2017-11&to=2018-01",
    "changes": "from=2018-01-23&to=2018-04-13",
}
VIEWS = (
    "",
    "round=2018-01&as_of=2018-01-25",
    "round=2018-01&state=CA&as_of=2018-01-25",
    "region=South&status=lapsed",
    "kind=county&q=county",
    "due_from=2018-02-01&due_to=2018-03-01",
    "status=no_deadline",
    "state=WY",
)
EMPTY_TAGS = {"meta", "link", "input", "br", "img", "hr"}


class Tree(HTMLParser):
    """Reads markup back: its tags in order, its rows and links; and holds that every tag is closed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.links, self.crossed = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in EMPTY_TAGS:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if self.open[-1:] == [tag]:
            self.open.pop()
        elif tag not in ("li", "p"):
            self.crossed.append(tag)


def taken(dataset, path="", query="", **options):
    return snapshot(PageRequest(path, Address.parse(query, dataset), TODAY, **options), dataset)


def text(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html):
    """The first cell of each row of the letters, as it links to its place."""
    table = html.partition('<table class="letters"')[2].partition("</table>")[0]
    return re.findall(r'<th scope="row"><a href="record\?(?:[^"]*;)?id=([^"&]+)', table)


@pytest.mark.parametrize("query", VIEWS)
def test_the_overview_has_the_rows_of_the_view_in_order(dataset, query):
    selection = Filters.parse(query, dataset)[0].apply(dataset, TODAY)
    assert rows(taken(dataset, "", query).body) == list(selection.letters["jurisdiction_id"])


@pytest.mark.parametrize("query", VIEWS)
def test_the_overview_says_the_brief_of_the_view(dataset, query):
    said = view_brief(Filters.parse(query, dataset)[0].apply(dataset, TODAY))
    found = text(taken(dataset, "", query).body)
    assert all(sentence in found for sentence in (said.headline, *said.sentences))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_holds_all_that_the_live_page_says(dataset, path):
    query = QUERIES.get(path, "")
    page = page_at(path, Address.parse(query, dataset), dataset, TODAY)
    found = taken(dataset, path, query).body
    assert all(html.strip() in found for html in page.sections.values())
    assert page.exists


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_well_formed_with_one_main_and_a_way_to_it(dataset, path):
    shot = taken(dataset, path, QUERIES.get(path, ""))
    tree = Tree(shot.body)
    assert tree.open == tree.crossed == []
    assert tree.tags.count("main") == tree.tags.count("h1") == 1
    assert "#answer" in tree.links
    assert 'id="answer"' in shot.body


@pytest.mark.parametrize("path", PAGES)
def test_hostile_cells_stay_text(hostile, path):
    shot = taken(hostile, path, QUERIES.get(path, ""), contact="<script>x</script>")
    tree = Tree(shot.body)
    assert "script" not in tree.tags
    assert tree.open == tree.crossed == []


@pytest.mark.parametrize(
    "query", ["q=<script>alert(1)</script>", 'state="><script>', "place=<b>", "x=%00<i>"]
)
def test_a_hostile_address_stays_text(dataset, query):
    tree = Tree(taken(dataset, "", query).body)
    assert not {"script", "b", "i"} & set(tree.tags)


def test_what_means_nothing_is_named(dataset):
    said = text(taken(dataset, "", "state=XX&colour=red").body)
    assert "state=XX is not a state; ignored" in said
    assert "colour=red is not a filter; ignored" in said


def test_links_keep_the_filters_and_the_day(dataset):
    links = Tree(taken(dataset, "", "state=MS&as_of=2018-01-25").body).links
    assert "record?state=MS&as_of=2018-01-25&id=jackson-ms" in links
    assert "rounds?state=MS&as_of=2018-01-25" in links


def test_other_forms_of_exactly_this_view_are_linked(dataset):
    links = Tree(taken(dataset, "", "state=MS&as_of=2018-01-25").body).links
    query = "?state=MS&as_of=2018-01-25"
    for path in ("api/v1/letters.csv", "api/v1/letters.json", "deadlines.ics", "feed.atom"):
        assert f"{path}{query}" in links


@pytest.mark.parametrize("place", ["jackson-ms", "state-of-oregon", "los-angeles-ca", "new-york-ny"])
def test_the_rows_of_a_record_are_those_of_its_place_alone(dataset, place):
    others = taken(dataset, "record", f"id={place}").alternates
    for other in others:
        picked = Filters.parse(other.href.partition("?")[2], dataset)[0].apply(dataset, TODAY)
        assert set(picked.letters["jurisdiction_id"]) == {place}


def test_a_round_is_a_link_to_it_alone_and_back(dataset):
    body = taken(dataset, "", "state=CA&round=2018-01").body
    assert '<a href="./?round=2017-11&amp;state=CA">Nov. 2017' in body
    assert '<a href="./?state=CA" aria-current="true">Jan. 2018' in body


@pytest.mark.parametrize(
    "path",
    ["", "record?id=jackson-ms", "rounds", "changes?from=2026-01-01&to=2026-11-25", "cases", "compare"],
)
def test_a_page_that_counts_says_to_which_day_the_record_was_researched(dataset, path):
    said = unbroken(f"research behind this page reaches {ap_date(dataset.version.researched_to)}")
    name, _, query = path.partition("?")
    assert said in taken(dataset, name, query).body
    if name != "changes":
        assert said not in taken(dataset, name, f"{query}&as_of=2026-03-01").body


@pytest.mark.parametrize("part", list(PARTS))
def test_a_part_in_another_page_says_to_which_day_the_record_was_researched(dataset, part):
    body = taken(dataset, "", f"show={part}&state=IL", embedded=True).body
    assert unbroken(f"research reaches {ap_date(dataset.version.researched_to)}") in body


@pytest.mark.parametrize("part", list(PARTS))
def test_a_part_of_a_view_without_letters_says_so_in_another_page(dataset, part):
    body = taken(dataset, "", f"show={part}&state=WY", embedded=True).body
    assert "No letter matches these filters on this day" in body
    assert "Drop “State”" not in body


def test_an_empty_view_offers_ways_out(dataset):
    body = taken(dataset, "", "round=2018-01&state=TX").body
    assert "Drop “State” (23 letters)" in body
    assert '<a href="./?round=2018-01">' in body


def test_the_open_place_is_summed_up_and_ringed(dataset):
    body = taken(dataset, "", "place=jackson-ms&as_of=2018-01-25").body
    assert 'aria-label="Summary of Jackson"' in body
    assert 'stroke-width="2.5"' in body


def test_a_record_has_its_map(dataset):
    assert 'class="map-svg"' in taken(dataset, "record", "id=jackson-ms").body


def test_an_unknown_record_is_not_found_and_says_what_is_near(dataset):
    shot = taken(dataset, "record", "id=jakson-ms")
    assert not shot.page.exists
    assert "Jackson, MS" in shot.body
    assert shot.alternates == ()


def test_the_one_link_leaves_out_what_means_nothing_and_how_it_is_shown(dataset):
    shot = taken(dataset, "rounds", "to=2018-01&from=2017-11&state=XX&print=true&embed=true")
    assert shot.link == "rounds?from=2017-11&to=2018-01"


def test_embedded_it_stands_without_masthead_and_links_to_other_forms(dataset):
    body = taken(dataset, "", "embed=true", embedded=True).body
    assert 'class="masthead"' not in body
    assert "Use this view" not in body
    assert "embed-credit" in body


@pytest.mark.parametrize("path", ["rounds", "changes", "cases", "compare", "record"])
def test_a_form_in_somebody_elses_page_asks_for_the_same_frame(dataset, path):
    query = "id=jackson-ms" if path == "record" else ""
    framed, alone = (taken(dataset, path, query, embedded=embedded).body for embedded in (True, False))
    (form,) = re.findall(r"<form.*?</form>", framed, re.DOTALL)
    assert 'target="_self"' in form
    assert '<input type="hidden" name="embed" value="true">' in form
    assert 'name="embed"' not in alone


def test_on_paper_everything_is_unfolded_with_link_day_and_sources(dataset):
    body = taken(dataset, "", f"{VIEWS[1]}&print=true", paper="https://example.org/").body
    said = text(body)
    assert "https://example.org/?round=2018-01&as_of=2018-01-25" in said
    assert "As of Jan. 25, 2018. Printed Nov. 25, 2026." in said
    (notes,) = re.findall(r"(\d+) sources of this brief and of these letters", said)
    assert body.count('id="note-') == int(notes)
    assert len(rows(body)) == 23
    assert '<nav class="pills"' not in body
    assert "<details>" not in body
    assert 'class="map-svg"' in body


def test_on_paper_it_is_white_whatever_the_readers_theme():
    assert "prefers-color-scheme" in sheet()
    assert "prefers-color-scheme" not in sheet("light")


def test_a_plain_page_escapes_its_title_and_runs_nothing():
    html = plain_page("<script>", "<p>x</p>")
    assert "script" not in Tree(html).tags
    assert '<html lang="en">' in html


def test_there_is_no_such_page_is_said_with_the_pages_there_are():
    links = Tree(not_found("../", "A tracker")).links
    assert "../rounds" in links
    assert "../" in links


def test_a_link_to_other_data_says_so(dataset):
    assert "2020.01.01" in taken(dataset, "", "version=2020.01.01").body
