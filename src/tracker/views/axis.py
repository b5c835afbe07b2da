"""The days that a timeline shows: from the first letter to the last event, long empty stretches folded."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from tracker.language.datewords import month_in_words, short_month

Span = tuple[date, date]

NEAR = 0.35
"""The day of the view is shown if it is no further off than this share of what is shown before it."""

LONG = 200
"""A stretch of more days than this in which nothing is on record is folded."""

MARGIN = timedelta(days=30)
"""What is left of a folded stretch at either side."""

TICK_GAP = 9.0
"""The least distance between two dates written along the axis, in percents of its width."""


@dataclass(frozen=True)
class Tick:
    """A date or a fold on the axis: where it lies, in percents, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True)
class Month:
    """A month on the axis: where it lies and how wide it is, in percents, and how many events it has."""

    at: float
    width: float
    label: str
    count: int


@dataclass(frozen=True)
class Axis:
    """The first and last day of an axis, the stretches folded, and what is written along it.

    `day` is where the day of the view lies, None where the axis does not show it.
    """

    first: date
    last: date
    folded: tuple[Span, ...] = ()
    months: tuple[Month, ...] = ()
    day: float | None = None

    @property
    def days(self) -> int:
        """How many days are shown."""
        return self._before(self.last)

    def at(self, day: date) -> float:
        """Return where a day lies, in percents of the width; a day that is folded lies at its fold."""
        day = min(max(day, self.first), self.last)
        begin = next((begin for begin, end in self.folded if begin < day < end), day)
        return round(100 * self._before(begin) / max(1, self.days), 2)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The months to write along the axis, the first after each fold and Januaries before others."""
        chosen: list[Tick] = []
        for month in sorted(self._months(), key=self._weight):
            at = self.at(month)
            if all(abs(at - tick.at) > TICK_GAP for tick in chosen) and at < 100 - TICK_GAP / 2:
                chosen.append(Tick(at, short_month(month)))
        return tuple(sorted(chosen, key=lambda tick: tick.at))

    @property
    def folds(self) -> tuple[Tick, ...]:
        """Where the axis is folded, and between which months no letter and no event of the view is drawn."""
        return tuple(
            Tick(self.at(begin), f"{month_in_words(begin)} to {month_in_words(end)}: nothing drawn here")
            for begin, end in self.folded
        )

    def counted(self, days: Sequence[date]) -> tuple[Month, ...]:
        """Count days by month, the months in order."""
        counts = Counter(day.replace(day=1) for day in days)
        return tuple(self._month(month, counts[month]) for month in sorted(counts))

    def _month(self, month: date, count: int) -> Month:
        begin, end = self.at(month), self.at(_next(month))
        return Month(begin, round(max(end - begin, 0.15), 2), month_in_words(month), count)

    def _before(self, day: date) -> int:
        return (day - self.first).days - sum((end - begin).days for begin, end in self.folded if end <= day)

    def _months(self) -> Iterator[date]:
        month = _next(self.first)
        while month <= self.last:
            if not any(begin <= month <= end for begin, end in self.folded):
                yield month
            month = _next(month)

    def _weight(self, month: date) -> tuple[int, date]:
        after_fold = any(0 <= (month - end).days < 31 for _, end in self.folded)
        return (0 if after_fold else 1 if month.month == 1 else 2 if month.month == 7 else 3), month


def axis(letters: Sequence[Span], events: Sequence[Span], as_of: date) -> Axis:
    """Return the axis on which letters, their deadlines and events lie, and the day of the view if near."""
    if not letters:
        return Axis(as_of - timedelta(days=30), as_of + timedelta(days=5))
    first = min([*(begin for begin, _ in letters), *(end for _, end in events)])
    last = max(end for _, end in [*letters, *events])
    seen = min(max(as_of, first), last)
    folded = tuple(_empty(sorted([*_within(first, [*letters, *events]), (seen, seen)])))
    length = max(14, Axis(first, last, folded).days)
    near = 0 < (as_of - last).days <= NEAR * length
    margin = timedelta(days=max(1, ceil(0.04 * length)))
    shown = Axis(first - margin, (as_of if near else last) + margin, folded)
    months = shown.counted([end for _, end in events])
    return Axis(shown.first, shown.last, folded, months, _day(shown, as_of))


def _within(first: date, spans: Sequence[Span]) -> Iterator[Span]:
    return ((max(first, begin), end) for begin, end in spans)


def _empty(busy: Sequence[Span]) -> Iterator[Span]:
    """Give the long stretches between spans, which are in order."""
    reached = busy[0][1]
    for begin, end in busy:
        if (begin - reached).days > LONG:
            yield reached + MARGIN, begin - MARGIN
        reached = max(reached, end)


def _day(shown: Axis, as_of: date) -> float | None:
    folded = any(begin < as_of < end for begin, end in shown.folded)
    return shown.at(as_of) if shown.first <= as_of <= shown.last and not folded else None


def _next(month: date) -> date:
    """Return the first day of the month after."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)
