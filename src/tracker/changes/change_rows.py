"""One change, and those between two days as a table and as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cached_property

import pandas as pd

from tracker.dates import PartialDate
from tracker.language.apstyle import ap_style
from tracker.language.datewords import when
from tracker.language.words import sentence
from tracker.vocabulary import EventType, Evidence


class ChangeKind(StrEnum):
    """What sort of thing happened, in the order in which a reader wants them; one and many in words."""

    label: str
    one: str
    many: str

    def __new__(cls, word: str, label: str, one: str, many: str) -> "ChangeKind":
        """Make a kind of its word and what pages call it."""
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.label, kind.one, kind.many = label, one, many
        return kind

    LETTER_SENT = "letter_sent", "Letter sent", "letter sent", "letters sent"
    DEADLINE_PASSED = (
        "deadline_passed",
        "Deadline passed",
        "letter past its deadline",
        "letters past their deadline",
    )
    ANSWER = (
        "answer",
        "Answer, promise or refusal",
        "answer, promise or refusal",
        "answers, promises and refusals",
    )
    OUTCOME = (
        "outcome",
        "{sender} decision or agreement",
        "{sender} decision or agreement",
        "{sender} decisions and agreements",
    )
    CASE_FILED = "case_filed", "Court case filed", "court case filed", "court cases filed"
    CASE_JOINED = "case_joined", "Court case joined", "court case joined", "court cases joined"
    COURT_DECISION = "court_decision", "Court decision", "court decision", "court decisions"
    CASE_ENDED = "case_ended", "Court case ended", "court case ended", "court cases ended"
    ROUND_ENDED = (
        "round_ended",
        "Round ended",
        "letter at the end of its round",
        "letters at the end of their round",
    )
    STATUS_CHANGED = "status_changed", "Status changed", "other change of status", "other changes of status"
    EVENT = "event", "Event", "other event", "other events"
    CORRECTED = "corrected", "Correction", "correction", "corrections"


class Cause(StrEnum):
    """What brought a new status about."""

    DEADLINE = "deadline"
    EVENT = "event"
    CASE_FILED = "case_filed"
    CASE_ENDED = "case_ended"
    ROUND_ENDED = "round_ended"
    UNKNOWN = "not_on_record"


_BY_TYPE = (ChangeKind.ANSWER, ChangeKind.OUTCOME, ChangeKind.COURT_DECISION, ChangeKind.EVENT)
"""The kinds of which the type of the event says more."""

LetterKey = tuple[str, str]
"""The round and the place of a letter."""


@dataclass(frozen=True)
class Change:
    """One thing that happened, told once however many places it names.

    Attributes:
        key: the parts of its lasting id, the sort of row first.
        kind: what sort of thing it is.
        on: when it happened as far as it is known (EDTF); `day` is the day from which it counts.
        recorded_on: the day from which the record says so; `updated_on` the newest day on which one of its
            rows was recorded or corrected.
        is_derived: whether it follows from a day that was recorded earlier, such as a deadline.
        places: the ids of the places; `names` the places in words.
        letters: round and place of the letters that it is about, or whose status it changed.
        event_type: a word of `EventType`; `status_from`, `status_to` words of `Status`; `cause` one of
            `Cause`; `confidence` the weakest of its rows; `evidence` a word of `Evidence`, of the one letter
            that it is about; each "" where there is none.
        summary: what happened, in sentences that need its date and places beside them.
        sentence: the same in sentences that stand alone.
        sources: the ids of its sources.
        rows: the rows of the data that say so, each its table and key.
    """

    key: tuple[str, ...]
    kind: ChangeKind
    on: str
    day: date
    recorded_on: date
    updated_on: date
    is_derived: bool = False
    places: tuple[str, ...] = ()
    names: str = ""
    round_id: str = ""
    round_label: str = ""
    letters: tuple[LetterKey, ...] = ()
    case_id: str = ""
    event_type: str = ""
    status_from: str = ""
    status_to: str = ""
    cause: str = ""
    confidence: str = ""
    evidence: str = ""
    summary: str = ""
    sentence: str = ""
    sources: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def began(self) -> date:
        """The first day that the date allows."""
        return PartialDate.parse(self.on).earliest if self.on else self.day

    @property
    def label(self) -> str:
        """What sort of thing it is, in words that the campaign fills; an event is called by its type."""
        if self.is_inferred:
            return f"{self.kind.label} (place not named by a source)"
        return EventType.of(self.event_type).label if self.kind in _BY_TYPE else self.kind.label

    @property
    def is_inferred(self) -> bool:
        """Whether it is about a letter whose recipient no source names: it is not counted as certain."""
        return self.evidence == Evidence.INFERRED

    @property
    def is_entry(self) -> bool:
        """Whether an editor entered it: deadlines pass by themselves, corrections change entries."""
        return not self.is_derived and self.kind is not ChangeKind.CORRECTED

    @property
    def term(self) -> str:
        """The word for machines of the sort of thing it is."""
        return self.event_type if self.kind in _BY_TYPE else str(self.kind)

    @property
    def dated(self) -> str:
        """What happened, with its date before it."""
        if self.kind in (ChangeKind.LETTER_SENT, ChangeKind.DEADLINE_PASSED, ChangeKind.CORRECTED):
            return self.summary
        return sentence(f"{when(PartialDate.parse(self.on))}: {ap_style(self.summary)}")


COLUMNS = tuple(column.name for column in fields(Change))
"""The columns of `Changes.table`."""

_AS_THEY_ARE = ("key", "places", "letters", "sources", "rows")
_DAYS = ("day", "recorded_on", "updated_on")


@dataclass(frozen=True, eq=False)
class Changes:
    """Everything from one day to another: the changes, oldest first, and sentences by kind.

    `sections` has a heading for each kind, how many there are, and the sentences.
    """

    start: date
    end: date
    rows: tuple[Change, ...] = field(repr=False)
    sections: "tuple[tuple[str, str, tuple[str, ...]], ...]" = field(repr=False, default=())

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row a change, oldest first; columns `COLUMNS`, days as datetimes, lists as tuples."""
        table = pd.DataFrame([vars(row) for row in self.rows], columns=list(COLUMNS))
        table["kind"] = [str(row.kind) for row in self.rows]
        forms = {column: "str" for column in COLUMNS}
        forms |= dict.fromkeys(_AS_THEY_ARE, "object") | dict.fromkeys(_DAYS, "datetime64[s]")
        return table.astype(forms | {"is_derived": "bool"})

    @property
    def maybe_earlier(self) -> int:
        """How many of what happened are dated to a span that began before the first day."""
        return sum(row.began < self.start for row in self.rows)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in plain English, kind by kind."""
        return tuple(line for _, _, lines in self.sections for line in lines)

    def of(self, kind: ChangeKind) -> pd.DataFrame:
        """The rows of one kind."""
        return self.table[self.table["kind"] == kind].reset_index(drop=True)


def in_order(rows: Iterable[Change]) -> tuple[Change, ...]:
    """Order changes from the oldest; of one day by kind, then by name."""
    place = {kind: number for number, kind in enumerate(ChangeKind)}
    return tuple(sorted(rows, key=lambda row: (row.day, place[row.kind], row.names, row.key)))
