"""Letters that no source names count apart from the named on every surface of the round of August 2025."""

import re
from datetime import date

import pytest
from icalendar import Calendar

from tracker.address import Address
from tracker.brief import view_brief
from tracker.brief.evidence_sentences import NOT_NAMED
from tracker.changes import changes, history
from tracker.evidence import Count
from tracker.exports.feed import feed_of
from tracker.exports.ical import deadlines_calendar
from tracker.exports.json import head
from tracker.exports.provenance import about
from tracker.exports.rows import public_rows
from tracker.filters import Filters
from tracker.language.words import number, number_in_words
from tracker.over_time import status_over_time
from tracker.pages import map_key, rounds_key
from tracker.pages.changes_page import changes_page
from tracker.pages.front import front_html
from tracker.pages.rounds_page import rounds_page
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pages.timeline_section import timeline_html
from tracker.pictures.card import card_of
from tracker.rounds import round_summaries
from tracker.views.lanes import lanes_alt
from tracker.views.map import live_map, map_alt
from tracker.views.style import UNNAMED
from tracker.views.svg import map_svg
from tracker.views.table import table_alt

QUERY, TODAY = "round=2025-08", date(2026, 11, 26)


@pytest.fixture(scope="module")
def august(published):
    return Filters.parse(QUERY, published)[0].apply(published, TODAY)


@pytest.fixture(scope="module")
def counts(august):
    grades = august.letters["evidence"]
    return int((grades != "inferred").sum()), int((grades == "inferred").sum())


def test_the_page_says_both(published, counts):
    named, others = counts
    body = snapshot(PageRequest("", Address.parse(QUERY, published), TODAY), published).body
    assert f"Another {others} letters are entered because sources say that all listed places got one" in body
    assert f"<dd>{named}</dd>" in body
    assert f"{others} more not named by a source" in body


def test_the_card_says_both(published, counts):
    card = card_of(Address.parse(QUERY, published), published, TODAY)
    named, others = counts
    assert (card.count, card.beside) == (f"{named} letters", f"and {others} not named by a source")


def test_the_api_says_both(august, counts):
    said = head(public_rows("letters", august), about(august), {})
    assert said["letters"] == {"named": counts[0], "inferred": counts[1]}


def test_the_feed_says_both(august, counts):
    said = feed_of(august, "https://letters.example/").subtitle
    apart = f"Sources name the recipients of {counts[0]} of these letters; another {counts[1]} letters are"
    assert f"{apart} entered" in said


def test_changes_say_both(published, august, counts):
    named, others = counts
    days = "from=2025-08-01&to=2025-08-31"
    page = changes_page(Address.parse(f"{QUERY}&{days}", published), published, TODAY)
    sent = f"{number_in_words(named)} letters sent, and {number(others)} entered that no source names; "
    assert page.description.lower().count(sent) == 1
    told = {heading: (count, lines) for heading, count, lines in _august_told(august)}
    for heading in ("Letters sent", "Letters past their deadline"):
        assert told[heading][0] == f"{named}, and {others} not named by a source"
    (line,) = told["Letters sent"][1]
    went, _, beside = line.partition(f". Another {others} letters are entered because ")
    assert f"went to {named} jurisdictions" in went
    assert ("Berkeley" in went, "Berkeley" in beside) == (False, True)
    assert not any("Berkeley" in line and "no source names" not in line for line in _lines(told))


def _august_told(august):
    return changes(august.dataset, august.filters, date(2025, 8, 1), date(2025, 8, 31)).sections


def _lines(told):
    return [line for _, lines in told.values() for line in lines]


def test_no_change_of_an_inferred_letter_is_told_as_certain(published, august):
    entries = feed_of(august, "https://letters.example/", page=0).entries
    of_berkeley = [entry for entry in entries if entry.term in ("letter_sent", "deadline_passed")]
    of_berkeley = [entry for entry in of_berkeley if entry.title.startswith("Berkeley, California")]
    assert len(of_berkeley) == 2
    for entry in of_berkeley:
        assert "no source names" in entry.summary.lower()
        assert entry.title.endswith("(place not named by a source), Aug. 2025 round")
    for change in history(published):
        if change.is_inferred:
            assert "no source names" in change.sentence.lower()
            assert "wrote to" not in change.sentence


def test_the_calendar_says_which_places_no_source_names(august, counts):
    events = Calendar.from_ical(deadlines_calendar(august, "https://letters.example/")).walk("VEVENT")
    said = [str(event["DESCRIPTION"]).split("\n")[0] for event in events]
    assert sum("is entered as a recipient" in line for line in said) == counts[1]
    assert sum("asked for an answer by" in line and "letter to" in line for line in said) == counts[0]
    assert sum(NOT_NAMED in str(event["SUMMARY"]) for event in events) == counts[1]


def test_front_page_and_list_of_rounds_say_both(published, counts):
    named, others = counts
    front = front_html(Filters().apply(published, TODAY), Address.parse("", published))
    assert f"<strong>Aug. 2025</strong> {named} letters</span>" in front
    assert f"{others} more not named by a source" in front
    assert f"({named} on record, {others} more not named by a source)" in rounds_key(published)


