"""From which day to which changes are told, as an address says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.address import BY, FROM, HAPPENED, RECORDED, SINCE, TO, Address, day_of
from tracker.address_values import FIRST_DAY, Refused
from tracker.dataset import Dataset

SWAPPED = "The link gives the days the other way round; they are read from the earlier to the later."
"""What is said where the first day is after the last."""


@dataclass(frozen=True)
class Days:
    """The first and the last day of an address, whether it had them the other way round, what is refused.

    `by` is `HAPPENED` or `RECORDED`.
    """

    start: date
    end: date
    by: str
    refused: tuple[Refused, ...] = ()
    swapped: bool = False

    @property
    def values(self) -> Mapping[str, str]:
        """The same as values of an address: both days are said, `by` only where it is not the default."""
        days = {FROM: self.start.isoformat(), TO: self.end.isoformat()}
        return days if self.by == HAPPENED else {**days, BY: self.by}


def days_of(address: Address, dataset: Dataset, today: date) -> Days:
    """Read the two days of an address; by default the last is the day of the view, the first a year before.

    Days in the wrong order are swapped.
    """
    start, bad_start = day_of(FROM, address)
    end, bad_end = day_of(TO, address)
    end = end or address.filters.day(dataset, today)
    start = start or _year_before(end)
    first, last = min(start, end), max(start, end)
    return Days(first, last, address.word(BY, "changes"), (*bad_start, *bad_end), swapped=start > end)


def days_since(address: Address, dataset: Dataset, today: date) -> Days:
    """Read the one day from which on a program wants all that entered the record, to the day of the view."""
    start, refused = day_of(SINCE, address)
    others = [key for key in (FROM, TO, BY) if key in address.values]
    if others:
        given = address.values[SINCE]
        refused = (*refused, Refused(SINCE, given, f"cannot be used with {' or '.join(others)}"))
    end = address.filters.day(dataset, today)
    return Days(start or end, max(start or end, end), RECORDED, refused)


def _year_before(day: date) -> date:
    """Return the same day of the year before, Feb. 28 for Feb. 29, but none that an address cannot name."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return max(FIRST_DAY, day.replace(year=day.year - 1, day=28 if is_leap_day else day.day))
