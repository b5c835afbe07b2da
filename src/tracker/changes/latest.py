"""How each letter stands on a day: since when, and when the record of it last changed."""

from dataclasses import dataclass
from datetime import date

from tracker.changes.book import Book
from tracker.changes.change_rows import ChangeKind, LetterKey
from tracker.changes.history import history
from tracker.dataset import Dataset


@dataclass(frozen=True)
class Latest:
    """When a letter came to its status, entered the record, and last changed there in any word."""

    since: date
    recorded_on: date
    updated_on: date


def latest(dataset: Dataset, as_of: date) -> dict[LetterKey, Latest]:
    """Return for each letter sent by a day how the record of it stands.

    A later status, a correction of the letter, of its round or of its place, and a new row that moved the
    status each count as a change.
    """
    book, newest = Book(dataset), dict[LetterKey, Latest]()
    for change in history(dataset):
        if change.day > as_of:
            continue
        for letter in change.letters:
            if change.kind is ChangeKind.LETTER_SENT:
                round_id, place = letter
                about = book.corrected_on((("rounds", round_id), ("jurisdictions", place)))
                newest[letter] = Latest(change.day, change.recorded_on, max([change.updated_on, *about]))
            elif change.status_from:
                known = newest[letter]
                updated = max(known.updated_on, change.updated_on)
                newest[letter] = Latest(change.day, known.recorded_on, updated)
    return newest
