"""Days, imprecise dates and spans of days in words, in AP style: the one place that words them.

A month stands by itself as `January 2018`, and as `Jan. 2018` where a label has little room.
"""

import calendar
import re
from datetime import date

from tracker.dates import PartialDate
from tracker.language.words import number

_MONTHS = tuple(calendar.month_name)[1:]
_AP_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""Month names before a day, as the Associated Press abbreviates them."""

_BEFORE_A_DAY = re.compile(rf"\b({'|'.join(map(re.escape, _AP_MONTHS))}) (?=\d{{1,2}}\b)", re.ASCII)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}(?: (?:or|and|to) \d{{1,2}})?) ({'|'.join(_MONTHS)})( \d{{4}})?\b")
_GOES_ON = re.compile(r"\s+\w")


def ap_date(day: date) -> str:
    """Write a day: `Jan. 24, 2018`."""
    return f"{_AP_MONTHS[day.month - 1]} {day.day}, {day.year}"


def month_in_words(day: date) -> str:
    """Write the month of a day: `January 2018`."""
    return f"{day:%B %Y}"


def short_month(day: date) -> str:
    """Write the month of a day in a label: `Jan. 2018`, `March 2018`."""
    return f"{_AP_MONTHS[day.month - 1]} {day.year}"


def date_in_words(known: PartialDate) -> str:
    """Write a date at the precision it has: `Jan. 24, 2018`, `December 2017`, `between 2017 and 2018`."""
    first, slash, second = known.text.partition("/")
    begin = PartialDate.parse(first)
    if not slash:
        return _single(begin)
    end = PartialDate.parse(second)
    if near := _days_in_a_row(begin, end):
        return near
    comma = "," if begin.is_day else ""  # after the year of a day, as AP has it
    return f"between {_single(begin)}{comma} and {_single(end)}"


def date_in_cell(text: str) -> str:
    """Write an EDTF date of the tables where words are few: `Jan. 24, 2018`, `2018 to 2019`; "" for none."""
    return " to ".join(_single(PartialDate.parse(part)) for part in text.split("/") if part)


def when(known: PartialDate) -> str:
    """Write a date with its preposition: `on Dec. 8, 2017`, `in December 2017`, `between … and …`."""
    words = date_in_words(known)
    if "/" in known.text:
        return words if words.startswith("between") else f"on {words}"
    return f"on {words}" if known.is_day else f"in {words}"


def span(first: date, last: date) -> str:
    """Write a day or the days between two: `Jan. 24, 2018`, `April 21, 2017, to Jan. 24, 2018`."""
    return ap_date(first) if first == last else f"{ap_date(first)}, to {ap_date(last)}"


def days_left(days: int) -> str:
    """Say how far a deadline is: `29 days left`, `due that day`, `1 day past`."""
    if days == 0:
        return "due that day"
    return f"{abs(days):,} {_unit(days)} {'left' if days > 0 else 'past'}"


def due_in_words(deadline: date | None, words: str) -> str:
    """Put a deadline before words on how far it is, which may be "": `due Feb. 23, 2018, 29 days left`."""
    return ", ".join(filter(None, [f"due {ap_date(deadline)}" if deadline else "", words]))


def days_apart(day: date, other: date) -> str:
    """Say how far a day is from another: `29 days after Jan. 25, 2018`, `one day before Jan. 25, 2018`."""
    days = (day - other).days
    return f"{number(abs(days))} {_unit(days)} {'after' if days > 0 else 'before'} {ap_date(other)}"


def dates_to_ap(text: str) -> str:
    """Rewrite the days in a text of the data as prose has them: `30 June 2017` as `June 30, 2017`.

    A comma stands after the year too where the sentence goes on.
    """

    def rewrite(match: re.Match[str]) -> str:
        days, name, year = match.groups()
        abbreviated = _AP_MONTHS[_MONTHS.index(name)]
        comma = "," if year and _GOES_ON.match(text, match.end()) else ""
        return f"{abbreviated} {days},{year}{comma}" if year else f"{abbreviated} {days}"

    return _DAY_MONTH.sub(rewrite, text)


def _single(known: PartialDate) -> str:
    """Write a date that is no interval: a day, a month or a year."""
    if known.is_day:
        return ap_date(known.earliest)
    return month_in_words(known.earliest) if known.text.count("-") else f"{known.earliest.year}"


def _days_in_a_row(begin: PartialDate, end: PartialDate) -> str:
    """Write two days that follow on each other in a month: `May 28 or 29, 2026`; "" for any others."""
    first, last = begin.earliest, end.earliest
    if not (begin.is_day and end.is_day) or (last - first).days != 1 or first.month != last.month:
        return ""
    return f"{_AP_MONTHS[first.month - 1]} {first.day} or {last.day}, {last.year}"


def _unit(days: int) -> str:
    return "day" if abs(days) == 1 else "days"


def unbroken(text: str) -> str:
    """Keep month and day on one line: a no-break space stands between them."""
    return _BEFORE_A_DAY.sub("\\1\N{NO-BREAK SPACE}", text)