def test_pictures_in_words_say_both(august, counts):
    named, others = counts
    assert lanes_alt(august).startswith(
        f"{named} letters sent, and {others} entered that no source names, on Aug. 13"
    )
    said = rf": {named} in \d+ states, and {others} entered without a source that names"
    assert re.search(said, map_alt(august))


def test_pills_options_and_bar_say_both(published, counts):
    named, others = counts
    body = snapshot(PageRequest("", Address(), TODAY), published).body
    assert f"Aug. 2025 · {named} + {others} not named</a>" in body
    assert f"({others})</option>" in body  # those not named, by the filter of evidence
    august = snapshot(PageRequest("", Address.parse(QUERY, published), TODAY), published).body
    bar = re.search(r'<p class="status-bar".*?</p>', august)[0]
    parts = re.findall(r'class="status-\w+( inferred)?" style="flex-grow:(\d+)"', bar)
    assert sum(int(count) for is_inferred, count in parts if not is_inferred) == named
    assert sum(int(count) for is_inferred, count in parts if is_inferred) == others


def test_the_ways_out_of_an_empty_view_say_both(published, counts):
    body = snapshot(PageRequest("", Address.parse(f"{QUERY}&q=zzzz", published), TODAY), published).body
    assert f"({counts[0]} letters + {counts[1]} not named)" in body


def test_a_part_of_the_round_is_told_in_both(published):
    view = Filters.parse(f"{QUERY}&state=CA", published)[0].apply(published, TODAY)
    part, whole = Count.of(view.letters), Count.of(view.pool[view.pool["round_id"] == "2025-08"])
    assert (
        f"These are {number(part.named)} of the {whole.named} recipients that sources name and "
        f"{number(part.inferred)} of the {whole.inferred} entered without a source that names them."
    ) in view_brief(view).sentences[:5]


def test_rows_of_rounds_places_and_two_rounds_say_both(published, august, counts):
    (row,) = public_rows("rounds", august).records
    assert (row["recipients_recorded"], row["recipients_inferred"]) == counts
    assert (row["letters_in_view"], row["inferred_in_view"]) == counts
    places = public_rows("jurisdictions", august).records
    sums = [sum(place[column] for place in places) for column in ("letter_count", "inferred_count")]
    assert tuple(sums) == counts
    pair = public_rows("comparison", august, own={"from": "2018-01", "to": "2025-08"}).records
    grades = [row["second_evidence"] for row in pair if row["letters"] != "first"]
    assert (len(grades) - grades.count("inferred"), grades.count("inferred")) == counts


def test_two_rounds_side_by_side_say_both(published):
    page = rounds_page(Address.parse("from=2018-01&to=2025-08", published), published, TODAY)
    heads = re.findall(r"<h3>(?:Only in|In both).*?\((.*?)\)</h3>", page.sections["compare"])
    figures = [re.match(r"(\d+)(?: \+ (\d+) not named)?$|(\d+) not named$", head) for head in heads]
    letters = published.letters
    places = letters[letters["round_id"].isin(["2018-01", "2025-08"])]["jurisdiction_id"].nunique()
    assert sum(int(number or 0) for figure in figures for number in figure.groups()) == places
    assert page.sections["compare"].count("Not named by a source.") == len(
        letters[(letters["round_id"] == "2025-08") & (letters["evidence"] == "inferred")]
    )


def test_the_chart_of_statuses_has_both(published, august, counts):
    table = status_over_time(published, august.filters, today=TODAY)
    last = table[table["day"] == table["day"].max()]
    assert (last["letters"].sum(), last["inferred"].sum()) == counts


def test_about_says_both(published):
    body = snapshot(PageRequest("about", Address(), TODAY), published).body
    every = Count.of(published.letters)
    assert f"<dt>Letters</dt><dd>{every.named}</dd>" in body
    assert f"; {every.inferred} more not named by a source" in body


def test_the_table_in_words_says_both(august, counts):
    assert table_alt(august).startswith(f"Table of {counts[0]} letters + {counts[1]} not named, newest")
    assert f"Of the {counts[1]} that no source names, by status: " in table_alt(august)


def test_the_rounds_say_both(published, counts):
    (summary,) = (each for each in round_summaries(published, TODAY) if each.round_id == "2025-08")
    assert (summary.recorded, summary.inferred) == counts
    assert sum(count for _, count in summary.tally) == counts[0]
    assert sum(count for _, count in summary.inferred_tally) == counts[1]


def test_marks_and_bars_are_hollow_and_the_legends_say_so(august, counts):
    figure = live_map(august)
    marks = next(trace for trace in figure.data if trace.name == "places")
    assert sum(width == 1.2 for width in marks.marker.line.width) == counts[1]
    assert map_svg(august, str).count(NOT_NAMED) == counts[1]
    assert UNNAMED in map_key(august, Address(august.filters))
    assert (
        timeline_html(august, Address(august.filters)).count('class="lane-span lane-inferred"') == counts[1]
    )


def test_a_round_of_named_recipients_has_no_such_words(published):
    january = Filters.parse("round=2018-01", published)[0].apply(published, TODAY)
    assert about(january).evidence == ""
    assert UNNAMED not in map_key(january, Address(january.filters))
    assert NOT_NAMED not in map_svg(january, str)
