"""What a row of the tables holds, column by column, where rows travel one by one: a mapping with typed keys.

A missing day is NaT, a missing text "". `Letter`, `Event` and `Case` have the columns of the data, as the
descriptor states them; the other two those of the frames that say how things stand on a day.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypedDict, TypeVar, cast

import pandas as pd
from pandas.api.typing import NaTType

Row: TypeAlias = Mapping[str, Any]
"""A row of a table without a type of its own."""

List: TypeAlias = tuple[str, ...]
MaybeDay: TypeAlias = pd.Timestamp | NaTType


class Letter(TypedDict):
    """A row of `dataset.letters`."""

    round_id: str
    jurisdiction_id: str
    addressee: str
    sent_on: pd.Timestamp
    deadline_on: MaybeDay
    evidence: str
    confidence: str
    note: str
    sources: List
    recorded_on: pd.Timestamp


class LetterOnDay(Letter):
    """A row of `letters_on`: a letter with its place and its round, and how it stands on the day."""

    status: str
    answer: str
    earliest_answer: str
    suit: str
    doj: str
    court: str
    court_concern: str
    since_on: str
    since_on_latest: MaybeDay
    since_label: str
    since: str
    name: str
    kind: str
    state: str
    geoid: str
    county_fips: List
    latitude: float
    longitude: float
    aliases: List
    state_name: str
    division: str
    region: str
    round_name: str
    round_label: str
    demand: str
    consequence: str
    days: int | None
    deadline_words: str
    last_event_on: str
    last_event_type: str
    last_event: str
    answered: bool


class Event(TypedDict):
    """A row of `dataset.events`."""

    event_id: str
    jurisdiction_id: str
    round_id: str
    case_id: str
    date: str
    date_earliest: pd.Timestamp
    date_latest: pd.Timestamp
    type: str
    summary: str
    confidence: str
    sources: List
    recorded_on: pd.Timestamp


class Case(TypedDict):
    """A row of `dataset.cases`."""

    case_id: str
    name: str
    court: str
    docket: str
    appeals: List
    filed_on: str
    filed_on_earliest: MaybeDay
    filed_on_latest: MaybeDay
    ended_on: str
    ended_on_earliest: MaybeDay
    ended_on_latest: MaybeDay
    brought_by: str
    round_id: str
    concerns: List
    jurisdictions: List
    outcome_for: str
    decided_on: str
    decided_on_earliest: MaybeDay
    decided_on_latest: MaybeDay
    outcome: str
    sources: List
    recorded_on: pd.Timestamp


class CaseOnDay(Case):
    """A row of `cases_on`: a court case and where it stands on the day."""

    status: str
    ended: bool
    state: str
    ruling_count: int
    ruling_on: str
    ruling: str
    parties: List
    rounds: List
    entries: tuple[tuple[str, str], ...]
    told_outcome: str


R = TypeVar("R", Letter, LetterOnDay, Event, Case, CaseOnDay)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Take a frame apart, row by row."""
    return [{str(column): cell for column, cell in row.items()} for row in frame.to_dict("records")]


def typed_rows(frame: pd.DataFrame, kind: type[R]) -> list[R]:
    """Take a frame apart whose columns are those of a kind of row."""
    return cast("list[R]", rows(frame))
