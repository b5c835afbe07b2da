"""One change, and all of them as a table and as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cached_property

import pandas as pd


class ChangeKind(StrEnum):
    """What sort of difference it is, in the order in which a reader wants them."""

    LETTER_SENT = "letter_sent"
    DEADLINE_PASSED = "deadline_passed"
    STATUS_CHANGED = "status_changed"
    CASE_FILED = "case_filed"
    CASE_ENDED = "case_ended"
    EVENT = "event"
    LETTER_RECORDED = "letter_recorded"
    EVENT_RECORDED = "event_recorded"
    CORRECTED = "corrected"

    @property
    def label(self) -> str:
        """What a page calls it."""
        return _LABELS[self]


_LABELS = {
    ChangeKind.LETTER_SENT: "Letter sent",
    ChangeKind.DEADLINE_PASSED: "Deadline passed",
    ChangeKind.STATUS_CHANGED: "Status changed",
    ChangeKind.CASE_FILED: "Court case filed",
    ChangeKind.CASE_ENDED: "Court case ended",
    ChangeKind.EVENT: "Event",
    ChangeKind.LETTER_RECORDED: "Letter added",
    ChangeKind.EVENT_RECORDED: "Event added",
    ChangeKind.CORRECTED: "Correction",
}


@dataclass(frozen=True)
class Change:
    """One thing that differs for one place.

    `on` is the date as far as it is known (EDTF), `day` the day from which it counts. Statuses are words of
    `Status` and `event_type` one of `EventType`; "" where the change is about none.
    """

    on: str
    day: date
    kind: ChangeKind
    jurisdiction_id: str
    name: str
    state: str
    round_id: str = ""
    round_label: str = ""
    case_id: str = ""
    event_type: str = ""
    status_before: str = ""
    status_after: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()


COLUMNS = tuple(column.name for column in fields(Change))
"""The columns of `Changes.table`."""


@dataclass(frozen=True, eq=False)
class Changes:
    """Everything that differs between two days: the changes, oldest first, and sentences by kind."""

    start: date
    end: date
    rows: tuple[Change, ...] = field(repr=False)
    told: tuple[tuple[ChangeKind, tuple[str, ...]], ...] = field(repr=False)

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row a change and place, oldest first; columns `COLUMNS`, `day` a datetime, `sources` tuples."""
        table = pd.DataFrame([vars(row) for row in self.rows], columns=list(COLUMNS))
        texts = {column: "str" for column in COLUMNS if column not in ("day", "sources")}
        table["kind"] = [str(row.kind) for row in self.rows]
        return table.astype(texts | {"day": "datetime64[s]", "sources": "object"})

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in plain English: letters, deadlines, statuses, court cases, other events."""
        return tuple(sentence for _, sentences in self.told for sentence in sentences)

    def of(self, kind: ChangeKind) -> pd.DataFrame:
        """The rows of one kind."""
        return self.table[self.table["kind"] == kind].reset_index(drop=True)


def in_order(rows: Iterable[Change]) -> tuple[Change, ...]:
    """Order changes from the oldest; of one day by kind, then by name."""
    place = {kind: number for number, kind in enumerate(ChangeKind)}
    return tuple(
        sorted(rows, key=lambda row: (row.day, place[row.kind], row.name, row.jurisdiction_id, row.summary))
    )
