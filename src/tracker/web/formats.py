"""The formats of the HTTP interface: what each is called, and how the rows of a view become its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.exports.about import About
from tracker.exports.citation import cite
from tracker.exports.csv import csv_file
from tracker.exports.geojson import geojson_file
from tracker.exports.json import json_file
from tracker.exports.rows import Rows
from tracker.exports.xlsx import xlsx_file
from tracker.selection import Selection


@dataclass(frozen=True)
class Asked:
    """A view to be written: its rows, what they are, and the links that go with them."""

    selection: Selection
    rows: Rows
    about: About
    links: Mapping[str, str]


@dataclass(frozen=True)
class Format:
    """A format: its media type, how many rows it gives by default (None: all), how it is written."""

    media_type: str
    limit: int | None
    write: Callable[[Asked], bytes]


FORMATS: Mapping[str, Format] = {
    "json": Format("application/json", 1000, lambda asked: json_file(asked.rows, asked.about, asked.links)),
    "csv": Format("text/csv; charset=utf-8; header=present", None, lambda asked: csv_file(asked.rows)),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        None,
        lambda asked: xlsx_file(asked.rows, asked.about, cite(asked.about, asked.links["frozen"])),
    ),
    "geojson": Format(
        "application/geo+json",
        None,
        lambda asked: geojson_file(asked.rows, asked.about, asked.links, asked.selection.dataset),
    ),
}
"""The formats by the extension of a file."""
