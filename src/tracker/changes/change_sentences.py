"""Changes in plain English, those that belong together in one sentence."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

from tracker.changes.book import Book
from tracker.changes.change_rows import Cause, Change, ChangeKind, LetterKey
from tracker.dates import PartialDate
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_words, when
from tracker.language.placenames import subject
from tracker.language.words import counted, listed, listed_names, number, sentence
from tracker.vocabulary import EventType, Status

NAMED = 40
"""How many places a sentence names; the rest it counts. No round so far has as many."""

MANY = 25
"""From how many rows of one kind recorded on one day they are counted, not told one by one."""

Told = Iterator[tuple[str, int, tuple[str, ...]]]
Group = list[Change]
Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")

_STEPS: Mapping[Status, str] = {
    Status.CLEARED: "was cleared by {sender} {day}",
    Status.SETTLED: "settled with {sender} {day}",
    Status.IN_COURT: "was in a court case as of {date}",
    Status.REMOVED: "was taken off {sender}’s list {day}",
    Status.FLAGGED: "got a preliminary finding {day}",
    Status.DECLINED: "declined {day}",
    Status.ANSWERED: "answered {day}",
    Status.LAPSED: "saw the round end {day} with no outcome on record",
    Status.NO_ANSWER_FOUND: "went past the deadline {day}",
}
"""What a place did, or saw, when its letter came to a status; `{day}` is a date with its preposition."""

_OUT_OF_COURT = "was out of court {day}"
_ANY_STEP = "came to “{label}” {day}"


def tell(book: Book, changes: Iterable[Change]) -> Told:
    """Write the sentences of what happened: heading, count, sentences, in the order of the kinds."""
    rows = list(changes)
    by_kind = dict(_grouped(rows, lambda change: change.kind))
    paths = {letter: path for letter, path in _paths(rows).items() if len(path) > 1}
    for kind in ChangeKind:
        if kind in by_kind:
            group = by_kind[kind]
            yield _heading(book, kind), len(group), _written(_TELLERS[kind](book, group))
        if kind is ChangeKind.DEADLINE_PASSED and paths:
            yield "Letters whose status changed more than once", len(paths), _written(_moved(book, paths))


def tell_recorded(book: Book, changes: Iterable[Change]) -> Told:
    """Write the sentences of what was recorded, kind by kind: many of one day are counted."""
    by_kind = dict(_grouped(changes, lambda change: change.kind))
    for kind in ChangeKind:
        if kind in by_kind:
            group = by_kind[kind]
            yield _heading(book, kind), len(group), _written(_recorded(group))


def _heading(book: Book, kind: ChangeKind) -> str:
    return sentence(book.campaign.say(kind.many)).removesuffix(".")


def _recorded(changes: Group) -> Iterator[str]:
    for day, group in _grouped(changes, lambda change: change.recorded_on):
        if len(group) < MANY:
            yield from (change.sentence for change in group)
        else:
            yield f"{number(len(group))} were added on {ap_date(day)}; the table lists them"


def _written(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sentence(ap_style(text)) for text in texts)


def _sent(book: Book, changes: Group) -> Iterator[str]:
    for _, group in _grouped(changes, lambda change: (change.on, change.round_id)):
        if len(group) == 1:
            yield group[0].sentence
        else:
            dated = date_in_words(PartialDate.parse(group[0].on))
            places = f"{number(len(group))} jurisdictions: {_names(book, group)}"
            yield f"letters of {book.campaign.sender} dated {dated}, went to {places}"


def _deadlines(book: Book, changes: Group) -> Iterator[str]:
    """Tell deadlines by day, and of how many letters no answer was on record then."""
    for day, group in _grouped(changes, lambda change: change.day):
        deadline = ap_date(day - timedelta(days=1))
        silent = [change for change in group if change.status_to == Status.NO_ANSWER_FOUND]
        head = f"the deadline of {deadline}, passed for {counted(len(group), 'letter', 'letters')}"
        if not silent:
            yield head
        elif len(silent) == len(group):
            yield f"{head} with no answer on public record: {_names(book, silent)}"
        else:
            of_them = f"{number(len(silent))} of them with no answer on public record"
            yield f"{head}, {of_them}: {_names(book, silent)}"


def _lapses(book: Book, changes: Group) -> Iterator[str]:
    yield from (change.sentence for change in changes if change.status_to != Status.LAPSED)
    lapses = [change for change in changes if change.status_to == Status.LAPSED]
    for (round_id, on), group in _grouped(lapses, lambda change: (change.round_id, change.on)):
        lapsed = f"{counted(len(group), 'letter', 'letters')} lapsed with no outcome on record"
        ended = f"the {book.months[round_id]} round ended {when(PartialDate.parse(on))}"
        yield f"{ended}, and {lapsed}: {_names(book, group)}"


def _one_by_one(_book: Book, changes: Group) -> Iterator[str]:
    yield from (change.sentence for change in changes)


def _events(book: Book, changes: Group) -> Iterator[str]:
    """Count events by the label of their type, the commonest first: `12 “Statement” and one “Subpoena”`."""
    counts = {kind: sum(change.event_type == kind for change in changes) for kind in EventType}
    kinds = sorted(filter(counts.get, EventType), key=lambda kind: -counts[kind])
    by_type = listed([f"{number(counts[kind])} “{book.label(kind)}”" for kind in kinds], "and")
    if len(kinds) == 1:
        by_type = f"{'all ' if len(changes) > 1 else ''}“{book.label(kinds[0])}”"
    yield f"{counted(len(changes), 'other event is', 'other events are')} on record: {by_type}"


_TELLERS: Mapping[ChangeKind, Callable[[Book, Group], Iterator[str]]] = {
    ChangeKind.LETTER_SENT: _sent,
    ChangeKind.DEADLINE_PASSED: _deadlines,
    ChangeKind.ANSWER: _one_by_one,
    ChangeKind.OUTCOME: _one_by_one,
    ChangeKind.CASE_FILED: _one_by_one,
    ChangeKind.CASE_JOINED: _one_by_one,
    ChangeKind.CASE_ENDED: _one_by_one,
    ChangeKind.ROUND_ENDED: _lapses,
    ChangeKind.STATUS_CHANGED: _one_by_one,
    ChangeKind.EVENT: _events,
    ChangeKind.CORRECTED: _one_by_one,
}


def _paths(changes: Iterable[Change]) -> dict[LetterKey, Group]:
    """Return for each letter the changes that moved its status, oldest first."""
    paths: dict[LetterKey, Group] = {}
    for change in changes:
        for letter in change.letters if change.status_from else ():
            paths.setdefault(letter, []).append(change)
    return paths


def _moved(book: Book, paths: Mapping[LetterKey, Group]) -> Iterator[str]:
    """Tell each letter’s steps in one sentence; letters that moved alike together."""
    for (round_id, words), letters in _grouped(
        paths, lambda letter: (letter[0], _path_in_words(book, paths[letter]))
    ):
        names = [book.names_by_id[place] for _, place in letters]
        if len(letters) == 1:
            yield f"on its {book.months[round_id]} letter, {subject(names[0])} {words}"
        else:
            who = f"{number(len(letters))} jurisdictions {words}: {listed_names(names)}"
            yield f"on their {book.months[round_id]} letters, {who}"


def _path_in_words(book: Book, path: Group) -> str:
    """Say the steps of a letter; a year is said once where the next day is of the same year."""
    days = [_date(change) for change in path]
    for place, (change, following) in enumerate(pairwise(path)):
        if change.day.year == following.day.year and len(following.on) == len("2018-01-24"):
            days[place] = days[place].removesuffix(f", {change.day.year}")
    *before, last = (_step(book, change, day) for change, day in zip(path, days, strict=True))
    comma = "," if len(before) > 1 or re.search(r"\d, \d{4}$", before[-1]) else ""
    return f"{', '.join(before)}{comma} and {last}"


def _step(book: Book, change: Change, day: str) -> str:
    """Say one step of a letter by what its place did or saw."""
    status = Status.of(change.status_to)
    words = _OUT_OF_COURT if change.cause == Cause.CASE_ENDED else _STEPS.get(status, _ANY_STEP)
    since = day.removeprefix("on ").removeprefix("in ")
    return book.campaign.say(words).format(day=day, date=since, label=book.label(status))


def _date(change: Change) -> str:
    """Say when a step came about; of an interval only the last day is certain."""
    return f"by {ap_date(change.day)}" if "/" in change.on else when(PartialDate.parse(change.on))


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Iterable[tuple[Key, list[Item]]]:
    """Put together the items with the same key, in the order of their first."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups.items()


def _names(book: Book, changes: Group) -> str:
    """Name the places of some changes, each once, by name; of very many some are only counted."""
    places = dict.fromkeys(place for change in changes for place in change.places)
    names = [book.names_by_id[place] for place in places]
    more = len(names) - NAMED
    return listed_names(names if more <= 0 else [*names[:NAMED], f"{number(more)} more"])
