"""A cell that was wrong, put right together with its row in the log of corrections."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from tracker.checks.keys import NEAR
from tracker.editing.edits import Edit, NewCell
from tracker.editing.suggestions import Record
from tracker.schema import joined

LOG_TABLE = "corrections"

_NAMED = 5
"""How many rows are named that are likely meant."""


def key_in(text: str) -> str:
    """Write a row's key in its one form: `2018-01+jackson-ms` as `2018-01 + jackson-ms`."""
    return joined(re.split(r"\s*\+\s*", text.strip()))


def correction(cell: NewCell, why: str, sources: str, record: Record) -> Edit:
    """Return the edit that corrects a cell and logs it.

    Raises:
        ValueError: there is no such cell, or it holds this value already.
    """
    if cell.row not in record.keys(cell.table):
        near = _near(cell.row, sorted(record.keys(cell.table)))
        raise ValueError(f"{cell.table} has no row {cell.row}{near}")
    if cell.column not in (names := record.schema[cell.table].column_names):
        raise ValueError(f"{cell.column} is no column of {cell.table}; these are: {', '.join(names)}")
    old = record.cell(cell.table, cell.row, cell.column)
    if old == cell.value:
        raise ValueError(f"{cell.column} of {cell.row} is “{old}” already")
    day = record.day.isoformat()
    entry = {"corrected_on": day, "table": cell.table, "row": cell.row, "column": cell.column}
    key, said = joined(entry.values()), {"new": cell.value, "why": why, "sources": sources}
    if key in record.keys(LOG_TABLE) and record.cell(LOG_TABLE, key, "old") == cell.value:
        raise ValueError(
            f"{cell.column} of {cell.row} was “{cell.value}” before today’s correction: to take that "
            f"back, put the value back by hand and delete its row in {LOG_TABLE}.csv"
        )
    if key in record.keys(LOG_TABLE):  # a second thought of the same day: what was published before stays
        again = tuple(NewCell(LOG_TABLE, key, column, value) for column, value in said.items())
        return Edit(cells=(cell, *again))
    return Edit(rows=((LOG_TABLE, entry | {"old": old} | said),), cells=(cell,))


def _near(key: str, keys: Sequence[str]) -> str:
    """Name the rows that are likely meant: those with every word of the key, or else the most alike."""
    words = re.findall(r"[a-z0-9]+", key.casefold())
    holding = [one for one in keys if all(word in re.split(r"[^a-z0-9]+", one.casefold()) for word in words)]
    alike = [
        one
        for one, *_ in process.extract(
            key, keys, scorer=fuzz.token_set_ratio, limit=_NAMED, score_cutoff=NEAR
        )
    ]
    near = holding[:_NAMED] or alike
    return f"; is it {' or '.join(f'“{one}”' for one in near)}?" if near else ""


def log_entry(cell: NewCell, why: str, sources: str, record: Record) -> str:
    """Write the line for the log of changes."""
    old = record.cell(cell.table, cell.row, cell.column)
    source = f" Source: {sources.replace(';', ', ')}." if sources else ""
    change = f"{old or 'empty'} -> {cell.value or 'empty'}"
    return f"corrected: {record.schema[cell.table].path} [{cell.row}] {cell.column}: {change}. {why}{source}"
