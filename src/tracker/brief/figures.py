"""The four figures of a view, short enough for one line: what its sentences say of them is not said again."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.brief.where import nouns
from tracker.evidence import certain
from tracker.filters import Filters, Selection
from tracker.language.datewords import ap_date
from tracker.language.placenames import DISTRICT
from tracker.language.words import percent
from tracker.memo import once
from tracker.regions import STATES
from tracker.standing.counting import shared_deadline_words


@dataclass(frozen=True)
class Figure:
    """A number of the view: what it counts, the number, and a few words on it ("" for none)."""

    label: str
    value: str
    note: str


@once(512)
def figures(selection: Selection) -> tuple[Figure, ...]:
    """Give letters, states, the next or else the last deadline, and the answers on record."""
    letters = certain(selection.letters)
    return (
        _letters(letters, len(selection.letters)),
        _states(letters),
        _deadline(letters, selection.as_of),
        _answers(letters, selection.filters),
    )


def _letters(letters: pd.DataFrame, entered: int) -> Figure:
    """Count the letters whose recipient a source names, beside them those entered without, or the places."""
    label = "Letter" if len(letters) == 1 else "Letters"
    places = letters.drop_duplicates("jurisdiction_id")
    note = f"to {_figures(len(places), *nouns(places))}" if len(places) else ""
    if entered > len(letters):
        note = f"{entered - len(letters)} more not named by a source"
    return Figure(label, f"{len(letters):,}", note)


def _states(letters: pd.DataFrame) -> Figure:
    """Count the states, the District of Columbia beside them."""
    counts = letters["state"].value_counts()
    states = len(counts.drop(DISTRICT, errors="ignore"))
    if len(counts) == 1:
        return Figure("State" if states else "D.C.", "1", STATES[counts.index[0]].name)
    return Figure("State" if states == 1 else "States", str(states), "and D.C." if DISTRICT in counts else "")


def _deadline(letters: pd.DataFrame, as_of: date) -> Figure:
    """Give the next deadline from the day on, or else the last one before it."""
    days = letters["deadline_on"].dropna()
    if days.empty:
        return Figure("Deadline", "–", "no deadline on record")
    ahead = days[days >= pd.Timestamp(as_of)]
    label, day = ("Next deadline", ahead.min()) if len(ahead) else ("Last deadline", days.max())
    return Figure(label, ap_date(day.date()), shared_deadline_words(letters[letters["deadline_on"] == day]))


def _answers(letters: pd.DataFrame, filters: Filters) -> Figure:
    """Count the answers; their share is told where no status and no answer picked the letters."""
    answered = int(letters["answered"].sum())
    if letters.empty:
        return Figure("Answers on record", "0", "")
    share = "" if filters.status or filters.answer else percent(answered / len(letters))
    return Figure("Answers on record", f"{answered} of {len(letters):,}", share)


def _figures(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
