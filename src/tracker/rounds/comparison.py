"""Who got the letters of two rounds, who of only one, and what is on record about that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.language.datewords import month_in_words
from tracker.language.placenames import short_name
from tracker.letters import events_until, letters_on
from tracker.vocabulary import DECISIONS, EventType, Evidence, RoundKind


@dataclass(frozen=True, eq=False)
class Comparison:
    """Who got the letters of two rounds by a day; made by `compare_rounds`. Ids are in order of name."""

    dataset: Dataset = field(repr=False)
    first: str
    second: str
    as_of: date

    @cached_property
    def both(self) -> tuple[str, ...]:
        """The places with a letter of each round."""
        return self._by_name(self._recipients(self.first) & self._recipients(self.second))

    @cached_property
    def only_first(self) -> tuple[str, ...]:
        """The places with a letter of the first round and none of the second."""
        return self._by_name(self._recipients(self.first) - self._recipients(self.second))

    @cached_property
    def only_second(self) -> tuple[str, ...]:
        """The places with a letter of the second round and none of the first."""
        return self._by_name(self._recipients(self.second) - self._recipients(self.first))

    def is_named(self, place: str) -> bool:
        """Tell whether a source names the place as a recipient of every letter of the two that it has."""
        own = self._letters[self._letters["jurisdiction_id"] == place]
        own = own[own["round_id"].isin(self.in_time)]
        return bool((own["evidence"] != Evidence.INFERRED).all())

    @property
    def in_time(self) -> tuple[str, str]:
        """The two rounds, the older first."""
        older, newer = sorted((self.first, self.second), key=lambda key: (self.sent_on(key), key))
        return older, newer

    @property
    def is_sent(self) -> bool:
        """Whether both rounds were sent by the day."""
        return all(self.sent_on(key) <= self.as_of for key in (self.first, self.second))

    def name(self, place: str) -> str:
        """Name a place inside a sentence: `Chicago`, `the state of California`."""
        return short_name(self.dataset.places_by_id[place])

    def month(self, round_id: str) -> str:
        """Name a round by the month of its letters: `November 2017`."""
        return month_in_words(self.sent_on(round_id))

    def sent_on(self, round_id: str) -> date:
        """Return the day that the letters of a round are dated."""
        return self.dataset.rounds_by_id[round_id]["sent_on"].date()

    def earlier(self, place: str) -> tuple[str, ...]:
        """Return the other rounds that wrote to a place before the newer of the two, oldest first."""
        letters, newer = self._letters, pd.Timestamp(self.sent_on(self.in_time[1]))
        own = letters[(letters["jurisdiction_id"] == place) & (letters["sent_on"] < newer)]
        others = own[~own["round_id"].isin(self.in_time)]
        return tuple(others.sort_values(["sent_on", "round_id"])["round_id"])

    def count_of(self, round_id: str, places: Iterable[str]) -> Count:
        """Count the letters of a round to some places, those that no source names apart."""
        own = self._letters[self._letters["round_id"] == round_id]
        return Count.of(own[own["jurisdiction_id"].isin(list(places))])

    def on_record(self, place: str) -> pd.DataFrame:
        """Return the events that bear on why a place got only the older letter, oldest first.

        They are a note that it is not among the recipients of the newer round, which gives no reason, and
        what the sender decided on the older letter by then: a clearance, a settlement, a removal from a list.
        """
        older, newer = self.in_time
        sent = pd.Timestamp(self.sent_on(newer))
        events = self._events
        own = events[(events["jurisdiction_id"] == place) & (events["round_id"] == older)]
        decided = own["type"].isin(DECISIONS) & (own["date_latest"] <= sent)
        absent = (own["type"] == EventType.NOT_RELISTED) & (own["date_latest"] == sent)
        return own[decided | absent].reset_index(drop=True)

    def outcomes(self, place: str) -> tuple[str, ...]:
        """Return the types of what the sender had decided on a place’s older letter by the newer round."""
        return tuple(kind for kind in self.on_record(place)["type"] if kind in DECISIONS)

    def _recipients(self, round_id: str) -> set[str]:
        return set(self._letters.loc[self._letters["round_id"] == round_id, "jurisdiction_id"])

    def _by_name(self, places: set[str]) -> tuple[str, ...]:
        return tuple(sorted(places, key=lambda place: (self.dataset.places_by_id[place]["name"], place)))

    @cached_property
    def _letters(self) -> pd.DataFrame:
        return letters_on(self.dataset, self.as_of)

    @cached_property
    def _events(self) -> pd.DataFrame:
        return events_until(self.dataset, self.as_of)


def compare_rounds(dataset: Dataset, first: str, second: str, as_of: date) -> Comparison:
    """Compare who got the letters of two rounds by a day.

    Raises:
        KeyError: there is no such round.
        ValueError: a round is background, which has no letters.
    """
    for round_id in (first, second):
        if dataset.rounds_by_id[round_id]["kind"] != RoundKind.LETTERS:
            raise ValueError(f"“{round_id}” is background, which has no letters to compare")
    return Comparison(dataset, first, second, as_of)
