"""What a filter of a view is: one of several values of a column of the letters, or a day.

A filter is declared as a field of `tracker.filters.Filters` by `several` or `one_day`: what it is called,
which values it takes and how they are said stand there beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.language.datewords import ap_date
from tracker.language.placenames import whole_name
from tracker.language.words import listed
from tracker.letters import round_labels
from tracker.memo import once
from tracker.status import Mask
from tracker.vocabulary import RoundKind, Term

Options = Mapping[str, str]
"""Values with their labels, in the order in which a reader meets them."""


@dataclass(frozen=True, eq=False)
class Choice:
    """A filter by any of several values of one column of the letters.

    `key` is the word in the link, `noun` names one value in an error, `words` are the values that mean
    something; where only the dataset knows them, `read` gives them. `phrase` says the labels chosen in the
    sentence that describes a view. Where the column holds a list (`is_of_lists`), it must have all the values
    chosen; else it must be one of them.
    """

    key: str
    label: str
    noun: str
    column: str
    words: Options | None = None
    read: Callable[[Dataset], Options] = lambda dataset: {}
    phrase: Callable[[list[str]], str] | None = None
    is_of_lists: bool = False

    def passes(self, letters: pd.DataFrame, chosen: tuple[str, ...]) -> Mask:
        """Tell which letters have the values chosen."""
        column = letters[self.column]
        if self.is_of_lists:
            return np.array([set(chosen) <= set(values) for values in column], dtype=bool)
        return column.isin(chosen).to_numpy()

    def options(self, dataset: Dataset) -> Options:
        """Return the values that mean something, with their labels."""
        if self.words is None:
            return _options(self, dataset)
        return {word: dataset.campaign.say(label) for word, label in self.words.items()}

    def in_words(self, labels: list[str]) -> str:
        """Say the labels chosen: `with the status “Awaiting answer”`, or as `phrase` has it."""
        return (self.phrase or saying(f"with the {self.label.lower()}"))(labels)

    def values(self, given: "str | Iterable[str]") -> tuple[str, ...]:
        """Return each value once, in order.

        Raises:
            ValueError: a word is not in the vocabulary of the filter, which the error lists.
        """
        values = sorted({str(value) for value in ([given] if isinstance(given, str) else given)})
        if self.words is None:
            return tuple(values)
        meant = {value: option_meant(value, self.words) for value in values}
        if unknown := [value for value, option in meant.items() if option is None]:
            names = ", ".join(f"“{value}”" for value in unknown)
            raise ValueError(f"{self.key}: {names} is not {self.noun}; use {', '.join(self.words)}")
        return tuple(sorted({option for option in meant.values() if option}))


@once(16)
def _options(choice: Choice, dataset: Dataset) -> Options:
    return choice.read(dataset)


@dataclass(frozen=True)
class Day:
    """A filter that is one day: its key, its label, and what it does to a view."""

    key: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Window:
    """Two filters that are the first and the last day which a column of the letters may name.

    `name` begins their keys: `due` those of `due_from` and `due_to`; `said` stands before the days in the
    sentence that describes a view.
    """

    name: str
    column: str
    said: str

    @property
    def first(self) -> str:
        """The key of the first day."""
        return f"{self.name}_from"

    @property
    def last(self) -> str:
        """The key of the last day."""
        return f"{self.name}_to"

    def in_words(self, first: date | None, last: date | None) -> str:
        """Say the days: `due by Feb. 23, 2018`; "" for none."""
        begin, end = (day and ap_date(day) for day in (first, last))
        if begin and end:
            return f"{self.said} from {begin}, to {end}"
        return f"{self.said} on or after {begin}" if begin else f"{self.said} by {end}" if end else ""


def several(
    label: str,
    noun: str,
    column: str,
    words: Options | None = None,
    read: Callable[[Dataset], Options] = lambda dataset: {},
    phrase: Callable[[list[str]], str] | None = None,
    is_of_lists: bool = False,
) -> Mapping[type, Choice]:
    """Declare that a field is a filter by several values; its key is the name of the field."""
    return {Choice: Choice("", label, noun, column, words, read, phrase, is_of_lists)}


def one_day(label: str, meaning: str) -> Mapping[type, Day]:
    """Declare that a field is a filter that is one day; its key is the name of the field."""
    return {Day: Day("", label, meaning)}


def saying(words: str) -> Callable[[list[str]], str]:
    """Return what says the labels chosen after some words: `with the outcome in court “Settled”`."""
    return lambda labels: f"{words} {listed([f'“{label}”' for label in labels], 'or')}"


def option_meant(value: str, options: Options) -> str | None:
    """Find the option by its word, its label, or the part before a hyphen that no other option shares."""
    value = value.casefold()
    exact = [key for key, label in options.items() if value in (key.casefold(), label.casefold())]
    begun = [key for key in options if key.casefold().startswith(f"{value}-")]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None


def rounds(dataset: Dataset) -> Options:
    """Return the rounds of letters, newest first."""
    newest = dataset.rounds.sort_values("sent_on", ascending=False, kind="stable")
    return dict(round_labels(newest[newest["kind"] == RoundKind.LETTERS]))


def places(dataset: Dataset) -> Options:
    """Return the places on record by name."""
    return {place["jurisdiction_id"]: whole_name(place) for place in dataset.places_by_name}


def labels(vocabulary: type[Term]) -> Options:
    """Return the words of a vocabulary."""
    return {str(term): term.label for term in vocabulary}
