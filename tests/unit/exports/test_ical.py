"""The calendar is one of RFC 5545, read by two libraries; its days are the deadlines of the page."""

from datetime import date, datetime, timedelta

import ics
import pytest
from icalendar import Calendar

from builders import a_correction, a_dataset, a_letter, an_event
from hostile import hostile_dataset
from tracker import Filters
from tracker.exports.ical import deadlines_calendar
from tracker.vocabulary import Status

BASE = "https://letters.example.org/"
CALIFORNIA = "round=2018-01&state=CA&as_of=2018-01-25"
VIEWS = ["as_of=2026-11-25", "as_of=2018-01-25", CALIFORNIA, "kind=state&as_of=2020-01-01", "q=no+such+place"]


def select(dataset, query):
    return Filters.parse(query, dataset)[0].apply(dataset)


def calendar(dataset, query):
    return deadlines_calendar(select(dataset, query), BASE)


def events(raw):
    return list(Calendar.from_ical(raw).walk("VEVENT"))


@pytest.mark.parametrize("query", VIEWS)
def test_the_days_are_the_deadlines_of_the_page_in_its_order(dataset, query):
    letters = select(dataset, query).letters.dropna(subset="deadline_on")
    assert [(str(one["UID"]), one.decoded("DTSTART")) for one in events(calendar(dataset, query))] == [
        (
            f"deadline/{letter.round_id}/{letter.jurisdiction_id}@doj-letter-tracker.invalid",
            letter.deadline_on.date(),
        )
        for letter in letters.itertuples()
    ]


@pytest.mark.parametrize("query", VIEWS)
def test_another_library_reads_the_same_days(dataset, query):
    raw = calendar(dataset, query)
    read = ics.Calendar(raw.decode("utf-8"))
    days = {one.uid: (one.name, one.begin.date(), one.all_day) for one in read.events}
    assert days == {
        str(one["UID"]): (str(one["SUMMARY"]), one.decoded("DTSTART"), True) for one in events(raw)
    }


def test_california_in_january_2018_has_its_nine_deadlines(dataset):
    found = events(calendar(dataset, CALIFORNIA))
    assert len(found) == 9
    assert {one.decoded("DTSTART") for one in found} == {date(2018, 2, 23)}


def test_an_event_says_whose_deadline_it_is_and_how_the_letter_stands(dataset):
    (jackson,) = events(calendar(dataset, "round=2018-01&q=Jackson&as_of=2018-01-25"))
    record = f"{BASE}record?id=jackson-ms&as_of=2018-01-25"
    assert str(jackson["SUMMARY"]) == (
        "Jackson, Mississippi: answer to DOJ’s letter of Jan. 24, 2018, due (Awaiting answer)"
    )
    assert str(jackson["CATEGORIES"].cats[0]) == "Awaiting answer"
    assert str(jackson["URL"]) == record
    lines = str(jackson["DESCRIPTION"]).split("\n")
    assert lines[:2] == [
        "DOJ’s letter to Jackson, Mississippi, dated Jan. 24, 2018, asked for an answer by Feb. 23, 2018.",
        f"Status since Jan. 24, 2018: Awaiting answer. {Status.AWAITING.definition}",
    ]
    assert lines[2].startswith("What the letter asked for: ")
    assert lines[-1] == f"Record: {record}"


def test_an_event_lasts_one_whole_day_blocks_no_time_and_rings_no_bell(dataset):
    raw = calendar(dataset, "as_of=2026-11-25")
    for one in events(raw):
        assert one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(days=1)
        assert not isinstance(one.decoded("DTSTART"), datetime)
        assert one["TRANSP"] == "TRANSPARENT"
    assert b"VALARM" not in raw


def stamped(dataset, query, place="jackson-ms"):
    """The revision of the one deadline of a place: its stamps, its sequence, and all its words."""
    (one,) = (one for one in events(calendar(dataset, query)) if place in str(one["UID"]))
    stamps = {one.decoded("DTSTAMP"), one.decoded("LAST-MODIFIED")}
    words = (str(one["SUMMARY"]), str(one["DESCRIPTION"]))
    return stamps, one["SEQUENCE"], words


def midnight(text):
    return datetime.fromisoformat(f"{text}T00:00:00+00:00")


