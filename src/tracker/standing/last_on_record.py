"""The last thing on record about every letter by a day, with its date."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import LETTER_KEY
from tracker.standing.doj import ended_undecided, grants_after, letter_doj
from tracker.standing.suits import suits_on
from tracker.vocabulary import EventType

_COLUMNS = [*LETTER_KEY, "since_on", "since_label", "since", "since_sources", "day", "first_day", "weight"]

_RECENCY = ["first_day", "day"]
"""What orders the last things on record, as `PartialDate.recency`."""

SENT, ENDED = "Letter sent", "Program ended"
"""What the two things are called that are no event."""


def letter_since(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Find what is on record last about every letter by the day, in the order of the letters.

    It is the letter itself, an event of its round and place, a grant paid or cleared after it, an event at
    the place in a court case that bears on the letter, or the end of the program that left the letter
    undecided. An imprecise date counts from its latest day, and of all that counts by the day what has the
    latest first day is last (`PartialDate.recency`).

    Returns:
        `since_on` (EDTF) and `since_on_latest` (its latest day), `since_label` (the type of what happened, in
        words), `since` (one sentence) and `since_sources` (what it rests on).
    """
    day = pd.Timestamp(as_of)
    happened = pd.concat(_all(dataset, as_of), ignore_index=True)[_COLUMNS]
    happened = happened[happened["day"] <= day].sort_values([*_RECENCY, "weight"], kind="stable")
    last = happened.drop_duplicates(LETTER_KEY, keep="last").rename(columns={"day": "since_on_latest"})
    of_letters = dataset.letters[LETTER_KEY].merge(last, on=LETTER_KEY, how="left")
    texts = of_letters[["since_on", "since_label", "since"]].fillna("")
    return texts.join(of_letters[["since_on_latest", "since_sources"]])


def _all(dataset: Dataset, as_of: date) -> Iterator[pd.DataFrame]:
    """Give all that can be last; of things of one day the later in this list is."""
    yield _sent(dataset).assign(weight=0)
    events = _events(dataset)
    yield events[events["round_id"] != ""].assign(weight=1)
    grants = grants_after(dataset)[[*LETTER_KEY, "event_id"]]
    yield grants.merge(events.drop(columns=LETTER_KEY), on="event_id").assign(weight=1)
    suits = suits_on(dataset, as_of)[[*LETTER_KEY, "case_id"]]
    in_court = _last_in_court(events[events["day"] <= pd.Timestamp(as_of)])
    yield suits.merge(in_court, on=["jurisdiction_id", "case_id"]).assign(weight=2)
    letters = dataset.letters.assign(doj=letter_doj(dataset, as_of))
    # Where the sender had decided before, the end of the program is no news of the letter.
    over = letters.loc[ended_undecided(dataset, letters, as_of), LETTER_KEY]
    yield _ends(dataset).merge(over, on=LETTER_KEY).assign(weight=3)


def _sent(dataset: Dataset) -> pd.DataFrame:
    letters = dataset.letters
    days = letters["sent_on"]
    return letters[LETTER_KEY].assign(
        since_on=days.dt.strftime("%Y-%m-%d"),
        since_label=SENT,
        since=dataset.campaign.say("{sender} dated its letter."),
        since_sources=letters["sources"],
        day=days,
        first_day=days,
    )


def _events(dataset: Dataset) -> pd.DataFrame:
    labels = dataset.campaign.labels(EventType)
    events = dataset.events
    names = {"date": "since_on", "summary": "since", "sources": "since_sources", "date_latest": "day"}
    events = events.rename(columns=names)
    events = events.assign(since_label=events["type"].map(labels), first_day=events["date_earliest"])
    return events[["event_id", "case_id", *_COLUMNS[:-1]]]


def _last_in_court(events: pd.DataFrame) -> pd.DataFrame:
    """Keep the last event of each place in each case, which bears on as many letters as the place has."""
    in_court = events[events["case_id"] != ""].drop(columns="round_id")
    in_order = in_court.sort_values(_RECENCY, kind="stable")
    return in_order.drop_duplicates(["jurisdiction_id", "case_id"], keep="last")


def _ends(dataset: Dataset) -> pd.DataFrame:
    rounds = dataset.rounds[dataset.rounds["ended_on_latest"].notna()]
    ends = rounds.assign(since_on=rounds["ended_on"], day=rounds["ended_on_latest"])
    ends = ends.assign(
        since_label=ENDED,
        since=dataset.campaign.say("{sender} ended the program behind the letter."),
        since_sources=ends["ended_sources"],
        first_day=ends["ended_on_earliest"],
    )
    return dataset.letters[LETTER_KEY].merge(ends.drop(columns=["sent_on", "deadline_on"]), on="round_id")
