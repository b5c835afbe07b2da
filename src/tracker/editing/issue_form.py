"""An issue made with a form, read as the cells of a row: each heading is the title of a column.

The forms stand in `.github/ISSUE_TEMPLATE`. One of them holds what happened and the document that says so, so
a table takes the headings that are its own and leaves those of others.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from tracker.campaign import Campaign
from tracker.choices import option_meant
from tracker.difference import Row
from tracker.editing.suggestions import Record
from tracker.exports.entries import VOCABULARIES
from tracker.language.placenames import NamedPlace, listed_name, whole_name
from tracker.schema import Column, Table

_HEADING = re.compile(r"^### +(.+?)\s*$", re.MULTILINE)
_NOTHING = "_No response_"


class IssueError(ValueError):
    """An issue that is not of a form; the message says what in it no table takes."""


def issue_cells(text: str, table: Table, record: Record, campaign: Campaign) -> dict[str, str]:
    """Return the cells of a table that an issue fills; the document of another row is its source.

    Raises:
        IssueError: it has no heading of the table, or one that is the title of no column.
    """
    filled = dict(_answers(text))
    titles = {column.title for one in record.schema.values() for column in one.columns}
    if unknown := [title for title in filled if title not in titles]:
        raise IssueError(f"“{unknown[0]}” is the title of no column")
    columns = {column.title: column for column in table.columns if column.title in filled}
    if not columns:
        raise IssueError(f"no heading is the title of a column of {table.path}")
    cells = {
        column.name: _cell(filled[title], column, table, record, campaign)
        for title, column in columns.items()
    }
    document = _document(filled, record)
    return {"sources": document, **cells} if document and "sources" in table.column_names else cells


def _answers(text: str) -> Iterator[tuple[str, str]]:
    """Give each heading with what stands below it, in one line."""
    _, *parts = _HEADING.split(text.replace("\r\n", "\n"))
    for title, answer in zip(parts[::2], parts[1::2], strict=True):
        yield title, "" if answer.strip() == _NOTHING else " ".join(answer.split())


def _cell(answer: str, column: Column, table: Table, record: Record, campaign: Campaign) -> str:
    """Return the word, the id or the text that an answer means; what means none is left to the checks."""
    if table.references.get(column.name) == "jurisdictions.jurisdiction_id":
        names = _names(record.rows("jurisdictions"))
        return next((meant for one in names if (meant := option_meant(answer, one))), answer)
    labels = _labels(column, campaign)
    return (option_meant(answer, labels) or answer) if labels and answer else answer


def _names(places: Iterator[Row]) -> tuple[Mapping[str, str], ...]:
    """Return the names of places by their ids: as a heading has them, then as a list does."""
    named = {row["jurisdiction_id"]: cast(NamedPlace, row) for row in places}
    return tuple({key: name(place) for key, place in named.items()} for name in (whole_name, listed_name))


def _labels(column: Column, campaign: Campaign) -> Mapping[str, str]:
    """Return the labels of the words that a column takes; none where it takes any text."""
    if not column.words:
        return {}
    return next(campaign.labels(words) for words in VOCABULARIES.values() if tuple(words) == column.words)


def _document(filled: Mapping[str, str], record: Record) -> str:
    """Return the id of the source whose address the issue gives; "" where it is not among the sources yet."""
    title = next(column.title for column in record.schema["sources"].columns if column.name == "url")
    ids = {row["url"]: row["source_id"] for row in record.rows("sources")}
    return ids.get(filled.get(title, ""), "")
