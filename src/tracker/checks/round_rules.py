"""Rules between a round and its letters."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from tracker.checks.draft import Draft, DraftTable, of_round, rows_where
from tracker.checks.registry import Finding, check
from tracker.problems import Severity
from tracker.vocabulary import ANSWERING, RoundKind


@check("recipients", Severity.WARNING, needs=("rounds", "letters"))
def check_recipients(draft: Draft) -> Iterator[Finding]:
    """A round has as many letters on record as were announced; where not, the page shows both numbers."""
    recorded = Counter(draft["letters"].text["round_id"])
    rounds = draft["rounds"].text["round_id"]
    for row, announced in draft.cells("rounds", "recipients_announced"):
        count = recorded[rounds.iloc[row]]
        if announced != str(count):
            message = f"announced were {announced}, on record are {count}"
            yield Finding("rounds", row, "recipients_announced", message)


@check("follows-later-round", needs=("rounds",))
def check_follows(draft: Draft) -> Iterator[Finding]:
    """A round follows up on rounds of letters that were sent before it."""
    rounds = draft["rounds"].typed
    sent = dict(zip(rounds["round_id"], rounds["sent_on"], strict=True))
    background = _rounds_of(draft, RoundKind.CONTEXT)
    for row, (follows, day) in enumerate(zip(rounds["follows"], rounds["sent_on"], strict=True)):
        for earlier in follows:
            if earlier in background:
                yield Finding("rounds", row, "follows", f"{earlier} is background, which has no letters")
            elif earlier in sent and not sent[earlier] < day:
                yield Finding("rounds", row, "follows", f"{earlier} was not sent before this round")


@check("context-letter", needs=("rounds", "letters"))
def check_context(draft: Draft) -> Iterator[Finding]:
    """Background has no letters; a letter belongs to a round of letters."""
    background = _rounds_of(draft, RoundKind.CONTEXT)
    for row, key in draft.cells("letters", "round_id"):
        if key in background:
            yield Finding("letters", row, "round_id", f"{key} is background, which has no letters")


@check("event-without-letter", needs=("rounds", "letters", "events"))
def check_event_has_letter(draft: Draft) -> Iterator[Finding]:
    """An event of a round of letters is of a place with a letter of that round; else it counts nowhere."""
    letters, events = draft["letters"].cells, draft["events"].cells
    on_record = set(zip(letters["round_id"], letters["jurisdiction_id"], strict=True))
    with_letters = _rounds_of(draft, RoundKind.LETTERS)
    for row, key in enumerate(zip(events["round_id"], events["jurisdiction_id"], strict=True)):
        if key[0] in with_letters and key not in on_record:
            yield Finding("events", row, "round_id", f"no letter of {key[0]} to {key[1]} is on record")


@check("answer-without-round", needs=("letters", "events"))
def check_answer_has_round(draft: Draft) -> Iterator[Finding]:
    """An answer, promised or given, names the round of its letter; else the letter counts as not answered."""
    letters = draft["letters"].text
    for row, event in enumerate(draft["events"].records):
        if event["type"] in ANSWERING and not event["round_id"]:
            rounds = letters["round_id"][letters["jurisdiction_id"] == event["jurisdiction_id"]]
            known = f"; it got letters of {', '.join(sorted(rounds))}" if len(rounds) else ""
            message = f"an answer names the round of the letter that it is to{known}"
            yield Finding("events", row, "round_id", message)


@check("letter-date", Severity.WARNING, needs=("rounds", "letters"))
def check_letter_day(draft: Draft) -> Iterator[Finding]:
    """A letter bears the date and the deadline of its round, unless its own copy says otherwise."""
    letters, rounds = draft["letters"], draft["rounds"]
    for column in ("sent_on", "deadline_on"):
        known = rounds.typed[_is_readable(rounds, column)].drop_duplicates("round_id")
        said = of_round(known.set_index("round_id")[column], letters.typed)
        is_comparable = _is_readable(letters, column) & letters.typed["round_id"].isin(known["round_id"])
        for row in rows_where(is_comparable & _differ(letters.typed[column], said)):
            day = said.iloc[row]
            message = f"its round says {day:%Y-%m-%d}" if pd.notna(day) else "its round has none"
            yield Finding("letters", row, column, message)


def _is_readable(table: DraftTable, column: str) -> "pd.Series[bool]":
    """Tell which days are empty or could be read; of the others the check of days speaks."""
    return table.typed[column].notna() | (table.text[column] == "")


def _differ(days: "pd.Series[Any]", others: "pd.Series[Any]") -> "pd.Series[bool]":
    """Compare days; two that are missing are alike."""
    return (days != others) & ~(days.isna() & others.isna())


def _rounds_of(draft: Draft, kind: RoundKind) -> frozenset[str]:
    rounds = draft["rounds"].text
    return frozenset(rounds.loc[rounds["kind"] == kind, "round_id"])
