"""Changes of the tables as values: rows added, cells that get another value."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.difference import Row
from tracker.schema import Table


@dataclass(frozen=True)
class NewCell:
    """A cell that gets another value: its table, its row's key (the parts joined by " + "), its column."""

    table: str
    row: str
    column: str
    value: str


@dataclass(frozen=True)
class Edit:
    """What an editor wants changed: rows added, each with its table, and cells of rows that are there."""

    rows: tuple[tuple[str, Row], ...] = ()
    cells: tuple[NewCell, ...] = ()

    def made_in(self, schema: Mapping[str, Table], contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files that it changes, by name; new rows stand at the end.

        Args:
            schema: the tables by name.
            contents: the sound files of all tables by name.
        """
        touched = dict.fromkeys([*(table for table, _ in self.rows), *(cell.table for cell in self.cells)])
        return {schema[name].path: self._rewritten(schema[name], contents) for name in touched}

    def _rewritten(self, table: Table, contents: Mapping[str, bytes]) -> bytes:
        values = {(cell.row, cell.column): cell.value for cell in self.cells if cell.table == table.name}
        reader = csv.DictReader(io.StringIO(contents[table.path].decode(), newline=""))
        written = io.StringIO(newline="")
        writer = csv.DictWriter(written, table.column_names, lineterminator="\n")
        writer.writeheader()
        for row in reader:
            key = table.key_of(row)
            writer.writerow({name: values.get((key, name), cell) for name, cell in row.items()})
        writer.writerows(row for name, row in self.rows if name == table.name)
        return written.getvalue().encode()
