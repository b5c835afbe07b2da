"""From the bytes of a CSV file to a table under check, with the problems of the file as such."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator

import pandas as pd

from tracker.checks.cures import is_empty, with_tight_lists, with_whole_numbers
from tracker.checks.draft import DraftTable
from tracker.checks.spreadsheet import MANY, check_dates
from tracker.checks.types import typed_frame
from tracker.problems import Problem, Severity
from tracker.schema import Table

_NO_TEXT = {
    b"PK\x03\x04": "a workbook",
    b"\xd0\xcf\x11\xe0": "a workbook of an old kind",
    b"\x1f\x8b": "packed",
    b"%PDF": "a PDF",
    b"{\\rtf": "a text of a word processor",
    b"<": "a web page",
}
"""What a file that is no table begins with, and what it is."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright lines"}

_WINDOWS_SIGNS = b"\x85\x91\x92\x93\x94\x96\x97"
"""Bytes that Windows-1252 has for quotes, dashes and the ellipsis, and that begin nothing in UTF-8."""

_CONFLICT = b"\n<<<<<<< "

MAY_BE_EMPTY = frozenset({"corrections"})
"""Tables that may have no rows; any other without rows has lost them."""


LONGEST = 131_072
"""Characters of the longest cell that Python's csv module reads unless somebody tells it otherwise."""


