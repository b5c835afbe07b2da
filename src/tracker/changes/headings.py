"""What a change is called where it stands alone, such as in a feed reader: whose, what, and of what."""

from tracker.changes.book import Book
from tracker.changes.change_rows import Change, ChangeKind
from tracker.changes.correction_changes import column_title, correction_key, row_in_words
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.row_types import Correction, typed_rows
from tracker.vocabulary import Status


def heading(dataset: Dataset, change: Change) -> str:
    """Name a change: `Jackson, Mississippi: Answer sent, Jan. 2018 round`."""
    if change.kind is ChangeKind.CORRECTED:
        return _corrections(dataset)[change.key]
    named = f"{change.names[:1].upper()}{change.names[1:]}: " if change.names else ""
    of = f"{change.round_label} round" if change.round_label else ""
    case = dataset.cases_by_id[change.case_id]["name"] if change.case_id else ""
    return ", ".join(filter(None, (f"{named}{_label(dataset, change)}", of, case)))


def _label(dataset: Dataset, change: Change) -> str:
    """Say what sort of thing it is, of a status what it is now."""
    label = dataset.campaign.say(change.label)
    if change.kind is ChangeKind.STATUS_CHANGED and change.status_to:
        label = f"{label} to “{dataset.campaign.labels(Status)[change.status_to]}”"
    return label


@once(4)
def _corrections(dataset: Dataset) -> dict[tuple[str, ...], str]:
    """Name every correction, by its key: which column it was of, and of which row."""
    book = Book(dataset)
    return {
        correction_key(entry): f"Correction of “{column_title(book, entry)}”: "
        f"{row_in_words(book, entry['table'], entry['row'])}"
        for entry in typed_rows(dataset.corrections, Correction)
    }
