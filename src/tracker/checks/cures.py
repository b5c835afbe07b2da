"""What a spreadsheet or Git did to a table and can be put right with certainty, each with its sentence.

Nothing here guesses: a cell keeps its content, or the file is left for its editor with what the checks say.
"""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass

from tracker.checks.hygiene import ODD_SPACES
from tracker.checks.places import GEOID_DIGITS
from tracker.regions import STATES
from tracker.schema import Table

Rows = list[list[str]]

_BLANKS = f" \t{ODD_SPACES}"
"""Spaces of every width, which no cell needs at its ends."""

_PLAIN = str.maketrans(dict.fromkeys(ODD_SPACES, " "))
_COUNTY_DIGITS = 5
_PLUS = re.compile(r"\s*\+\s*")
"""Joins the parts of a key; no id has the sign."""

_DECIMAL = re.compile(r"(?<=\d)\.0+(?=;|$)")


@dataclass(frozen=True)
class Cured:
    """The bytes of a file after its cures, and what was done in words."""

    raw: bytes
    done: tuple[str, ...]


def cured(table: Table, raw: bytes) -> Cured:
    """Cure a file as far as that is certain; what cannot be read stays as it is."""
    text = raw.removeprefix(BOM_UTF8)
    done = ["byte order mark taken off"] if raw.startswith(BOM_UTF8) else []
    plain = text.replace(b"\r\n", b"\n")
    if b"\n" not in plain:  # lines end as on an old Mac
        plain = plain.replace(b"\r", b"\n")
    if plain != text:
        text = plain
        done.append("line ends made plain")
    try:
        rows = list(csv.reader(io.StringIO(text.decode("utf-8"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return Cured(raw, ())
    for sentence, cure in _CURES:
        before = rows
        rows = cure(table, rows)
        if rows != before:
            done.append(f"{sentence} ({_changed(before, rows)})")
    return Cured(_written(rows), tuple(done)) if done else Cured(raw, ())


def is_empty(row: list[str]) -> bool:
    """Tell whether a row has nothing in it that could be seen."""
    begins = row[0][:1] if row else ""  # nearly every row begins with a letter or a digit: this is soon told
    return not begins.isalnum() and not "".join(row).strip(_BLANKS)


def _without_empty_rows(table: Table, rows: Rows) -> Rows:
    return [row for row in rows if not is_empty(row)]


def _without_empty_columns(table: Table, rows: Rows) -> Rows:
    """Take off the columns at the right that have neither a heading nor a cell."""
    while rows and all(
        len(row) == len(rows[0]) > len(table.columns) and not row[-1].strip(_BLANKS) for row in rows
    ):
        rows = [row[:-1] for row in rows]
    return rows


def _without_nameless_columns(table: Table, rows: Rows) -> Rows:
    """Take empty headings off the right of the header, where no row has a cell below one."""
    if (
        not rows
        or len(rows[0]) <= len(table.columns)
        or any(len(row) > len(table.columns) for row in rows[1:])
    ):
        return rows
    named = [*rows[0]]
    while named and not named[-1].strip(_BLANKS):
        named.pop()
    return [named, *rows[1:]]


def _with_plain_spaces(table: Table, rows: Rows) -> Rows:
    return [[cell.translate(_PLAIN) for cell in row] for row in rows]


def _without_blanks(table: Table, rows: Rows) -> Rows:
    return [[cell.strip(_BLANKS) for cell in row] for row in rows]


def with_tight_lists(table: Table, rows: Rows) -> Rows:
    """Take the blanks off the entries of lists."""
    if not _is_whole(table, rows):
        return rows
    separators = {column.name: column.separator for column in table.columns if column.separator}
    lists = {at: separators[name] for at, name in enumerate(rows[0]) if name in separators}
    if not any(f"{separator} " in row[at] for row in rows[1:] for at, separator in lists.items()):
        return rows
    return [[_tight(cell, lists.get(at, "")) for at, cell in enumerate(row)] for row in rows]


def _tight(cell: str, separator: str) -> str:
    return separator.join(entry.strip(_BLANKS) for entry in cell.split(separator)) if separator else cell


def _with_plain_addresses(table: Table, rows: Rows) -> Rows:
    """Name tables and rows of corrections as the data do: of `letters.csv`, `letters`; of `a+b`, `a + b`."""
    if table.name != "corrections" or not _is_whole(table, rows):
        return rows
    name, key = rows[0].index("table"), rows[0].index("row")
    return [rows[0], *(_plainly_addressed(row, name, key) for row in rows[1:])]


def _plainly_addressed(row: list[str], name: int, key: int) -> list[str]:
    plain = [*row]
    plain[name], plain[key] = row[name].removesuffix(".csv"), _PLUS.sub(" + ", row[key])
    return plain


def with_whole_numbers(table: Table, rows: Rows) -> Rows:
    """Take the `.0` off whole numbers, and put codes right."""
    if not _is_whole(table, rows):
        return rows
    counted = [rows[0].index(column.name) for column in table.columns if column.type == "integer"]
    if not any(row[at].endswith("0") and "." in row[at] for row in rows[1:] for at in counted):
        return with_whole_codes(table, rows)
    whole = [
        [_DECIMAL.sub("", cell) if at in counted else cell for at, cell in enumerate(row)] for row in rows[1:]
    ]
    return with_whole_codes(table, [rows[0], *whole])


def with_whole_codes(table: Table, rows: Rows) -> Rows:
    """Give codes of the Census Bureau the zero in front that a spreadsheet took, and take off its `.0`."""
    if table.name != "jurisdictions" or not _is_whole(table, rows):
        return rows
    header, *places = rows
    return [header, *(_place_with_zeros(dict(zip(header, row, strict=True))) for row in places)]


def _place_with_zeros(place: dict[str, str]) -> list[str]:
    place |= {name: _DECIMAL.sub("", place[name]) for name in ("geoid", "county_fips")}
    state = STATES.get(place["state"])
    digits = GEOID_DIGITS.get(place["kind"], 0)  # type: ignore[call-overload]
    if state:
        counties = place["county_fips"].split(";")
        place["geoid"] = _with_zero(place["geoid"], digits, state.fips)
        place["county_fips"] = ";".join(_with_zero(code, _COUNTY_DIGITS, state.fips) for code in counties)
    return list(place.values())


def _with_zero(code: str, digits: int, prefix: str) -> str:
    """Put back the zero, where exactly that gives a code of this length and state."""
    whole = f"0{code}"
    return whole if code.isdigit() and len(whole) == digits and whole.startswith(prefix) else code


def _with_sources_in_order(table: Table, rows: Rows) -> Rows:
    if "sources" not in table.column_names or not _is_whole(table, rows):
        return rows
    at = rows[0].index("sources")
    return [rows[0], *([*row[:at], ";".join(sorted(row[at].split(";"))), *row[at + 1 :]] for row in rows[1:])]


def _is_whole(table: Table, rows: Rows) -> bool:
    """Tell whether the rows have the table's columns, so that a cell can be found."""
    return bool(rows) and sorted(rows[0]) == sorted(table.column_names) and len(set(map(len, rows))) == 1


_CURES: tuple[tuple[str, Callable[[Table, Rows], Rows]], ...] = (
    ("empty rows taken out", _without_empty_rows),
    ("empty columns at the right taken off", _without_empty_columns),
    ("empty headings at the right taken off", _without_nameless_columns),
    ("odd spaces made plain", _with_plain_spaces),
    ("spaces at the ends of cells taken off", _without_blanks),
    ("spaces in lists taken out", with_tight_lists),
    ("numbers and leading zeros of codes put right", with_whole_numbers),
    ("tables and rows named as they are in the data", _with_plain_addresses),
    ("sources put in order", _with_sources_in_order),
)


def _changed(before: Rows, after: Rows) -> int:
    """Count the rows that are gone, or else those that differ."""
    return len(before) - len(after) or sum(old != new for old, new in zip(before, after, strict=True))


def _written(rows: Rows) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()
