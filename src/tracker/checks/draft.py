"""The data while it is being checked: text as read, typed as far as it can be, with addresses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.campaign import Campaign
from tracker.difference import Rows, TableDifference, difference
from tracker.geography import Geography
from tracker.problems import Problem, Severity
from tracker.schema import Column, Table

Cell = tuple[str, Column, int, str]
"""A cell: its table, its column, the position of its row, and its text."""


@dataclass(frozen=True, eq=False)
class DraftTable:
    """One table under check.

    `text` holds the cells as read and `typed` the same rows in the dataset's types, with `NaT` or
    NaN where a cell could not be read. `lines` gives the line of the file of each row.
    """

    schema: Table
    text: pd.DataFrame
    typed: pd.DataFrame
    lines: Sequence[int]

    @cached_property
    def cells(self) -> Mapping[str, list[str]]:
        """The text of each column as a list: rules go over it many times, and a frame gives cells slowly."""
        return {str(name): column.to_list() for name, column in self.text.items()}

    @cached_property
    def texts(self) -> tuple["npt.NDArray[np.intp]", "pd.Index[str]"]:
        """The number of each cell's text, the first column first, and the texts: many cells share one."""
        which, texts = pd.concat([self.text[name] for name in self.schema.column_names]).factorize()
        return which, pd.Index(texts)

    @cached_property
    def records(self) -> list[Mapping[str, str]]:
        """The text of each row by column."""
        names = list(self.cells)
        return [dict(zip(names, row, strict=True)) for row in zip(*self.cells.values(), strict=True)]

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The position of each row by its key, the parts joined by " + "; of a repeated key, of the first."""
        first: dict[str, int] = {}
        for row, key in enumerate(self.schema.keys_of(self.cells)):
            first.setdefault(key, row)
        return first

    @property
    def rows(self) -> Rows:
        """The rows by key, to be compared with another state of the table."""
        by_key = {key: self.records[row] for key, row in self.positions.items()}
        return Rows(by_key, self.schema.column_names)

    def problem(self, row: int | None, column: str, code: str, message: str, severity: Severity) -> Problem:
        """Address a problem to a cell by the row's position, None for the file, and the column's name."""
        if row is None:
            return Problem(self.schema.path, 0, "", column, code, severity, message)
        (key,) = self.schema.keys_of({name: [self.cells[name][row]] for name in self.schema.key})
        return Problem(self.schema.path, self.lines[row], key, column, code, severity, message)


@dataclass(frozen=True, eq=False)
class Draft:
    """All tables that could be read, by name, and the boundaries if they could be; `declared` names all.

    `researched_to` is the day to which the descriptor says that the research reaches, `today` the day it is
    anywhere, and `written_on` that of a row to add; None where nobody said. `released` holds the tables of
    the last release by name, as far as it is kept, and `log` is the log of changes.
    """

    tables: Mapping[str, DraftTable]
    campaign: Campaign
    geography: Geography | None = field(default=None)
    declared: frozenset[str] = frozenset()
    researched_to: date | None = None
    today: date | None = None
    written_on: date | None = None
    released: Mapping[str, Rows] = field(default_factory=dict)
    log: str = ""

    def __getitem__(self, name: str) -> DraftTable:
        """Return one table."""
        return self.tables[name]

    @cached_property
    def since_release(self) -> Mapping[str, TableDifference]:
        """How the tables differ from the last release, by name."""
        return {
            name: difference(table.schema, self.released[name], table.rows)
            for name, table in self.tables.items()
            if name in self.released
        }

    def cells_with(self, pattern: str) -> Iterator[Cell]:
        """Give every cell in which a pattern is found, as `cells_where` does; each text is searched once.

        Python and Arrow's RE2 must read the pattern alike: no class of letters, and nothing looked ahead for.
        """
        for name, table in self.tables.items():
            which, texts = table.texts
            rows = len(table.text)
            for position in texts.str.contains(pattern)[which].nonzero()[0]:
                number, row = divmod(int(position), rows)
                column = table.schema.columns[number]
                yield name, column, row, table.cells[column.name][row]

    def cells(self, name: str, column: str) -> Iterator[tuple[int, str]]:
        """Give position and text of every filled cell of a column."""
        for row, cell in enumerate(self[name].cells[column]):
            if cell:
                yield row, cell

    def cells_where(
        self, wanted: Callable[[Column], object], holds: Callable[[Column, str], object] = lambda *_: True
    ) -> Iterator[Cell]:
        """Give the filled cells of the wanted columns of which something holds: asked once for each text."""
        for name, table in self.tables.items():
            for column in filter(wanted, table.schema.columns):
                cells = table.cells[column.name]
                if found := {cell for cell in set(cells) if cell and holds(column, cell)}:
                    yield from ((name, column, row, cell) for row, cell in enumerate(cells) if cell in found)


def rows_where(mask: "pd.Series[Any]") -> list[int]:
    """Give the positions at which a mask holds."""
    return [int(row) for row in mask.to_numpy().nonzero()[0]]


def of_round(values: "pd.Series[Any]", rows: pd.DataFrame) -> "pd.Series[Any]":
    """Give each row the value of its round; unlike `map`, with the right type where there are no rounds."""
    return values.reindex(rows["round_id"]).set_axis(rows.index)
