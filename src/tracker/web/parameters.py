"""The strict reading of a query by machines: whatever means nothing is an error that says what would.

The pages pass over such a part and say so; a program would never see the note.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from tracker.address import AGAINST, ALL, FROM, SINCE, TO, UNKNOWN_VERSION, VERSION, WORDS, Address
from tracker.address import KEYS as PAGE_KEYS
from tracker.address_values import FIRST_DAY, LAST_DAY, Refused, takes
from tracker.case_filters import CASE_CHOICES
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.exports.formats import BOM, BOM_WORDS, FORMATS, Format
from tracker.exports.own import FILTERS, KEYS, NEEDED, Own, notes_of, own_values, words_for
from tracker.exports.paths import RELEASES
from tracker.exports.view import View
from tracker.filters import CHOICES_BY_KEY, DAYS, LABELS, NO_FILTER, Selection
from tracker.language.words import listed
from tracker.memo import once
from tracker.versions import release_of

LIMIT, OFFSET = "limit", "offset"
MOST = 10_000
"""The largest `limit`."""

FURTHEST = 1_000_000
"""The largest `offset`."""

_BOUNDS = {LIMIT: (1, MOST), OFFSET: (0, FURTHEST)}

A_DAY = f"a day from {FIRST_DAY} to {LAST_DAY}, written like 2018-01-24"


@dataclass(frozen=True)
class Wrong:
    """One part of a query that means nothing, why, and what would mean something."""

    parameter: str
    value: str
    reason: str
    allowed: tuple[str, ...]

    @property
    def message(self) -> str:
        """Say it as a sentence: what means nothing, and what would."""
        said = f"“{self.parameter}={self.value}” {self.reason}."
        if self.reason == NO_FILTER:
            return f"{said} What can be given: {listed([f'“{key}”' for key in self.allowed], 'and')}."
        return f"{said} {takes(self.parameter, self.allowed)}".strip()


class BadRequest(Exception):  # noqa: N818 - it is named as HTTP names it
    """A query that cannot be answered; `problems` says all that is wrong with it."""

    def __init__(self, problems: tuple[Wrong, ...]) -> None:
        """Keep the problems."""
        super().__init__("; ".join(f"{wrong.parameter}={wrong.value} {wrong.reason}" for wrong in problems))
        self.problems = problems

    def as_json(self) -> dict[str, Any]:
        """Say it as the body of an answer."""
        return {
            "error": "bad request",
            "problems": [asdict(wrong) | {"message": wrong.message} for wrong in self.problems],
        }


@dataclass(frozen=True)
class Slice:
    """Which of the rows are wanted: at most `limit` (None: all) from the row `offset` on.

    `is_marked` is whether a CSV file of them begins with a byte order mark.
    """

    offset: int = 0
    limit: int | None = None
    is_marked: bool = True


def requested_selection(request: Request, dataset: Dataset, also: frozenset[str] = frozenset()) -> Selection:
    """Return the view of a request, as of today unless it names a day.

    Args:
        request: its query holds filters and nothing else, but for the keys in `also`.
        dataset: the data.
        also: keys that the route reads itself, such as `limit`.

    Raises:
        BadRequest: part of the query means nothing.
    """
    address = requested_address(request, dataset, also)
    return address.filters.apply(dataset, today(dataset.campaign.time_zone))


def requested_address(request: Request, dataset: Dataset, also: frozenset[str]) -> Address:
    """Return what the address of a request asks for; the rest as for `requested_selection`."""
    address, problems = _strictly(request.url.query, dataset, also)
    if problems:
        raise BadRequest(problems)
    return address


def requested_view(request: Request, dataset: Dataset, table: str, also: frozenset[str]) -> View:
    """Return the view of a table that a request is for; `also` are keys that the route reads itself.

    Raises:
        BadRequest: part of the query means nothing.
    """
    return _view(request.url.query, dataset, table, also, today(dataset.campaign.time_zone))


def requested_rows(request: Request, dataset: Dataset, table: str, extension: str) -> tuple[View, Slice]:
    """Return the view of a table that a request is for, and the part of its rows.

    Args:
        request: its query holds filters, the keys of the table and of the format, `limit` and `offset`.
        dataset: the data.
        table: the public table.
        extension: of the format, which says how many rows there are unless the request does.

    Raises:
        BadRequest: part of the query means nothing, or a number is out of its range.
    """
    day = today(dataset.campaign.time_zone)
    return _rows(request.url.query, dataset, table, FORMATS[extension], day)


@once(40_000, size=lambda rows: 1 + len(rows[0].selection.pool))
def _rows(query: str, dataset: Dataset, table: str, form: Format, day: date) -> tuple[View, Slice]:
    also = frozenset((*_BOUNDS, *form.keys))
    given = _given(query, also)
    numbers = [wrong for key in _BOUNDS for wrong in _bad_numbers(key, given[key])]
    words = [wrong for key in form.keys for wrong in _bad_words(key, given[key])]
    view = _view(query, dataset, table, also, day, (*numbers, *words))
    bounds = {key: int(given[key][0]) for key in _BOUNDS if given[key]}
    is_marked = given.get(BOM, []) != ["no"]
    return view, Slice(bounds.get(OFFSET, 0), bounds.get(LIMIT, form.limit), is_marked)


def _view(
    query: str, dataset: Dataset, table: str, also: frozenset[str], day: date, more: tuple[Wrong, ...] = ()
) -> View:
    """Read the view of a table in a query; keys in `also` are judged elsewhere, with what is wrong in `more`.

    Raises:
        BadRequest: part of the query means nothing.
    """
    known = also | frozenset(KEYS.get(table, ()))
    address, wrong = _strictly(query, dataset, known)
    given = _given(query, known)
    missing = [
        Wrong(key, "", "is missing", allowed(key, dataset, known, table))
        for key in NEEDED.get(table, ())
        if not any(given[key])
    ]
    own, bad = _own(address, dataset, table, day)
    useless = [_wrong(part, dataset, known, table) for part in (*bad, *_blank_own(table, given))]
    if problems := (*wrong, *more, *missing, *useless):
        raise BadRequest(problems)
    return View.of_table(table, address.filters, own, dataset, day, notes_of(table, address))


def _given(query: str, keys: frozenset[str]) -> dict[str, list[str]]:
    """Give all that a query says of some keys."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return {key: [value.strip() for name, value in pairs if name == key] for key in keys}


