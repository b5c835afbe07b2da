"""Answers by days since the letter: on the last day as many as elsewhere, never fewer than before."""

from datetime import date

import pytest

from tracker import Filters
from tracker.grouping import group_table
from tracker.over_time import answers_over_time

TODAY = date(2026, 11, 26)


def view(dataset, day=TODAY, **filters):
    return Filters(**filters).apply(dataset, day)


@pytest.mark.parametrize("day", [TODAY, date(2018, 2, 15), date(2025, 8, 20)])
def test_on_the_day_of_the_view_as_many_are_answered_as_in_the_table_of_rounds(dataset, day):
    last = answers_over_time(view(dataset, day)).groupby("round_id").last()
    counted = group_table(view(dataset, day), "round").set_index("group").loc[last.index]
    assert (last["letters"] == counted["named"]).all()
    assert (last["at_least"] == counted["answered_at_least"]).all()
    assert (last["at_most"] == counted["answered_at_most"]).all()


def test_counts_never_fall_and_keep_their_bounds(dataset):
    table = answers_over_time(view(dataset))
    assert (table["at_least"] <= table["at_most"]).all()
    assert (table["at_most"] <= table["letters"]).all()
    steps = table.groupby("round_id")[["day", "at_least", "at_most"]].diff().dropna()
    assert (steps >= 0).all(axis=None)
    assert (table.groupby("round_id")["day"].first() == 0).all()


def test_the_letters_of_january_2018(dataset):
    table = answers_over_time(view(dataset, date(2018, 3, 1), round=("2018-01",)))
    first, last = table.iloc[0], table.iloc[-1]
    assert (first["day"], last["day"], last["letters"], last["deadline_days"]) == (0, 36, 23, 30)
    assert first["at_least"] == 0


def test_letters_that_no_source_names_are_left_out(dataset):
    letters = view(dataset, round=("2025-08",)).letters
    named = int((letters["evidence"] != "inferred").sum())
    assert named < len(letters)
    assert set(answers_over_time(view(dataset, round=("2025-08",)))["letters"]) == {named}
    assert answers_over_time(view(dataset, evidence=("inferred",))).empty


def test_an_answer_that_may_have_come_on_any_day_is_possible_from_the_first(dataset):
    table = answers_over_time(view(dataset, round=("2018-01",)))
    assert (table["at_most"] > table["at_least"]).any()
    assert table.iloc[-1]["at_least"] == table.iloc[-1]["at_most"]
