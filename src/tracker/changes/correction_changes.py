"""Corrections of the record, each worded here for every page, feed and file."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.changes.book import Book, prose
from tracker.changes.change_rows import Change, ChangeKind
from tracker.changes.letter_changes import the_letter
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.errata import corrected_places, corrected_row
from tracker.language.datewords import ap_date, date_in_words
from tracker.language.words import listed_names
from tracker.memo import once
from tracker.row_types import Correction, typed_rows
from tracker.schema import Column, joined
from tracker.vocabulary import EventType


@once(4)
def corrections(dataset: Dataset) -> tuple[Change, ...]:
    """Return every correction as a change, newest first."""
    return tuple(sorted(correction_changes(Book(dataset)), key=lambda change: change.day, reverse=True))


def correction_changes(book: Book) -> Iterator[Change]:
    """Give the corrections."""
    yield from (_correction(book, entry) for entry in typed_rows(book.dataset.corrections, Correction))


def _correction(book: Book, entry: Correction) -> Change:
    day, key = entry["corrected_on"].date(), correction_key(entry)
    change = book.change(
        ChangeKind.CORRECTED, key, day.isoformat(), day, day, (("corrections", joined(key[1:])),)
    )
    places = corrected_places(book.dataset, entry["table"], entry["row"])
    row = row_in_words(book, entry["table"], entry["row"])
    was = _was(book, corrected_column(book, entry), entry["old"], entry["new"])
    said = prose(f"{row}: “{column_title(book, entry)}” {was}", entry["why"])
    return replace(
        book.at(change, places),
        summary=said,
        sentence=f"Corrected on {ap_date(day)}: {said}",
        sources=entry["sources"],
    )


def correction_key(entry: Correction) -> tuple[str, ...]:
    """Return the parts of the lasting id of a correction."""
    day = entry["corrected_on"].date().isoformat()
    return ("correction", day, entry["table"], entry["row"], entry["column"])


def _was(book: Book, column: Column | None, old: str, new: str) -> str:
    """Say what a cell is and what it was; of a list, what came in and what went."""
    if old and new and column and column.separator:
        return _differs(book, column, *(cell.split(column.separator) for cell in (old, new)))
    if old and new:
        return f"is {_value(book, column, new)}, no longer {_value(book, column, old)}"
    if new:
        return f"is {_value(book, column, new)}; nothing was on record before"
    return f"is no longer on record; it was {_value(book, column, old)}"


def _differs(book: Book, column: Column, old: list[str], new: list[str]) -> str:
    gone, more = ([entry for entry in one if entry not in other] for one, other in ((old, new), (new, old)))
    said = {"now has": more, "no longer has": gone}
    return " and ".join(f"{has} {_entries(book, column, some)}" for has, some in said.items() if some)


def _value(book: Book, column: Column | None, text: str) -> str:
    """Write a value as a reader knows it; a text that stands for itself is quoted."""
    if column and column.separator:
        return _entries(book, column, text.split(column.separator))
    return _entry(book, column, text)


def _entries(book: Book, column: Column, entries: list[str]) -> str:
    return listed_names([_entry(book, column, entry) for entry in entries])


def _entry(book: Book, column: Column | None, text: str) -> str:
    if column and column.references == "jurisdictions.jurisdiction_id":
        return book.whole_names_by_id.get(text, text)
    if column and column.vocabulary:
        return f"“{book.dataset.campaign.labels(column.vocabulary).get(text, text)}”"
    try:
        return date_in_words(PartialDate.parse(text))
    except ValueError:
        return f"“{text}”"


def corrected_column(book: Book, entry: Correction) -> Column | None:
    """Return the column that was corrected; None where the table no longer has it."""
    columns = {column.name: column for column in book.dataset.schema[entry["table"]].columns}
    return columns.get(entry["column"])


def column_title(book: Book, entry: Correction) -> str:
    """Return the title of the column that was corrected."""
    column = corrected_column(book, entry)
    return column.title if column else entry["column"]


def row_in_words(book: Book, table: str, key: str) -> str:
    """Say which row it is, in words that a reader knows it by; its key where there are none."""
    row = corrected_row(book.dataset, table, key)
    match table:
        case _ if not row:
            return f"row {key} of {table}"
        case "letters":
            return the_letter(book, row["round_id"], row["jurisdiction_id"])
        case "events":
            kind, day = book.label(EventType.of(row["type"])), date_in_words(PartialDate.parse(row["date"]))
            return f"{book.names_by_id[row['jurisdiction_id']]}: {kind}, {day}"
        case "rounds":
            return f"the {book.months[row['round_id']]} round"
        case "jurisdictions":
            return book.names_by_id[row["jurisdiction_id"]]
        case "sources":
            return f"the source “{row['publisher']}: {row['title']}”"
    return str(row.get("name") or key)
