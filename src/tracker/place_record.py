"""Everything on record for one place on a day: its letters, events, court cases and numbered sources."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from tracker.court_cases import cases_on
from tracker.dataset import Dataset
from tracker.errata import corrections_of
from tracker.filters import Filters, Selection
from tracker.language.datewords import ap_date
from tracker.language.placenames import whole_name
from tracker.letters import events_until
from tracker.regions import STATES, State
from tracker.vocabulary import Evidence, Kind, Status


@dataclass(frozen=True)
class Terms:
    """The sources of what a round asked for, of what could follow, and of its end."""

    demand: tuple[str, ...]
    consequence: tuple[str, ...]
    end: tuple[str, ...]

    @property
    def all(self) -> tuple[tuple[str, ...], ...]:
        """The three, one after the other."""
        return self.demand, self.consequence, self.end


@dataclass(frozen=True, eq=False)
class Record:
    """One place on a day. Frames have the columns of the dataset's tables, letters those of `letters_on`."""

    dataset: Dataset = field(repr=False)
    jurisdiction_id: str
    as_of: date

    @cached_property
    def place(self) -> "pd.Series[str]":
        """The row of the place among the jurisdictions."""
        places = self.dataset.jurisdictions
        row: pd.Series[str] = places[places["jurisdiction_id"] == self.jurisdiction_id].iloc[0]
        return row

    @property
    def name(self) -> str:
        """The name of the place."""
        return str(self.place["name"])

    @property
    def full_name(self) -> str:
        """The name with the state: `Jackson, Mississippi`; that of a state or the district stands alone."""
        return whole_name(self.place.to_dict())

    @property
    def kind(self) -> Kind:
        """The kind of the place."""
        return Kind.of(self.place["kind"])

    @property
    def state(self) -> State:
        """The state of the place."""
        return STATES[str(self.place["state"])]

    @cached_property
    def selection(self) -> Selection:
        """The letters of this place alone as a view, for whatever draws a view."""
        return Filters(id=(self.jurisdiction_id,), as_of=self.as_of).apply(self.dataset)

    @property
    def letters(self) -> pd.DataFrame:
        """The letters sent by the day, newest first, with the columns of `letters_on`."""
        return self.selection.letters

    def companions(self, round_id: str) -> pd.DataFrame:
        """The other recipients on record of a round, by name, with the columns of `letters_on`."""
        pool = self.selection.pool
        same = (pool["round_id"] == round_id) & (pool["jurisdiction_id"] != self.jurisdiction_id)
        return pool[same].sort_values("name").reset_index(drop=True)

    @property
    def near(self) -> str:
        """Where the places in `others` are: the state, or else the Census division."""
        in_state = self.others["state"].eq(self.state.code).any()
        return self.state.name if in_state else f"the {self.state.division} division"

    @cached_property
    def corrections(self) -> pd.DataFrame:
        """The corrections of rows about this place, newest first."""
        return corrections_of(self.dataset, self.jurisdiction_id, self.as_of)

    @cached_property
    def others(self) -> pd.DataFrame:
        """Other places with a letter by the day, by name: in its state, or else in its Census division."""
        pool = self.selection.pool
        mine = pool["jurisdiction_id"] == self.jurisdiction_id
        near = pool[~mine & (pool["state"] == self.state.code)]
        if near.empty:
            near = pool[~mine & (pool["division"] == self.state.division)]
        return near.drop_duplicates("jurisdiction_id").sort_values("name").reset_index(drop=True)

    @property
    def status(self) -> Status | None:
        """The status of the newest letter; None when no letter is on record by the day."""
        return Status.of(self.letters["status"].iloc[0]) if len(self.letters) else None

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events by the day, newest first."""
        events = events_until(self.dataset, self.as_of)
        return events[events["jurisdiction_id"] == self.jurisdiction_id].iloc[::-1].reset_index(drop=True)

    @cached_property
    def cases(self) -> pd.DataFrame:
        """The court cases that name the place, as `cases_on` gives them."""
        return cases_on(self.dataset, self.as_of, place=self.jurisdiction_id)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is not on record by the day, in sentences."""
        if self.letters.empty:
            return (f"No letter to the place is on record by {ap_date(self.as_of)}.",)
        return tuple(gap for letter in self.letters.to_dict("records") for gap in _gaps(letter))

    @property
    def cited(self) -> Iterator[tuple[str, ...]]:
        """The ids of the sources of all of it, row by row."""
        for frame in (self.letters, self.events, self.cases):
            yield from frame["sources"]
        for terms in self.terms.values():
            yield from terms.all

    @cached_property
    def terms(self) -> dict[str, Terms]:
        """The sources of the terms of each round that wrote to the place by the day, by round."""
        rounds = self.dataset.rounds
        mine = rounds[rounds["round_id"].isin(self.letters["round_id"])]
        columns = ("demand_sources", "consequence_sources", "ended_sources")
        cells = zip(*(mine[name] for name in ("round_id", *columns)), strict=True)
        return {key: Terms(*parts) for key, *parts in cells}


def _gaps(letter: Mapping[Hashable, Any]) -> Iterator[str]:
    """Say what is not known of one letter."""
    day = ap_date(letter["sent_on"].date())
    if letter["evidence"] == Evidence.COPY:
        yield f"A public copy of the letter of {day}, is located; its text was not read."
    elif letter["evidence"] != Evidence.LETTER:
        yield f"No public copy of the letter of {day}, was found."
    if not letter["addressee"]:
        yield f"To whom the letter of {day}, is addressed is not on record."
    if pd.isna(letter["deadline_on"]):
        yield f"No deadline is on record for the letter of {day}."
    if not letter["answered"]:
        yield f"No answer to the letter of {day}, was found; there may be one that is not public."
