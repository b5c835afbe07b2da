"""What a new row most likely holds, a rule per column: ids, days of the round, codes by name.

A suggestion follows from other cells of the row and from the tables; what only a document says is never one.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.checks.ids import document_id, event_stem, state_id
from tracker.difference import Row, Rows
from tracker.editing.lookup import cities_named, county_code
from tracker.evidence import UNDOCUMENTED
from tracker.regions import STATES
from tracker.schema import Table
from tracker.search import folded_text
from tracker.vocabulary import ANSWERING, Concern, Hosting, Kind, RoundKind
from tracker.weblink import host

OFFICES = re.compile(r"^(?:city and county|city|county|state|town|village) of ", re.IGNORECASE)
"""What stands before a place's name in the name of its government."""

_SHORT_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"))
_TITLE_WORDS = 2
"""How many words of a title the id of a source holds."""


@dataclass(frozen=True)
class Record:
    """The tables as they stand, by name, and the day on which a row is entered."""

    schema: Mapping[str, Table]
    tables: Mapping[str, Rows]
    day: date

    def cell(self, table: str, key: str, column: str) -> str:
        """Return a cell; "" where no row has the key."""
        return self.tables[table].by_key.get(key, {}).get(column, "")

    def rows(self, table: str) -> Iterator[Row]:
        """Give the rows of a table."""
        yield from self.tables[table].by_key.values()

    def keys(self, table: str) -> set[str]:
        """Return the keys of a table."""
        return set(self.tables[table].by_key)


Suggestion = Callable[[Row, Record], str]


def suggested(table: str, row: Row, record: Record, settled: Collection[str] = ()) -> dict[str, str]:
    """Return the cells that follow from the others, of those that are empty and not settled."""
    cells: dict[str, str] = {}
    for column, rule in SUGGESTIONS[table].items():
        if column not in settled and not row.get(column) and (cell := rule({**row, **cells}, record)):
            cells[column] = cell
    return cells


def _recorded_on(row: Row, record: Record) -> str:
    return record.day.isoformat()


def _of_round(column: str) -> Suggestion:
    return lambda row, record: record.cell("rounds", row["round_id"], column)


def _of_event(column: str) -> Suggestion:
    return lambda row, record: record.cell("events", row["event_id"], column)


def _where(part: str) -> Suggestion:
    """Suggest the sources of a round for a part of it, where that part is filled."""
    return lambda row, record: row["sources"] if row[part] else ""


def _round_answered(row: Row, record: Record) -> str:
    """Suggest for an answer the round of the only letter that the place had by then."""
    if row["type"] not in ANSWERING:
        return ""
    place, day = row["jurisdiction_id"], row["date"]
    had = [one for one in record.rows("letters") if one["jurisdiction_id"] == place and one["sent_on"] <= day]
    return had[0]["round_id"] if len(had) == 1 else ""


def _event_id(row: Row, record: Record) -> str:
    if not (row["jurisdiction_id"] and row["date"] and row["type"]):
        return ""
    stem = event_stem(row["jurisdiction_id"], row["date"], row["type"])
    return _free(stem, ":", record.keys("events"))


def _document_id(row: Row, record: Record) -> str:
    return document_id(row)


def _case_id(row: Row, record: Record) -> str:
    year = row["filed_on"][:4]
    first, _, second = row["name"].partition(" v. ")
    names = [OFFICES.sub("", first), second.split(" ")[-1]] if second else [row["name"]]
    return _slug("-v-".join(map(_slug, names)) + f"-{year}")


def _concerns(row: Row, record: Record) -> str:
    return str(Concern.LETTER) if row["round_id"] else ""


def _source_id(row: Row, record: Record) -> str:
    """Suggest publisher, date and subject; a publisher on record keeps the word that it has in other ids."""
    words = [_slug(word) for word in row["title"].split()]
    subject = [word for word in words if word and word not in _SHORT_WORDS][:_TITLE_WORDS]
    day = re.sub(r"/.*|-", "", row["published_on"])
    stem = "-".join(filter(None, [_publisher_word(row["publisher"], record), day, *subject]))
    return _free(stem, "-", record.keys("sources"))


def _publisher_word(publisher: str, record: Record) -> str:
    known = [row["source_id"] for row in record.rows("sources") if row["publisher"] == publisher]
    firsts = [key.partition("-")[0] for key in known]
    return max(sorted(set(firsts)), key=firsts.count) if firsts else _slug(publisher)


def _hosting(row: Row, record: Record) -> str:
    weak = record.schema["sources"].weak_hosts
    return str(Hosting.WEAK if host(row["url"]) in weak else Hosting.OWN)


def _place_id(row: Row, record: Record) -> str:
    if row["kind"] == Kind.STATE and row["state"] in STATES:
        return state_id(row["state"])
    return f"{_slug(row['name'])}-{row['state'].lower()}"


def _geoid(row: Row, record: Record) -> str:
    """Suggest the code of a state or county; that of a city is in no table here."""
    if row["kind"] in (Kind.STATE, Kind.DISTRICT) and row["state"] in STATES:
        return STATES[row["state"]].fips
    return county_code(row["name"], row["state"]) if row["kind"] == Kind.COUNTY else ""


def _of_city(column: str) -> Suggestion:
    """Suggest what the gazetteer has of the most populous city of the name in the state."""

    def rule(row: Row, record: Record) -> str:
        cities = cities_named(row["name"], row["state"])[:1] if row["kind"] in _POINTS else []
        return next((str(getattr(city, column)) for city in cities), "")

    return rule


def _slug(words: str) -> str:
    """Write words as an id has them: small letters and digits, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", folded_text(words).replace("'", "")).strip("-")


def _free(stem: str, joint: str, known: set[str]) -> str:
    """Number an id that is taken: `:2`, `:3` and on."""
    number = 1
    while (key := stem if number == 1 else f"{stem}{joint}{number}") in known:
        number += 1
    return key


_POINTS = frozenset(str(kind) for kind in Kind if not kind.is_shaped)
"""The kinds of place that are drawn as a point."""

SUGGESTIONS: Mapping[str, Mapping[str, Suggestion]] = {
    "letters": {
        "sent_on": _of_round("sent_on"),
        "deadline_on": _of_round("deadline_on"),
        "evidence": lambda row, record: str(UNDOCUMENTED[0]),
        "recorded_on": _recorded_on,
    },
    "events": {"round_id": _round_answered, "event_id": _event_id, "recorded_on": _recorded_on},
    "cases": {"case_id": _case_id, "concerns": _concerns, "recorded_on": _recorded_on},
    "documents": {
        "round_id": _of_event("round_id"),
        "jurisdiction_id": _of_event("jurisdiction_id"),
        "document_id": _document_id,
    },
    "sources": {"source_id": _source_id, "hosting": _hosting},
    "jurisdictions": {
        "jurisdiction_id": _place_id,
        "geoid": _geoid,
        "county_fips": _of_city("county_fips"),
        "latitude": _of_city("latitude"),
        "longitude": _of_city("longitude"),
    },
    "rounds": {
        "round_id": lambda row, record: _free(row["sent_on"][:7], "-", record.keys("rounds")),
        "kind": lambda row, record: str(RoundKind.LETTERS),
        "demand_sources": _where("demand"),
        "consequence_sources": _where("consequence"),
        "ended_sources": _where("ended_on"),
    },
}
"""The rules by table and column, in the order in which one may build on another."""
