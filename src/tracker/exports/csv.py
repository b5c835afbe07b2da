"""Rows as CSV: UTF-8, RFC 4180, and unless told otherwise a byte order mark first, as spreadsheets need it.

A text that a spreadsheet would run as a formula gets an apostrophe before it, which makes it text. Numbers,
days and flags are never touched: a negative number of days stays a number.
"""

import csv
import io
import re
from datetime import date

from tracker.exports.rows import Rows, Value

BYTE_ORDER_MARK = "\ufeff"

_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n\0]")  # noqa: RUF001 - Excel runs the full-width signs too
"""How a cell begins that a spreadsheet runs."""


def csv_file(rows: Rows, is_marked: bool = True) -> bytes:
    """Write rows as a CSV file, marked or not; a list is one cell with its entries separated by `;`."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.name for column in rows.columns])
    writer.writerows([cell(value) for value in record.values()] for record in rows.records)
    return (BYTE_ORDER_MARK * is_marked + written.getvalue()).encode("utf-8")


def cell(value: Value) -> str | int | float:
    """Write one value: "" for nothing, days as ISO, flags as `true` and `false`, text made inert."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return value
    return inert(value if isinstance(value, str) else ";".join(value))


def inert(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run."""
    return f"'{text}" if _RUNS.match(text) else text
