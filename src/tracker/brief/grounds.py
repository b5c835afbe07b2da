"""The sources that sentences about letters rest on: those of the rows that a sentence is derived from.

Letters are rows of `letters_on` on the day of the grounds. What an event brought about rests on the sources
of the event, what a court case did on those of the case, the end of a program on those of that end. What is
said of a letter for want of all these rests on the letter. Of one letter all sources are given; a sentence
that counts several gives of each row that it counts one at least.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import letter_keys
from tracker.letters import events_until, letters_on
from tracker.memo import once
from tracker.standing import ANSWER_RULES, DOJ_RULES, ended_undecided, grants_after, suits_on
from tracker.standing.court import nearest_suits
from tracker.status import STATUS_RULES, Rule, events_by_word
from tracker.vocabulary import Answer, Doj, EventType, Hosting, Status

Sources = tuple[str, ...]
Cells = Iterable[Sources]

_RULES: Mapping[str, Sequence[Rule[Any]]] = {"status": STATUS_RULES, "answer": ANSWER_RULES, "doj": DOJ_RULES}


@dataclass(frozen=True, eq=False)
class Grounds:
    """The rows on record by a day, as what sentences rest on."""

    dataset: Dataset
    as_of: date

    def recipients(self, letters: pd.DataFrame) -> Sources:
        """Give what shows who got the letters."""
        return self._cited(letters, letters["sources"])

    def standing(self, letters: pd.DataFrame, column: str) -> Sources:
        """Give what letters have their words in a column on: `status`, `answer` or `doj`."""
        kinds = events_by_word(_RULES[column])
        alike = letters.groupby(column, sort=False)
        cells = (
            cell for word, some in alike for cell in self._of_word(some, str(word), kinds.get(str(word)))
        )
        return self._cited(letters, cells)

    def answers(self, letters: pd.DataFrame) -> Sources:
        """Give the sources of what the places answered, promised or refused."""
        nothing = letters["answer"].isin([str(Answer.AWAITED), str(Answer.NONE_ON_RECORD)])
        return self.standing(letters[~nothing], "answer")

    def steps(self, letters: pd.DataFrame) -> Sources:
        """Give the sources of what the sender did since."""
        return self.standing(letters[letters["doj"] != Doj.NOTHING_SINCE], "doj")

    def program_ends(self, letters: pd.DataFrame) -> Sources:
        """Give the sources of the ends of programs that left letters undecided."""
        over = letters[ended_undecided(self.dataset, letters, self.as_of)]
        return self._cited(over, self._ends(over))

    def grants(self, letters: pd.DataFrame) -> Sources:
        """Give the sources of the grants that were paid or cleared after letters."""
        return self._cited(letters, _of_letters(letters, _grants(self.dataset, self.as_of)))

    def past_findings(self, letters: pd.DataFrame) -> Sources:
        """Give the sources of the findings that stood until the program ended, and of that end."""
        over = letters[ended_undecided(self.dataset, letters, self.as_of)]
        return self._cited(over, (*self._events(over, EventType.FOUND_NONCOMPLIANT), *self._ends(over)))

    def events(self, letters: pd.DataFrame, kind: EventType) -> Sources:
        """Give the sources of the letters' events of a type."""
        return self._cited(letters, self._events(letters, kind))

    def suits(self, letters: pd.DataFrame, nearest: bool = False) -> Sources:
        """Give the sources of the court cases that bear on the letters, or of those nearest to each."""
        return self._cited(letters, self._suits(letters, nearest))

    def _cited(self, letters: pd.DataFrame, cells: Cells) -> Sources:
        """Give all sources of one letter, and of several one of each row."""
        return united(cells) if len(letters) < 2 else self._shared(Counter(cells))

    def _shared(self, cells: Mapping[Sources, int]) -> Sources:
        """Give of each cell the source that most of them share, one at a weak host for want of others.

        Many rows have the same cell: a suit over a thousand letters is a thousand times the same.
        """
        sources, often = self.dataset.sources, Counter[str]()
        for cell, count in cells.items():
            often.update(dict.fromkeys(cell, count))
        weak = set(sources.loc[sources["hosting"] == Hosting.WEAK, "source_id"])
        ranks = {source: (source in weak, -count, source) for source, count in often.items()}
        return united((min(cell, key=ranks.__getitem__),) for cell in cells if cell)

    def _of_word(self, letters: pd.DataFrame, word: str, kind: EventType | None) -> Cells:
        """Give what letters have a word on, which events of a kind bring about, if any do."""
        match word:
            case Status.LAPSED | Doj.PROGRAM_ENDED:
                return self._ends(letters)
            case Status.IN_COURT:
                return self._suits(letters, nearest=True)
            case Doj.GRANT_PAID:
                return _of_letters(letters, _grants(self.dataset, self.as_of))
            case Doj.FOLLOW_UP:
                return _of_letters(letters, _follow_ups(self.dataset, self.as_of))
        return self._events(letters, kind) if kind else letters["sources"]

    def _events(self, letters: pd.DataFrame, kind: EventType) -> Cells:
        return _of_letters(letters, _events(self.dataset, self.as_of).get(str(kind), {}))

    def _suits(self, letters: pd.DataFrame, nearest: bool) -> Cells:
        return _of_letters(letters, _suits(self.dataset, self.as_of, nearest))

    def _ends(self, letters: pd.DataFrame) -> Cells:
        """Give the sources of the end of the letters' programs."""
        rounds = self.dataset.rounds
        return rounds.loc[rounds["round_id"].isin(letters["round_id"]), "ended_sources"]


