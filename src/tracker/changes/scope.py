"""What a comparison of two days looks at: the letters that the filters pick on either, and their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from tracker.brief.where import Row, rows
from tracker.changes.table import Change, ChangeKind
from tracker.dataset import Dataset
from tracker.dates import ap_date
from tracker.filters import Filters
from tracker.regions import STATES
from tracker.selection import LETTER_KEY, Selection, events_until, round_labels
from tracker.status import letter_status


@dataclass(frozen=True, eq=False)
class Scope:
    """Filters and two days. The day that the filters name is dropped: the two days stand in for it."""

    dataset: Dataset
    filters: Filters
    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse days in the wrong order."""
        if self.start > self.end:
            raise ValueError(
                f"{ap_date(self.start)}, the first day, is after {ap_date(self.end)}, the second day"
            )

    @cached_property
    def letters(self) -> list[Row]:
        """The letters that the filters pick on either day, newest first, as they stood on the second.

        Beside the columns of `letters_on`: `since`, the day from which changes count (the first day, or the
        day of sending if that is later), and `status_before`, the status on that day.
        """
        first, second = self._views
        pool = second.pool
        keys = _keys(pool)
        picked = keys.isin(_keys(first.letters)) | keys.isin(_keys(second.letters))
        start = pd.Timestamp(self.start)
        since = pool["sent_on"].where(pool["sent_on"] > start, start)
        statuses = self.statuses(since.unique())
        before = [statuses[day][key] for day, key in zip(since, keys, strict=True)]
        return rows(pool.assign(since=since, status_before=before)[picked])

    @cached_property
    def places(self) -> dict[str, Row]:
        """The places of these letters by id, each with the name of its state."""
        ids = {letter["jurisdiction_id"] for letter in self.letters}
        return {
            place["jurisdiction_id"]: {**place, "state_name": STATES[place["state"]].name}
            for place in rows(self.dataset.jurisdictions)
            if place["jurisdiction_id"] in ids
        }

    @cached_property
    def events(self) -> list[Row]:
        """The events of these places between the two days, oldest first."""
        events = events_until(self.dataset, self.end)
        since = events[events["date_latest"] > pd.Timestamp(self.start)]
        return rows(since[since["jurisdiction_id"].isin(self.places)])

    @cached_property
    def cases(self) -> list[Row]:
        """The court cases that name any of these places."""
        return [case for case in rows(self.dataset.cases) if self.parties(case)]

    @cached_property
    def rounds(self) -> dict[str, Row]:
        """The rounds by id, each with its label: `Jan 2018`."""
        labels = round_labels(self.dataset.rounds)
        return {
            row["round_id"]: {**row, "label": labels[row["round_id"]]} for row in rows(self.dataset.rounds)
        }

    def parties(self, case: Row) -> list[str]:
        """Return the ids of the places looked at that a case names."""
        return [party for party in case["jurisdictions"] if party in self.places]

    def change(self, kind: ChangeKind, row: Row, on: str, day: date) -> Change:
        """Begin a change at the place and in the round of a row, either of which may be ""."""
        place = self.places.get(row["jurisdiction_id"], {"name": "", "state": ""})
        round_id = row["round_id"]
        return Change(
            on=on,
            day=day,
            kind=kind,
            jurisdiction_id=row["jurisdiction_id"],
            name=place["name"],
            state=place["state"],
            round_id=round_id,
            round_label=self.rounds[round_id]["label"] if round_id else "",
        )

    def has(self, day: pd.Timestamp) -> bool:
        """Tell whether a day, which may be missing, lies after the first and by the second."""
        return bool(pd.Timestamp(self.start) < day <= pd.Timestamp(self.end))

    def statuses(self, days: Iterable[pd.Timestamp]) -> dict[pd.Timestamp, dict[tuple[str, str], str]]:
        """Give the status of every letter, by round and place, on each of some days."""
        keys = list(_keys(self.dataset.letters))
        return {day: dict(zip(keys, letter_status(self.dataset, day.date()), strict=True)) for day in days}

    @cached_property
    def _views(self) -> tuple[Selection, Selection]:
        filters = self.filters.drop("as_of")
        return filters.apply(self.dataset, self.start), filters.apply(self.dataset, self.end)


def _keys(letters: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(letters[LETTER_KEY])
