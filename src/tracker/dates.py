"""Days and imprecise dates; their words are in `tracker.language.datewords`.

An imprecise date is a month, a year or an interval in EDTF (Library of Congress, Extended Date/Time
Format, level 0): `2018-01-24`, `2017-12`, `2017`, `2017-12-01/2018-01-24`. It is never silently the
first of something: it keeps an earliest and a latest day.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month, the year or an interval; ordered by its latest day."""

    text: str
    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read an EDTF date.

        Raises:
            ValueError: the text is not a date of this form, is not in the calendar, or ends before it begins.
        """
        first, slash, second = text.partition("/")
        if "/" in second:
            raise ValueError(_no_date(text))
        begin = _bounds(first)
        end = _bounds(second) if slash else begin
        if slash and (end[0] <= begin[0] or end[1] <= begin[1]):
            raise ValueError(f"the interval {text} does not end after it begins")
        return cls(text, begin[0], end[1])

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    @property
    def recency(self) -> tuple[date, date]:
        """What makes one of several dates the last on record: an exact day outranks the month around it."""
        return self.earliest, self.latest

    def __str__(self) -> str:
        """Print the EDTF text."""
        return self.text

    def __lt__(self, other: "PartialDate") -> bool:
        """Order by what is certain: the latest day, then the earliest."""
        return (self.latest, self.earliest) < (other.latest, other.earliest)


def _bounds(part: str) -> tuple[date, date]:
    """Give the first and last day of a year, a month or a day."""
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(_no_date(part))
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
            return date(year, month, 1), date(year, month, last)
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise ValueError(f"“{part}” is not in the calendar") from None


def _no_date(text: str) -> str:
    return f"“{text}” is not a date like 2018-01-24, 2018-01 or 2018"


def parse_day(text: str) -> date:
    """Read an ISO day, `2018-01-24`, and nothing looser.

    Raises:
        ValueError: the text is no such day.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"“{text}” is not a day like 2018-01-24")
    return _bounds(text)[0]
