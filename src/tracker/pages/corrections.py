"""The log of corrections: what was corrected, in words that a reader knows the rows by."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.address import Address
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.pages.engine import render
from tracker.pages.fragments import rows
from tracker.selection import round_labels
from tracker.vocabulary import EventType

Row = Mapping[str, Any]


def corrections_html(dataset: Dataset, address: Address) -> str:
    """Return the corrections as HTML, the newest first; where there is none, a sentence that says so."""
    recorded = [*dataset.letters["recorded_on"], *dataset.events["recorded_on"]]
    return render(
        "corrections.html.j2",
        corrections=list(_told(dataset, address)),
        since=min(recorded, default=None),
        sources={row["source_id"]: row for row in rows(dataset.sources)},
    )


def _told(dataset: Dataset, address: Address) -> Iterator[dict[str, Any]]:
    """Give each correction with its row and column in words and a link to the record that it concerns."""
    for entry in rows(dataset.corrections)[::-1]:
        table = dataset.schema[entry["table"]]
        titles = {column.name: column.title for column in table.columns}
        row = _find(dataset, entry["table"], entry["row"])
        place = row.get("jurisdiction_id", "")
        yield entry | {
            "about": _name(dataset, entry["table"], row) if row else entry["row"],
            "what": titles.get(entry["column"], entry["column"]),
            "href": address.link("record", id=place) if place else "",
        }


def _find(dataset: Dataset, table: str, key: str) -> Row:
    """Return the row of a key whose parts are joined by " + "; nothing where there is none."""
    names = dataset.schema[table].key
    for row in rows(dataset.tables[table]):
        if " + ".join(str(row[name]) for name in names) == key:
            return row
    return {}


def _name(dataset: Dataset, table: str, row: Row) -> str:
    """Say which row it is."""
    places = dict(zip(dataset.jurisdictions["jurisdiction_id"], dataset.jurisdictions["name"], strict=True))
    match table:
        case "letters":
            label = round_labels(dataset.rounds)[row["round_id"]]
            return f"{places[row['jurisdiction_id']]}, letter of {label}"
        case "events":
            kind, day = EventType.of(row["type"]).label, PartialDate.parse(row["date"]).in_words()
            return f"{places[row['jurisdiction_id']]}: {kind}, {day}"
        case "sources":
            return f"{row['publisher']}: {row['title']}"
    return str(row.get("name", ""))
