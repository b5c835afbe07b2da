"""What the address of a page asks for: the filters, and the values that one page or another has beside them.

The live pages and the answer before them read an address here, so that both show the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from urllib.parse import parse_qsl, urlencode

from tracker.address_values import Refused, read_day, takes
from tracker.case_filters import CASE_CHOICES, CASE_KEYS, SORT
from tracker.case_filters import ORDERS as CASE_ORDERS
from tracker.dataset import Dataset
from tracker.filters import Filters
from tracker.grouping import GROUPINGS
from tracker.grouping import ORDERS as GROUP_ORDERS
from tracker.memo import once
from tracker.parts import PARTS

PLACE, ID, ORDER, FROM, TO, BY = "place", "id", "order", "from", "to", "by"
"""The keys: a place; a record, which is a filter; the order of its story; what is compared. Those of court
cases are in `tracker.case_filters`."""

AGAINST, ALL = "against", "all"
"""The key of a second view to set against that of the filters: filters as in a link, or this word for all."""

SINCE = "since"
"""The key of a first day of recording, for a program that comes back for what is new; no page has it."""

FEED = "feed.atom"
"""The path of the feed of changes, which has the filters of the pages."""

ORDERS: Mapping[str, tuple[str, ...]] = {
    "": ("place", "letter", "sent", "deadline", "answer", "doj", "since"),
    "cases": tuple(CASE_ORDERS),
    "compare": tuple(GROUP_ORDERS),
}
"""The words of SORT by the path of the page: columns of the letters or of groups, orders of the cases."""

HAPPENED, RECORDED = "happened", "recorded"
"""By which day a change counts: when it happened, or when it entered the record."""

WAYS: Mapping[str, tuple[str, ...]] = {"changes": (HAPPENED, RECORDED), "compare": tuple(GROUPINGS)}
"""The words of BY by the path of the page: by which day changes count, or by what letters are grouped."""

BACKWARD = "-"
"""What stands before a column to sort from its end: `-deadline`."""

VERSION = "version"
"""The key of the data version that a frozen link was made with."""

ELSEWHERE, UNKNOWN_WORD = "does not apply to this page", "means nothing here"
"""Why a value is refused that another page may have a use for, or that is none of the words of its key."""

UNKNOWN_VERSION = "is not a version of the data that is known"

PRINT = "print"
"""The key that asks for the page on paper: complete, and with no script."""

SHOW = "show"
"""The key of the part of a view that an embedded page shows."""

_COLUMNS = (*ORDERS[""], *ORDERS["compare"])

WORDS: Mapping[str, tuple[str, ...]] = {
    ORDER: ("newest", "oldest"),
    BY: tuple(chain.from_iterable(WAYS.values())),
    **{key: tuple(choice.words) for key, choice in CASE_CHOICES.items() if choice.words},
    SORT: (*ORDERS["cases"], *(mark + word for mark in ("", BACKWARD) for word in _COLUMNS)),
    PRINT: ("false", "true"),
    SHOW: tuple(PARTS),
}
"""The keys that take one of a few words; the first is the default of those that have one."""

EMBED = ("embed", "embed_options", "theme")
"""Keys of an embedded page that are read before it is laid out: two by Streamlit itself, and its colours."""

OWN_KEYS: Mapping[str, tuple[str, ...]] = {
    "": (PLACE, SORT),
    "rounds": (FROM, TO),
    "changes": (FROM, TO, BY),
    "cases": CASE_KEYS,
    "compare": (BY, SORT, AGAINST),
    "data": (),
    "about": (),
    "record": (ORDER,),
}
"""The keys that a page has beside the filters, by its path."""

EVERYWHERE = (VERSION, PRINT, SHOW)
"""The keys that every page has."""

KEYS = frozenset({*EVERYWHERE, *EMBED, SINCE, *(key for keys in OWN_KEYS.values() for key in keys)})


_A_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,39}", re.ASCII)


@dataclass(frozen=True)
class Address:
    """A page's address, understood: filters, the page's own values as written, and what means nothing."""

    filters: Filters = field(default_factory=Filters)
    values: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()

    def __hash__(self) -> int:
        """Agree for equal addresses, whatever the order of their values."""
        return hash((self.filters, frozenset(self.values.items()), self.refused))

    @classmethod
    def parse(cls, query: str, dataset: Dataset) -> "Address":
        """Read a query string; every part of it is in the filters, in the values or among the refused."""
        return _parsed(query, dataset)

    def refused_on(self, path: str) -> tuple[Refused, ...]:
        """Name all that means nothing on the page at a path, each with what would, if that is a few words."""
        here = tuple(_on_page(part, path) if part.key in (SORT, BY) else part for part in self.refused)
        return (*here, *self.elsewhere(path))

    def elsewhere(self, path: str) -> tuple[Refused, ...]:
        """Name the values that the page at a path has no use for, as it has no key of that name."""
        known = (*OWN_KEYS[path], *EVERYWHERE)
        unknown = [Refused(key, value, ELSEWHERE) for key, value in self.values.items() if key not in known]
        for key in (SORT, BY):
            word = self.values.get(key, "")
            if key in known and word and word not in words_of(key, path):
                unknown.append(_on_page(Refused(key, word, UNKNOWN_WORD), path))
        return tuple(unknown)

    def leaving(self, path: str) -> "Address":
        """Return the address that links to other pages start from: a record's place stays behind."""
        return replace(self, filters=self.filters.drop(ID)) if path == "record" else self

    @property
    def place(self) -> str | None:
        """The id of the place that is open, if the address names one."""
        return self.values.get(PLACE)

    def word(self, key: str, path: str = "") -> str:
        """The word of a key that takes one of a few on the page at a path, else its default."""
        words = words_of(key, path)
        word = self.values.get(key, "")
        return word if word in words else words[0]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every key with its value, as often as it has one."""
        parameters = self.parameters().items()
        lists = ((key, [value] if isinstance(value, str) else value) for key, value in parameters)
        return tuple((key, value) for key, values in lists for value in values)

    def parameters(self, **changed: str | None) -> dict[str, "str | list[str]"]:
        """Give the address as parameters, with some of the page's own values changed (None takes one out)."""
        values = {key: value for key, value in (dict(self.values) | changed).items() if value}
        return filter_parameters(self.filters) | values

    def staying(self, path: str, filters: Filters, **changed: str) -> str:
        """Return the relative address of the same page with other filters; its own values are kept."""
        values = {key: value for key in OWN_KEYS[path] if (value := self.values.get(key))}
        return Address(filters).link(path, **values | changed)

    def frozen(self, dataset: Dataset, today: date | None = None) -> "Address":
        """Return the same address with the day of the view and the version of the data pinned."""
        filters = replace(self.filters, as_of=self.filters.day(dataset, today))
        return replace(self, filters=filters, values={**self.values, VERSION: dataset.version.name})

    def link(self, page: str, **values: str | list[str]) -> str:
        """Return the relative address of a page ("" is the overview) with these filters."""
        query = urlencode(filter_parameters(self.filters) | values, doseq=True)
        return f"{page or './'}?{query}" if query else page or "./"


