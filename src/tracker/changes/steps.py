"""The steps of each letter from one status to the next, over all time, on the days of the steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.changes.change_rows import LetterKey
from tracker.dataset import Dataset
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.status import STATUS_RULES, letter_status
from tracker.vocabulary import EventType

DAY = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """One move of a letter from status to status on a day; `before` is "" on the day of sending."""

    letter: LetterKey
    day: date
    before: str
    after: str


def steps(dataset: Dataset) -> Iterator[Step]:
    """Give every step of every letter, by day; the first of each is the status with which it was sent."""
    stood: Mapping[LetterKey, str] = {}
    for day in turning_days(dataset):
        stands = statuses(dataset, day)
        for letter, after in stands.items():
            if after != (before := stood.get(letter, "")):
                yield Step(letter, day, before, after)
        stood = stands


def statuses(dataset: Dataset, day: date) -> dict[LetterKey, str]:
    """Give the status of every letter on a day, "" before it was sent."""
    return dict(zip(_keys(dataset), letter_status(dataset, day), strict=True))


@once(4)
def _keys(dataset: Dataset) -> tuple[LetterKey, ...]:
    return tuple(dataset.letters[LETTER_KEY].itertuples(index=False, name=None))


def turning_days(dataset: Dataset) -> list[date]:
    """Return the days on which the rules can give another status, oldest first."""
    # A place that joins a suit is in court from that day on, though the suit is older.
    turning = [EventType.SUIT_JOINED, *(rule.event for rule in STATUS_RULES if rule.event)]
    by_event = dataset.events["type"].isin(turning)
    days = pd.concat(
        [
            dataset.letters["sent_on"],
            dataset.letters["deadline_on"] + DAY,
            dataset.events.loc[by_event, "date_latest"],
            dataset.cases["filed_on_latest"],
            dataset.cases["ended_on_latest"],
            dataset.rounds["ended_on_latest"],
        ]
    )
    return sorted({day.date() for day in days.dropna()})
