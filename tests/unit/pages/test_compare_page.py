"""The page of comparison: every number is a link to as many letters, on any day and under any filter."""

import re
from datetime import date
from html import unescape

import pytest

from tracker.address import Address
from tracker.court_cases import cases_on
from tracker.evidence import named
from tracker.filters import Filters
from tracker.grouping import GROUPINGS, MEASURES, ORDERS, group_table, groups_of
from tracker.pages.compare_page import compare_page
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.standing.answer import IN_HAND

TODAY = date(2026, 11, 26)
QUERIES = [
    *(f"by={by}" for by in GROUPINGS),
    "as_of=2018-02-01",
    "round=2018-01&round=2025-08&by=kind",
    "state=CA&state=NY&answer=on_time&answer=day_unknown&by=region",
    "evidence=inferred",
    "q=police&as_of=2018-03-01",
    "region=South&suit=by_place&by=era",
]
ROW = re.compile(r'<tr(?: id="group-([^"]+)")?><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)
CELL = re.compile(r'<td class="col-(\w+)"[^>]*>(.*?)</td>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)">(\d+)</a>')


def page(dataset, query=""):
    return compare_page(Address.parse(query, dataset), dataset, TODAY)


def rows(dataset, query=""):
    """Give the label of each row with its cells: the column, and what it says."""
    html = page(dataset, query).sections["groups"]
    return [(label, dict(CELL.findall(cells))) for _, label, cells in ROW.findall(html)]


def linked(href, dataset):
    """The letters at an address of the overview."""
    path, _, query = unescape(href).partition("?")
    filters, refused = Filters.parse(query, dataset)
    assert path == "./"
    assert refused == ()
    return filters.apply(dataset, TODAY).letters


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_leads_to_as_many_letters(published, query):
    cells = [cell for _, row in rows(published, query) for name, cell in row.items() if name in MEASURES]
    links = [link for cell in cells for link in LINK.findall(cell)]
    assert links
    for href, text in links:
        assert len(linked(href, published)) == int(text), href
    unlinked = {re.sub(r"<a .*?</a>", "", cell).replace("to", "").strip() for cell in cells}
    assert unlinked <= {"", "0"}


@pytest.mark.parametrize("query", QUERIES)
def test_the_last_row_is_the_sum_of_the_others(published, query):
    *groups, (label, total) = rows(published, query)
    assert label == "All"
    for name in MEASURES:
        ends = [numbers(row[name]) for _, row in groups]
        assert (sum(least for least, _ in ends), sum(most for _, most in ends)) == numbers(total[name])


def numbers(cell):
    """The least and the most of a cell."""
    found = [int(text) for text in re.findall(r"\d+", re.sub(r"<[^>]*>", "", cell))]
    return found[0], found[-1]


@pytest.mark.parametrize("query", QUERIES)
def test_the_name_of_a_group_leads_to_all_its_letters(published, query):
    *groups, _ = rows(published, query)
    for label, row in groups:
        (href,) = re.findall(r'<a href="([^"]+)">', label)
        assert len(linked(href, published)) == sum(numbers(row[name])[0] for name in ("named", "inferred"))


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_of_suits_leads_to_as_many_suits_on_the_page_of_cases(published, query):
    address = Address.parse(query, published)
    shown = compare_page(address, published, TODAY).sections
    listed = shown["suits"].partition("<dl>")[2].split("<dt ")[1:]
    lists = {part.partition('"')[2].partition('"')[0]: part.count("<li>") for part in listed}
    linked_suits = re.findall(r'<a href="#(suits-[^"]+)">(\d+)</a>', shown["groups"])
    assert {anchor: int(text) for anchor, text in linked_suits} == lists
    cases = set(cases_on(published, address.filters.day(published, TODAY))["case_id"])
    named_cases = set(re.findall(r"#case-([^\"]+)", shown["suits"]))
    assert named_cases <= cases
    assert [int(text) for text in re.findall(r'<a href="#suits">(\d+)</a>', shown["groups"])] == (
        [len(named_cases)] if named_cases else []
    )


@pytest.mark.parametrize("order", ORDERS)
def test_a_head_sorts_by_its_column_and_then_the_other_way_round(dataset, order):
    for query in (f"sort=-{order}", f"sort={order}"):
        html = page(dataset, query).sections["groups"]
        (found,) = re.findall(r'<th[^>]*class="col-(\w+)" aria-sort="(\w+)"><a href="([^"]+)"', html)
        assert found[:2] == (order, "descending" if "=-" in query else "ascending")
        turned = f"sort={order}" if "=-" in query else f"sort=-{order}"
        assert found[2] == ("compare" if turned == "sort=-named" else f"compare?{turned}")


@pytest.mark.parametrize("by", GROUPINGS)
def test_classes_rounds_and_periods_stand_in_their_own_order_and_others_by_count(published, by):
    selection = Filters().apply(published, TODAY)
    shown = [label for label, _ in rows(published, f"by={by}")[:-1]]
    ranked = [group.label for group in groups_of(selection, by)]
    counted = list(group_table(selection, by)["group_label"])
    assert [re.sub(r"<[^>]*>", "", label) for label in shown] == (
        ranked if by in ("population", "round", "era") else counted
    )


def test_another_grouping_takes_its_own_order_along(dataset):
    assert 'href="compare?by=era"' in page(dataset, "").sections["groups"]
    assert 'href="compare?by=kind"' in page(dataset, "by=era").sections["groups"]


def test_a_view_of_one_group_has_no_row_that_repeats_it(published):
    html = page(published, "state=CA").sections["groups"]
    assert "<tfoot>" not in html
    assert "All letters of this view are in this one state" in html
    assert "<tfoot>" in page(published, "state=CA&by=kind").sections["groups"]


def test_every_share_leads_to_the_letters_answered_and_its_head_says_of_what(published):
    shown = page(published, "by=region").sections["groups"]
    head = re.search(r'<th[^>]*col-share".*?</th>', shown, re.DOTALL)[0]
    assert "share of all letters to share of those named" in head
    for _, row in rows(published, "by=region"):
        links = re.findall(r'<a href="([^"]+)">\d+%(?: of \d+)?</a>', row["share"])
        answers = [numbers(row["answered"])[0], numbers(row["answered"])[-1]]
        assert [len(linked(href, published)) for href in (links[0], links[-1])] == answers


def test_heads_and_ways_keep_the_filters_and_each_other(dataset):
    html = page(dataset, "state=CA&by=kind&sort=-won").sections["groups"]
    assert 'href="compare?state=CA&amp;by=round&amp;sort=-won"' in html
    assert 'href="compare?state=CA&amp;by=kind&amp;sort=-cleared"' in html
    assert 'aria-current="true">Kind of place<' in html


def test_the_head_says_what_is_certain_and_what_is_not(published):
    letters = Filters().apply(published, TODAY).letters
    said = page(published).description
    count, whole = len(named(letters)), len(letters)
    answered = int(named(letters)["answered"].sum())
    shares = f"{answered / count:.0%}; of all {whole}, {answered / whole:.0%}"
    assert f"{answered} of the {count} ({shares})" in said
    assert "a place without one may still have answered" in said
    assert re.search(r"for certain and for \w+ more perhaps, as some days of answers are not known", said)
    assert "at most" not in said


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=nowhere-at-all", "No letter is in this view."),
        ("as_of=2015-01-01", "No letter is in this view."),
        ("evidence=inferred", "are entered because sources say that all listed places got one"),
    ],
)
def test_a_view_of_no_named_letter_says_so(published, query, words):
    assert words in page(published, query).description


