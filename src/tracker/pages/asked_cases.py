"""Which court cases an address asks for, and what each other choice would give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from tracker.address import CONCERN, COURT, ENDED, ORDERS, OUTCOME_FOR, SIDE, SORT, WORDS, Address
from tracker.brief.words import counted
from tracker.cases import cases_on
from tracker.courts import court_name
from tracker.dataset import Dataset
from tracker.dockets import read_number
from tracker.filters import CHOICES, listed
from tracker.pages.fragments import rows
from tracker.placenames import listed_name
from tracker.record import Record
from tracker.search import folded_text
from tracker.vocabulary import CaseStatus, Concern, Party

_YES, _NO = WORDS[ENDED]
_ENDED = {"": "All", _YES: "End on record", _NO: "No end on record"}
"""The choices by the end, by the word of the address."""

SORTS: Mapping[str, str] = dict(
    zip(ORDERS["cases"], ("Newest filing", "Newest decision", "Outcome", "Court", "Name"), strict=True)
)
"""The orders there are, by the word of the address; the first is that of `cases_on`."""

_STATUSES = [str(status) for status in CaseStatus]
_ORDERS: Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "decided": lambda cases: cases.sort_values("decided_on_latest", ascending=False, kind="stable"),
    "outcome": lambda cases: cases.sort_values(
        "status", key=lambda words: words.map(_STATUSES.index), kind="stable"
    ),
    "court": lambda cases: cases.sort_values(
        "court", key=lambda courts: courts.replace("", "~"), kind="stable"
    ),
    "name": lambda cases: cases.sort_values("name", kind="stable"),
}

OUTCOMES = {
    CaseStatus.PLACE: "{was} won by the city, county or state",
    CaseStatus.UNITED_STATES: "{was} won by the United States",
    CaseStatus.SPLIT: "{was} split",
    CaseStatus.AGREEMENT: "{was} settled",
    CaseStatus.ENDED: "ended with no outcome on record",
    CaseStatus.PENDING: "{has} no final decision on record",
}
"""What is said of cases by where they stand; the verbs follow from how many there are."""

_SIDES = {
    Party.JURISDICTION: "{was} brought by cities, counties or states",
    Party.UNITED_STATES: "{was} brought by the United States",
}


@dataclass(frozen=True)
class Asked:
    """Cases of a place, of any of some rounds, and of one kind or another; left out means any.

    Each field but the first two holds a word of the address; `words` is what is looked for, in names of
    cases, courts and places and in the newest decision, or a docket number in any spelling.
    """

    place: str | None = None
    rounds: tuple[str, ...] = ()
    ended: str = ""
    outcome_for: str = ""
    side: str = ""
    concern: str = ""
    court: str = ""
    words: str = ""
    sort: str = ""

    @classmethod
    def of(cls, address: Address) -> "Asked":
        """Read what an address asks for."""
        kinds = {key: address.values.get(key, "") for key in (ENDED, OUTCOME_FOR, SIDE, CONCERN, COURT, SORT)}
        return cls(address.place, address.filters.round, words=address.filters.q, **kinds)

    def on(self, dataset: Dataset, as_of: date) -> pd.DataFrame:
        """Return the cases by the day in the order asked for, with the columns of `cases_on`."""
        cases = _all_cases(dataset, as_of)
        chosen = [self._is_asked_for(case) for case in rows(cases)]
        cases = cases[pd.Series(chosen, dtype="bool")]
        ordered = _ORDERS[self.sort](cases) if self.sort in _ORDERS else cases
        return ordered.reset_index(drop=True)

    def _is_asked_for(self, case: dict[str, Any]) -> bool:
        return (
            (self.place is None or self.place in case["jurisdictions"])
            and (not self.rounds or any(key in case["rounds"] for key in self.rounds))
            and self.ended in ("", _YES if case["ended"] else _NO)
            and self.outcome_for in ("", case["status"])
            and self.side in ("", case["brought_by"])
            and (not self.concern or self.concern in case["concerns"])
            and self.court in ("", case["court"])
            and _has_words(case, self.words)
        )

    def said(self, dataset: Dataset, count: int) -> str:
        """Say how many cases there are, and of which sort: `two court cases name Boston, Massachusetts`."""
        name, are, have = ("name", "are", "have") if count != 1 else ("names", "is", "has")
        parts = [f"{name} {_full_name(dataset, self.place)}"] if self.place else []
        if self.rounds:
            sent = dataset.rounds.set_index("round_id")["sent_on"]
            months = listed([f"{sent[key]:%B %Y}" for key in self.rounds], "or")
            parts.append(f"{are} tied to the letters of {months}")
        if self.ended:
            parts.append(f"{have} {'an' if self.ended == _YES else 'no'} end on record")
        parts += self._kinds(**verbs(count))
        return f"{counted(count, 'court case', 'court cases')} {_joined(parts) or 'on record'}"

    def _kinds(self, was: str, has: str) -> list[str]:
        """Say the kinds asked for, each with its verb."""
        outcome = [OUTCOMES[CaseStatus.of(self.outcome_for)]] if self.outcome_for else []
        side = [_SIDES[Party.of(self.side)]] if self.side else []
        concern = [f"{{has}} to do with {Concern.of(self.concern).label.lower()}"] if self.concern else []
        court = [f"{{was}} filed in the {court_name(self.court) or self.court}"] if self.court else []
        kinds = [part.format(was=was, has=has) for part in (*outcome, *side, *concern, *court)]
        return kinds + ([f"{has} “{self.words}” in name, court, docket or decision"] if self.words else [])


def verbs(count: int) -> dict[str, str]:
    """Give the verbs for so many cases, by the names that `OUTCOMES` has for them."""
    return {"was": "was", "has": "has"} if count == 1 else {"was": "were", "has": "have"}


def _has_words(case: dict[str, Any], words: str) -> bool:
    """Tell whether a case has all the words, or the docket number that they spell."""
    number = read_number(words)
    if number is not None:
        known = (read_number(text) for text in (case["docket"], *case["appeals"]))
        return any(other is not None and number.is_same(other) for other in known)
    texts = (case["name"], case["court"], court_name(case["court"]) or "", case["ruling"], *case["parties"])
    text = folded_text(" ".join(texts))
    return all(word in text for word in folded_text(words).split())


def outcome_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the choices by the outcome, "" for any, with counts."""
    return _options(asked, "outcome_for", {str(term): term.label for term in CaseStatus}, dataset, as_of)


