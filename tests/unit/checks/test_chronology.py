"""Rules for the order of days."""

from datetime import date

import pytest

import tracker
from builders import a_case, a_correction, a_letter, add, an_event, describe, edit, found_in, report_on

NAMES = ("albany-ny", "boston-ma", "chicago-il", "denver-co", "evanston-il")
PUBLISHED = (
    "1phila-201704-doj",
    "6abc-20260703-philly",
    "9news-20180124-denver",
    "abc7-20250725-illinois-dismissed",
    "abc10-201701-sacramento",
)


def unrelated_events(count, **cells):
    """Events on one day at different places, each with a source of its own."""
    pairs = zip(NAMES[:count], PUBLISHED[:count], strict=True)
    made = {"round_id": "", "date": "2019-05-06", "confidence": "single-source"} | cells
    return [an_event(**{"jurisdiction_id": place, "sources": source} | made) for place, source in pairs]


def test_a_deadline_before_its_letter_is_found(folder):
    edit(folder, "rounds", "2018-04", deadline_on="2018-04-11")
    codes = found_in(folder)
    assert ("2018-04", "deadline_on", "deadline-before-letter") in codes


def test_a_deadline_of_one_letter_is_looked_at_too(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2018-01-23")
    assert found_in(folder) == [
        ("2018-01 + jackson-ms", "deadline_on", "deadline-before-letter"),
        ("2018-01 + jackson-ms", "deadline_on", "letter-date"),
    ]


def test_a_deadline_on_the_day_of_the_letter_is_let_pass(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2018-01-24")
    assert found_in(folder) == [("2018-01 + jackson-ms", "deadline_on", "letter-date")]


def test_a_letter_before_its_round_is_found(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), sent_on="2018-01-23")
    assert ("2018-01 + jackson-ms", "sent_on", "letter-before-round") in found_in(folder)


@pytest.mark.parametrize("date", ["2018-01-23", "2017-12", "2017", "2017-11-01/2018-01-23"])
def test_an_event_before_its_letter_is_found(folder, date):
    event = an_event(date=date)
    event["event_id"] = f"jackson-ms:{date.split('/')[0][:4] if '/' in date else date}:statement"
    add(folder, "events", event)
    assert found_in(folder) == [(event["event_id"], "date", "event-before-letter")]


@pytest.mark.parametrize("date", ["2018-01-24", "2018-01", "2018"])
def test_an_event_that_may_be_after_its_letter_is_let_pass(folder, date):
    add(folder, "events", an_event(date=date, type="declined"))
    assert found_in(folder) == []


def test_a_list_may_name_a_place_before_its_letter(folder):
    add(folder, "events", an_event(date="2018-01-10", type="listed"))
    assert found_in(folder) == []


def test_an_event_of_background_is_not_before_it(folder):
    event = an_event(round_id="2025-08-list", date="2025-08-04")
    add(folder, "events", event)
    assert found_in(folder) == [(event["event_id"], "date", "event-before-letter")]


@pytest.mark.parametrize(
    ("filed", "ended", "found"),
    [
        ("2018-02-06", "2018-02-05", True),
        ("2018-02-06", "2018-01", True),
        ("2018-02", "2018-01-31", True),
        ("2018-02-06", "2018-02-06", False),
        ("2018-02-06", "2018-02", False),
        ("2018", "2018", False),
        ("", "2018", False),
    ],
)
def test_a_case_that_ends_before_it_was_filed_is_found(folder, filed, ended, found):
    add(folder, "cases", a_case(filed_on=filed, ended_on=ended))
    expected = [("jackson-v-sessions-2018", "ended_on", "end-before-start")] if found else []
    assert found_in(folder) == expected


def test_a_round_that_ends_before_it_was_sent_is_found(folder):
    edit(folder, "rounds", "2018-01", ended_on="2017")
    assert found_in(folder) == [("2018-01", "ended_on", "end-before-start")]


@pytest.mark.parametrize("date", ["2019-01-01", "2018-12-31", "2019-01-01/2019-05-06"])
def test_a_day_that_may_stand_for_a_year_is_a_warning(folder, date):
    add(folder, "cases", a_case(filed_on="2018", ended_on=date))
    assert found_in(folder) == [("jackson-v-sessions-2018", "ended_on", "placeholder-date")]


def test_a_placeholder_in_a_plain_day_is_found_too(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2018-12-31")
    assert ("2018-01 + jackson-ms", "deadline_on", "placeholder-date") in found_in(folder)


def test_a_day_shared_by_many_unrelated_events_is_a_warning(folder):
    events = unrelated_events(5)
    add(folder, "events", *events)
    assert found_in(folder) == [(events[0]["event_id"], "date", "shared-date")]


@pytest.mark.parametrize(
    "shared",
    [
        {"sources": "doj-20170421-nine-letters"},
        {"case_id": "oregon-v-trump-2018"},
        {"round_id": "2025-08-list", "date": "2025-09-08"},
        {"date": "2019-05"},
    ],
    ids=["a source", "a case", "a round", "only a month"],
)
def test_events_that_share_more_than_the_day_are_let_pass(folder, shared):
    add(folder, "events", *unrelated_events(5, **shared))
    assert found_in(folder) == []


def test_four_events_on_one_day_may_be_chance(folder):
    add(folder, "events", *unrelated_events(4))
    assert found_in(folder) == []


def test_a_letter_of_the_next_round_is_in_order(folder):
    add(
        folder, "letters", a_letter(round_id="2026-05-plates", sent_on="2026-05-12", deadline_on="2026-05-22")
    )
    assert found_in(folder) == []


def test_an_event_after_the_research_is_found(folder):
    late = an_event(date="2999-12")
    add(folder, "events", late)
    assert found_in(folder) == [(late["event_id"], "date", "after-research")]


@pytest.mark.parametrize(
    ("table", "key", "column"),
    [
        ("cases", "oregon-v-trump-2018", "ended_on"),
        ("cases", "oregon-v-trump-2018", "decided_on"),
        ("rounds", "2026-01-minnesota", "sent_on"),
        ("letters", ("2018-01", "jackson-ms"), "sent_on"),
    ],
)
def test_every_day_of_a_fact_is_held_to_the_research(folder, table, key, column):
    edit(folder, table, key, **{column: "2999-02-03"})
    assert (column, "after-research") in [found[1:] for found in found_in(folder)]


def test_what_began_before_the_research_ended_may_end_later(folder):
    reach = tracker.load(folder).version.researched_to
    add(folder, "events", an_event(date=f"{reach:%Y-%m}/{reach.year + 1}", round_id=""))
    assert "after-research" not in [code for *_, code in found_in(folder)]


@pytest.mark.parametrize(("reach", "codes"), [("2026-12-01", []), ("2026-12-02", ["research-after-release"])])
def test_the_research_reaches_no_day_to_come(folder, reach, codes):
    describe(folder, lambda package: package.update(researched_to=reach))
    assert [problem.code for problem in report_on(folder, date(2026, 12, 1)).errors] == codes


def test_the_research_of_a_release_reaches_no_further_than_its_day(folder):
    describe(folder, lambda package: package.update(researched_to="2026-12-02"))
    name = tracker.load(folder).version.name
    describe(folder, lambda package: package.update(version=name, released_on="2026-11-25"))
    assert [problem.code for problem in report_on(folder).errors] == ["research-after-release"]


@pytest.mark.parametrize(("day", "codes"), [("2026-12-01", []), ("2026-12-02", ["future-day"])])
def test_a_row_recorded_on_a_day_to_come_is_found(folder, day, codes):
    add(folder, "events", an_event(recorded_on=day))
    assert [problem.code for problem in report_on(folder, date(2026, 12, 1)).errors] == codes


def test_a_correction_of_a_day_to_come_is_found(folder):
    add(folder, "corrections", a_correction(corrected_on="2999-11-30"))
    codes = [problem.code for problem in report_on(folder, date(2026, 12, 1)).errors]
    assert "future-day" in codes


def test_where_nobody_says_the_day_none_is_to_come(folder):
    add(folder, "events", an_event(recorded_on="2999-11-30"))
    assert report_on(folder).errors == ()
