"""Everything on record for one place on a day: its letters, events, court cases and numbered sources."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from tracker.court_cases import cases_on
from tracker.dataset import Dataset
from tracker.errata import corrections_of
from tracker.filters import Filters, Selection
from tracker.language.datewords import ap_date
from tracker.language.placenames import whole_name
from tracker.letters import events_until
from tracker.regions import STATES, State
from tracker.row_types import LetterOnDay, Place, typed_rows
from tracker.vocabulary import Answer, Evidence, Kind, Status


class Gap(NamedTuple):
    """What is not on record: in a few words and in a sentence."""

    short: str
    sentence: str


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

    @property
    def place(self) -> Place:
        """The row of the place among the jurisdictions."""
        return self.dataset.places_by_id[self.jurisdiction_id]

    @property
    def name(self) -> str:
        """The name of the place."""
        return self.place["name"]

    @property
    def full_name(self) -> str:
        """The name with the state: `Jackson, Mississippi`; that of a state or the district stands alone."""
        return whole_name(self.place)

    @property
    def kind(self) -> Kind:
        """The kind of the place."""
        return Kind.of(self.place["kind"])

    @property
    def state(self) -> State:
        """The state of the place."""
        return STATES[self.place["state"]]

    @property
    def residents(self) -> int | None:
        """How many people live in the place; None where no figure is entered."""
        residents = self.place["population"]
        return None if pd.isna(residents) else int(residents)

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
    def gaps(self) -> tuple[Gap, ...]:
        """What is not on record by the day, letter by letter, the newest first."""
        if self.letters.empty:
            return (Gap("A letter", f"No letter to the place is on record by {ap_date(self.as_of)}."),)
        return tuple(gap for letter in typed_rows(self.letters, LetterOnDay) for gap in gaps_of(letter))

    @property
    def cited(self) -> Iterator[tuple[str, ...]]:
        """The ids of the sources of all of it, row by row."""
        for frame in (self.letters, self.events, self.cases):
            yield from frame["sources"]
        for terms in self.terms.values():
            yield from terms.all
        yield self.place["population_source"]

    @cached_property
    def terms(self) -> dict[str, Terms]:
        """The sources of the terms of each round that wrote to the place by the day, by round."""
        wrote = set(self.letters["round_id"])
        return {
            key: Terms(each["demand_sources"], each["consequence_sources"], each["ended_sources"])
            for key, each in self.dataset.rounds_by_id.items()
            if key in wrote
        }


def gaps_of(letter: LetterOnDay) -> Iterator[Gap]:
    """Say what is not known of one letter, a row of `letters_on`."""
    day = ap_date(letter["sent_on"].date())
    if letter["evidence"] == Evidence.COPY:
        located = f"A public copy of the letter of {day}, is located; its text was not read."
        yield Gap("The letter’s words: a copy is located, not read", located)
    elif letter["evidence"] != Evidence.LETTER:
        yield Gap("A public copy of the letter", f"No public copy of the letter of {day}, was found.")
    if not letter["addressee"]:
        yield Gap("Its addressee", f"To whom the letter of {day}, is addressed is not on record.")
    if pd.isna(letter["deadline_on"]):
        yield Gap("A deadline", f"No deadline is on record for the letter of {day}.")
    if not letter["answered"] and letter["answer"] != Answer.REFUSED:
        none = f"No answer to the letter of {day}, was found; there may be one that is not public."
        yield Gap("An answer, if there was one", none)
