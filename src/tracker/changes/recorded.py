"""What entered the dataset between two days: letters, events and corrections, by the day of recording.

Letters and events say it in `recorded_on`. A dataset may have a table `corrections`: `corrected_on`, `table`,
`row` (the parts of the key joined by " + "), `column`, `old`, `new`, `why`, `sources`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd

from tracker.brief.where import Row, rows
from tracker.brief.words import when
from tracker.changes.scope import Scope
from tracker.changes.sentences import tell
from tracker.changes.table import Change, ChangeKind, Changes, in_order
from tracker.dataset import Dataset
from tracker.dates import PartialDate, ap_date
from tracker.filters import Filters


def recorded_changes(dataset: Dataset, filters: Filters, start: date, end: date) -> Changes:
    """Tell what the dataset did not yet say on the first day and says on the second.

    Letters are those that the filters pick on either day; events and corrections are those of their places,
    and the corrections of what belongs to no one place, such as a round.

    Raises:
        ValueError: the first day is after the second.
    """
    scope = Scope(dataset, filters, start, end)
    found = in_order([*_letters(scope), *_events(scope), *_corrections(scope)])
    return Changes(start, end, found, tell(scope, found))


def _letters(scope: Scope) -> Iterator[Change]:
    for letter in scope.letters:
        if scope.has(letter["recorded_on"]):
            yield replace(
                _entered(scope, ChangeKind.LETTER_RECORDED, letter, letter["recorded_on"]),
                summary=f"Letter dated {ap_date(letter['sent_on'].date())}.",
                sources=letter["sources"],
            )


def _events(scope: Scope) -> Iterator[Change]:
    """Give the events recorded, each with the date it happened at the head of its summary."""
    for event in rows(scope.dataset.events):
        if event["jurisdiction_id"] in scope.places and scope.has(event["recorded_on"]):
            happened = when(PartialDate.parse(event["date"]))
            yield replace(
                _entered(scope, ChangeKind.EVENT_RECORDED, event, event["recorded_on"]),
                case_id=event["case_id"],
                event_type=event["type"],
                summary=f"{happened[0].upper()}{happened[1:]}: {event['summary']}",
                sources=event["sources"],
            )


def _corrections(scope: Scope) -> Iterator[Change]:
    """Give the corrections, each with what it changed and why."""
    table = scope.dataset.tables.get("corrections")
    for row in [] if table is None else rows(table):
        place = _place(scope, row["table"], row["row"])
        if scope.has(row["corrected_on"]) and (not place or place in scope.places):
            about = {"jurisdiction_id": place, "round_id": ""}
            yield replace(
                _entered(scope, ChangeKind.CORRECTED, about, row["corrected_on"]),
                summary=f"{row['column']} of {row['row']} ({row['table']}) is {_quoted(row['new'])}, "
                f"no longer {_quoted(row['old'])}. {row['why']}",
                sources=row["sources"],
            )


def _entered(scope: Scope, kind: ChangeKind, row: Row, recorded_on: pd.Timestamp) -> Change:
    day = recorded_on.date()
    return scope.change(kind, row, day.isoformat(), day)


def _place(scope: Scope, table: str, key: str) -> str:
    """Find the place that a row is about; "" where it is about none or several."""
    if table == "events":
        events = scope.dataset.events.set_index("event_id")["jurisdiction_id"]
        return str(events.get(key, ""))
    return key.split(" + ")[-1] if table in ("letters", "jurisdictions") else ""


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "empty"
