"""The log of changes to the data: the section of what is not yet released, and its entry on release."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from tracker.difference import Cell, TableDifference
from tracker.versions import UNRELEASED

WIDTH = 110
"""Characters of a line of the log."""

SHORT = 40
"""Characters of a value that the log prints; of a longer one it says that the words differ."""

_SECTION = re.compile(r"^## ", re.MULTILINE)


def released_log(
    log: str, version: str, differences: Iterable[TableDifference], reasons: Mapping[Cell, str]
) -> str:
    """Turn what stands under Unreleased into the entry of a version, with the rows that differ after it.

    Args:
        log: the whole log of changes.
        version: the name of the version.
        differences: how the tables differ from the release before.
        reasons: why a cell was corrected and by which source, where that is on record.
    """
    rest, written = _without_unreleased(log)
    entry = "\n\n".join(filter(None, (f"## {version}", written, _rows_section(differences, reasons))))
    first = _first_version(rest)
    return f"{rest[:first].rstrip()}\n\n{entry}\n\n{rest[first:].lstrip()}".rstrip() + "\n"


def with_entry(log: str, entry: str) -> str:
    """Add a line under Unreleased, the heading too where it is missing."""
    line = _wrapped(f"- {entry}")
    heading = UNRELEASED.search(log)
    if heading is None:
        first = _first_version(log)
        return f"{log[:first].rstrip()}\n\n## Unreleased\n\n{line}\n\n{log[first:]}".rstrip() + "\n"
    rest = log[heading.end() :].lstrip()
    gap = "\n" if rest.startswith("- ") else "\n\n"
    return f"{log[: heading.end()]}\n\n{line}{gap}{rest}"


def _without_unreleased(log: str) -> tuple[str, str]:
    """Take the Unreleased sections out, of which a merge may leave two; give the rest and their text."""
    rest, written = log, []
    while heading := UNRELEASED.search(rest):
        following = _SECTION.search(rest, heading.end())
        end = following.start() if following else len(rest)
        written.append(rest[heading.end() : end].strip())
        rest = rest[: heading.start()].rstrip() + "\n\n" + rest[end:]
    return rest, "\n".join(filter(None, written))


def _first_version(log: str) -> int:
    """Find the newest entry: the first heading that is a version."""
    heading = re.search(r"^## \d{4}\.\d{2}\.\d{2}", log, re.MULTILINE)
    return heading.start() if heading else len(log)


def _rows_section(differences: Iterable[TableDifference], reasons: Mapping[Cell, str]) -> str:
    lines = [line for difference in differences for line in row_lines(difference, reasons)]
    return "\n".join(["### Rows that differ from the release before", "", *lines]) if lines else ""


def row_lines(difference: TableDifference, reasons: Mapping[Cell, str]) -> Iterator[str]:
    """Say how a table differs, one point of a list each: columns, rows, cells with their reasons if known."""
    file = difference.file
    for word, names in (("new", difference.columns_added), ("dropped", difference.columns_dropped)):
        if names:
            yield _wrapped(f"- columns {word}: {file} {', '.join(names)}.")
    for word, keys in (("added", difference.added), ("withdrawn", difference.withdrawn)):
        if keys:
            rows = ", ".join(f"[{key}]" for key in keys)
            yield _wrapped(f"- {word}: {file}, {_counted(len(keys))}: {rows}.")
    corrections = [cell for cell in difference.corrected if cell in reasons or _is_short(cell)]
    for cell in corrections:
        change = f"{cell.old or 'empty'} -> {cell.new or 'empty'}" if _is_short(cell) else "in other words"
        why = f" {reasons[cell]}" if cell in reasons else ""
        yield _wrapped(f"- corrected: {file} [{cell.row}] {cell.column}: {change}.{why}")
    for column in dict.fromkeys(cell.column for cell in difference.corrected if cell not in corrections):
        cells = [cell for cell in difference.corrected if cell.column == column and cell not in corrections]
        listed = ", ".join(f"[{cell.row}]" for cell in cells)
        yield _wrapped(f"- corrected: {file} {column}, {_counted(len(cells))} in other words: {listed}.")


def _is_short(cell: Cell) -> bool:
    return max(len(cell.old), len(cell.new)) <= SHORT


def _counted(rows: int) -> str:
    return f"{rows:,} row" if rows == 1 else f"{rows:,} rows"


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