def _own(address: Address, dataset: Dataset, table: str, day: date) -> tuple[Own, list[Refused]]:
    """Read the table's own keys as the page does that has them."""
    own, refused = own_values(table, address, dataset, day)
    useless = [
        Refused(key, value, "does not apply to these rows")
        for key, value in parse_qsl(address.filters.to_query())
        if key not in FILTERS.get(table, (key,))
    ]
    mine = KEYS.get(table, ())
    return own, [part for part in (*address.refused, *refused) if part.key in mine] + useless


def allowed(
    key: str, dataset: Dataset, also: frozenset[str] = frozenset(), table: str = ""
) -> tuple[str, ...]:
    """Return what a parameter may be; of a parameter that there is not, which ones there are."""
    if key in also and key == BOM:
        return BOM_WORDS
    if key in also and (values := _of_own(key, table, dataset)):
        return values
    if key in CHOICES_BY_KEY:
        return tuple(CHOICES_BY_KEY[key].options(dataset))
    if key in DAYS:
        return (A_DAY,)
    if key == VERSION:
        return (dataset.version.name,)
    return ("any words, once",) if key == "q" else (*LABELS, *sorted({*also, VERSION}))


def _of_own(key: str, table: str, dataset: Dataset) -> tuple[str, ...]:
    """Return what one of the table's own keys may be."""
    named = {FROM: "round", TO: "round"} if table == "comparison" else {}
    if key in named:
        return allowed(named[key], dataset)
    if key in (FROM, TO, SINCE):
        return (A_DAY,)
    if key == AGAINST:
        return (ALL, "filters as in a link, such as state=CA")
    words = words_for(key, table) if key in WORDS else ()
    return words or tuple(CASE_CHOICES[key].options(dataset) if key in CASE_CHOICES else ())


@once(2_000_000, size=lambda read: 1000 + len(repr(read)))
def _strictly(query: str, dataset: Dataset, also: frozenset[str]) -> tuple[Address, tuple[Wrong, ...]]:
    """Read an address as the pages do, and name all that is no filter; `also` is judged elsewhere.

    With VERSION in `also` any version may be named: the answer says itself if it is of another.
    """
    address = Address.parse(query, dataset)
    known, judged = {*also, VERSION}, {VERSION} & also
    refused = [part for part in address.refused if part.key not in (known | PAGE_KEYS) - judged]
    others = [
        Refused(key, value, NO_FILTER)
        for key, value in parse_qsl(query, keep_blank_values=True)
        if key in PAGE_KEYS - known
    ]
    pinned = () if judged else _other_version(query, dataset)
    parts = (*refused, *others, *_blank(query, also), *pinned)
    return address, tuple(_wrong(part, dataset, also) for part in parts)


def _wrong(refused: Refused, dataset: Dataset, also: frozenset[str], table: str = "") -> Wrong:
    return Wrong(refused.key, refused.value, refused.reason, allowed(refused.key, dataset, also, table))


def _blank(query: str, also: frozenset[str]) -> Iterator[Refused]:
    """A filter left blank: a page takes it for none chosen, but a program must mean what it sends."""
    for key, value in parse_qsl(query, keep_blank_values=True):
        if key in LABELS and key not in also and not value.strip():
            yield Refused(key, value, "is empty")


def _other_version(query: str, dataset: Dataset) -> Iterator[Refused]:
    """A frozen link of other data than are served: rows of these would not be what it was made for."""
    for key, value in parse_qsl(query, keep_blank_values=True):
        if key == VERSION and value != dataset.version.name:
            kept = release_of(value, dataset.releases)
            where = f"is another version of the data, kept whole as {RELEASES}/{kept}.zip"
            yield Refused(key, value, where if kept else f"{UNKNOWN_VERSION}: no release has that name")


def _blank_own(table: str, given: Mapping[str, list[str]]) -> Iterator[Refused]:
    """A key of the table left blank; one that the table needs is missing then, which is said elsewhere."""
    for key in KEYS.get(table, ()):
        if "" in given[key] and key not in NEEDED.get(table, ()):
            yield Refused(key, "", "is empty")


def _bad_words(key: str, values: list[str]) -> Iterator[Wrong]:
    for place, value in enumerate(values):
        if place or value not in BOM_WORDS:
            yield Wrong(key, value, "is given twice" if place else "is neither yes nor no", BOM_WORDS)


def _bad_numbers(key: str, values: list[str]) -> Iterator[Wrong]:
    least, most = _BOUNDS[key]
    span = (f"a whole number from {least} to {most}, once",)
    for place, value in enumerate(values):
        is_number = re.fullmatch(r"\d{1,9}", value, re.ASCII)
        if place or not is_number or not least <= int(value) <= most:
            reason = "is given twice" if place else f"is not {span[0].removesuffix(', once')}"
            yield Wrong(key, value, reason, span)
