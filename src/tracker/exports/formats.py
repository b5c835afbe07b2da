"""The formats in which public rows are given, each said once: pages, interface, archive and docs follow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.dataset import Dataset
from tracker.exports.citation import cite
from tracker.exports.csv import csv_file
from tracker.exports.geojson import geojson_file
from tracker.exports.json import json_file
from tracker.exports.parquet import parquet_file
from tracker.exports.provenance import About
from tracker.exports.rows import Rows
from tracker.exports.xlsx import xlsx_file

BOM = "bom"
"""The key by which a CSV file comes without the byte order mark that spreadsheets need."""

BOM_WORDS = ("yes", "no")
"""Its words, the default first."""


@dataclass(frozen=True)
class Export:
    """Rows to be written: what they are, the links that go with them, the one to cite, and their data.

    `is_marked` is whether text for spreadsheets begins with a byte order mark.
    """

    rows: Rows
    about: About
    links: Mapping[str, str]
    cited: str
    dataset: Dataset
    is_marked: bool = True


@dataclass(frozen=True)
class Format:
    """A format of rows.

    Attributes:
        extension: how the names of its files end.
        media_type: what HTTP calls it.
        title: its name for readers.
        meaning: what it is good for, in a few words.
        write: turns rows into bytes.
        tables: the public tables that have it; None for all.
        limit: how many rows the interface gives unless it is told how many; None for all.
        keys: what the interface takes for this format alone.
    """

    extension: str
    media_type: str
    title: str
    meaning: str
    write: Callable[[Export], bytes]
    tables: tuple[str, ...] | None = None
    limit: int | None = None
    keys: tuple[str, ...] = ()


_TABLE = (
    Format(
        "csv",
        "text/csv; charset=utf-8; header=present",
        "CSV",
        "for spreadsheets and programs",
        lambda export: csv_file(export.rows, export.is_marked),
        keys=(BOM,),
    ),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel",
        "days as days, with a sheet that explains the columns",
        lambda export: xlsx_file(export.rows, export.about, cite(export.about, export.cited)),
    ),
    Format(
        "geojson",
        "application/geo+json",
        "GeoJSON",
        "for maps: shapes of states and counties, points of cities",
        lambda export: geojson_file(export.rows, export.about, export.links, export.dataset),
        tables=("letters",),
    ),
    Format(
        "json",
        "application/json",
        "JSON",
        "for programs",
        lambda export: json_file(export.rows, export.about, export.links),
        limit=1000,
    ),
    Format(
        "parquet",
        "application/vnd.apache.parquet",
        "Parquet",
        "for notebooks: columns with their types",
        lambda export: parquet_file(export.rows, export.about),
    ),
)

FORMATS: Mapping[str, Format] = {form.extension: form for form in _TABLE}
"""The formats by extension, in the order in which a reader meets them."""


def formats_of(table: str) -> tuple[Format, ...]:
    """Return the formats in which a public table is given."""
    return tuple(form for form in FORMATS.values() if form.tables is None or table in form.tables)


def extensions(table: str) -> tuple[str, ...]:
    """Return the extensions of those formats."""
    return tuple(form.extension for form in formats_of(table))
