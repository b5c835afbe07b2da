"""The data while it is being checked: text as read, typed as far as it can be, with addresses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from tracker.geography import Geography
from tracker.problems import Problem, Severity
from tracker.schema import Column, Table


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
    def records(self) -> list[Mapping[str, str]]:
        """The text of each row by column."""
        names = list(self.cells)
        return [dict(zip(names, row, strict=True)) for row in zip(*self.cells.values(), strict=True)]

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The first row of each key, whose parts are joined by " + "."""
        keys = zip(*(self.cells[name] for name in self.schema.key), strict=True)
        rows = enumerate(map(" + ".join, keys))
        return {key: row for row, key in reversed(list(rows))}

    def problem(self, row: int, column: str, code: str, message: str, severity: Severity) -> Problem:
        """Address a problem to a cell by the row's position and the column's name."""
        key = " + ".join(self.text.iloc[row][name] for name in self.schema.key)
        return Problem(self.schema.path, self.lines[row], key, column, code, severity, message)


@dataclass(frozen=True, eq=False)
class Draft:
    """All tables that could be read, by name, and the boundaries if they could be; `declared` names all."""

    tables: Mapping[str, DraftTable]
    geography: Geography | None = field(default=None)
    declared: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> DraftTable:
        """Return one table."""
        return self.tables[name]

    def cells(self, name: str, column: str) -> Iterator[tuple[int, str]]:
        """Give position and text of every filled cell of a column."""
        for row, cell in enumerate(self[name].cells[column]):
            if cell:
                yield row, cell

    def cells_where(self, wanted: Callable[[Column], object]) -> Iterator[tuple[str, Column, int, str]]:
        """Give every filled cell of the wanted columns: table, column, position, text."""
        for name, table in self.tables.items():
            for column in filter(wanted, table.schema.columns):
                for row, cell in self.cells(name, column.name):
                    yield name, column, row, cell


def rows_where(mask: "pd.Series[Any]") -> list[int]:
    """Give the positions at which a mask holds."""
    return [int(row) for row in mask.to_numpy().nonzero()[0]]


def of_round(values: "pd.Series[Any]", rows: pd.DataFrame) -> "pd.Series[Any]":
    """Give each row the value of its round; unlike `map`, with the right type where there are no rounds."""
    return values.reindex(rows["round_id"]).set_axis(rows.index)
