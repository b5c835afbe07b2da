"""Rules for court cases: one form of a docket, one row of a suit, and an outcome that has its day."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check
from tracker.courts import court_id
from tracker.dockets import is_appeal, read_number
from tracker.vocabulary import Concern, EventType


@check("same-docket", needs=("cases",))
def check_docket_once(draft: Draft) -> Iterator[Finding]:
    """A docket of a court is one case, however its number is spelled."""
    cases = draft["cases"].cells
    firsts: dict[tuple[str, str, int], str] = {}
    for row, docket in draft.cells("cases", "docket"):
        number = read_number(docket)
        if number is not None:
            court = re.sub(r"[^a-z]", "", cases["court"][row].casefold())  # `ND Cal` is N.D. Cal.
            key = (court, f"{number.year}-{number.kind}", number.serial)
            first = firsts.setdefault(key, cases["case_id"][row])
            if first != cases["case_id"][row]:
                yield Finding("cases", row, "docket", f"it is the docket of {first} too")


@check("court-form", needs=("cases",))
def check_courts(draft: Draft) -> Iterator[Finding]:
    """A court is a federal trial court in the usual abbreviation, `N.D. Cal.`, so that one has one name."""
    for row, court in draft.cells("cases", "court"):
        if court_id(court) is None:
            yield Finding("cases", row, "court", f"“{court}” is not a trial court like N.D. Cal. or D. Mass.")


@check("appeal-form")
def check_appeals(draft: Draft) -> Iterator[Finding]:
    """An appeal is a higher court and a number: `9th Cir. 18-17311`, or `U.S. 20-795` of the highest."""
    for name, column, row, cell in draft.cells_where(lambda column: column.name == "appeals"):
        for entry in cell.split(column.separator):
            if not is_appeal(entry):
                yield Finding(name, row, column.name, f"“{entry}” is not an appeal like 9th Cir. 18-17311")


@check("outcome-undated", needs=("cases",))
def check_outcome_has_day(draft: Draft) -> Iterator[Finding]:
    """Whom the outcome of a case favors and the day it rests on are both on record, or neither."""
    cases = draft["cases"].text
    for row, (favors, day) in enumerate(zip(cases["outcome_for"], cases["decided_on"], strict=True)):
        if favors and not day:
            yield Finding("cases", row, "decided_on", "the outcome has no day")
        if day and not favors:
            yield Finding("cases", row, "outcome_for", "the day has no outcome")


@check("suit-not-filed-then", needs=("cases", "events"))
def check_suit_filed_or_joined(draft: Draft) -> Iterator[Finding]:
    """A suit is filed on the day of its case, and joined on no earlier one."""
    dated = draft["cases"].typed.dropna(subset=["filed_on_earliest"])
    filed = {case: days for case, *days in _cells(dated, "case_id", "filed_on", "filed_on_earliest")}
    events = draft["events"].typed
    events = events[events["type"].isin([EventType.SUIT_FILED, EventType.SUIT_JOINED])]
    events = events[events["case_id"].isin(filed)].reset_index()
    for row, kind, case, day, latest in _cells(events, "index", "type", "case_id", "date", "date_latest"):
        filed_on, earliest = filed[case]
        if kind == EventType.SUIT_FILED and day != filed_on:
            message = f"the case was filed {filed_on}; a place that came later joined it (suit_joined)"
            yield Finding("events", row, "date", message)
        if kind == EventType.SUIT_JOINED and latest < earliest:
            yield Finding("events", row, "date", f"the case was filed only {filed_on}")


def _cells(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give some cells of each row: whole rows of many are slow."""
    return zip(*(frame[name] for name in columns), strict=True)


@check("letter-concern", needs=("cases",))
def check_letter_concern(draft: Draft) -> Iterator[Finding]:
    """A case that concerns a letter is tied to that letter's round, and the other way around."""
    cases = draft["cases"].text
    for row, (concerns, round_id) in enumerate(zip(cases["concerns"], cases["round_id"], strict=True)):
        if (Concern.LETTER in concerns.split(";")) != bool(round_id):
            yield Finding("cases", row, "concerns", "a letter among the concerns and a round go together")
