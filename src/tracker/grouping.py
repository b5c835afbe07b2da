"""The letters of a view counted by state, region, kind of place, population, round or period.

A column says by which filters it counts, so its number and the link to its letters cannot differ. Letters
that no source names are counted apart, and in no other column.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from tracker.filters import CHOICES_BY_KEY, Filters, Selection
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.periods import eras
from tracker.standing import suits_on
from tracker.standing.answer import IN_HAND
from tracker.status import Mask
from tracker.vocabulary import Answer, Court, Doj, EarliestAnswer, Evidence, Suit, Term

Condition = Mapping[str, tuple[str, ...]]
"""The words of filters, any of which a letter must have, by the key of the filter."""

AT_LEAST, AT_MOST = "_at_least", "_at_most"
"""How the two columns of a range end."""

BOUND_LABELS: Mapping[str, str] = {AT_LEAST: "on record, certain", AT_MOST: "on record, certain or possible"}
"""How the labels of the two end: no bound is one of all answers, of which some may be on no record."""

BOUNDS: Mapping[str, str] = {
    AT_LEAST: "First number: the answers on record that, by their dates, came in time for certain.",
    AT_MOST: "Second number: also those on record that may have, as their day is not known. An answer "
    "that is on no public record is in neither.",
}
"""What the two numbers of a range are: bounds by the dates of answers on record, not by answers unknown."""


def _words(*terms: Term) -> tuple[str, ...]:
    return tuple(map(str, terms))


NAMED: Condition = {"evidence": _words(*(term for term in Evidence if term is not Evidence.INFERRED))}
"""What all columns but one count: letters whose recipient a source names."""


def _named(**words: tuple[str, ...]) -> Condition:
    return {**NAMED, **words}


@dataclass(frozen=True)
class Measure:
    """A column of counts.

    Attributes:
        head: its name where there is little room.
        meaning: which letters it counts, in a sentence.
        certain: the letters that it counts.
        possible: where days are not known, the letters that it may count, the certain among them.
    """

    head: str
    meaning: str
    certain: Condition
    possible: Condition | None = None


MEASURES: Mapping[str, Measure] = {
    "named": Measure(
        "Named", "Letters whose recipient a source names. All other columns but the next count these.", NAMED
    ),
    "inferred": Measure(
        "Not named",
        "Letters entered because sources say that all listed places got one, though none names this place.",
        {"evidence": _words(Evidence.INFERRED)},
    ),
    "answered": Measure(
        "Answered",
        "Letters with an answer on public record by the day. A place without one may still have answered. "
        "Refusals are counted apart.",
        _named(answer=_words(*IN_HAND)),
        _named(earliest=_words(EarliestAnswer.BY_DEADLINE, EarliestAnswer.LATER)),
    ),
    "on_time": Measure(
        "On time",
        "Letters with an answer on public record that came by their deadline.",
        _named(answer=_words(Answer.ON_TIME)),
        _named(earliest=_words(EarliestAnswer.BY_DEADLINE)),
    ),
    "refused": Measure("Refused", Answer.REFUSED.definition, _named(answer=_words(Answer.REFUSED))),
    "cleared": Measure("Cleared", Doj.CLEARED.definition, _named(doj=_words(Doj.CLEARED))),
    "sued_by_us": Measure(
        "Sued by U.S.",
        "Letters to places that the United States sued over the letter, or over the place’s policies or "
        "grants in the same period.",
        _named(suit=_words(Suit.BY_UNITED_STATES, Suit.BY_BOTH)),
    ),
    "sued_us": Measure(
        "Sued U.S.",
        "Letters to places that sued the federal government, or joined a suit, over the letter, or over the "
        "place’s policies or grants in the same period.",
        _named(suit=_words(Suit.BY_PLACE, Suit.BY_BOTH)),
    ),
    "won": Measure(
        "Decided for place", Court.WON_BY_PLACE.definition, _named(court=_words(Court.WON_BY_PLACE))
    ),
    "lost": Measure("Decided for U.S.", Court.WON_BY_US.definition, _named(court=_words(Court.WON_BY_US))),
}
"""The columns of counts by name."""

SHARE, SUITS, GROUP = "share", "suits", "group"
"""What stands beside them: the share that was answered, how many suits count for the letters, the group."""

_RANGED = {SHARE, *(name for name, measure in MEASURES.items() if measure.possible)}
_COLUMNS = (*list(MEASURES)[:3], SHARE, *list(MEASURES)[3:], SUITS)

ORDERS: Mapping[str, tuple[str, ...]] = {GROUP: ("rank",)} | {
    name: (name + AT_LEAST, name + AT_MOST) if name in _RANGED else (name,) for name in _COLUMNS
}
"""What groups can be sorted by, in the order of the columns: a word, and the columns of the frame."""


@dataclass(frozen=True, eq=False)
class Group:
    """Letters counted together: a word for machines, a label, and what they have in common."""

    word: str
    label: str
    condition: Condition


@dataclass(frozen=True)
class Grouping:
    """A way to divide letters: its label, what one group is called, the groups there may be in a view.

    `basis` says whose figures the groups rest on, where they are not the record’s own. Groups with a
    rank, by size or by time (`is_ranked`), stand in that order where no other is asked for.
    """

    label: str
    noun: str
    groups: Callable[[Selection], Iterator[Group]]
    basis: str = ""
    is_ranked: bool = False


def _by_filter(key: str) -> Callable[[Selection], Iterator[Group]]:
    """Return what gives a group for each value of a filter."""

    def groups(selection: Selection) -> Iterator[Group]:
        for word, label in CHOICES_BY_KEY[key].options(selection.dataset).items():
            yield Group(word, label, {key: (word,)})

    return groups


def _by_era(selection: Selection) -> Iterator[Group]:
    for years, rounds in eras(selection.dataset, selection.as_of).items():
        yield Group(years, years, {"round": rounds})


GROUPINGS: Mapping[str, Grouping] = {
    "state": Grouping("State", "state", _by_filter("state")),
    "region": Grouping("Region", "region", _by_filter("region")),
    "kind": Grouping("Kind of place", "kind of place", _by_filter("kind")),
    "population": Grouping(
        "Population in 2019",
        "population class",
        _by_filter("population"),
        "Population is the Census Bureau’s estimate for July 1, 2019; a state’s counts everyone in it.",
        is_ranked=True,
    ),
    "round": Grouping("Round", "round", _by_filter("round"), is_ranked=True),
    "era": Grouping("Period", "period", _by_era, is_ranked=True),
}
"""The ways to divide letters by their words."""

USUAL, LARGEST = next(iter(GROUPINGS)), "named"
"""How letters are divided where nothing else is asked for, and the column by which the largest is first."""


def narrowed(filters: Filters, *conditions: Condition) -> Filters | None:
    """Return filters that pick of their letters those that meet all conditions; None where none can."""
    for key, words in (pair for condition in conditions for pair in condition.items()):
        chosen = getattr(filters, key)
        left: dict[str, Any] = {key: tuple(word for word in words if word in chosen) if chosen else words}
        if not left[key]:
            return None
        filters = replace(filters, **left)
    return filters


@once(256)
def groups_of(selection: Selection, by: str) -> tuple[Group, ...]:
    """Return the groups of a view with letters, in their own order."""
    letters = selection.letters
    return tuple(group for group in GROUPINGS[by].groups(selection) if _mask(letters, group.condition).any())


@once(256)
def totals(selection: Selection) -> Mapping[str, float]:
    """Count the whole view; the names as in `group_table`."""
    return _Count.of(selection).within({})


def group_table(
    selection: Selection, by: str = USUAL, order: str = LARGEST, backward: bool = True
) -> pd.DataFrame:
    """Count the letters of a view group by group.

    Args:
        selection: the view.
        by: a word of `GROUPINGS`.
        order: a word of `ORDERS`; groups that are equal by it stay in their own order.
        backward: whether the largest comes first.

    Returns:
        One row a group: `rank` (its own order), `by`, `group`, `group_label`; each of `MEASURES`, as a whole
        number, or as two that end in `AT_LEAST` and `AT_MOST`; `share_at_least` and `share_at_most`, the
        answered as a part of 1: of all letters, and of those named (missing where none is); `suits`, how many
        separate suits count for the letters named, of which one may count for letters of several groups.
    """
    return _table(selection, by).sort_values(
        list(ORDERS[order]), ascending=not backward, kind="stable", ignore_index=True
    )


def suits_by_group(selection: Selection, by: str) -> Mapping[Group, tuple[str, ...]]:
    """Give for each group that has any the ids of the cases that bear on its letters named, in order."""
    count = _Count.of(selection)
    bearing = {group: count.suits_within(group.condition) for group in groups_of(selection, by)}
    return {group: suits for group, suits in bearing.items() if suits}


@once(256)
def _table(selection: Selection, by: str) -> pd.DataFrame:
    count = _Count.of(selection)
    rows = [
        {"rank": rank, "by": by, "group": group.word, "group_label": group.label}
        | count.within(group.condition)
        for rank, group in enumerate(groups_of(selection, by))
    ]
    return pd.DataFrame(rows, columns=["rank", "by", "group", "group_label", *count.within({})])


@dataclass(frozen=True, eq=False)
class _Count:
    """The letters of a view, which of them each column counts, and the suits that bear on those named.

    `suits` has a row for each such letter and case: `letter`, the position of the letter, and `case_id`.
    """

    letters: pd.DataFrame
    counted: Mapping[str, Mask]
    suits: pd.DataFrame

    @classmethod
    def of(cls, selection: Selection) -> "_Count":
        """Look at each letter once for every column."""
        letters = selection.letters
        counted = {
            name: _mask(letters, condition)
            for measured, measure in MEASURES.items()
            for name, condition in _columns(measured, measure)
        }
        named = letters[LETTER_KEY].assign(letter=letters.index)[counted["named"]]
        return cls(letters, counted, suits_on(selection.dataset, selection.as_of).merge(named, on=LETTER_KEY))

    def within(self, condition: Condition) -> dict[str, float]:
        """Count the letters that meet a condition in each column, and the suits."""
        group = _mask(self.letters, condition)
        counts: dict[str, float] = {name: int((mask & group).sum()) for name, mask in self.counted.items()}
        counts[SHARE + AT_LEAST] = _share(counts["answered" + AT_LEAST], int(group.sum()))
        counts[SHARE + AT_MOST] = _share(counts["answered" + AT_MOST], int(counts["named"]))
        counts[SUITS] = len(self.suits_within(condition))
        return counts

    def suits_within(self, condition: Condition) -> tuple[str, ...]:
        """Return the ids of the cases that bear on the letters named of a group, each once, in order."""
        bearing = _mask(self.letters, condition)[self.suits["letter"]]
        return tuple(sorted(set(self.suits.loc[bearing, "case_id"])))


def _columns(name: str, measure: Measure) -> Iterator[tuple[str, Condition]]:
    """Give the column of a measure, or the two of a range, with what each counts."""
    if measure.possible is None:
        yield name, measure.certain
    else:
        yield from ((name + AT_LEAST, measure.certain), (name + AT_MOST, measure.possible))


def _share(count: float, whole: int) -> float:
    return count / whole if whole else float("nan")


def _mask(letters: pd.DataFrame, condition: Condition) -> Mask:
    """Tell which letters meet a condition."""
    meets = np.ones(len(letters), dtype=bool)
    for key, words in condition.items():
        meets &= letters[CHOICES_BY_KEY[key].column].isin(words).to_numpy()
    return meets
