"""What happened between two days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.brief.addressee import people
from tracker.brief.where import Row
from tracker.changes.causes import cause, deadline_passed
from tracker.changes.scope import Scope
from tracker.changes.sentences import tell
from tracker.changes.steps import DAY, steps
from tracker.changes.table import Change, ChangeKind, Changes, in_order
from tracker.dataset import Dataset
from tracker.filters import Filters


def changes(dataset: Dataset, filters: Filters, start: date, end: date) -> Changes:
    """Compare two days for the letters that the filters pick on either, and for the places of these letters.

    The day of the filters is passed over. A status is followed step by step from the first day, or for a
    letter sent later from the day it was sent. An event that explains a step is told there and not again.

    Raises:
        ValueError: the first day is after the second.
    """
    scope = Scope(dataset, filters, start, end)
    found = in_order([*_sent(scope), *_deadlines(scope), *_statuses_and_events(scope), *_cases(scope)])
    return Changes(start, end, found, tell(scope, found))


def _sent(scope: Scope) -> Iterator[Change]:
    for letter in scope.letters:
        if scope.has(letter["sent_on"]):
            day = letter["sent_on"].date()
            yield replace(
                scope.change(ChangeKind.LETTER_SENT, letter, day.isoformat(), day),
                status_after=letter["status"],
                summary=f"DOJ wrote to {people(letter['addressee']) or 'an addressee not on record'}.",
                sources=letter["sources"],
            )


def _deadlines(scope: Scope) -> Iterator[Change]:
    for letter in scope.letters:
        if scope.has(letter["deadline_on"] + DAY):
            passed = deadline_passed(letter["deadline_on"])
            yield replace(
                scope.change(ChangeKind.DEADLINE_PASSED, letter, passed.on, passed.day),
                summary=passed.summary,
                sources=letter["sources"],
            )


def _statuses_and_events(scope: Scope) -> Iterator[Change]:
    """Give each step of a status with its cause, and the events that are no such cause."""
    told = set()
    for step in steps(scope):
        why = cause(scope, step)
        told.add(why.event_id)
        yield replace(
            scope.change(ChangeKind.STATUS_CHANGED, step, why.on, why.day),
            case_id=why.case_id,
            event_type=why.event_type,
            status_before=step["status_before"],
            status_after=step["status"],
            summary=why.summary,
            sources=why.sources,
        )
    yield from (_event(scope, event) for event in scope.events if event["event_id"] not in told)


def _event(scope: Scope, event: Row) -> Change:
    return replace(
        scope.change(ChangeKind.EVENT, event, event["date"], event["date_latest"].date()),
        case_id=event["case_id"],
        event_type=event["type"],
        summary=event["summary"],
        sources=event["sources"],
    )


def _cases(scope: Scope) -> Iterator[Change]:
    """Give the cases filed and ended, once for each of the places that they name."""
    for case in scope.cases:
        if scope.has(case["filed_on_latest"]):
            yield from _case(scope, ChangeKind.CASE_FILED, case, "filed_on", f"{case['name']} was filed.")
        if scope.has(case["ended_on_latest"]):
            summary = f"{case['name']} ended. {case['outcome']}".strip()
            yield from _case(scope, ChangeKind.CASE_ENDED, case, "ended_on", summary)


def _case(scope: Scope, kind: ChangeKind, case: Row, column: str, summary: str) -> Iterator[Change]:
    on, day = case[column], case[f"{column}_latest"].date()
    for place in scope.parties(case):
        yield replace(
            scope.change(kind, {**case, "jurisdiction_id": place}, on, day),
            case_id=case["case_id"],
            summary=summary,
            sources=case["sources"],
        )
