"""Letters that no source names count apart from the named on every surface of the round of August 2025."""

from datetime import date

import pytest

from tracker.address import Address
from tracker.brief.evidence_sentences import NOT_NAMED
from tracker.exports.feed import feed_of
from tracker.exports.json import head
from tracker.exports.provenance import about
from tracker.exports.rows import public_rows
from tracker.filters import Filters
from tracker.pages import map_key
from tracker.pages.card import card_of
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pages.timeline_section import timeline_html
from tracker.rounds import round_summaries
from tracker.views.map import map_figure
from tracker.views.style import UNNAMED
from tracker.views.svg import map_svg

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
    body = snapshot(PageRequest("", QUERY, TODAY), published).body
    assert f"; another {others} are entered because sources say that all listed places got a letter" in body
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
    assert (
        f"Sources name the recipients of {counts[0]} of these letters; another {counts[1]} are entered"
        in said
    )


def test_the_rounds_say_both(published, counts):
    (summary,) = (each for each in round_summaries(published, TODAY) if each.round_id == "2025-08")
    assert (summary.recorded, summary.inferred) == counts
    assert sum(count for _, count in summary.tally) == counts[0]
    assert sum(count for _, count in summary.inferred_tally) == counts[1]


def test_marks_and_bars_are_hollow_and_the_legends_say_so(august, counts):
    figure = map_figure(august)
    marks = next(trace for trace in figure.data if trace.name == "places")
    assert sum(width == 1.2 for width in marks.marker.line.width) == counts[1]
    assert UNNAMED in [trace.name for trace in figure.data]
    assert map_svg(august).count(NOT_NAMED) == counts[1]
    assert UNNAMED in map_key(august)
    assert (
        timeline_html(august, Address(august.filters)).count('class="lane-span lane-inferred"') == counts[1]
    )


def test_a_round_of_named_recipients_has_no_such_words(published):
    january = Filters.parse("round=2018-01", published)[0].apply(published, TODAY)
    assert about(january).evidence == ""
    assert UNNAMED not in map_key(january)
    assert NOT_NAMED not in map_svg(january)