def side_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the choices by who brought the case, "" for any, with counts."""
    return _options(asked, "side", {str(term): term.label for term in Party}, dataset, as_of)


def concern_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the choices by what the case is about, "" for any, with counts."""
    return _options(asked, "concern", {str(term): term.label for term in Concern}, dataset, as_of)


def court_options(asked: Asked, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Return the courts of the cases, "" for any, with counts."""
    courts = sorted(set(dataset.cases["court"]) - {""})
    return _options(asked, "court", {court: court for court in courts}, dataset, as_of)


def _options(
    asked: Asked, kind: str, labels: Mapping[str, str], dataset: Dataset, as_of: date
) -> dict[str, str]:
    """Label each word of a kind with the cases that it would give; one that gives none is left out."""
    choices: dict[str, dict[str, Any]] = {word: {kind: word} for word in ("", *labels)}
    counts = {word: len(replace(asked, **choice).on(dataset, as_of)) for word, choice in choices.items()}
    known = {"": "All"} | dict(labels)
    kept = ("", getattr(asked, kind))
    return {word: f"{known[word]} ({count})" for word, count in counts.items() if count or word in kept}


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
    """Join what is said of cases; of two, a first with a comma in it ends with one, as AP has it."""
    if len(parts) > 2:
        return listed(parts, "and")
    return " and ".join(f"{part}," if "," in part and part != parts[-1] else part for part in parts)
