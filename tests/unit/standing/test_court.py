"""What the courts said, over which of the cases that name a place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_case, shipped
from tracker.standing import COURT_RULES, letter_court, suits_on
from tracker.vocabulary import Court

DATASET = shipped()
LATER = "2018-12-31"


def other(**cells):
    """A case that names the place and is over no letter."""
    return a_case(case_id="other", round_id="", concerns="policy", **cells)


def decided(side):
    return {"outcome_for": side, "decided_on": "2018-06-06"}


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({}, "pending"),
        ({"ended_on": "2018-03"}, "ended_otherwise"),
        (decided("place"), "won_by_place"),
        (decided("united-states"), "won_by_us"),
        (decided("split"), "split"),
        (decided("agreement"), "settled"),
        (decided("place") | {"ended_on": "2018-07"}, "won_by_place"),
    ],
)
def test_what_came_of_a_case_over_the_letter(stands, cells, word):
    row = stands(LATER, cases=[a_case(**cells)])
    assert (row["court"], row["court_concern"]) == (word, "letter")


def test_a_case_counts_from_its_filing_and_a_decision_from_its_day(stands):
    case = a_case(**decided("place"))
    words = [stands(day, cases=[case])["court"] for day in ("2018-02-05", "2018-02-06", "2018-06-06")]
    assert words == ["no_case", "pending", "won_by_place"]


@pytest.mark.parametrize(
    ("cells", "concern"),
    [
        ({}, "policy"),
        ({"concerns": "grants"}, "grants"),
        ({"concerns": "policy;grants"}, "policy"),
        ({"concerns": "records"}, ""),
        ({"round_id": "2017-11", "concerns": "letter"}, ""),
        ({"jurisdictions": "chicago-il"}, ""),
        ({"ended_on": "2018-01-23", "filed_on": "2017-12-01"}, ""),
        ({"filed_on": "2017-12-01"}, "policy"),
    ],
)
def test_another_case_bears_on_a_letter_by_what_it_concerns(stands, cells, concern):
    row = stands(LATER, cases=[other() | cells])
    assert row["court_concern"] == concern
    assert (row["court"] == "no_case") == (concern == "")


def test_a_case_after_the_end_of_the_program_says_nothing_of_its_letters(stands):
    assert stands("2026-01-01", cases=[other(filed_on="2025-02-07")])["court"] == "no_case"


def test_the_nearest_case_decides(stands):
    over_money = a_case(case_id="money", round_id="", concerns="grants", **decided("united-states"))
    row = stands(LATER, cases=[over_money, other(**decided("place"))])
    assert (row["court"], row["court_concern"]) == ("won_by_place", "policy")


def test_one_case_for_each_side_is_a_split(stands):
    cases = [other(**decided("place")), other(**decided("united-states")) | {"case_id": "more"}]
    assert stands(LATER, cases=cases)["court"] == "split"


def test_a_suit_of_two_places_counts_once(dataset):
    suits = suits_on(dataset, date(2026, 11, 26))
    assert suits.duplicated(["round_id", "jurisdiction_id", "case_id"]).sum() == 0


@pytest.mark.parametrize(
    ("place", "round_id", "expected"),
    [
        ("boston-ma", "2025-08", ("won_by_place", "letter")),
        ("west-palm-beach-fl", "2018-01", ("settled", "letter")),
        ("philadelphia-pa", "2017-10", ("won_by_place", "grants")),
        ("jackson-ms", "2018-01", ("no_case", "")),
    ],
)
def test_places_on_record(dataset, place, round_id, expected):
    keys = (dataset.letters["jurisdiction_id"] == place) & (dataset.letters["round_id"] == round_id)
    row = letter_court(dataset, date(2026, 11, 26))[keys].iloc[0]
    assert (row["court"], row["court_concern"]) == expected


def test_every_word_has_exactly_one_rule_with_its_reason():
    assert sorted(rule.word for rule in COURT_RULES) == sorted(Court)
    assert all(rule.when.endswith(".") and rule.why.endswith(".") for rule in COURT_RULES)


@settings(max_examples=30)
@given(st.dates(date(2017, 1, 1), date(2027, 1, 1)))
def test_every_letter_sent_has_one_word(day):
    sent = DATASET.letters["sent_on"].dt.date <= day
    assert ((letter_court(DATASET, day)["court"] != "") == sent).all()
