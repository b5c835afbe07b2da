"""Rules for corrections: the log says what stands now, and nothing published changes or leaves without it."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from tracker.checks.draft import Draft
from tracker.checks.numbers import shortened
from tracker.checks.registry import Finding, check
from tracker.difference import Cell
from tracker.schema import Table


@check("correction-cell", needs=("corrections",))
def check_corrected_cell_exists(draft: Draft) -> Iterator[Finding]:
    """A correction names a table, a row and a column of the data."""
    for row, entry in enumerate(draft["corrections"].records):
        table = draft.tables.get(entry["table"])
        if table is None:
            if entry["table"] not in draft.declared:  # else its absence is reported already
                yield Finding("corrections", row, "table", f"“{entry['table']}” is not a table")
        elif entry["column"] not in table.schema.column_names:
            yield Finding(
                "corrections", row, "column", f"“{entry['column']}” is not a column of {entry['table']}"
            )
        elif entry["row"] not in table.positions:
            yield Finding("corrections", row, "row", f"“{entry['row']}” is not a row of {entry['table']}")


@check("correction-value", needs=("corrections",))
def check_corrected_value_stands(draft: Draft) -> Iterator[Finding]:
    """A correction changes something, and the newest one of a cell gives the value that stands there."""
    text = draft["corrections"].text
    for row in (text["old"] == text["new"]).to_numpy().nonzero()[0]:
        yield Finding("corrections", int(row), "new", "the old and the new value are the same")
    newest = text.sort_values("corrected_on").drop_duplicates(["table", "row", "column"], keep="last")
    for line, entry in newest.iterrows():
        table = draft.tables.get(entry["table"])
        if table is None or entry["column"] not in table.schema.column_names:
            continue
        position = table.positions.get(entry["row"])
        if position is not None and table.text[entry["column"]].iloc[position] != entry["new"]:
            yield Finding("corrections", int(str(line)), "new", "the cell does not hold the new value")


REMARKS = ("note", "recorded_on")
"""Columns whose change corrects no fact."""

SECOND_THOUGHTS = ("new", "why")
"""Columns of an entry of the log that change when the same cell is corrected twice on one day."""


_LONGEST = 400
"""Signs of the longest value that is printed whole."""


UNLOGGED = "unlogged-correction"


@check(UNLOGGED, needs=("corrections",))
def check_corrections_logged(draft: Draft) -> Iterator[Finding]:
    """A value of the last release that no longer stands is a row of corrections.csv; a remark is not."""
    log = draft["corrections"].text
    logged = set(zip(log["table"], log["row"], log["column"], strict=True))
    for name, change in draft.since_release.items():
        table = draft[name]
        for cell in change.corrected:
            is_logged = (name, cell.row, cell.column) in logged
            if _is_fact(table.schema, cell) and not is_logged:
                message = (
                    f"the last release has “{shortened(cell.old)}”; add to corrections.csv the row "
                    f"{_row_to_add(name, cell, draft.written_on)}"
                )
                yield Finding(name, table.positions[cell.row], cell.column, message)


def _row_to_add(table: str, cell: Cell, day: date | None) -> str:
    """Write the row that the log lacks, so that an editor fills in nothing but what stands in < and >."""
    values = {"<old>": cell.old, "<new>": cell.new}
    known = [value if len(value) <= _LONGEST else gap for gap, value in values.items()]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="")
    writer.writerow([day or "<day>", table, cell.row, cell.column, *known, "<why>", "<source_id>"])
    return written.getvalue()


@check("lost-row")
def check_withdrawals_logged(draft: Draft) -> Iterator[Finding]:
    """A row of the last release that is no longer there is named as withdrawn in CHANGELOG.md."""
    withdrawals = [entry for entry in re.split(r"(?:^|\s)- ", draft.log) if entry.startswith("withdrawn")]
    for name, change in draft.since_release.items():
        for key in change.withdrawn:
            if not any(key in entry for entry in withdrawals):
                message = f"the last release has the row {key}; say in CHANGELOG.md why it was withdrawn"
                yield Finding(name, None, "", message)


def _is_fact(table: Table, cell: Cell) -> bool:
    """Tell whether a change corrects something; where nothing stood before, a gap was filled."""
    column = next(column for column in table.columns if column.name == cell.column)
    if table.name == "corrections" and column.name in SECOND_THOUGHTS:
        return False
    return bool(cell.old) and column.name not in REMARKS and column.references != "sources.source_id"
