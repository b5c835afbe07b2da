"""What differs between two states of the tables: rows added, cells corrected, rows withdrawn; exactly."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.schema import Table

Row = Mapping[str, str]


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


def differences(
    tables: Mapping[str, Table], old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> list[TableDifference]:
    """Compare the tables of two states by key.

    Args:
        tables: the tables as they are described now.
        old: the files of the earlier state by name.
        new: the files of the later state by name.
    """
    pairs = ((table, old.get(table.path, b""), new.get(table.path, b"")) for table in tables.values())
    return [found for table, before, after in pairs if (found := _difference(table, before, after))]


def _difference(table: Table, old: bytes, new: bytes) -> TableDifference:
    (before, columns_before), (after, columns_after) = _rows(table, old), _rows(table, new)
    shared = [name for name in columns_after if name in columns_before]
    return TableDifference(
        file=table.path,
        added=tuple(key for key in after if key not in before),
        withdrawn=tuple(key for key in before if key not in after),
        corrected=tuple(_cells(before, after, shared)),
        columns_added=tuple(name for name in columns_after if columns_before and name not in columns_before),
        columns_dropped=tuple(name for name in columns_before if name not in columns_after),
    )


def _cells(before: Mapping[str, Row], after: Mapping[str, Row], columns: list[str]) -> Iterator[Cell]:
    for key in after:
        for name in columns if key in before else ():
            if before[key][name] != after[key][name]:
                yield Cell(key, name, before[key][name], after[key][name])


def _rows(table: Table, raw: bytes) -> tuple[dict[str, Row], list[str]]:
    """Give the rows of a table by key, and its columns."""
    reader = csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""))
    rows: dict[str, Row] = {" + ".join(row[name] for name in table.key): row for row in reader}
    return rows, list(reader.fieldnames or ())
