"""Rules for the order of days, and for days that look filled in rather than read.

Only what is certain counts: an imprecise date breaks a rule of order when its latest day does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from tracker.checks.draft import Draft, of_round, rows_where
from tracker.checks.registry import Finding, check
from tracker.problems import Severity
from tracker.vocabulary import EventType

MAY_PRECEDE_THE_LETTER = (EventType.LISTED,)
"""A list that names a place is what its letter follows: DOJ's list of 5 August 2025 came before the letters
of 13 August. All other types answer a letter or follow it, and none on record is dated before it."""

MANY = 5
"""Unrelated events on one day that are too many to be chance; the most on record are three."""

_PLACEHOLDER = re.compile(r"\d{4}-(01-01|12-31)")


@check("deadline-before-letter")
def check_deadline(draft: Draft) -> Iterator[Finding]:
    """A deadline is not before its letter."""
    for name in ("rounds", "letters"):
        if name in draft.tables:
            dated = draft[name].typed
            for row in rows_where(dated["deadline_on"] < dated["sent_on"]):
                yield Finding(name, row, "deadline_on", "the deadline is before the day of sending")


@check("letter-before-round", needs=("letters", "rounds"))
def check_letter_after_round(draft: Draft) -> Iterator[Finding]:
    """A letter is not dated before its round: a round begins with its first letter."""
    letters = draft["letters"].typed
    begun = of_round(_round_days(draft), letters)
    for row in rows_where(letters["sent_on"] < begun):
        yield Finding(
            "letters", row, "sent_on", f"the round began on {begun[row]:%Y-%m-%d}, after this letter"
        )


@check("event-before-letter", needs=("events", "letters", "rounds"))
def check_event_after_letter(draft: Draft) -> Iterator[Finding]:
    """An event of a round is not before that round's letter to the place, unless it is a list."""
    events = draft["events"].typed
    sent = _days_of_letters(draft, events)
    early = (events["date_latest"] < sent) & ~events["type"].isin(MAY_PRECEDE_THE_LETTER)
    for row in rows_where(early):
        yield Finding(
            "events", row, "date", f"the letter of its round is of {sent[row]:%Y-%m-%d}, after this"
        )


@check("end-before-start")
def check_end(draft: Draft) -> Iterator[Finding]:
    """A case does not end before it was filed, nor a round before it was sent."""
    for name, start in (("cases", "filed_on_earliest"), ("rounds", "sent_on")):
        if name in draft.tables:
            dated = draft[name].typed
            for row in rows_where(dated["ended_on_latest"] < dated[start]):
                yield Finding(name, row, "ended_on", "it ends before it begins")


@check("decision-before-filing", needs=("cases",))
def check_decision(draft: Draft) -> Iterator[Finding]:
    """A case is not decided before it was filed."""
    cases = draft["cases"].typed
    for row in rows_where(cases["decided_on_latest"] < cases["filed_on_earliest"]):
        yield Finding("cases", row, "decided_on", "it is decided before it was filed")


FACTS = {
    "rounds": ("sent_on", "ended_on"),
    "letters": ("sent_on",),
    "cases": ("filed_on", "decided_on", "ended_on"),
    "events": ("date",),
}
"""The columns that say when something happened, by table."""

ENTERED = ("recorded_on", "corrected_on")
"""The columns that say when somebody entered something."""


@check("after-research")
def check_researched(draft: Draft) -> Iterator[Finding]:
    """Nothing on record began after the day to which datapackage.json says that the research reaches."""
    reach = draft.researched_to
    for name, columns in FACTS.items():
        for column in columns if reach and name in draft.tables else ():
            typed = draft[name].typed
            for row in rows_where(typed.get(f"{column}_earliest", typed[column]) > _stamp(reach)):
                message = f"the research reaches to {reach}: move researched_to in datapackage.json"
                yield Finding(name, row, column, message)


@check("future-day")
def check_future(draft: Draft) -> Iterator[Finding]:
    """A row was not recorded or corrected on a day that is still to come."""
    for name, table in draft.tables.items():
        for column in ENTERED if draft.today else ():
            if column in table.schema.column_names:
                for row in rows_where(table.typed[column] > _stamp(draft.today)):
                    yield Finding(name, row, column, f"this day is still to come; today is {draft.today}")


@check("placeholder-date", Severity.WARNING)
def check_placeholder(draft: Draft) -> Iterator[Finding]:
    """A first of January or last of December is often a year filled up; then write the year alone."""
    for name, column, row, cell in draft.cells_with("-01-01|-12-31"):
        is_date = column.type == "date" or column.is_partial_date
        if is_date and any(map(_PLACEHOLDER.fullmatch, cell.split("/"))):
            yield Finding(name, row, column.name, f"was {cell} read, or is only the year known?")


_TIES = ["jurisdiction_id", "round_id", "case_id", "sources"]
"""By what events hang together."""


@check("shared-date", Severity.WARNING, needs=("events",))
def check_shared_day(draft: Draft) -> Iterator[Finding]:
    """A day is not shared by five events with no place, round, case or source in common."""
    typed, cells = draft["events"].typed, draft["events"].cells
    by_day: dict[str, list[int]] = {}
    for row in rows_where(typed["date_earliest"] == typed["date_latest"]):
        by_day.setdefault(cells["date"][row], []).append(row)
    for day, sharing in sorted(by_day.items()):
        unrelated = _related(cells, sharing) if len(sharing) >= MANY else 0
        if unrelated >= MANY:
            message = f"{unrelated} unrelated events share {day}; was each read?"
            yield Finding("events", sharing[0], "date", message)


def _stamp(day: date | None) -> pd.Timestamp:
    return pd.Timestamp(day or date.max)


def _round_days(draft: Draft) -> "pd.Series[pd.Timestamp]":
    rounds = draft["rounds"].typed
    return rounds.drop_duplicates("round_id").set_index("round_id")["sent_on"]


def _days_of_letters(draft: Draft, events: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Give for each event the day of its letter; in a round without letters, that of the round."""
    key = [*draft["letters"].schema.key]
    letters = draft["letters"].typed.drop_duplicates(key)
    of_letter = events[key].merge(letters[[*key, "sent_on"]], on=key, how="left")
    return of_letter["sent_on"].set_axis(events.index).fillna(of_round(_round_days(draft), events))


def _related(events: Mapping[str, Sequence[str]], rows: Iterable[int]) -> int:
    """Count the groups of events that hang together by a place, a round, a case or a source."""
    towards: dict[str, str] = {}
    for row in rows:
        place, round_id, case, sources = (events[name][row] for name in _TIES)
        links = [link for link in (place, round_id, case, *sources.split(";")) if link]
        heads = {_head(towards, link) for link in links}
        towards |= dict.fromkeys(heads, min(heads, default=""))
    return sum(link == head for link, head in towards.items())


def _head(towards: dict[str, str], link: str) -> str:
    """Follow a link to the one that stands for its group; one that is in none stands for itself."""
    while (beyond := towards.setdefault(link, link)) != link:
        towards[link] = link = towards[beyond]
    return link
