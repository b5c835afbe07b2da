"""Days that a reader wrote, read out of other words: `California, Jan. 1 to June 30, 2018`.

`tracker.language.datewords` goes the other way. Dates of the tables and of links are read in
`tracker.dates` and in no looser form.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from tracker.dates import PartialDate

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(rf"{name}|{name[:3]}\.?" for name in _MONTHS) + r"|sept\.?"

_DATE = re.compile(
    rf"""(?<!\w)(?:
    (?P<us_month>\d{{1,2}})/(?P<us_day>\d{{1,2}})/(?P<us_year>20\d\d)
    |(?P<iso>20\d\d(?:-\d\d(?:-\d\d)?)?)
    |(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\ +(?P<month_after>{_MONTH})(?:,?\ *(?P<year_after>20\d\d))?
    |(?P<month>{_MONTH})(?:\ *(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\ *(?P<year>20\d\d))?
    )(?!\w)""",
    re.VERBOSE,
)
_TO = re.compile(r",?\s*(?:to|through|thru|until|till|and|[-–—/]|\.{2,3}|…)\s*")
_BEFORE = re.compile(r"(?:(?<!\w)(?:(?P<open>since|from)|between|in|during|on))?\s*$")
_AROUND = " \t,;:?"


@dataclass(frozen=True)
class Span:
    """The days from a first to a last one, None for the day of whoever reads it."""

    first: date
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


def read_span(text: str) -> tuple[Span, str] | None:
    """Read the one span of days that a text names, and give the words that are left beside it.

    A span is a day, a month or a year, two of them with a word or a dash between, or one after `since` or
    `from`. Months and days stand in any of the ways usual in English. Nothing is read where more or fewer
    days are named, or where a year is missing.
    """
    folded = text.casefold()
    dates = list(_DATE.finditer(folded)) if len(folded) == len(text) else []
    is_pair = len(dates) == 2 and _is_between(folded, *dates)
    if len(dates) != 1 and not is_pair:
        return None
    before = _BEFORE.search(folded, 0, dates[0].start())
    span = _span(dates, is_open=bool(before and before["open"]))
    if span is None or before is None:
        return None
    left = text[: before.start()].strip(_AROUND), text[dates[-1].end() :].strip(_AROUND)
    return span, " ".join(filter(None, left))


def _is_between(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Tell whether two dates are the ends of a span; days of a table need no more than a space between."""
    apart = text[first.end() : second.start()]
    are_whole = all(len(match["iso"] or "") == len("2018-01-24") for match in (first, second))
    return bool(_TO.fullmatch(apart)) or (apart.isspace() and are_whole)


def _span(dates: list[re.Match[str]], is_open: bool) -> Span | None:
    """Give the days from the first date to the last; one without a year has that of the other."""
    years = [_year(match) for match in dates]
    known = next(filter(None, years), None)
    if known is None:
        return None
    try:
        ends = [_bounds(match, year or known) for match, year in zip(dates, years, strict=True)]
        if ends[0][0] > ends[-1][1] and years[0] is None:
            ends[0] = _bounds(dates[0], known - 1)
    except ValueError:
        return None
    first, last = ends[0][0], ends[-1][1]
    if first > last:
        return None
    return Span(first, None if is_open and len(dates) == 1 else last)


def _year(match: re.Match[str]) -> int | None:
    """Return the year of a date, None where it has none."""
    text = match["us_year"] or match["iso"] or match["year_after"] or match["year"]
    return int(text[:4]) if text else None


def _bounds(match: re.Match[str], year: int) -> tuple[date, date]:
    """Return the first and the last day of a date in a year.

    Raises:
        ValueError: there is no such day.
    """
    if match["iso"]:
        return _iso_bounds(match["iso"])
    name = match["month"] or match["month_after"]
    month = _month(name) if name else int(match["us_month"])
    day = match["day"] or match["day_before"] or match["us_day"]
    known = PartialDate.parse(f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}")
    return known.earliest, known.latest


def _iso_bounds(text: str) -> tuple[date, date]:
    """Return the first and the last day of `2018-01-24`, `2018-01`, `2018`, or of two years, `2017-18`."""
    first, _, second = text.partition("-")
    if len(second) == 2 and int(second) == int(first[2:]) + 1 and int(second) > 12:
        return date(int(first), 1, 1), date(int(first) + 1, 12, 31)
    known = PartialDate.parse(text)
    return known.earliest, known.latest


def _month(name: str) -> int:
    return next(number for full, number in _MONTHS.items() if full.startswith(name[:3]))