class _SplitError(ValueError):
    """A row that begins on this line cannot be split into cells."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"the row cannot be read ({why}); does a quote stand open from here on?")
        self.line = line


def read_table(schema: Table, raw: bytes) -> tuple[DraftTable | None, list[Problem]]:
    """Read one file; the table is None where its text or its header cannot be used."""
    if mistaken := [*check_kind(schema, raw.removeprefix(BOM_UTF8))] or [*check_text(schema, raw)]:
        return None, mistaken
    problems = list(check_bytes(schema, raw))
    try:
        rows, lines = _split(raw.removeprefix(BOM_UTF8).decode("utf-8"))
    except _SplitError as error:
        return None, [*problems, _of_line(schema, error.line, "unreadable-row", str(error))]
    empty = [at for at, row in enumerate(rows) if is_empty(row)]
    problems += check_empty_rows(schema, empty, rows, lines)
    if empty:
        filled = sorted({*range(len(rows))}.difference(empty))
        rows, lines = [rows[at] for at in filled], [lines[at] for at in filled]
    if not rows:
        return None, [*problems, _of_file(schema, "empty-file", "the file is empty; a header was expected")]
    if mistaken := [*check_header(schema, rows[0])] or [*check_repeated_header(schema, rows, lines)]:
        return None, problems + mistaken
    if len(rows) == 1 and schema.name not in MAY_BE_EMPTY:
        return None, [*problems, _of_file(schema, "empty-table", "the table has a header and no rows")]
    if uneven := list(check_row_lengths(schema, rows, lines)):
        return None, problems + uneven
    if rewritten := list(check_dates(schema, rows, lines)):
        return None, problems + rewritten
    problems += check_codes(schema, rows, lines)
    rows = with_whole_numbers(schema, rows)
    if loose := list(check_lists(schema, rows, lines)):
        problems, rows = problems + loose, with_tight_lists(schema, rows)
    cells = pd.DataFrame(rows[1:], columns=rows[0], dtype="str")[list(schema.column_names)]
    return DraftTable(schema, cells, typed_frame(cells, schema), lines[1:]), problems


def check_kind(schema: Table, raw: bytes) -> Iterator[Problem]:
    """A file is CSV with commas, in UTF-8; the cause is named once, not by what follows from it."""
    first = raw.partition(b"\n")[0]
    header = first.decode("utf-8", errors="replace")
    if (conflict := (b"\n" + raw).find(_CONFLICT)) >= 0:
        line = raw[:conflict].count(b"\n") + 1
        message = "Git could not merge two versions: keep one, and take out the lines of <, = and > signs"
        yield _of_line(schema, line, "unmerged", message)
    elif kinds := [kind for begin, kind in _NO_TEXT.items() if raw.startswith(begin)]:
        yield _of_file(schema, "encoding", f"the file is {kinds[0]}; save the table as “CSV UTF-8”")
    elif raw.startswith(_UTF16) or b"\0" in first:
        yield _of_file(schema, "encoding", "the file is UTF-16; save it as “CSV UTF-8”")
    elif header.lower().lstrip('"').startswith("sep="):
        yield _of_line(schema, 1, "separator", "a line “sep=” stands before the header; take it out")
    elif "," not in header:
        for sign, name in _SEPARATORS.items():
            if header.count(sign) >= len(schema.columns) - 1 > 0:
                yield _of_line(schema, 1, "separator", f"{name} stand between the cells; save it with commas")


def check_bytes(schema: Table, raw: bytes) -> Iterator[Problem]:
    """A file is UTF-8 without a byte order mark, its lines end in a single newline."""
    if raw.startswith(BOM_UTF8):
        yield _of_file(
            schema, "byte-order-mark", "the file starts with a byte order mark; save it as plain UTF-8"
        )
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        yield _of_line(
            schema, line, "line-ending", "the line ends in a carriage return; lines end in \\n alone"
        )


def check_text(schema: Table, raw: bytes) -> Iterator[Problem]:
    """A file is UTF-8; of one that is not, no cell is judged, since what follows would name a false cause."""
    if wrong := wrong_byte(raw):
        line, message = wrong
        yield _of_line(schema, line, "encoding", f"{message}: save the file as “CSV UTF-8”")


def wrong_byte(raw: bytes) -> tuple[int, str] | None:
    """Give the line of the first byte that is no text in UTF-8, and what it is; None where all are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {raw[error.start]:#04x} is not UTF-8 text"
        if raw[error.start] in _WINDOWS_SIGNS:
            what += "; in Windows-1252 it is a quote or a dash"
        return raw[: error.start].count(b"\n") + 1, what
    return None


def check_empty_rows(
    schema: Table, empty: list[int], rows: list[list[str]], lines: list[int]
) -> Iterator[Problem]:
    """No row is empty; all that are, are one problem, and the others are read as if they were not there."""
    if empty and len(empty) < len(rows):
        what = "1 row is" if len(empty) == 1 else f"{len(empty)} rows are"
        yield _of_line(schema, lines[empty[0]], "empty-row", f"{what} empty; `tracker format` takes them out")


def check_codes(schema: Table, rows: list[list[str]], lines: list[int]) -> Iterator[Problem]:
    """Codes of places have the zeros in front that a spreadsheet takes; the rows are read as if they had."""
    whole = with_whole_numbers(schema, rows)
    spoilt = [line for row, other, line in zip(rows, whole, lines, strict=True) if row != other]
    if spoilt:
        what = "1 row has" if len(spoilt) == 1 else f"{len(spoilt)} rows have"
        message = f"{what} codes or numbers as a spreadsheet writes them; `tracker format` puts them right"
        yield _of_line(schema, spoilt[0], "spreadsheet", message)


def check_lists(schema: Table, rows: list[list[str]], lines: list[int]) -> Iterator[Problem]:
    """Entries of lists have no spaces beside them; many rows that have some are read as if they had none."""
    tight = with_tight_lists(schema, rows)
    loose = [line for row, other, line in zip(rows, tight, lines, strict=True) if row != other]
    if len(loose) >= MANY:
        message = f"{len(loose)} rows have spaces in lists; `tracker format` takes them out"
        yield _of_line(schema, loose[0], "stray-space", message)


def check_header(schema: Table, header: list[str]) -> Iterator[Problem]:
    """The header names every column of the schema once, and no other."""
    if not {*header} & {*schema.column_names}:
        expected = ",".join(schema.column_names)
        yield _of_line(schema, 1, "header", f"this line is no header; the first line should be {expected}")
        return
    if header != (plain := [name.strip() for name in header]) and {*plain} == {*schema.column_names}:
        message = "spaces stand beside the headings; `tracker format` takes them off"
        yield _of_line(schema, 1, "header", message)
        return
    plain = [name.strip().casefold() for name in header]
    for name in schema.column_names:
        if name not in header and name not in plain:
            yield _of_line(schema, 1, "missing-column", f"the column {name} is missing", name)
    nameless = [str(position + 1) for position, name in enumerate(plain) if not name]
    if nameless:
        message = f"nothing stands above column {', '.join(nameless)}; take out what has no heading"
        yield _of_line(schema, 1, "unknown-column", message)
    for position, name in enumerate(header):
        if name not in schema.column_names and plain[position]:
            meant = plain[position] if plain[position] in schema.column_names else ""
            cure = f"; it is written {meant}" if meant and meant not in header else ""
            message = f"the column “{name}” is not in the schema{cure}"
            yield _of_line(schema, 1, "unknown-column", message, name)
        elif name in header[:position] and name:
            yield _of_line(schema, 1, "repeated-column", f"the column {name} stands twice", name)


def check_repeated_header(schema: Table, rows: list[list[str]], lines: list[int]) -> Iterator[Problem]:
    """The header stands once; where it stands again, what follows it was most likely pasted."""
    for row, line in zip(rows[1:], lines[1:], strict=True):
        if row == rows[0]:
            message = "the header stands here again; was a table pasted below the table?"
            yield _of_line(schema, line, "header", message)
            return


def check_row_lengths(schema: Table, rows: list[list[str]], lines: list[int]) -> Iterator[Problem]:
    """Every row has as many cells as the header; many that have more, or fewer, have one cause."""
    expected = len(rows[0])
    for is_odd in (expected.__lt__, expected.__gt__):
        places = [at for at, row in enumerate(rows) if is_odd(len(row))]
        many = len(places) >= MANY
        who = f"{len(places)} rows, such as this one, have" if many else "the row has"
        for at in places[:1] if many else places:
            cells = "1 cell" if len(rows[at]) == 1 else f"{len(rows[at])} cells"
            message = f"{who} {cells}, the header {expected}; {_why_of_length(rows[at], expected)}"
            yield _of_line(schema, lines[at], "row-length", message)


def _why_of_length(row: list[str], expected: int) -> str:
    """Ask for what most often makes a row too long or too short."""
    if len(row) < expected:
        return "is its end missing, or a comma?"
    quotes = "a straight quote" if any(cell.startswith("“") for cell in row) else "its quotes"
    return f"is a comma missing {quotes}?"


def missing_file(schema: Table) -> Problem:
    """Say that a file the descriptor names is not there."""
    return _of_file(schema, "missing-file", f"the file {schema.path} is missing")


def _split(text: str) -> tuple[list[list[str]], list[int]]:
    """Split CSV text into rows and the line on which each begins; blank lines are rows of no cells.

    Raises:
        _SplitError: a row cannot be read.
    """
    rows: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=False)
    line = 1
    is_unbounded = csv.field_size_limit() > LONGEST  # then somebody told the module otherwise
    try:
        for row in reader:
            if is_unbounded and max(map(len, row), default=0) > LONGEST:
                raise _SplitError(line, f"a cell of more than {LONGEST:,} characters")
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise _SplitError(line, str(error)) from error
    return rows, lines


def _of_file(schema: Table, code: str, message: str) -> Problem:
    return Problem(schema.path, 0, "", "", code, Severity.ERROR, message)


def _of_line(schema: Table, line: int, code: str, message: str, column: str = "") -> Problem:
    return Problem(schema.path, line, "", column, code, Severity.ERROR, message)
