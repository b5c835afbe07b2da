"""The axis of a timeline: every day in order, empty years folded, dates written where they can be read."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.views.axis import LONG, TICK_GAP, axis

days = st.dates(date(2016, 1, 1), date(2026, 12, 31))


def spans(pairs):
    return [(min(pair), max(pair)) for pair in pairs]


pairs = st.lists(st.tuples(days, days), min_size=1, max_size=12).map(spans)


@given(pairs, pairs, days)
def test_days_keep_their_order_and_their_ends(letters, events, as_of):
    scale = axis(letters, events, as_of)
    shown = sorted({day for span in letters for day in span})
    places = [scale.at(day) for day in shown]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert (scale.at(scale.first), scale.at(scale.last)) == (0, 100)


@given(pairs, pairs, days)
def test_what_is_folded_is_long_and_empty(letters, events, as_of):
    scale = axis(letters, events, as_of)
    for begin, end in scale.folded:
        assert end - begin > timedelta(days=LONG - 61)
        assert not any(begin < day < end for span in letters for day in span)
        assert not any(begin < day < end and day >= scale.first for _, day in events)


@given(pairs, days)
def test_dates_along_the_axis_do_not_touch(letters, as_of):
    places = [tick.at for tick in axis(letters, [], as_of).ticks]
    assert all(after - before > TICK_GAP for before, after in itertools.pairwise(places))


def test_the_years_without_a_letter_are_folded_and_said():
    scale = axis([(date(2018, 1, 24), date(2018, 2, 23))], [(date(2025, 8, 13),) * 2], date(2025, 9, 1))
    (fold,) = scale.folds
    assert fold.label == "March 2018 to July 2025: nothing drawn here"
    assert scale.days < 300
    assert scale.at(date(2021, 1, 1)) == fold.at


def test_events_are_counted_by_month():
    events = [(date(2018, 2, 1),) * 2, (date(2018, 2, 20),) * 2, (date(2018, 3, 1),) * 2]
    months = axis([(date(2018, 1, 24), date(2018, 2, 23))], events, date(2018, 3, 2)).months
    assert [(month.label, month.count) for month in months] == [("February 2018", 2), ("March 2018", 1)]


def test_the_day_of_the_view_is_shown_when_it_is_near():
    letters = [(date(2018, 1, 24), date(2018, 2, 23))]
    assert axis(letters, [], date(2018, 1, 25)).day is not None
    assert axis(letters, [], date(2026, 1, 25)).day is None


def test_a_timeline_of_nothing_has_an_axis():
    assert axis([], [], date(2018, 1, 25)).ticks
