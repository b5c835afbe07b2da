"""Days and imprecise dates, and how they are written.

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
_AP_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""Month names before a day, as the Associated Press abbreviates them."""
_BEFORE_A_DAY = re.compile(rf"\b({'|'.join(map(re.escape, _AP_MONTHS))}) (?=\d{{1,2}}\b)", re.ASCII)


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
        begin = _bounds(first)
        end = _bounds(second) if slash else begin
        if slash and (end[0] <= begin[0] or end[1] <= begin[1]):
            raise ValueError(f"the interval {text} does not end after it begins")
        return cls(text, begin[0], end[1])

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    def in_words(self) -> str:
        """Write the date in AP style at the precision it has: `Jan. 24, 2018`, `December 2017`, `2017`."""
        first, slash, second = self.text.partition("/")
        if slash:
            if near := _days_in_a_row(first, second):
                return near
            comma = "," if "," in _part_in_words(first) else ""  # after the year of a day, as AP has it
            return f"between {_part_in_words(first)}{comma} and {_part_in_words(second)}"
        return _part_in_words(first)

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
        raise ValueError(f"“{part}” is not a date like 2018-01-24, 2018-01 or 2018")
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


def _part_in_words(part: str) -> str:
    """Write one end of an interval, or a whole plain date."""
    first, last = _bounds(part)
    if first == last:
        return ap_date(first)
    return f"{first:%B %Y}" if len(part) == len("2018-01") else f"{first.year}"


def _days_in_a_row(first: str, second: str) -> str:
    """Write two days that follow on each other in a month: `May 28 or 29, 2026`; "" for any others."""
    (begin, to), (since, end) = _bounds(first), _bounds(second)
    if begin != to or since != end or (end - begin).days != 1 or begin.month != end.month:
        return ""
    return f"{_AP_MONTHS[begin.month - 1]} {begin.day} or {end.day}, {end.year}"


def parse_day(text: str) -> date:
    """Read an ISO day, `2018-01-24`, and nothing looser.

    Raises:
        ValueError: the text is no such day.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"“{text}” is not a day like 2018-01-24")
    return _bounds(text)[0]


def ap_date(day: date) -> str:
    """Write a day as in AP prose: `Jan. 24, 2018`."""
    return f"{_AP_MONTHS[day.month - 1]} {day.day}, {day.year}"


def table_date(day: date) -> str:
    """Write a day as in tables and captions, which stand beside prose: as there."""
    return ap_date(day)


def unbroken(text: str) -> str:
    """Keep month and day on one line: a no-break space stands between them."""
    return _BEFORE_A_DAY.sub("\\1\N{NO-BREAK SPACE}", text)


def days_in_words(days: int) -> str:
    """Say how far a deadline is: `29 days left`, `due that day`, `1 day past`."""
    if days == 0:
        return "due that day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days):,} {unit} {'left' if days > 0 else 'past'}"
