"""All that happened by a dataset: every change once, each step of a status with what brought it about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from tracker.changes.book import Book
from tracker.changes.change_rows import Cause, Change, ChangeKind, in_order
from tracker.changes.correction_changes import correction_changes
from tracker.changes.event_changes import event_changes
from tracker.changes.letter_changes import letter_changes, moved, unexplained
from tracker.changes.steps import Step, steps
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.status import STATUS_RULES, events_by_word
from tracker.vocabulary import Status

_NO_CAUSE = "what brought this about is not on record"


@once(4)
def history(dataset: Dataset) -> tuple[Change, ...]:
    """Return every change by a dataset, of all time, deadlines still to come included; oldest first."""
    book = Book(dataset)
    every = list(steps(dataset))
    plain = [*letter_changes(book, every), *event_changes(book), *correction_changes(book)]
    return in_order(_with_steps(book, plain, [step for step in every if step.before]))


def _with_steps(book: Book, changes: list[Change], every: Iterable[Step]) -> list[Change]:
    """Give each step to the change that explains it; steps that it cannot hold are told beside it."""
    causes: dict[tuple[str, ...], list[tuple[Step, Cause]]] = {}
    alone: list[Change] = []
    about: dict[tuple[date, str], list[Change]] = {}
    for change in changes:
        for place in set(change.places):
            about.setdefault((change.day, place), []).append(change)
    for step in every:
        explained = _explained(step, about.get((step.day, step.letter[1]), []))
        if explained is None:
            alone.append(unexplained(book, step, Cause.UNKNOWN, _NO_CAUSE, ()))
        else:
            causes.setdefault(explained[0].key, []).append((step, explained[1]))
    return [
        *alone,
        *(part for change in changes for part in _stepwise(book, change, causes.get(change.key, []))),
    ]


def _stepwise(book: Book, change: Change, mine: list[tuple[Step, Cause]]) -> list[Change]:
    if not mine:
        return [change]
    if len({(step.before, step.after) for step, _ in mine}) == 1:
        letters = tuple(step.letter for step, _ in mine)
        step, cause = mine[0]
        return [replace(moved(change, step, cause), letters=letters)]
    return [
        change,
        *(_with_sources(unexplained(book, *one, change.summary, change.rows), change) for one in mine),
    ]


def _with_sources(step: Change, of: Change) -> Change:
    return replace(step, sources=of.sources, case_id=of.case_id, event_type=of.event_type, on=of.on)


def _explained(step: Step, here: list[Change]) -> tuple[Change, Cause] | None:
    """Find what brought a step about: the first cause of the table that holds for a change there that day."""
    round_id, _ = step.letter
    for cause, holds in _CAUSES.items():
        for change in here:
            if holds(change, step) and change.round_id in ("", round_id):
                return change, cause
    return None


_EVENTS = events_by_word(STATUS_RULES)

_CAUSES: Mapping[Cause, Callable[[Change, Step], bool]] = {
    Cause.EVENT: lambda change, step: (
        change.event_type == _EVENTS.get(step.after, "") != "" and change.round_id == step.letter[0]
    ),
    Cause.CASE_FILED: lambda change, step: (
        change.kind is ChangeKind.CASE_FILED and step.after == Status.IN_COURT
    ),
    Cause.ROUND_ENDED: lambda change, step: (
        change.kind is ChangeKind.ROUND_ENDED and step.letter in change.letters
    ),
    Cause.DEADLINE: lambda change, step: (
        change.kind is ChangeKind.DEADLINE_PASSED
        and step.letter in change.letters
        and step.after == Status.NO_ANSWER_FOUND
    ),
    Cause.CASE_ENDED: lambda change, step: (
        change.kind is ChangeKind.CASE_ENDED and step.before == Status.IN_COURT
    ),
}
"""What can bring a step about, the likeliest first, and how its change is known."""
