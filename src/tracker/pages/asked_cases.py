"""Which court cases an address asks for, and what each other choice would give."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from tracker.address import ENDED, WORDS, Address
from tracker.brief.words import counted
from tracker.cases import cases_on
from tracker.dataset import Dataset
from tracker.filters import CHOICES, listed
from tracker.pages.fragments import rows
from tracker.placenames import listed_name
from tracker.record import Record

_YES, _NO = WORDS[ENDED]
_ENDED = {"": "All", _YES: "End on record", _NO: "No end on record"}
"""The choices by the end, by the word of the address."""


@dataclass(frozen=True)
class Asked:
    """Cases of a place, of any of some rounds, with or without an end on record; left out means any."""

    place: str | None = None
    rounds: tuple[str, ...] = ()
    ended: str = ""

    @classmethod
    def of(cls, address: Address) -> "Asked":
        """Read what an address asks for."""
        return cls(address.place, address.filters.round, address.values.get(ENDED, ""))

    def on(self, dataset: Dataset, as_of: date) -> pd.DataFrame:
        """Return the cases by the day, with the columns and in the order of `cases_on`."""
        cases = _all_cases(dataset, as_of)
        chosen = [self._is_asked_for(case) for case in rows(cases)]
        return cases[pd.Series(chosen, dtype="bool")].reset_index(drop=True)

    def _is_asked_for(self, case: dict[str, Any]) -> bool:
        return (
            (self.place is None or self.place in case["jurisdictions"])
            and (not self.rounds or any(key in case["rounds"] for key in self.rounds))
            and self.ended in ("", _YES if case["ended"] else _NO)
        )

    def said(self, dataset: Dataset, count: int) -> str:
        """Say how many cases there are, and of which sort: `two court cases name Boston, Massachusetts`."""
        verbs = ("name", "are", "have") if count != 1 else ("names", "is", "has")
        parts = [f"{verbs[0]} {_full_name(dataset, self.place)}"] if self.place else []
        if self.rounds:
            sent = dataset.rounds.set_index("round_id")["sent_on"]
            months = listed([f"{sent[key]:%B %Y}" for key in self.rounds], "or")
            parts.append(f"{verbs[1]} tied to the letters of {months}")
        if self.ended:
            parts.append(f"{verbs[2]} {'an' if self.ended == _YES else 'no'} end on record")
        return f"{counted(count, 'court case', 'court cases')} {_joined(parts) or 'on record'}"


def place_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the places that the other choices leave cases of, and the one chosen, by name with counts."""
    cases = replace(asked, place=None).on(dataset, as_of)
    counts = cases["jurisdictions"].explode().value_counts()
    places = [
        row for row in rows(dataset.jurisdictions) if row["jurisdiction_id"] in {*counts.index, asked.place}
    ]
    return {
        row["jurisdiction_id"]: f"{listed_name(row)} ({counts.get(row['jurisdiction_id'], 0)})"
        for row in sorted(places, key=lambda row: row["name"])
    }


def round_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the rounds that the other choices leave cases of, and those chosen, newest first with counts."""
    labels = next(choice for choice in CHOICES if choice.key == "round").options(dataset)
    counts = {key: len(replace(asked, rounds=(key,)).on(dataset, as_of)) for key in labels}
    return {key: f"{labels[key]} ({count})" for key, count in counts.items() if count or key in asked.rounds}


def ended_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the choices by the end, "" for any, with counts."""
    return {
        word: f"{label} ({len(replace(asked, ended=word).on(dataset, as_of))})"
        for word, label in _ENDED.items()
    }


@lru_cache(maxsize=16)
def _all_cases(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return all cases by the day, once for all readers; nobody changes the frame."""
    return cases_on(dataset, as_of)


def _full_name(dataset: Dataset, place: str) -> str:
    return Record(dataset, place, date.max).full_name


def _joined(parts: list[str]) -> str:
    """Join what is said of cases; a state's name between commas, as AP has it."""
    return " and ".join(f"{part}," if "," in part and part != parts[-1] else part for part in parts)
