"""Rules for keys and references between tables."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from tracker.checks.draft import Draft, rows_where
from tracker.checks.registry import Finding, check
from tracker.checks.spreadsheet import MANY
from tracker.problems import Severity
from tracker.schema import joined

NEAR = 80
"""How alike an unknown id and a known one must be, of 100, for the known one to be named."""


@check("duplicate-key")
def check_unique_key(draft: Draft) -> Iterator[Finding]:
    """No two rows of a table have the same key."""
    for name, table in draft.tables.items():
        keys = list(table.schema.key)
        for row in table.text.duplicated(keys).to_numpy().nonzero()[0]:
            key = joined(table.text.iloc[row][keys])
            yield Finding(name, int(row), keys[0], f"the key {key} stands on an earlier line too")


@check("duplicate-value")
def check_unique_column(draft: Draft) -> Iterator[Finding]:
    """A value that the schema wants once, such as a source's address, stands on one line only."""
    for name, table in draft.tables.items():
        for column in table.schema.columns:
            if column.unique and table.schema.key != (column.name,):
                cells = table.text[column.name]
                for row in rows_where(cells.duplicated() & (cells != "")):
                    yield Finding(name, row, column.name, f"{cells.iloc[row]} stands on an earlier line too")


@check("dangling-reference")
def check_references(draft: Draft) -> Iterator[Finding]:
    """An id that points to another table is found there."""
    for name, table in draft.tables.items():
        for column, target in table.schema.references.items():
            target_table, target_column = target.split(".")
            if target_table in draft.tables:
                known = frozenset(draft[target_table].cells[target_column])
                yield from _dangling(draft, name, column, known, target_table)


def _dangling(draft: Draft, name: str, column: str, known: frozenset[str], target: str) -> Iterator[Finding]:
    separator = next(c.separator for c in draft[name].schema.columns if c.name == column)
    unknown: dict[str, list[int]] = {}
    for row, cell in draft.cells(name, column):
        for entry in cell.split(separator) if separator else [cell]:
            if entry and entry not in known:
                unknown.setdefault(entry, []).append(row)
    for entry, rows in unknown.items():
        message = f"“{entry}” is not among the {target}"
        if len(rows) >= MANY:
            renamed = f"{message}, and {len(rows)} rows name it; was it renamed or taken out there?"
            yield Finding(name, rows[0], column, renamed)
        else:
            yield from (Finding(name, row, column, message + like(entry, known)) for row in rows)


def like(entry: str, known: frozenset[str]) -> str:
    """Name the id that was likely meant; "" where none is near."""
    near = process.extractOne(entry, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return f"; is it {near[0]}?" if near else ""


@check(
    "unused-source",
    Severity.WARNING,
    needs=("sources", "jurisdictions", "rounds", "letters", "cases", "events"),
)
def check_sources_used(draft: Draft) -> Iterator[Finding]:
    """Every source supports at least one row."""
    used = frozenset(_references_to(draft, "sources.source_id"))
    for row, source in enumerate(draft["sources"].cells["source_id"]):
        if source not in used:
            yield Finding("sources", row, "source_id", f"no row cites the source {source}")


def _references_to(draft: Draft, target: str) -> Iterator[str]:
    """Give every entry of the columns that name rows of a table."""
    for table in draft.tables.values():
        for column, referred in table.schema.references.items():
            if referred == target:
                yield from (entry for cell in table.cells[column] for entry in cell.split(";"))
