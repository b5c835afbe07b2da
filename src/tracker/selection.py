"""The letters and places of one view on one day, with all that a page shows of each.

A `Selection` is made by `Filters.apply`; every surface (page, map, table, brief, feed) takes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.regions import STATES
from tracker.standing import letter_answer, letter_court, letter_doj, letter_since
from tracker.standing.answer import may_be_on_time
from tracker.standing.counting import with_deadline_words
from tracker.status import letter_status
from tracker.vocabulary import EventType

if TYPE_CHECKING:
    from tracker.filters import Filters

Mask = npt.NDArray[np.bool_]
LETTER_KEY = ["round_id", "jurisdiction_id"]


@dataclass(frozen=True)
class Selection:
    """What a choice of filters picks on a day.

    `pool` holds every letter sent by the day (columns as `letters_on` gives them); `masks` says, filter
    by filter, which rows of the pool pass it. Both follow from the rest, by which two selections are equal.
    """

    dataset: Dataset = field(repr=False)
    filters: "Filters"
    as_of: date
    pool: pd.DataFrame = field(repr=False, compare=False)
    masks: Mapping[str, Mask] = field(repr=False, compare=False)

    # Readers share a selection, so each gets copies: pandas copies the cells on the first write.
    @property
    def letters(self) -> pd.DataFrame:
        """The letters that pass every filter, newest first, then by name."""
        return self._letters.copy(deep=False)

    @property
    def places(self) -> pd.DataFrame:
        """The places of those letters by name, each with its newest letter here and `letter_count`."""
        return self._places.copy(deep=False)

    @cached_property
    def _letters(self) -> pd.DataFrame:
        return self.without()

    @cached_property
    def _places(self) -> pd.DataFrame:
        counts = self.letters.groupby("jurisdiction_id").size()
        newest = self.letters.drop_duplicates("jurisdiction_id")
        places = newest.assign(letter_count=newest["jurisdiction_id"].map(counts).astype("int64"))
        return places.sort_values(["name", "jurisdiction_id"]).reset_index(drop=True)

    @cached_property
    def place_ids(self) -> frozenset[str]:
        """The ids of those places; where the filters name places and no more, these, letters or not."""
        named = self.filters.id
        if named and self.filters.drop("id", "as_of") == type(self.filters)():
            return frozenset(named)
        return frozenset(self.letters["jurisdiction_id"])

    @property
    def campaign(self) -> Campaign:
        """Whose letters these are."""
        return self.dataset.campaign

    @cached_property
    def description(self) -> str:
        """What the view holds, in one sentence."""
        return self.filters.describe(self.dataset, self.as_of)

    def without(self, *keys: str) -> pd.DataFrame:
        """The letters that pass every filter but those named."""
        passing = np.ones(len(self.pool), dtype=bool)
        for key, mask in self.masks.items():
            if key not in keys:
                passing &= mask
        return self.pool[passing].reset_index(drop=True)

    def counts(self, key: str, column: str) -> "pd.Series[int]":
        """How many letters each value of a column would give if the filter `key` were set to it alone."""
        return _counts(self, key, column).copy(deep=False)

    @property
    def emptied_by(self) -> tuple[str, ...]:
        """The filters of which dropping one alone would leave letters, when there are none."""
        if len(self.letters):
            return ()
        return tuple(key for key in self.masks if len(self.without(key)))


@once(4096)
def _counts(selection: Selection, key: str, column: str) -> "pd.Series[int]":
    return selection.without(key)[column].value_counts()


def letters_on(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return every letter sent by the day with what is known of it then, newest first, then by name.

    Returns:
        The columns of `dataset.letters`, and: of its place `name, kind, state, geoid, county_fips, latitude,
        longitude, aliases, state_name, division, region`; of its round `round_name, round_label` (“Jan
        2018”), `demand, consequence`; and `status`; `answer, doj, court, court_concern` and `since_on,
        since_label, since` as `tracker.standing` gives them; `may_be_on_time` (bool); `days` and
        `deadline_words` as `with_deadline_words` does; `answered` (bool); of its newest event by the day
        `last_event_on` (EDTF text), `last_event_type, last_event` (the summary), "" where there is none.
    """
    return _letters_on(dataset, as_of).copy(deep=False)


@once(16)
def _letters_on(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Put the letters together once a day for all who look from it: every view begins with them."""
    letters = _with_standing(dataset, as_of)
    letters = letters[letters["status"] != ""]
    events = events_until(dataset, as_of)
    letters = _with_place(letters, dataset)
    letters = _with_round(letters, dataset)
    letters = with_deadline_words(letters, as_of, dataset.campaign)
    letters = _with_events(letters, events)
    return letters.sort_values(
        ["sent_on", "round_id", "name", "jurisdiction_id"], ascending=[False, False, True, True]
    ).reset_index(drop=True)


def _with_standing(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Add the status of each letter, and what came of it in four answers."""
    letters = dataset.letters.assign(
        status=letter_status(dataset, as_of),
        answer=letter_answer(dataset, as_of),
        may_be_on_time=may_be_on_time(dataset, as_of),
        doj=letter_doj(dataset, as_of),
    )
    return letters.join(letter_court(dataset, as_of)).join(letter_since(dataset, as_of))


def events_until(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return the events by the day, oldest first; an imprecise date counts from its latest day."""
    events = dataset.events
    happened = events[events["date_latest"] <= pd.Timestamp(as_of)]
    return happened.sort_values(["date_latest", "date_earliest", "event_id"]).reset_index(drop=True)


def round_labels(rounds: pd.DataFrame) -> "pd.Series[str]":
    """Name each round by month and year of sending: `Jan 2018`; by `round_id`."""
    labels: pd.Series[str] = rounds.set_index("round_id")["sent_on"].dt.strftime("%b %Y")
    return labels


def _with_place(letters: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    places = dataset.jurisdictions
    states = places["state"].map(STATES)
    places = places.assign(
        state_name=[state.name for state in states],
        division=[state.division for state in states],
        region=[str(state.region) for state in states],
    )
    return letters.merge(places, on="jurisdiction_id", how="left", validate="m:1")


def _with_round(letters: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    rounds = dataset.rounds
    rounds = rounds.assign(round_name=rounds["name"], round_label=list(round_labels(rounds)))
    wanted = rounds[["round_id", "round_name", "round_label", "demand", "consequence"]]
    return letters.merge(wanted, on="round_id", how="left", validate="m:1")


def _with_events(letters: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Add the newest event of each letter, and whether an answer is among its events."""
    newest = events.drop_duplicates(LETTER_KEY, keep="last")
    newest = newest.rename(
        columns={"date": "last_event_on", "type": "last_event_type", "summary": "last_event"}
    )
    names = ["last_event_on", "last_event_type", "last_event"]
    letters = letters.merge(newest[[*LETTER_KEY, *names]], on=LETTER_KEY, how="left", validate="1:1")
    answers = events.loc[events["type"] == EventType.RESPONSE_SENT, LETTER_KEY]
    answered = pd.MultiIndex.from_frame(letters[LETTER_KEY]).isin(pd.MultiIndex.from_frame(answers))
    return letters.assign(answered=answered, **{name: letters[name].fillna("") for name in names})