def test_a_revision_is_dated_by_the_record_and_not_by_the_day_of_looking(dataset):
    assert calendar(dataset, CALIFORNIA) == calendar(dataset, CALIFORNIA)
    first = stamped(dataset, "round=2018-01&as_of=2026-11-26&q=Jackson")
    next_day = stamped(dataset, "round=2018-01&as_of=2026-11-27&q=Jackson")
    # What the round said could follow was corrected a day after the letter was recorded.
    assert first[0] == next_day[0] == {midnight("2026-11-26")}
    assert first[1] == next_day[1] == 1


def test_a_revision_moves_when_a_status_does(dataset):
    letter = a_letter(
        round_id="2025-08", jurisdiction_id="jackson-ms", sent_on="2026-11-24", deadline_on="2026-12-24"
    )
    edited = a_dataset(dataset, letters=[letter], events=[an_event()], cases=[])
    before, after = (stamped(edited, f"as_of={day}") for day in ("2026-12-24", "2026-12-25"))
    assert (before[0], before[1]) == ({midnight("2026-11-25")}, 0)
    assert (after[0], after[1]) == ({midnight("2026-12-25")}, 30)
    assert before[2] != after[2]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"table": "rounds", "row": "2018-01", "column": "demand"},
        {"table": "jurisdictions", "row": "jackson-ms", "column": "name"},
    ],
)
def test_a_revision_moves_when_a_word_of_it_is_corrected(dataset, cells):
    corrected = a_dataset(dataset, corrections=[a_correction(**cells)])
    stamps, sequence, _ = stamped(corrected, "round=2018-01&as_of=2018-01-25")
    assert (stamps, sequence) == ({midnight("2026-12-01")}, 6)


def test_an_empty_calendar_is_one_that_can_be_subscribed_to(dataset):
    raw = calendar(dataset, "q=no+such+place")
    read = Calendar.from_ical(raw)
    assert events(raw) == []
    assert read.subcomponents
    assert read.errors == []
    assert str(read["REFRESH-INTERVAL"].to_ical(), "ascii") == "P1D"
    assert len(ics.Calendar(raw.decode("utf-8")).events) == 0


def test_a_deadline_keeps_its_uid_while_its_status_changes(dataset):
    def uids(day):
        return {str(one["UID"]) for one in events(calendar(dataset, f"round=2018-01&as_of={day}"))}

    assert uids("2018-01-25") == uids("2018-04-30")


def test_the_calendar_is_named_by_its_filters(dataset):
    read = Calendar.from_ical(calendar(dataset, CALIFORNIA))
    name = "DOJ letters tracker, deadlines: DOJ letters of the January 2018 round to places in California"
    for key in ("NAME", "X-WR-CALNAME"):  # the library leaves texts as written where it knows no type
        assert str(read[key]).replace("\\,", ",") == name
    assert str(read["DESCRIPTION"]).startswith(
        "DOJ letters of the January 2018 round to places in California, as of Jan. 25, 2018."
    )


def test_letters_without_a_deadline_are_counted_and_left_out(dataset):
    letters = [a_letter(deadline_on=""), a_letter(jurisdiction_id="jackson-ms")]
    raw = calendar(a_dataset(dataset, letters=letters), "as_of=2018-01-25")
    assert len(events(raw)) == 1
    assert " One letter left out, for want of a deadline. " in str(Calendar.from_ical(raw)["DESCRIPTION"])


def test_where_every_letter_has_a_deadline_none_is_said_to_be_left_out(dataset):
    assert "left out" not in str(Calendar.from_ical(calendar(dataset, CALIFORNIA))["X-WR-CALDESC"])


def test_lines_end_and_fold_as_the_format_asks(dataset):
    raw = calendar(dataset, "as_of=2026-11-25")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


def test_hostile_cells_stay_text(dataset):
    hostile = hostile_dataset(dataset)
    raw = deadlines_calendar(Filters.parse(CALIFORNIA, hostile)[0].apply(hostile), BASE)
    found = events(raw)
    assert len(found) == 9
    assert len(ics.Calendar(raw.decode("utf-8")).events) == 9
    assert [part.name for part in Calendar.from_ical(raw).walk()] == ["VCALENDAR", *["VEVENT"] * 9]
    assert all("alert(1)" in str(one["DESCRIPTION"]) for one in found)
    assert not set(raw) & (set(range(32)) - {9, 10, 13})
    assert max(map(len, raw.split(b"\r\n"))) <= 75
