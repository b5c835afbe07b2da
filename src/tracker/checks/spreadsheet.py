"""What a spreadsheet did to a table, said once by its cause; the rules for cells would find it row by row."""

import re
from collections.abc import Iterator

from tracker.problems import Problem, Severity
from tracker.schema import Column, Table

MANY = 5
"""Rows with the same fault, such as rewritten dates in a column, that have one cause and are told as one."""

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_SLASHED = "|".join((
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})",
    r"\d{4}[/.]\d{1,2}[/.]\d{1,2}",
    r"\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}(?::\d{2})?",
    rf"(?:{_MONTHS})-\d{{2}}",
    rf"\d{{1,2}}[ -](?:{_MONTHS})[a-z]*(?:[ -]\d{{2,4}})?",
    rf"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?(?:{_MONTHS})[a-z]*\.? \d{{1,2}}, \d{{4}}",
))  # fmt: skip
"""Days as spreadsheets show them in one country or another."""

_COMMA = r"-?\d+,\d+"
"""A number as half of the world writes it."""

_SERIAL = r"[34]\d{4}(?:\.0)?|20\d{6}"
"""A day as a spreadsheet counts it, from 1982 to 2036, or without its hyphens."""

_SHORTENED = r"-?\d(?:[.,]\d+)?E\+?-?\d{1,3}"
"""A number of many digits as a narrow column shows it: the digits left out are gone."""

_GROUPED = r"\d{1,3}(?:[,. ’']\d{3})+"
"""A whole number with its digits in groups."""

_DIGITS = r"\d"


def check_dates(schema: Table, rows: list[list[str]], lines: list[int]) -> Iterator[Problem]:
    """Dates, and ids that begin with a month, stand as in the data and not as a spreadsheet shows them."""
    for column in schema.columns:
        pattern, enough = _rewritten(schema, column)
        if pattern is None:
            continue
        position = rows[0].index(column.name)
        if not pattern.search("\n".join({row[position] for row in rows[1:]})):
            continue
        rewritten = [at for at, row in enumerate(rows) if at and _is_whole(pattern, row[position])]
        if len(rewritten) >= enough:
            cell, line = rows[rewritten[0]][position], lines[rewritten[0]]
            count = f"{len(rewritten)} {'cell' if len(rewritten) == 1 else 'cells'}"
            message = (
                f"a spreadsheet rewrote {count} of this column, here to “{cell}”: take the column from the "
                "file as it was, or write days like 2018-01-24, months like 2018-01 and numbers like 32.29876"
            )
            yield Problem(schema.path, line, "", column.name, "spreadsheet", Severity.ERROR, message)


def _rewritten(schema: Table, column: Column) -> tuple[re.Pattern[str] | None, int]:
    """Give what no cell of a column may look like, None where any may, and how many are enough to say so.

    In an id no such text is ever right; of dates a few may be slips, which have addresses of their own.
    """
    if column.name in schema.key or column.name in schema.references:
        return _line(_SLASHED), 1
    if column.type == "date" or column.is_partial_date:
        return _line(f"{_SLASHED}|{_SERIAL}"), MANY
    if column.type == "number":
        return _line(f"{_COMMA}|{_SHORTENED}"), MANY
    if column.type == "integer":
        return _line(f"{_GROUPED}|{_SHORTENED}"), MANY
    if column.pattern.startswith(_DIGITS):
        return _line(f"{_GROUPED}|{_SHORTENED}"), 1
    return None, 1


def _line(pattern: str) -> re.Pattern[str]:
    """Look for a line of a pattern: a column is searched at once, which takes a tenth of cell by cell."""
    return re.compile(f"^(?:{pattern})$", re.MULTILINE)


def _is_whole(line: re.Pattern[str], cell: str) -> bool:
    """Tell whether a cell is such a line and no more."""
    return "\n" not in cell and line.fullmatch(cell) is not None
