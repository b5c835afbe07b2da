"""Every letter sent by a day with all that is shown of it: place, round, how it stands, last event."""

from datetime import date
from typing import Any

import pandas as pd

from tracker.dataset import Dataset
from tracker.language.datewords import short_month
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.population import population_class
from tracker.regions import STATES
from tracker.standing import (
    background_answer,
    earliest_answer,
    is_answered,
    letter_answer,
    letter_court,
    letter_doj,
    letter_since,
    letter_suit,
)
from tracker.standing.counting import with_deadline_words
from tracker.status import letter_status


def letters_on(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return every letter sent by the day with what is known of it then, newest first, then by name.

    Returns:
        The columns of `dataset.letters`, and: of its place `name, kind, state, geoid, county_fips, latitude,
        longitude, aliases, population, population_source, population_class, state_name, division, region`;
        of its round `round_name, round_label` (“Jan. 2018”), `demand, consequence`; and `status`;
        `answer, doj, court, court_concern`, `since_on, since_on_latest, since_label, since, since_sources`,
        `earliest_answer, suit, background_answer, background_answer_sources` as `tracker.standing` gives
        them; `days` and `deadline_words` as `with_deadline_words` does; `answered` (bool, as `is_answered`
        says); of its newest event by the day `last_event_on` (EDTF text), `last_event_type, last_event` (the
        summary), "" where there is none; and `rounds_of_place`, the rounds of all letters to the place by the
        day.
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
    letters = _with_events(letters, events).assign(rounds_of_place=_rounds_of_place(letters))
    return letters.sort_values(
        ["sent_on", "round_id", "name", "jurisdiction_id"], ascending=[False, False, True, True]
    ).reset_index(drop=True)


def _with_standing(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Add the status of each letter, and what came of it in four answers."""
    answer = letter_answer(dataset, as_of)
    letters = dataset.letters.assign(
        status=letter_status(dataset, as_of),
        answer=answer,
        answered=is_answered(answer),
        earliest_answer=earliest_answer(dataset, as_of),
        doj=letter_doj(dataset, as_of),
        suit=letter_suit(dataset, as_of),
    )
    letters = letters.join(background_answer(dataset, as_of))
    return letters.join(letter_court(dataset, as_of)).join(letter_since(dataset, as_of))


def events_until(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return the events by the day, oldest first; an imprecise date counts from its latest day."""
    return _events_until(dataset, as_of).copy(deep=False)


@once(16)
def _events_until(dataset: Dataset, as_of: date) -> pd.DataFrame:
    events = dataset.events
    happened = events[events["date_latest"] <= pd.Timestamp(as_of)]
    return happened.sort_values(["date_latest", "date_earliest", "event_id"]).reset_index(drop=True)


def round_labels(rounds: pd.DataFrame) -> "pd.Series[str]":
    """Name each round by month and year of sending: `Jan. 2018`; by `round_id`."""
    return rounds.set_index("round_id")["sent_on"].map(short_month).astype("str")


def _with_place(letters: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    places = dataset.jurisdictions
    states = places["state"].map(STATES)
    places = places.assign(
        state_name=[state.name for state in states],
        division=[state.division for state in states],
        region=[str(state.region) for state in states],
        population_class=[str(population_class(residents)) for residents in places["population"]],
    )
    return letters.merge(places, on="jurisdiction_id", how="left", validate="m:1")


def _with_round(letters: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    rounds = dataset.rounds
    rounds = rounds.assign(round_name=rounds["name"], round_label=list(round_labels(rounds)))
    wanted = rounds[["round_id", "round_name", "round_label", "demand", "consequence"]]
    return letters.merge(wanted, on="round_id", how="left", validate="m:1")


def _rounds_of_place(letters: pd.DataFrame) -> "pd.Series[Any]":
    """Give for each letter the rounds of all letters to its place."""
    rounds = letters.groupby("jurisdiction_id")["round_id"].agg(tuple)
    return letters["jurisdiction_id"].map(rounds)


def _with_events(letters: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Add the newest event of each letter."""
    newest = events.drop_duplicates(LETTER_KEY, keep="last")
    newest = newest.rename(
        columns={"date": "last_event_on", "type": "last_event_type", "summary": "last_event"}
    )
    names = ["last_event_on", "last_event_type", "last_event"]
    letters = letters.merge(newest[[*LETTER_KEY, *names]], on=LETTER_KEY, how="left", validate="1:1")
    return letters.assign(**{name: letters[name].fillna("") for name in names})
