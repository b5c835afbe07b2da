"""Rules that hold the data against the last release: nothing published changes or leaves in silence."""

import re
from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.numbers import shortened
from tracker.checks.registry import Finding, check
from tracker.difference import Cell
from tracker.schema import Table

REMARKS = ("note", "recorded_on")
"""Columns whose change corrects no fact."""


@check("unlogged-correction", needs=("corrections",))
def check_corrections_logged(draft: Draft) -> Iterator[Finding]:
    """A value of the last release that no longer stands is a row of corrections.csv; a remark is not."""
    log = draft["corrections"].text
    logged = set(zip(log["table"], log["row"], log["column"], strict=True))
    for name, change in draft.since_release.items():
        table = draft[name]
        for cell in change.corrected:
            if _is_fact(table.schema, cell) and (name, cell.row, cell.column) not in logged:
                message = (
                    f"the last release has “{shortened(cell.old)}”; add to corrections.csv the row "
                    f"<day>,{name},{cell.row},{cell.column},<old>,<new>,<why>,<source_id>"
                )
                yield Finding(name, table.positions[cell.row], cell.column, message)


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
    return bool(cell.old) and column.name not in REMARKS and column.references != "sources.source_id"
