"""Deadlines that passed, in plain English: for how many letters, and how many had an answer by then."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from tracker.brief.outcomes import by_deadline, unsure_in_time
from tracker.changes.book import Book
from tracker.changes.groups import Group, grouped, letters_of, places_of
from tracker.dataset import Dataset
from tracker.language.datewords import ap_date
from tracker.language.words import number, sentence
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.standing import earliest_answer, letter_answer
from tracker.vocabulary import Status


def deadlines(book: Book, changes: Group) -> Iterator[str]:
    """Tell deadlines by day, of how many letters no answer was on record then, and how many may have one."""
    for (day, is_inferred), group in grouped(changes, lambda change: (change.day, change.is_inferred)):
        passed = _passed(book, day, group)
        unsure = "" if is_inferred else _in_time(book, day, group)
        yield f"{passed}. {sentence(unsure)}" if unsure else passed


def _passed(book: Book, day: date, group: Group) -> str:
    head = f"the deadline of {ap_date(day - timedelta(days=1))}, passed for {letters_of(group)}"
    silent = [change for change in group if change.status_to == Status.NO_ANSWER_FOUND]
    if not silent:
        return head.removesuffix(",")
    if len(silent) == len(group):
        return f"{head} with no answer on public record: {places_of(book, silent)}"
    of_them = f"{number(len(silent))} of them with no answer on public record"
    return f"{head.removesuffix(',')}, {of_them}: {places_of(book, silent)}"


def _in_time(book: Book, day: date, group: Group) -> str:
    """Say how many letters were answered by the deadline at least, and which may have been; "" if known."""
    of_letter = {letter: change for change in group for letter in change.letters}
    every = _answers_on(book.dataset, day)
    letters = every.loc[every.index.intersection(list(of_letter))]
    count, unsure = by_deadline(letters), [of_letter[key] for key in letters.index[unsure_in_time(letters)]]
    if count.is_known:
        return ""
    if len(letters) == 1:
        return "it may have been answered by then, day unknown"
    who, share = places_of(book, unsure), count.share_of(len(letters))
    days = f"{'day' if count.open == 1 else 'days'} unknown: {who}"
    if not count.at_least:
        return f"{share} may have been answered by then, {days}"
    were = "was" if count.at_least == 1 else "were"
    return f"{share} {were} answered by then; {number(count.open)} more may have been, {days}"


@once(32)
def _answers_on(dataset: Dataset, day: date) -> pd.DataFrame:
    """Give the answer of every letter on a day, and by when it may have had one, by round and place."""
    letters = dataset.letters[LETTER_KEY].assign(
        answer=letter_answer(dataset, day), earliest_answer=earliest_answer(dataset, day)
    )
    return letters.set_index(LETTER_KEY)
