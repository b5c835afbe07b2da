"""The changes of a view from one day to another, by when they happened or by when they were recorded."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from tracker.address import HAPPENED, RECORDED
from tracker.case_filters import naming
from tracker.changes.book import Book
from tracker.changes.change_rows import Change, ChangeKind, Changes, LetterKey
from tracker.changes.change_sentences import tell, tell_recorded
from tracker.changes.history import history
from tracker.court_cases import cases_on
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.filters import Filters
from tracker.language.datewords import ap_date, date_in_words
from tracker.language.words import sentence
from tracker.letter_key import LETTER_KEY
from tracker.memo import once


def changes(
    dataset: Dataset, filters: Filters, start: date, end: date, by: str = HAPPENED, corrected: bool = False
) -> Changes:
    """Return what happened, or what was recorded, from one day to another, with sentences by kind.

    Takes what `changes_of` takes.
    """
    rows = changes_of(dataset, filters, start, end, by, corrected)
    teller = tell_recorded if by == RECORDED else tell
    return Changes(start, end, rows, tuple(teller(_book(dataset), rows)))


def changes_of(
    dataset: Dataset, filters: Filters, start: date, end: date, by: str = HAPPENED, corrected: bool = False
) -> tuple[Change, ...]:
    """Return what happened, or what was recorded, from one day to another, both included.

    Args:
        dataset: the data.
        filters: pick letters as they stood just before the first day or on the last; the day of the filters
            is passed over. What happened at the places of these letters belongs to them; with no filter, all
            that is on record does.
        start: the first day.
        end: the last day.
        by: `HAPPENED` or `RECORDED`.
        corrected: whether corrections are among what happened; they always are among what was recorded.

    Raises:
        ValueError: the first day is after the last.
    """
    if start > end:
        raise ValueError(f"{ap_date(start)}, the first day, is after {ap_date(end)}, the last day")
    scope = Scope(dataset, filters.drop("as_of"), start, end)
    counts = _COUNTS[by]
    rows = tuple(
        change
        for change in history(dataset)
        if counts(change, start, end)
        and (corrected or by == RECORDED or change.kind is not ChangeKind.CORRECTED)
        and scope.holds(change)
    )
    if by == RECORDED:
        return tuple(sorted(rows, key=lambda change: change.recorded_on))
    return tuple(_said_when(change, start) for change in rows)


def _said_when(change: Change, start: date) -> Change:
    """Say of a change in these days that its date is a span which began before them."""
    if change.began >= start:
        return change
    known = date_in_words(PartialDate.parse(change.on))
    doubt = f"Its date is known only as {known}; it may have come before {ap_date(start)}."
    return replace(
        change, summary=f"{change.summary} {doubt}", sentence=f"{sentence(change.sentence)} {doubt}"
    )


@dataclass(frozen=True)
class Difference:
    """How one dataset differs from an older one: what it says anew, otherwise, and no longer.

    `reworded` holds the changes as the newer dataset tells them, `withdrawn` as the older one did.
    """

    added: tuple[Change, ...]
    reworded: tuple[Change, ...]
    withdrawn: tuple[Change, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in plain English, what was added first."""
        return (
            *(change.sentence for change in self.added),
            *(f"Now reads: {change.sentence}" for change in self.reworded),
            *(f"No longer on record: {change.sentence}" for change in self.withdrawn),
        )


def difference(old: Dataset, new: Dataset) -> Difference:
    """Compare what two datasets say happened, change by change; what only follows from a fact is left out."""
    before, after = _by_key(old), _by_key(new)
    return Difference(
        added=tuple(change for key, change in after.items() if key not in before),
        reworded=tuple(
            change
            for key, change in after.items()
            if key in before and change.sentence != before[key].sentence
        ),
        withdrawn=tuple(change for key, change in before.items() if key not in after),
    )


def _by_key(dataset: Dataset) -> dict[tuple[str, ...], Change]:
    return {change.key: change for change in history(dataset) if not change.is_derived}


@dataclass(frozen=True, eq=False)
class Scope:
    """What of a dataset belongs to a view from one day to another."""

    dataset: Dataset
    filters: Filters
    start: date
    end: date

    def holds(self, change: Change) -> bool:
        """Tell whether a change belongs to the view.

        What is about one letter belongs to it with that letter, a court case by the rounds of the filters as
        well as by its places; the correction of a round with a letter of it, of a source with what rests
        on it, and any other correction of no place always.
        """
        if change.kind in _OF_A_LETTER:
            return not self.letters.isdisjoint(change.letters)
        if change.kind is ChangeKind.CORRECTED and not change.places:
            return not self.filters.active() or self._concerns(*change.key[2:4])
        if change.case_id and not self._is_tied(change.case_id):
            return False
        return not self.filters.active() or not self.places.isdisjoint(change.places)

    def _concerns(self, table: str, row: str) -> bool:
        """Tell whether a row of no place that was corrected has to do with the letters."""
        concerned = {"rounds": {round_id for round_id, _ in self.letters}, "sources": self._sources}
        return row in concerned.get(table, {row})

    @cached_property
    def _sources(self) -> frozenset[str]:
        """The ids of the sources of the letters, and of the events and court cases of their places."""
        letters, events = self.dataset.letters, self.dataset.events
        picked = pd.MultiIndex.from_frame(letters[LETTER_KEY]).isin(list(self.letters))
        cases = naming(cases_on(self.dataset, self.end), self.places)
        rest = (letters[picked], events[events["jurisdiction_id"].isin(self.places)], cases)
        return frozenset(source for rows in rest for cell in rows["sources"] for source in cell)

    @cached_property
    def letters(self) -> frozenset[LetterKey]:
        """The letters that the filters pick on the eve of the first day or on the last."""
        eve = max(self.start, date.min + timedelta(days=1)) - timedelta(days=1)
        views = (self.filters.apply(self.dataset, day).letters for day in (eve, self.end))
        keys: Iterable[LetterKey] = pd.concat([view[LETTER_KEY] for view in views]).itertuples(
            index=False, name=None
        )
        return frozenset(keys)

    @cached_property
    def places(self) -> frozenset[str]:
        """The places of these letters."""
        return frozenset(place for _, place in self.letters)

    def _is_tied(self, case_id: str) -> bool:
        """Tell whether a case is tied to the rounds that the filters name, if they name any."""
        return not self.filters.round or case_id in self._cases

    @cached_property
    def _cases(self) -> frozenset[str]:
        tied = (cases_on(self.dataset, self.end, round_id=key)["case_id"] for key in self.filters.round)
        return frozenset(case for cases in tied for case in cases)


_OF_A_LETTER = (
    ChangeKind.LETTER_SENT,
    ChangeKind.DEADLINE_PASSED,
    ChangeKind.ROUND_ENDED,
    ChangeKind.STATUS_CHANGED,
)


def _happened(change: Change, start: date, end: date) -> bool:
    return start <= change.day <= end


def _recorded(change: Change, start: date, end: date) -> bool:
    """Tell whether a change entered the record then; what came along with its row is not counted twice."""
    came_along = change.is_derived and change.recorded_on > change.day
    return start <= change.recorded_on <= end and not came_along


_COUNTS: Mapping[str, Callable[[Change, date, date], bool]] = {HAPPENED: _happened, RECORDED: _recorded}


@once(4)
def _book(dataset: Dataset) -> Book:
    return Book(dataset)