def test_a_word_of_another_page_is_refused_and_passed_over(dataset):
    address = Address.parse("by=recorded&sort=deadline", dataset)
    assert [(part.key, part.value) for part in address.elsewhere("compare")] == [
        ("sort", "deadline"),
        ("by", "recorded"),
    ]
    assert compare_page(address, dataset, TODAY).title == page(dataset).title
    assert [part.key for part in Address.parse("by=state", dataset).elsewhere("changes")] == ["by"]


def test_the_places_of_both_periods_are_two_clicks_from_the_front_page(dataset):
    front = snapshot(PageRequest("", Address(), TODAY), dataset).body
    assert '<a href="compare#both-periods">' in front
    eras = page(dataset).sections["eras"]
    assert 'id="both-periods"' in eras
    assert 'href="record?id=chicago-il"' in eras
    assert 'href="api/v1/eras.csv"' in eras
    assert 'href="api/v1/eras.csv?state=CA"' in page(dataset, "state=CA").sections["eras"]


def test_a_chart_for_each_round_says_its_steps_in_words(dataset):
    answers = page(dataset, "round=2018-01&round=2018-04&as_of=2018-03-01").sections["answers"]
    assert answers.count('class="answers-chart"') == 1
    assert 'aria-label="Jan. 2018. Deadline: day 30. By day 0: ' in answers
    assert 'href="api/v1/answers.csv?round=2018-01' in answers
    assert page(dataset, "state=WY").sections["answers"] == ""


