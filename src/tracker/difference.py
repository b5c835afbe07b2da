"""What differs between two states of the tables: rows added, cells corrected, rows withdrawn; exactly."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.schema import Table

Row = Mapping[str, str]
"""A row of a file by column, its cells as text."""


@dataclass(frozen=True)
class Cell:
    """A cell that holds another value than before; `row` is the row's key, its parts joined by " + "."""

    row: str
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class TableDifference:
    """How a table differs from an earlier state; rows by their keys.

    A column that one of the two lacks is a change of the schema, and none of any row.
    """

    file: str
    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    corrected: tuple[Cell, ...] = ()
    columns_added: tuple[str, ...] = ()
    columns_dropped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return any((self.added, self.withdrawn, self.corrected, self.columns_added, self.columns_dropped))


@dataclass(frozen=True)
class Rows:
    """The rows of a table by key, its parts joined by " + ", and the names of its columns."""

    by_key: Mapping[str, Row]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, table: Table, raw: bytes) -> "Rows":
        """Read a CSV file; one that lacks a column of the key has no rows that could be compared."""
        reader = csv.DictReader(io.StringIO(raw.decode("utf-8", errors="replace"), newline=""))
        columns = tuple(reader.fieldnames or ())
        is_keyed = set(table.key) <= set(columns)
        return cls({table.key_of(row): row for row in reader} if is_keyed else {}, columns)


def differences(
    tables: Mapping[str, Table], old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> list[TableDifference]:
    """Compare the tables of two states by key.

    Args:
        tables: the tables as they are described now.
        old: the files of the earlier state by name.
        new: the files of the later state by name.
    """
    files = ((table, old.get(table.path, b""), new.get(table.path, b"")) for table in tables.values())
    pairs = ((table, Rows.of(table, before), Rows.of(table, after)) for table, before, after in files)
    changes = (difference(*pair) for pair in pairs)
    return [change for change in changes if change]


def difference(table: Table, before: Rows, after: Rows) -> TableDifference:
    """Compare two states of one table by key."""
    shared = [name for name in after.columns if name in before.columns]
    added = tuple(name for name in after.columns if before.columns and name not in before.columns)
    return TableDifference(
        file=table.path,
        added=tuple(key for key in after.by_key if key not in before.by_key),
        withdrawn=tuple(key for key in before.by_key if key not in after.by_key),
        corrected=tuple(_cells(before.by_key, after.by_key, shared)),
        columns_added=added,
        columns_dropped=tuple(name for name in before.columns if name not in after.columns),
    )


def _cells(before: Mapping[str, Row], after: Mapping[str, Row], columns: list[str]) -> Iterator[Cell]:
    for key in after:
        for name in columns if key in before else ():
            if before[key][name] != after[key][name]:
                yield Cell(key, name, before[key][name], after[key][name])


def tables_of(package: bytes) -> dict[str, bytes]:
    """Return the tables of a whole package, a zip file, by file name.

    Raises:
        zipfile.BadZipFile: it is no zip file, or part of it is lost.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return {name: files.read(name) for name in files.namelist() if name.endswith(".csv")}
