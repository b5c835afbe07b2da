"""Groups divide the letters of a view: their sums are the view’s, and each number is that of its filters."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import shipped
from tracker import Filters
from tracker.brief.outcomes import by_deadline
from tracker.evidence import inferred, named
from tracker.grouping import (
    AT_LEAST,
    AT_MOST,
    GROUPINGS,
    MEASURES,
    NAMED,
    ORDERS,
    SHARE,
    SUITS,
    group_table,
    groups_of,
    narrowed,
    totals,
)
from tracker.periods import eras
from tracker.standing import suits_on
from tracker.vocabulary import Court, EarliestAnswer, Evidence, Party, Suit

DATASET = shipped()
TODAY = date(2026, 11, 26)
COLUMNS = [
    column
    for name, measure in MEASURES.items()
    for column in ([name] if measure.possible is None else [name + AT_LEAST, name + AT_MOST])
]
WORDS = {
    key: st.lists(st.sampled_from(words), max_size=2, unique=True).map(tuple)
    for key, words in {
        "round": ["2017-11", "2018-01", "2025-08"],
        "region": ["South", "West", "Midwest"],
        "kind": ["city", "county", "state"],
        "answer": ["on_time", "day_unknown", "none_on_record"],
        "evidence": ["official", "report", "inferred"],
        "suit": ["by_us", "by_both", "none"],
    }.items()
}
DAYS = st.sampled_from(
    [date(2017, 6, 15), date(2017, 12, 20), date(2018, 2, 1), date(2018, 4, 13), date(2025, 8, 20), TODAY]
)
VIEWS = st.builds(Filters, **WORDS, as_of=DAYS)


@settings(max_examples=15)
@given(VIEWS, st.sampled_from(list(GROUPINGS)))
def test_the_groups_of_any_view_sum_to_the_view(filters, by):
    view = filters.apply(DATASET)
    table, whole = group_table(view, by), totals(view)
    assert {column: table[column].sum() for column in COLUMNS} == {
        column: whole[column] for column in COLUMNS
    }
    assert whole["named"] + whole["inferred"] == len(view.letters)
    assert (whole["named"], whole["inferred"]) == (len(named(view.letters)), len(inferred(view.letters)))
    assert table[SUITS].max() <= whole[SUITS] <= table[SUITS].sum() if len(table) else not whole[SUITS]


@settings(max_examples=15)
@given(VIEWS, st.sampled_from(list(GROUPINGS)))
def test_each_number_is_that_of_the_letters_that_its_filters_pick(filters, by):
    view = filters.apply(DATASET)
    conditions = {group.word: group.condition for group in groups_of(view, by)}
    for row in group_table(view, by).to_dict("records"):
        for name, measure in MEASURES.items():
            ends = (
                {AT_LEAST: measure.certain, AT_MOST: measure.possible}
                if measure.possible
                else {"": measure.certain}
            )
            for end, condition in ends.items():
                picked = narrowed(filters, conditions[row["group"]], condition)
                assert row[name + end] == (len(picked.apply(DATASET).letters) if picked else 0), (row, name)


@settings(max_examples=15)
@given(VIEWS)
def test_the_ranges_are_those_of_the_brief(filters):
    view = filters.apply(DATASET)
    whole, on_time = totals(view), by_deadline(named(view.letters))
    assert (whole["on_time" + AT_LEAST], whole["on_time" + AT_MOST]) == (on_time.at_least, on_time.at_most)
    for name in ("answered", "on_time"):
        assert whole[name + AT_LEAST] <= whole[name + AT_MOST] <= whole["named"]
    assert whole["on_time" + AT_MOST] <= whole["answered" + AT_MOST]
    if whole["named"]:
        assert 0 <= whole[SHARE + AT_LEAST] <= whole[SHARE + AT_MOST] <= 1


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("order", ORDERS)
def test_groups_are_sorted_both_ways(dataset, by, order):
    view = Filters().apply(dataset, TODAY)
    first = ORDERS[order][0]
    for backward in (False, True):
        cells = group_table(view, by, order, backward)[first].dropna().tolist()
        assert cells == sorted(cells, reverse=backward)


def test_states_begin_with_that_of_the_most_letters(dataset):
    january = Filters(round="2018-01").apply(dataset, TODAY)
    table = group_table(january)
    assert list(table["group"][:1]) == ["CA"]
    assert (table["named"].iloc[0], table["named"].sum()) == (9, 23)
    assert set(table["group"]) == set(january.letters["state"])


def test_an_answer_whose_day_may_be_after_that_of_the_view_counts_at_most(dataset):
    """Louisville's answer is dated between 24 January and 12 April 2018."""
    view = Filters(round="2018-01", id="louisville-ky", as_of="2018-02-01").apply(dataset)
    whole = totals(view)
    assert (whole["answered" + AT_LEAST], whole["answered" + AT_MOST]) == (0, 1)
    assert (whole["on_time" + AT_LEAST], whole["on_time" + AT_MOST]) == (0, 1)
    assert list(view.letters["earliest_answer"]) == [EarliestAnswer.BY_DEADLINE]


def test_an_unnamed_letter_counts_in_its_own_column_only(published):
    view = Filters(evidence=str(Evidence.INFERRED)).apply(published, TODAY)
    whole = totals(view)
    assert whole["inferred"] == len(view.letters) > 0
    assert {name: whole[name] for name in COLUMNS if name != "inferred"} == dict.fromkeys(
        [name for name in COLUMNS if name != "inferred"], 0
    )


@settings(max_examples=6)
@given(DAYS)
def test_who_sued_is_said_of_just_the_letters_with_a_case(day):
    letters, suits = Filters().apply(DATASET, day).letters, suits_on(DATASET, day)
    assert ((letters["suit"] == Suit.NONE) == (letters["court"] == Court.NO_CASE)).all()
    for letter in letters.itertuples():
        own = suits[
            (suits["round_id"] == letter.round_id) & (suits["jurisdiction_id"] == letter.jurisdiction_id)
        ]
        by_us, by_place = (
            side in set(own["brought_by"]) for side in (Party.UNITED_STATES, Party.JURISDICTION)
        )
        assert (by_us, by_place) == (
            letter.suit in (Suit.BY_UNITED_STATES, Suit.BY_BOTH),
            letter.suit in (Suit.BY_PLACE, Suit.BY_BOTH),
        )


def test_a_filter_that_leaves_nothing_is_no_link():
    assert narrowed(Filters(evidence=str(Evidence.INFERRED)), NAMED) is None
    assert narrowed(Filters(state=("CA", "IL")), {"state": ("CA",)}) == Filters(state="CA")


def test_periods_are_named_by_the_years_of_the_letters_sent_by_the_day(dataset):
    assert list(eras(dataset, date(2017, 6, 1))) == ["2017"]
    assert list(eras(dataset, date(2018, 12, 1))) == ["2017-18"]
    assert list(eras(dataset, date(2025, 9, 1))) == ["2017-18", "2025"]
    known = eras(dataset, TODAY)
    assert {key for rounds in known.values() for key in rounds} == set(dataset.letters["round_id"])