@once(2_000_000, size=lambda address: 1000 + len(repr(address)))
def _parsed(query: str, dataset: Dataset) -> Address:
    filters, refused = Filters.parse(query, dataset, also=KEYS)
    given: dict[str, list[str]] = {}
    for key, value in parse_qsl(query.removeprefix("?"), keep_blank_values=True):
        if key in KEYS - set(EMBED):
            given.setdefault(key, []).append(value.strip())
    bad = [part for key, values in given.items() if (part := _refuse(key, values[0], dataset))]
    more = [part for key, values in given.items() for part in Refused.repeated(key, values[1:])]
    unusable = {part.key for part in bad}
    kept = {key: values[0] for key, values in given.items() if values[0] and key not in unusable}
    return Address(filters, kept, (*refused, *bad, *more))


def _on_page(part: Refused, path: str) -> Refused:
    """Say which words of an order or a way of counting there are on the page at a path, if any."""
    if part.reason != UNKNOWN_WORD:
        return part
    if part.key not in OWN_KEYS[path]:
        return replace(part, reason=ELSEWHERE, hint="")
    return replace(part, hint=hint_of(part.key, path))


def hint_of(key: str, path: str) -> str:
    """Say which words a key of the page at a path takes; a hyphen before one that turns the order round."""
    words = words_of(key, path)
    unmarked = [word for word in words if not word.startswith(BACKWARD)]
    turned = " A hyphen before it turns the order round." if len(unmarked) < len(words) else ""
    return takes(key, unmarked) + turned


def words_of(key: str, path: str) -> tuple[str, ...]:
    """Return the words that a key of the page at a path takes, the default of those that have one first."""
    if key == BY:
        return WAYS.get(path, ())
    if key != SORT:
        return WORDS[key]
    marks = ("",) if path == "cases" else ("", BACKWARD)
    return tuple(mark + word for mark in marks for word in ORDERS.get(path, ()))


def filter_parameters(filters: Filters) -> dict[str, "str | list[str]"]:
    """Give filters as the parameters of an address; what is at its default is left out."""
    active = filters.active().items()
    return {key: list(value) if isinstance(value, tuple) else str(value) for key, value in active}


def _refuse(key: str, value: str, dataset: Dataset) -> Refused | None:
    """Say why a page's value means nothing, if it does. What FROM and TO name is for their page to judge."""
    if key == VERSION and value and not _A_VERSION.fullmatch(value):
        return Refused(key, value, UNKNOWN_VERSION)
    choice = CASE_CHOICES.get(key)
    words = tuple(choice.options(dataset)) if choice else WORDS.get(key, ())
    if not value or not words or value in words:
        return None
    reason = f"is not {choice.noun}" if choice else UNKNOWN_WORD
    return Refused(key, value, reason, hint="" if key in (SORT, BY) else takes(key, words))


def day_of(key: str, address: Address) -> tuple[date | None, tuple[Refused, ...]]:
    """Read a value of the page as a day; None where it is left out or refused."""
    refused: list[Refused] = []
    return read_day(key, address.values.get(key, ""), refused), tuple(refused)