def test_the_form_before_the_live_page_stays_on_it(dataset):
    body = snapshot(PageRequest("compare", Address.parse("by=round&state=CA", dataset), TODAY), dataset).body
    assert '<form id="choices" action="compare" class="filter-form"' in body
    assert '<input type="hidden" name="by" value="round">' in body
    assert 'href="compare?round=2018-01&amp;state=CA&amp;by=round"' in body


def test_a_share_that_is_not_certain_has_two_bounds(published):
    day = date(2018, 1, 25)
    said = page(published, "as_of=2018-01-25").description
    letters = named(Filters().apply(published, day).letters)
    least, most = letters["answer"].isin(IN_HAND).sum(), (letters["earliest_answer"] != "none").sum()
    assert least < most
    assert f"({least / len(letters):.0%} to {most / len(letters):.0%})" in said


@pytest.mark.parametrize("by", GROUPINGS)
def test_figures_that_are_not_the_records_own_are_credited(published, by):
    credited = "Census Bureau’s estimate" in page(published, f"by={by}").sections["groups"]
    assert credited == (by == "population")


def test_two_views_stand_side_by_side_with_their_links(published):
    html = page(published, "state=CA&by=kind&against=region%3DSouth%26kind%3Dcity").sections["sides"]
    sides = re.findall(
        r'<tr id="side-\d"><th scope="row"><a href="([^"]+)">(.*?)</a></th>(.*?)</tr>', html, re.S
    )
    assert [label for _, label, _ in sides] == [
        "DOJ letters to places in California",
        "DOJ letters to cities in the South",
    ]
    for _, _, cells in sides:
        links = [
            link for name, cell in CELL.findall(cells) if name in MEASURES for link in LINK.findall(cell)
        ]
        assert links
        for href, text in links:
            assert len(linked(href, published)) == int(text), href
    assert 'href="compare?region=South&amp;kind=city&amp;by=kind&amp;against=state%3DCA">Swap' in html
    assert 'href="compare?state=CA&amp;by=kind">Show the first alone' in html


def test_the_grouping_and_the_filters_keep_the_second_view(published):
    sections = page(published, "state=CA&against=all").sections
    assert 'href="compare?state=CA&amp;by=kind&amp;against=all"' in sections["groups"]
    assert '<input type="hidden" name="against" value="all">' in sections["filters"]


def test_without_a_second_view_there_are_ways_to_choose_one(published):
    html = page(published, "round=2018-01").sections["sides"]
    assert "<table" not in html
    assert 'href="compare?round=2018-01&amp;against=all"' in html
    assert 'href="compare?round=2018-01&amp;against=round%3D2018-01"' in html
