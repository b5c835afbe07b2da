"""What a table has beside the filters: kinds of case, two days, two rounds to compare, what groups are by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from tracker.address import AGAINST, BACKWARD, BY, FROM, OWN_KEYS, PLACE, SINCE, TO, Address, day_of, words_of
from tracker.address_values import Refused
from tracker.case_filters import SORT
from tracker.changes import RECORDED, SWAPPED, days_of, days_since
from tracker.dataset import Dataset
from tracker.dates import parse_day
from tracker.filters import Filters
from tracker.grouping import GROUP, GROUPINGS, LARGEST, USUAL
from tracker.rounds import pair_of
from tracker.sides import sides_of

Own = Mapping[str, str]
"""Values by their keys in a link; what is at its default is left out."""

NONE: Own = {}

KEYS: Mapping[str, tuple[str, ...]] = {
    "cases": OWN_KEYS["cases"],
    "changes": (*OWN_KEYS["changes"], SINCE),
    "comparison": OWN_KEYS["rounds"],
    "events": (PLACE, FROM, TO, BY),
    "groups": (BY, SORT),
    "sides": (AGAINST,),
}
"""The keys of each table that has any: those of the page that shows it, and `since`."""

NEEDED: Mapping[str, tuple[str, ...]] = {table: KEYS[table] for table in ("comparison", "sides")}
"""The keys without which a table has no rows."""

PAGES: Mapping[str, str] = {
    "cases": "cases",
    "changes": "changes",
    "comparison": "rounds",
    "groups": "compare",
    "answers": "compare",
    "eras": "compare",
    "sides": "compare",
}
"""The page that shows a table, the first three under these keys; the overview shows all others."""


def page_of(table: str, filters: Filters, own: Own) -> str:
    """Return the path of the page that shows just these rows, "" for the overview."""
    return PAGES[table] if table in PAGES and (own or PAGES[table] in ("cases", "compare")) else ""


def words_for(key: str, table: str) -> tuple[str, ...]:
    """Return the words that a key of a table takes, where these are few: those that it takes on its page."""
    return words_of(key, _path_of(table))


def _path_of(table: str) -> str:
    """Return the page whose keys a table has."""
    return PAGES.get(table, "changes" if table == "events" else "")


@dataclass(frozen=True)
class Way:
    """How letters are grouped, a word of `GROUPINGS`, and in which order the groups stand."""

    by: str = USUAL
    order: str = BACKWARD + LARGEST

    @classmethod
    def of(cls, values: Own) -> "Way":
        """Read it; what means nothing for groups is at its default."""
        by, order = values.get(BY, ""), values.get(SORT, "")
        way = cls.usual(by if by in words_for(BY, "groups") else cls.by)
        return replace(way, order=order) if order in words_for(SORT, "groups") else way

    @classmethod
    def usual(cls, by: str) -> "Way":
        """Group so, in the order of the groups where they have one, else with the largest first."""
        return cls(by, GROUP if GROUPINGS[by].is_ranked else cls.order)

    def regrouped(self, by: str) -> "Way":
        """Group otherwise; an order that was asked for is kept."""
        return Way.usual(by) if self == Way.usual(self.by) else replace(self, by=by)

    @property
    def values(self) -> Own:
        """The values that say so; what is at its default is left out."""
        parts = ((BY, self.by, USUAL), (SORT, self.order, Way.usual(self.by).order))
        return {key: word for key, word, default in parts if word != default}

    @property
    def column(self) -> str:
        """The word of the column that the groups are sorted by."""
        return self.order.removeprefix(BACKWARD)

    @property
    def is_backward(self) -> bool:
        """Whether the largest comes first."""
        return self.order.startswith(BACKWARD)


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
    """Read two days, of which either may be left out; in the wrong order they are swapped."""
    days = [day_of(key, address) for key in (FROM, TO)]
    refused = [part for _, parts in days for part in parts]
    given = sorted(day for day, _ in days if day)
    in_order = dict(zip((FROM, TO), map(str, given), strict=False)) if len(given) == 2 else {}
    return {**address.values, **in_order}, tuple(refused)


def notes_of(table: str, address: Address) -> tuple[str, ...]:
    """Say what of a table's values is read otherwise than it is written."""
    if not {FROM, TO} <= set(KEYS.get(table, ())) or table in NEEDED:
        return ()
    begin, end = (day_of(key, address)[0] for key in (FROM, TO))
    return (SWAPPED,) if begin and end and begin > end else ()


def _compared(address: Address, dataset: Dataset, today: date) -> Read:
    return address.values, pair_of(address, dataset).refused


def _grouped(address: Address, dataset: Dataset, today: date) -> Read:
    return Way.of(address.values).values, ()


def _against(address: Address, dataset: Dataset, today: date) -> Read:
    """Read the second view as its page does."""
    return address.values, sides_of(address, dataset, today)[1]


_READERS: Mapping[str, Callable[[Address, Dataset, date], Read]] = {
    "changes": _changed,
    "events": _between,
    "comparison": _compared,
    "groups": _grouped,
    "sides": _against,
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
