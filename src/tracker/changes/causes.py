"""What brought a new status about: an event, a court case, the end of a round, a deadline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.brief.where import Row, rows
from tracker.changes.scope import Scope
from tracker.changes.steps import DAY
from tracker.dates import ap_date
from tracker.status import RULES
from tracker.vocabulary import Status


@dataclass(frozen=True)
class Cause:
    """What happened, when, and on whose word; `event_id` and `case_id` where it is one."""

    on: str
    day: date
    summary: str
    sources: tuple[str, ...] = ()
    event_id: str = ""
    event_type: str = ""
    case_id: str = ""


def cause(scope: Scope, letter: Row) -> Cause:
    """Find what brought about a step of a letter, as `steps` gives it."""
    return (
        _event(scope, letter)
        or _case_filed(scope, letter)
        or _round_end(scope, letter)
        or _deadline(letter)
        or _case_ended(scope, letter)
        or Cause(_day(letter).isoformat(), _day(letter), "What brought this about is not on record.")
    )


def deadline_passed(deadline_on: pd.Timestamp) -> Cause:
    """Say that a deadline went by, on the day after it."""
    day = (deadline_on + DAY).date()
    return Cause(day.isoformat(), day, f"The deadline of {ap_date(deadline_on.date())}, had passed.")


def _event(scope: Scope, letter: Row) -> Cause | None:
    wanted = next(rule.event for rule in RULES if rule.word == letter["status"])
    for event in scope.events:
        if event["type"] == wanted and _is_of(letter, event) and _came_about(letter, event["date_latest"]):
            day = event["date_latest"].date()
            return Cause(
                event["date"], day, event["summary"], event["sources"], event["event_id"], event["type"]
            )
    return None


def _case_filed(scope: Scope, letter: Row) -> Cause | None:
    return _case(scope, letter, "filed") if letter["status"] == Status.IN_COURT else None


def _case_ended(scope: Scope, letter: Row) -> Cause | None:
    return _case(scope, letter, "ended") if letter["status_before"] == Status.IN_COURT else None


def _case(scope: Scope, letter: Row, what: str) -> Cause | None:
    """Find the case over the letter’s round that was the first to be filed, or the last to end."""
    found = [
        case
        for case in _by_day(scope.cases, f"{what}_on_latest")
        if case["round_id"] == letter["round_id"]
        and letter["jurisdiction_id"] in case["jurisdictions"]
        and _came_about(letter, case[f"{what}_on_latest"])
    ]
    if not found:
        return None
    case = found[0 if what == "filed" else -1]
    day = case[f"{what}_on_latest"].date()
    words = f"{case['name']} {'was filed' if what == 'filed' else 'ended'}."
    return Cause(case[f"{what}_on"], day, words, case["sources"], case_id=case["case_id"])


def _round_end(scope: Scope, letter: Row) -> Cause | None:
    (row,) = rows(scope.dataset.rounds[scope.dataset.rounds["round_id"] == letter["round_id"]])
    if letter["status"] != Status.LAPSED or not _came_about(letter, row["ended_on_latest"]):
        return None
    return Cause(row["ended_on"], row["ended_on_latest"].date(), "The round ended.", row["sources"])


def _deadline(letter: Row) -> Cause | None:
    if letter["status"] != Status.NO_ANSWER_FOUND or not _came_about(letter, letter["deadline_on"] + DAY):
        return None
    return deadline_passed(letter["deadline_on"])


def _came_about(step: Row, day: pd.Timestamp) -> bool:
    """Tell whether what happened on a day, which may be missing, can have brought a step about."""
    return bool(step["since"] < day <= step["until"])


def _day(step: Row) -> date:
    day: date = step["until"].date()
    return day


def _is_of(letter: Row, event: Row) -> bool:
    return bool(
        event["round_id"] == letter["round_id"] and event["jurisdiction_id"] == letter["jurisdiction_id"]
    )


def _by_day(cases: Iterable[Row], column: str) -> list[Row]:
    return sorted((case for case in cases if not pd.isna(case[column])), key=lambda case: case[column])
