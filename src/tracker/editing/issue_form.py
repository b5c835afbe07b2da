"""An issue made with a form, read as the cells of a row: each heading is the title of a column.

The forms stand in `.github/ISSUE_TEMPLATE`. One of them holds what happened and the document that says so, so
a table takes the headings that are its own and leaves those of others.
"""

import re
from collections.abc import Iterator, Mapping

from tracker.editing.meaning import Meaning
from tracker.editing.suggestions import Record

_HEADING = re.compile(r"^### +(.+?)\s*$", re.MULTILINE)
_NOTHING = "_No response_"


class IssueError(ValueError):
    """An issue that is not of a form; the message says what in it no table takes."""


def issue_cells(text: str, meaning: Meaning) -> dict[str, str]:
    """Return the cells of a table that an issue fills; the document of another row is its source.

    Raises:
        IssueError: it has no heading of the table, or one that is the title of no column.
    """
    filled, table, record = dict(_answers(text)), meaning.table, meaning.record
    titles = {column.title for one in record.schema.values() for column in one.columns}
    if unknown := [title for title in filled if title not in titles]:
        raise IssueError(f"“{unknown[0]}” is the title of no column")
    columns = {column.title: column for column in table.columns if column.title in filled}
    if not columns:
        raise IssueError(f"no heading is the title of a column of {table.path}")
    cells = {
        column.name: cell
        for title, column in columns.items()
        if (cell := meaning.cell(column, filled[title]))
    }
    document = _document(filled, record)
    return {"sources": document, **cells} if document and "sources" in table.column_names else cells


def _answers(text: str) -> Iterator[tuple[str, str]]:
    """Give each heading with what stands below it, in one line."""
    _, *parts = _HEADING.split(text.replace("\r\n", "\n"))
    for title, answer in zip(parts[::2], parts[1::2], strict=True):
        yield title, "" if answer.strip() == _NOTHING else " ".join(answer.split())


def _document(filled: Mapping[str, str], record: Record) -> str:
    """Return the id of the source whose address the issue gives; "" where it is not among the sources yet."""
    title = next(column.title for column in record.schema["sources"].columns if column.name == "url")
    ids = {row["url"]: row["source_id"] for row in record.rows("sources")}
    return ids.get(filled.get(title, ""), "")
