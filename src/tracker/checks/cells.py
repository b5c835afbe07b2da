"""Rules for single cells, read from the schema."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from tracker.checks.draft import Draft
from tracker.checks.numbers import PARSERS
from tracker.checks.registry import Finding, check
from tracker.dates import PartialDate, parse_day
from tracker.schema import Column


def _complaints(read: Callable[[str], object]) -> Callable[[str], str]:
    """Say what keeps a cell from being read, "" where nothing does; equal cells are read once."""

    @cache
    def complaint(cell: str) -> str:
        try:
            read(cell)
        except ValueError as error:
            return str(error)
        return ""

    return complaint


@check("required")
def check_required(draft: Draft) -> Iterator[Finding]:
    """A cell that the schema requires is filled."""
    for name, table in draft.tables.items():
        for column in table.schema.columns:
            if column.required:
                for row in (table.text[column.name] == "").to_numpy().nonzero()[0]:
                    yield Finding(name, int(row), column.name, f"{column.name} is empty; it is required")


@check("vocabulary")
def check_vocabulary(draft: Draft) -> Iterator[Finding]:
    """A cell, or an entry of a list, with a vocabulary holds one of its words."""
    for name, column, row, cell in draft.cells_where(lambda column: column.words, _other_words):
        for entry in _other_words(column, cell):
            yield Finding(name, row, column.name, f"“{entry}” is not one of: {', '.join(column.words)}")


def _other_words(column: Column, cell: str) -> list[str]:
    """Return the entries of a cell that are not in its vocabulary."""
    entries = cell.split(column.separator) if column.separator else [cell]
    return [entry for entry in entries if entry not in column.words]


@check("pattern")
def check_pattern(draft: Draft) -> Iterator[Finding]:
    """A cell with a set form has that form."""
    has_form = cache(lambda pattern: re.compile(pattern, re.ASCII).fullmatch)
    for name, column, row, cell in draft.cells_where(
        lambda column: column.pattern and not column.words,
        lambda column, cell: not has_form(column.pattern)(cell),
    ):
        yield Finding(name, row, column.name, f"“{cell}” does not have the form {column.pattern}")


@check("day")
def check_day(draft: Draft) -> Iterator[Finding]:
    """A day is an ISO date that is in the calendar."""
    complaints = _complaints(parse_day)
    for name, column, row, cell in draft.cells_where(
        lambda column: column.type == "date", lambda _, cell: complaints(cell)
    ):
        yield Finding(name, row, column.name, complaints(cell))


@check("date")
def check_partial_date(draft: Draft) -> Iterator[Finding]:
    """An imprecise date is a day, a month, a year or an interval between two of them."""
    complaints = _complaints(PartialDate.parse)
    for name, column, row, cell in draft.cells_where(
        lambda column: column.is_partial_date, lambda _, cell: complaints(cell)
    ):
        yield Finding(name, row, column.name, complaints(cell))


@check("number")
def check_number(draft: Draft) -> Iterator[Finding]:
    """A number is written in plain digits and lies within its bounds."""
    complaints = {type_: _complaints(read) for type_, read in PARSERS.items()}
    for name, column, row, cell in draft.cells_where(lambda column: column.type in PARSERS):
        low, high = column.bounds
        if complaint := complaints[column.type](cell):
            yield Finding(name, row, column.name, complaint)
        elif (low is not None and float(cell) < low) or (high is not None and float(cell) > high):
            yield Finding(name, row, column.name, f"{cell} is out of bounds")


@check("list")
def check_list(draft: Draft) -> Iterator[Finding]:
    """A list has no empty entry, and none twice."""
    for name, column, row, cell in draft.cells_where(lambda column: column.separator, _is_loose):
        yield Finding(name, row, column.name, f"an entry of “{cell}” is empty or stands twice")


def _is_loose(column: Column, cell: str) -> bool:
    entries = cell.split(column.separator)
    return "" in entries or len(set(entries)) < len(entries)
