"""Which days a timeline shows: from the first letter to the last event, without long empty years between."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import pandas as pd

from tracker.views.history import History

NEAR = 0.35
"""The day of the view is shown if it is no further off than this share of what is shown before it."""

LONG = 200
"""A stretch of more days than this in which nothing is on record is cut out."""


@dataclass(frozen=True)
class DateRange:
    """The first and last day of an axis, and the stretches cut out of it."""

    first: date
    last: date
    cuts: tuple[tuple[date, date], ...] = ()

    @property
    def days(self) -> int:
        """How many days are shown."""
        return self.before(self.last)

    def before(self, day: date) -> int:
        """How many days are shown before a day that is shown."""
        return (day - self.first).days - sum((end - begin).days for begin, end in self.cuts if end <= day)


def date_range(content: History, as_of: date) -> DateRange:
    """Return the days in which letters, deadlines and events lie, and the day of the view if it is near."""
    spans, events = content.spans, content.events
    if spans.empty:
        return DateRange(as_of - timedelta(days=30), as_of + timedelta(days=5))
    first = min([spans["begin"].min(), *events["end"]]).date()
    last = max([spans["begin"].max(), *spans["end"].dropna(), *events["end"]]).date()
    cuts = tuple(_cuts(_busy(content, first, min(as_of, last))))
    length = max(14, DateRange(first, last, cuts).days)
    if 0 < (as_of - last).days <= NEAR * length:
        last = as_of
    margin = timedelta(days=max(1, ceil(0.04 * length)))
    return DateRange(first - margin, last + margin, cuts)


def _busy(content: History, first: date, as_of: date) -> list[tuple[date, date]]:
    """Return the stretches in which something is on record, and the day of the view, in order."""
    spans, events = content.spans, content.events
    begins = pd.concat([spans["begin"], events["begin"]])
    ends = pd.concat([spans["end"].fillna(spans["begin"]), events["end"]])
    pairs = zip(begins.dt.date, ends.dt.date, strict=True)
    return sorted([(as_of, as_of), *((max(first, begin), end) for begin, end in pairs)])


def _cuts(busy: list[tuple[date, date]]) -> list[tuple[date, date]]:
    cuts, reached = [], busy[0][1]
    for begin, end in busy:
        if (begin - reached).days > LONG:
            cuts.append((reached + timedelta(days=30), begin - timedelta(days=30)))
        reached = max(reached, end)
    return cuts
