"""What a row of the tables holds, column by column, where rows travel one by one: a mapping with typed keys.

A missing day is NaT, a missing number None, a missing text "". There is a kind of row for each table of
the data, with the columns that the descriptor states; those `…OnDay` have the columns of the frames that say
how things stand on a day.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypedDict, TypeVar, cast

import pandas as pd
from pandas.api.typing import NaTType

List: TypeAlias = tuple[str, ...]
MaybeDay: TypeAlias = pd.Timestamp | NaTType


class PlaceCells(TypedDict):
    """What is on record of a place, beside its id."""

    name: str
    kind: str
    state: str
    geoid: str
    county_fips: List
    latitude: float
    longitude: float
    aliases: List
    population: int | None
    population_source: List


class Place(PlaceCells):
    """A row of `dataset.jurisdictions`."""

    jurisdiction_id: str


class Round(TypedDict):
    """A row of `dataset.rounds`."""

    round_id: str
    kind: str
    name: str
    sent_on: pd.Timestamp
    deadline_on: MaybeDay
    ended_on: str
    ended_on_earliest: MaybeDay
    ended_on_latest: MaybeDay
    ended_sources: List
    follows: List
    issuing_office: str
    signatory: str
    authority: str
    demand: str
    demand_sources: List
    consequence: str
    consequence_sources: List
    recipients_announced: int | None
    recipients_note: str
    sources: List


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


class LetterOnDay(Letter, PlaceCells):
    """A row of `letters_on`: a letter with its place and its round, and how it stands on the day."""

    status: str
    answer: str
    earliest_answer: str
    background_answer: str
    background_answer_sources: List
    suit: str
    doj: str
    court: str
    court_concern: str
    since_on: str
    since_on_latest: MaybeDay
    since_label: str
    since: str
    since_sources: List
    population_class: str
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
    rounds_of_place: List


class PlaceOnDay(LetterOnDay):
    """A row of `Selection.places`: a place with the newest of its letters there, and how many these are."""

    letter_count: int
    inferred_count: int


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
    ruling_count: int
    ruling_on: str
    ruling: str
    parties: List
    rounds: List
    entries: tuple[tuple[str, str], ...]
    told_outcome: str


class Document(TypedDict):
    """A row of `dataset.documents`."""

    document_id: str
    kind: str
    round_id: str
    jurisdiction_id: str
    event_id: str
    source_id: str
    pages: str
    says: str
    quote: str
    read: str


class Source(TypedDict):
    """A row of `dataset.sources`."""

    source_id: str
    publisher: str
    title: str
    url: str
    hosting: str
    original_url: str
    published_on: str
    published_on_earliest: MaybeDay
    published_on_latest: MaybeDay
    kind: str
    note: str


class NumberedSource(Source):
    """A source of a page, with the number of its note."""

    number: int


class Law(TypedDict):
    """A row of `dataset.statutes`."""

    state: str
    name: str
    citation: str
    publisher: str
    title: str
    url: str
    seen_on: MaybeDay


class Correction(TypedDict):
    """A row of `dataset.corrections`."""

    corrected_on: pd.Timestamp
    table: str
    row: str
    column: str
    old: str
    new: str
    why: str
    sources: List


R = TypeVar("R", bound=Mapping[str, object])


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Take a frame apart, row by row, whose columns no kind of row names."""
    names = [str(column) for column in frame.columns]
    # Column by column: pandas' own way asks every cell what it is, and takes four times as long.
    cells = zip(*(_cells(frame[column]) for column in frame.columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def _cells(column: "pd.Series[Any]") -> list[Any]:
    """Give the cells of a column as Python's own; a number that is missing is None."""
    cells = column.tolist()
    may_be_missing = getattr(column.dtype, "na_value", None) is pd.NA
    return [None if cell is pd.NA else cell for cell in cells] if may_be_missing else cells


def typed_rows(frame: pd.DataFrame, kind: type[R]) -> list[R]:
    """Take a frame apart whose columns are those of a kind of row."""
    return cast("list[R]", rows(frame))
