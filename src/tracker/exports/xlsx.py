"""Letters as a workbook: a sheet of rows as Excel understands them, and a sheet that explains them."""

import io
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tracker.exports.citation import Citation
from tracker.exports.columns import Form, PublicColumn
from tracker.exports.provenance import About
from tracker.exports.rows import TITLES, Rows, Value

LONGEST = 32_767
"""Characters that a cell can hold."""

_CUT = "… (cut here; the CSV and JSON files hold all of it)"
_WIDEST = 60
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def xlsx_file(rows: Rows, about: About, citation: Citation) -> bytes:
    """Write rows as a workbook; days are days, numbers are numbers, no text is ever a formula or a link."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, _OPTIONS) as workbook:
        released = datetime.combine(about.version.released_on, time())
        workbook.set_properties({"title": about.description, "comments": about.credit, "created": released})
        head = workbook.add_format({"bold": True, "bottom": 1})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        _write_rows(workbook.add_worksheet(rows.table.capitalize()), rows, head, day)
        _write_about(workbook.add_worksheet("About"), rows, about, citation, head)
    return written.getvalue()


def _write_rows(sheet: Worksheet, rows: Rows, head: Format, day: Format) -> None:
    """Write the header, frozen and with filters, and a line for each row."""
    for place, column in enumerate(rows.columns):
        sheet.write_string(0, place, column.name, head)
        sheet.set_column(place, place, _width(column, rows))
    for line, record in enumerate(rows.records, start=1):
        for place, value in enumerate(record.values()):
            write_cell(sheet, line, place, value, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows.records), len(rows.columns) - 1)


def write_cell(sheet: Worksheet, line: int, place: int, value: Value, day: Format) -> None:
    """Write one value by its type; nothing known leaves the cell empty."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, datetime.combine(value, time()), day)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value)
    else:
        sheet.write_string(line, place, fitting(value if isinstance(value, str) else "; ".join(value)))


def fitting(text: str) -> str:
    """Cut a text that a cell cannot hold, and say so."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def _width(column: PublicColumn, rows: Rows) -> float:
    """Make a column as wide as its longest cell, within reason."""
    if column.form is Form.DAY:
        return max(11, len(column.name) + 4)
    texts = (str(record[column.name]) for record in rows.records)
    return min(_WIDEST, max([len(column.name) + 4, *map(len, texts)]))


def _write_about(sheet: Worksheet, rows: Rows, about: About, citation: Citation, head: Format) -> None:
    """Write what the rows are, then what each column means."""
    lines = [*_facts(rows, about, citation), ("", "")]
    for line, (name, text) in enumerate(lines):
        sheet.write_string(line, 0, name, head if text else None)
        sheet.write_string(line, 1, fitting(text))
    begin = len(lines)
    for place, title in enumerate(("Column", "Meaning", "Title", "Holds")):
        sheet.write_string(begin, place, title, head)
    for line, column in enumerate(rows.columns, start=begin + 1):
        for place, text in enumerate((column.name, column.description, column.title, str(column.form))):
            sheet.write_string(line, place, text)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    sheet.set_column(2, 3, 24)


def _facts(rows: Rows, about: About, citation: Citation) -> list[tuple[str, str]]:
    return [
        ("View", about.description),
        ("Rows", f"{rows.total:,}. {TITLES[rows.table]}"),
        ("As of", about.as_of.isoformat()),
        ("Filters", about.query or "none"),
        ("Data version", str(about.version)),
        ("Research reaches", about.version.researched_to.isoformat()),
        ("Licence", f"{about.licence.title}, {about.licence.url}"),
        ("Credit", about.credit),
        ("Link", citation.link),
        ("Citation", citation.apa),
    ]
