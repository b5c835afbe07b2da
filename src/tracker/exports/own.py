"""What a table has beside the filters: kinds of case, two days, two rounds to compare, what groups are by."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from tracker.address import BACKWARD, BY, FROM, OWN_KEYS, PLACE, SINCE, TO, Address, day_of, words_of
from tracker.address_values import Refused
from tracker.casefilters import SORT, filters_of_letters
from tracker.changes import RECORDED, days_of, days_since
from tracker.dataset import Dataset
from tracker.dates import parse_day
from tracker.filters import Filters
from tracker.rounds import pair_of

Own = Mapping[str, str]
"""Values by their keys in a link; what is at its default is left out."""

NONE: Own = {}

KEYS: Mapping[str, tuple[str, ...]] = {
    "cases": OWN_KEYS["cases"],
    "changes": (*OWN_KEYS["changes"], SINCE),
    "comparison": OWN_KEYS["rounds"],
    "events": (PLACE, FROM, TO, BY),
    "groups": OWN_KEYS["compare"],
}
"""The keys of each table that has any: those of the page that shows it, and `since`."""

NEEDED: Mapping[str, tuple[str, ...]] = {"comparison": KEYS["comparison"]}
"""The keys without which a table has no rows."""

PAGES: Mapping[str, str] = {
    "cases": "cases",
    "changes": "changes",
    "comparison": "rounds",
    "groups": "compare",
    "answers": "compare",
    "eras": "compare",
}
"""The page that shows a table, the first three under these keys; the overview shows all others."""


def page_of(table: str, filters: Filters, own: Own) -> str:
    """Return the path of the page that shows just these rows, "" for the overview."""
    if table == "cases" and not filters_of_letters(filters).active():
        return PAGES[table]
    return PAGES[table] if table in PAGES and (own or PAGES[table] == "compare") else ""


def words_for(key: str, table: str) -> tuple[str, ...]:
    """Return the words that a key of a table takes, where these are few: those that it takes on its page."""
    return words_of(key, _path_of(table))


def _path_of(table: str) -> str:
    """Return the page whose keys a table has."""
    return PAGES.get(table, "changes" if table == "events" else "")


DEFAULT_ORDER = f"{BACKWARD}named"
"""The order of groups where none is asked for."""


FILTERS: Mapping[str, tuple[str, ...]] = {"comparison": ("as_of",)}
"""The filters that a table has a use for, where these are not all."""


def own_values(
    table: str, address: Address, dataset: Dataset, today: date
) -> tuple[Own, tuple[Refused, ...]]:
    """Read a table’s values in an address, and what is wrong with them; changes have days always."""
    keys = KEYS.get(table, ())
    values = {key: value for key, value in address.values.items() if key in keys}
    read = _READERS.get(table, _as_written)
    own, refused = read(replace(address, values=values), dataset, today)
    words = {key for key in (SORT, BY) if key in values}
    refused += tuple(part for part in address.elsewhere(_path_of(table)) if part.key in words)
    unusable = {part.key for part in refused}
    return {key: value for key, value in own.items() if key not in unusable}, refused


Read = tuple[Own, tuple[Refused, ...]]


def _as_written(address: Address, dataset: Dataset, today: date) -> Read:
    return address.values, ()


def _changed(address: Address, dataset: Dataset, today: date) -> Read:
    """Read the days of changes as their page does, or the one day since."""
    read = days_since if SINCE in address.values else days_of
    days = read(address, dataset, today)
    return days.values, days.refused


def _between(address: Address, dataset: Dataset, today: date) -> Read:
    """Read two days, of which either may be left out."""
    days = [day_of(key, address) for key in (FROM, TO)]
    refused = [part for _, parts in days for part in parts]
    begin, end = (day for day, _ in days)
    if begin and end and begin > end:
        refused.append(Refused(FROM, str(begin), f"is after {TO}={end}"))
    return address.values, tuple(refused)


def _compared(address: Address, dataset: Dataset, today: date) -> Read:
    return address.values, pair_of(address, dataset).refused


def _grouped(address: Address, dataset: Dataset, today: date) -> Read:
    """Leave out what is at its default: the first way to group, the most letters first."""
    defaults = {BY: words_for(BY, "groups")[0], SORT: DEFAULT_ORDER}
    return {key: value for key, value in address.values.items() if value != defaults.get(key)}, ()


_READERS: Mapping[str, Callable[[Address, Dataset, date], Read]] = {
    "changes": _changed,
    "events": _between,
    "comparison": _compared,
    "groups": _grouped,
}
"""What reads the values of a table, where there is more to them than each by itself."""


def events_of(events: pd.DataFrame, own: Own) -> pd.DataFrame:
    """Keep the events of the place from the first day to the second, both included."""
    if PLACE in own:
        events = events[events["jurisdiction_id"] == own[PLACE]]
    day = "recorded_on" if own.get(BY) == RECORDED else "date_latest"
    if FROM in own:
        events = events[events[day] >= pd.Timestamp(parse_day(own[FROM]))]
    if TO in own:
        events = events[events[day] <= pd.Timestamp(parse_day(own[TO]))]
    return events
