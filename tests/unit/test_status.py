"""Status follows from the record and the day, by one table of rules."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_case, a_dataset, a_letter, an_event, shipped
from tracker.status import STATUS_RULES, letter_status
from tracker.vocabulary import EventType, Status

DATASET = shipped()
"""For properties: a fixture would be printed, all of it, with every example."""

JACKSON = a_letter(jurisdiction_id="jackson-ms")
OUTCOMES = {
    "cleared": "cleared",
    "settlement": "settled",
    "delisted": "removed",
    "found_noncompliant": "flagged",
    "declined": "declined",
    "response_sent": "answered",
}
"""Event types that set a status, in the order of precedence; a case stands after the second."""


def status(dataset, day, letter=JACKSON, events=(), cases=()):
    """The status of one letter, with nothing else on record."""
    small = a_dataset(dataset, letters=[letter], events=list(events), cases=list(cases))
    return letter_status(small, date.fromisoformat(day)).item()


def events_of(*types, **cells):
    return [an_event(type=type_, **cells) for type_ in types]


@pytest.mark.parametrize(("type_", "expected"), OUTCOMES.items())
def test_an_outcome_sets_its_status(dataset, type_, expected):
    assert status(dataset, "2018-02-14", events=events_of(type_)) == expected
    assert status(dataset, "2018-02-13", events=events_of(type_)) == "awaiting"


@pytest.mark.parametrize("type_", sorted(set(EventType) - set(OUTCOMES)))
def test_other_events_set_none(dataset, type_):
    assert status(dataset, "2018-02-14", events=events_of(type_)) == "awaiting"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-01-23", ""),
        ("2018-01-24", "awaiting"),
        ("2018-02-23", "awaiting"),
        ("2018-02-24", "no_answer_found"),
        ("2021-04-29", "no_answer_found"),
        ("2021-04-30", "lapsed"),
    ],
)
def test_without_events_the_day_decides(dataset, day, expected):
    assert status(dataset, day) == expected


def test_a_letter_without_a_deadline_is_never_awaiting_and_never_overdue(dataset):
    letter = JACKSON | {"deadline_on": ""}
    assert status(dataset, "2018-01-24", letter) == "no_deadline"
    assert status(dataset, "2020-01-24", letter) == "no_deadline"
    assert status(dataset, "2021-05-01", letter) == "lapsed"


def test_the_earlier_rule_wins(dataset):
    types = list(OUTCOMES)
    won = [status(dataset, "2020-01-01", events=events_of(*types[start:])) for start in range(len(types))]
    assert won == list(OUTCOMES.values())


def test_the_end_of_the_program_outranks_a_finding_but_no_answer(dataset):
    finding = events_of("found_noncompliant")
    assert status(dataset, "2021-04-29", events=finding) == "flagged"
    assert status(dataset, "2021-04-30", events=finding) == "lapsed"
    answered = [*finding, *events_of("response_sent")]
    assert status(dataset, "2021-04-30", events=answered) == "answered"


def test_a_case_stands_between_a_settlement_and_a_removal(dataset):
    day, cases = "2022-01-01", [a_case()]
    assert status(dataset, day, events=events_of("settlement"), cases=cases) == "settled"
    assert status(dataset, day, events=events_of("delisted", "response_sent"), cases=cases) == "in_court"


@pytest.mark.parametrize(
    ("cells", "day", "expected"),
    [
        ({}, "2018-02-05", "awaiting"),
        ({}, "2018-02-06", "in_court"),
        ({"filed_on": "2018-02"}, "2018-02-27", "no_answer_found"),
        ({"filed_on": "2018-02"}, "2018-02-28", "in_court"),
        ({"filed_on": ""}, "2019-01-01", "no_answer_found"),
        ({"ended_on": "2018-03"}, "2018-03-30", "in_court"),
        ({"ended_on": "2018-03"}, "2018-03-31", "no_answer_found"),
        ({"ended_on": "2018-03-12"}, "2018-03-12", "no_answer_found"),
        ({"round_id": ""}, "2018-02-07", "awaiting"),
        ({"round_id": "2017-11"}, "2018-02-07", "awaiting"),
        ({"jurisdictions": "chicago-il"}, "2018-02-07", "awaiting"),
        ({"jurisdictions": "chicago-il;jackson-ms"}, "2018-02-07", "in_court"),
    ],
)
def test_a_case_counts_while_it_is_open_for_its_places_and_round(dataset, cells, day, expected):
    assert status(dataset, day, cases=[a_case(**cells)]) == expected


@pytest.mark.parametrize(("day", "expected"), [("2018-02-15", "awaiting"), ("2018-02-16", "in_court")])
def test_a_place_that_joined_a_case_is_in_court_from_then(dataset, day, expected):
    case = a_case()
    joined = an_event(type="suit_joined", case_id=case["case_id"], date="2018-02-16")
    assert status(dataset, day, events=[joined], cases=[case]) == expected


@pytest.mark.parametrize(
    ("when", "not_yet", "by_then"),
    [
        ("2018-02", "2018-02-27", "2018-02-28"),
        ("2018", "2018-12-30", "2018-12-31"),
        ("2018-02-01/2018-02-09", "2018-02-08", "2018-02-09"),
    ],
)
def test_an_imprecise_event_counts_from_its_latest_day(dataset, when, not_yet, by_then):
    events = events_of("response_sent", date=when)
    assert status(dataset, not_yet, events=events) != "answered"
    assert status(dataset, by_then, events=events) == "answered"


@pytest.mark.parametrize(
    "cells", [{"round_id": "2017-11"}, {"round_id": ""}, {"jurisdiction_id": "chicago-il"}]
)
def test_an_event_of_another_round_or_place_sets_nothing(dataset, cells):
    assert status(dataset, "2018-02-20", events=events_of("cleared", **cells)) == "awaiting"


@pytest.mark.parametrize(
    ("round_id", "day", "tally"),
    [
        ("2018-01", "2018-01-25", {"awaiting": 23}),
        ("2018-01", "2018-03-01", {"answered": 3, "in_court": 1, "no_answer_found": 19}),
        ("2018-01", "2018-04-30", {"cleared": 2, "answered": 4, "no_answer_found": 17}),
        ("2018-01", "2026-07-03", {"cleared": 2, "answered": 4, "lapsed": 17}),
        ("2017-11", "2018-01-25", {"answered": 14, "no_answer_found": 15}),
    ],
)
def test_the_record_gives_the_tallies_that_the_data_model_states(dataset, round_id, day, tally):
    statuses = letter_status(dataset, date.fromisoformat(day))
    assert statuses[dataset.letters["round_id"] == round_id].value_counts().to_dict() == tally


def test_every_status_has_exactly_one_rule_with_its_reason():
    assert sorted(rule.word for rule in STATUS_RULES) == sorted(Status)
    assert all(rule.when.endswith(".") and rule.why.endswith(".") for rule in STATUS_RULES)


def test_statuses_stand_in_the_order_of_the_letters(dataset):
    statuses = letter_status(dataset, date(2026, 7, 3))
    assert statuses.index.equals(dataset.letters.index)
    assert set(statuses) <= set(Status)


@settings(max_examples=50)
@given(st.dates(date(2016, 1, 1), date(2030, 1, 1)))
def test_a_letter_has_a_status_once_sent_and_none_before(day):
    is_sent = DATASET.letters["sent_on"] <= pd.Timestamp(day)
    assert ((letter_status(DATASET, day) != "") == is_sent).all()


@settings(max_examples=50)
@given(st.dates(date(2017, 1, 1), date(2030, 1, 1)), st.integers(1, 400))
def test_a_clearance_is_for_good(day, more):
    first, later = (letter_status(DATASET, each) == "cleared" for each in (day, day + timedelta(more)))
    assert (later | ~first).all()


def test_a_table_many_times_as_long_gives_as_many_of_each(dataset):
    day = date(2018, 4, 30)
    long = pd.concat([dataset.letters] * 20, ignore_index=True)
    larger = replace(dataset, tables={**dataset.tables, "letters": long})
    once, often = (letter_status(each, day).value_counts() for each in (dataset, larger))
    assert (often == once.reindex(often.index) * 20).all()


def test_an_empty_table_gives_no_status(dataset):
    assert letter_status(a_dataset(dataset, letters=[]), date(2018, 1, 24)).empty
