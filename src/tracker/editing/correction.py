"""A cell that was wrong, put right together with its row in the log of corrections."""

import re

from tracker.editing.edits import Edit, NewCell
from tracker.editing.suggestions import Record

LOG_TABLE = "corrections"


def key_in(text: str) -> str:
    """Write a row's key in its one form: `2018-01+jackson-ms` as `2018-01 + jackson-ms`."""
    return " + ".join(re.split(r"\s*\+\s*", text.strip()))


def correction(cell: NewCell, why: str, sources: str, record: Record) -> Edit:
    """Return the edit that corrects a cell and logs it.

    Raises:
        ValueError: there is no such cell, or it holds this value already.
    """
    if cell.row not in record.keys(cell.table):
        raise ValueError(f"{cell.table} has no row {cell.row}")
    if cell.column not in record.schema[cell.table].column_names:
        raise ValueError(f"{cell.column} is no column of {cell.table}")
    old = record.cell(cell.table, cell.row, cell.column)
    if old == cell.value:
        raise ValueError(f"{cell.column} of {cell.row} is “{old}” already")
    day = record.day.isoformat()
    entry = {"corrected_on": day, "table": cell.table, "row": cell.row, "column": cell.column}
    key, said = " + ".join(entry.values()), {"new": cell.value, "why": why, "sources": sources}
    if key in record.keys(LOG_TABLE) and record.cell(LOG_TABLE, key, "old") == cell.value:
        raise ValueError(
            f"{cell.column} of {cell.row} was “{cell.value}” before today’s correction: to take that "
            f"back, put the value back by hand and delete its row in {LOG_TABLE}.csv"
        )
    if key in record.keys(LOG_TABLE):  # a second thought of the same day: what was published before stays
        again = tuple(NewCell(LOG_TABLE, key, column, value) for column, value in said.items())
        return Edit(cells=(cell, *again))
    return Edit(rows=((LOG_TABLE, entry | {"old": old} | said),), cells=(cell,))


def log_entry(cell: NewCell, why: str, sources: str, record: Record) -> str:
    """Write the line for the log of changes."""
    old = record.cell(cell.table, cell.row, cell.column)
    source = f" Source: {sources.replace(';', ', ')}." if sources else ""
    change = f"{old or 'empty'} -> {cell.value or 'empty'}"
    return f"corrected: {record.schema[cell.table].path} [{cell.row}] {cell.column}: {change}. {why}{source}"