def united(cells: Cells) -> Sources:
    """Give the sources of several cells, each once."""
    return tuple(dict.fromkeys(source for cell in cells for source in sorted(cell)))


# The rows by letter, once for all sentences of a day: a brief asks for those of one letter many times.

_ByLetter = Mapping[tuple[str, str], list[Sources]]


def _of_letters(letters: pd.DataFrame, cells: _ByLetter) -> Cells:
    return (cell for key in letter_keys(letters) for cell in cells.get(key, ()))


def _by_letter(frame: pd.DataFrame) -> _ByLetter:
    """Give the cells of `sources` by letter, row by row."""
    by_letter: dict[tuple[str, str], list[Sources]] = {}
    for key, cell in zip(letter_keys(frame), frame["sources"], strict=True):
        by_letter.setdefault(key, []).append(cell)
    return by_letter


@once(16)
def _events(dataset: Dataset, as_of: date) -> Mapping[str, _ByLetter]:
    """Give the sources of the events of each type."""
    return {str(kind): _by_letter(some) for kind, some in events_until(dataset, as_of).groupby("type")}


@once(32)
def _suits(dataset: Dataset, as_of: date, nearest: bool) -> _ByLetter:
    """Give the sources of the cases that bear on letters."""
    suits = suits_on(dataset, as_of)
    suits = nearest_suits(suits) if nearest else suits
    letters, sources = list(letter_keys(dataset.letters)), list(dataset.cases["sources"])
    by_letter: dict[tuple[str, str], list[Sources]] = {}
    # By their positions: there can be many more pairs than letters and cases.
    for letter, case in zip(suits["letter_at"].tolist(), suits["case_at"].tolist(), strict=True):
        by_letter.setdefault(letters[letter], []).append(sources[case])
    return by_letter


@once(16)
def _grants(dataset: Dataset, as_of: date) -> _ByLetter:
    """Give the sources of the grants that were paid or cleared after letters."""
    grants = grants_after(dataset)
    return _by_letter(grants[grants["date_latest"] <= pd.Timestamp(as_of)])


@once(16)
def _follow_ups(dataset: Dataset, as_of: date) -> _ByLetter:
    """Give the sources of the letters that followed up on others, by those others."""
    follows = dataset.rounds.set_index("round_id")["follows"]
    later = letters_on(dataset, as_of)
    return _by_letter(later.assign(round_id=later["round_id"].map(follows)).explode("round_id"))
