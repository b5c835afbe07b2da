"""Rules for the log of corrections: it names cells that exist, and its newest word on a cell stands there."""

from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check


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
