"""Pieces of pages: the summary of a place, the foot, and the small words that templates share."""

import re
from dataclasses import replace
from datetime import date

import pytest

from builders import a_correction, a_dataset, an_event
from tracker.address import Address
from tracker.filters import Filters
from tracker.pages.about_page import corrections_html
from tracker.pages.fragments import footer, place_panel, search_note
from tracker.place_record import Record
from tracker.problems import Problem, Report, Severity
from tracker.search import SEARCHED, SEARCHED_IN_WORDS
from tracker.vocabulary import Confidence

DAY, LATER = date(2025, 8, 1), date(2026, 7, 3)


@pytest.fixture
def panel(dataset):
    return lambda place, day=DAY: place_panel(Record(dataset, place, day))


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_badge_of_a_place_names_its_letter(panel):
    assert "Newest letter, January 2018: Program ended, no outcome on public record" in text(
        panel("jackson-ms")
    )
    assert "Newest letter" not in text(panel("jackson-ms", date(2017, 1, 1)))


def test_each_letter_of_a_place_has_its_sources(dataset, panel):
    letters = panel("jackson-ms").split("<h3>Newest events</h3>")[0]
    for cited in Record(dataset, "jackson-ms", DAY).letters["sources"]:
        assert f"{len(cited)} sources" in letters or f"{len(cited)} source<" in letters
        for url in dataset.sources.set_index("source_id").loc[list(cited), "url"]:
            assert url.replace("&", "&amp;") in letters


def test_a_bare_office_has_its_article(panel):
    assert "to the sheriff;" in text(panel("riverside-county-ca"))


def test_a_copy_says_where_it_leads_and_whose_it_is(dataset, panel):
    (source,) = dataset.sources[dataset.sources["note"] == "Filed in N.D. Ill.; copy at DocumentCloud"][
        :1
    ].to_dict("records")
    edited = a_dataset(dataset, events=[an_event(sources=source["source_id"])])
    told = text(place_panel(Record(edited, "jackson-ms", date(2026, 11, 25))))
    assert f"{source['title']} at assets.documentcloud.org" in told
    assert "Filed in federal court in the Northern District of Illinois; copy at DocumentCloud." in told


def test_days_in_the_data_are_written_as_prose_has_them(dataset):
    said = "On 1 December 2017 it was so."
    edited = a_dataset(
        dataset, events=[an_event(summary=said)], corrections=[a_correction(why="Read on 3 May 2018.")]
    )
    told = text(place_panel(Record(edited, "jackson-ms", date(2026, 11, 25))))
    assert "On Dec. 1, 2017, it was so." in told
    assert "Read on May 3, 2018." in text(corrections_html(edited, Address()))


def test_how_well_an_event_is_supported_is_explained(panel):
    told = panel("jackson-ms")
    assert '<span class="term">Confirmed</span>' in told
    assert f"<dt>Confirmed</dt><dd>{Confidence.CONFIRMED.definition}</dd>" in told


def test_the_foot_leads_to_sources_and_words(dataset):
    html = footer(dataset)
    assert "research reaches July 3, 2026" in text(html)
    assert re.findall(r'<a href="about">([^<]+)</a>', html) == [
        "sources for every row",
        "What the words and abbreviations mean",
    ]


def test_the_foot_says_when_newer_data_are_refused(dataset):
    problem = Problem("letters.csv", 12, "x", "sent_on", "day", Severity.ERROR, "is no day")
    behind = replace(dataset, refused=Report((problem,)))
    assert "Newer data did not pass their checks and are not shown." in text(footer(behind))
    assert "Newer data" not in text(footer(dataset))


def test_words_of_a_view_are_said_to_be_looked_for_in_its_letters_and_lead_elsewhere(dataset):
    said = search_note(Filters(q="boston", as_of=LATER).apply(dataset))
    assert f"These are the letters with “boston” in {SEARCHED_IN_WORDS}." in text(said)
    assert '<a href="record?as_of=2026-07-03&amp;id=boston-ma">Boston, MA</a>' in said
    assert '<a href="cases?as_of=2026-07-03&amp;case=' in said
    assert search_note(Filters(state="MA").apply(dataset)) == ""
    assert search_note(Filters(q="zzzz").apply(dataset)) == ""  # the empty view says it by itself


def test_what_is_searched_is_what_a_reader_is_told():
    assert set(SEARCHED) == {
        "name", "state_name", "state", "addressee", "note", "round_name", "round_label", "demand"
    }  # fmt: skip
    assert SEARCHED_IN_WORDS.count(",") == 3
