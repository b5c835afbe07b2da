"""Changes in plain English, those that belong together in one sentence."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from tracker.brief.evidence_sentences import entered, entered_beside, unnamed
from tracker.changes.book import Book
from tracker.changes.change_rows import Cause, Change, ChangeKind, LetterKey
from tracker.changes.deadline_sentences import deadlines
from tracker.changes.groups import Group, apart, grouped, letters_of, places_of, size
from tracker.dates import PartialDate
from tracker.evidence import Count
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_words, when
from tracker.language.placenames import subject
from tracker.language.words import counted, listed, listed_names, number, sentence
from tracker.vocabulary import EventType, Status

MANY = 25
"""From how many rows of one kind recorded on one day they are counted, not told one by one."""

Sections = Iterator[tuple[str, str, tuple[str, ...]]]

_STEPS: Mapping[Status, str] = {
    Status.CLEARED: "was cleared by {sender} {day}",
    Status.SETTLED: "settled with {sender} {day}",
    Status.IN_COURT: "was in a court case as of {date}",
    Status.REMOVED: "was taken off {sender}’s list {day}",
    Status.FLAGGED: "got a preliminary finding {day}",
    Status.DECLINED: "refused in public {day}",
    Status.ANSWERED: "answered {day}",
    Status.LAPSED: "saw the round end {day} with no outcome on record",
    Status.NO_ANSWER_FOUND: "went past the deadline {day}",
}
"""What a place did, or saw, when its letter came to a status; `{day}` is a date with its preposition."""

_OUT_OF_COURT = "was out of court {day}"
_ANY_STEP = "came to “{label}” {day}"


def tell(book: Book, changes: Iterable[Change]) -> Sections:
    """Write the sentences of what happened: heading, count, sentences, in the order of the kinds."""
    rows = list(changes)
    by_kind = dict(grouped(rows, lambda change: change.kind))
    paths = {letter: path for letter, path in _paths(rows).items() if len(path) > 1}
    for kind in ChangeKind:
        if kind in by_kind:
            group = by_kind[kind]
            yield _heading(book, kind), size(group), _written(_TELLERS[kind](book, group))
        if kind is ChangeKind.DEADLINE_PASSED and paths:
            others = sum(map(book.is_inferred, paths))
            count = str(Count(len(paths) - others, others))
            yield "Letters whose status changed more than once", count, _written(_moved(book, paths))


def tell_recorded(book: Book, changes: Iterable[Change]) -> Sections:
    """Write the sentences of what was recorded, kind by kind: many of one day are counted."""
    by_kind = dict(grouped(changes, lambda change: change.kind))
    for kind in ChangeKind:
        if kind in by_kind:
            group = by_kind[kind]
            yield _heading(book, kind), size(group), _written(_recorded(group))


def _heading(book: Book, kind: ChangeKind) -> str:
    return sentence(book.campaign.say(kind.many)).removesuffix(".")


def _recorded(changes: Group) -> Iterator[str]:
    for day, group in grouped(changes, lambda change: change.recorded_on):
        if len(group) < MANY:
            yield from (change.sentence for change in group)
        else:
            yield f"{_added(group)} on {ap_date(day)}; the table lists them"


def _added(group: Group) -> str:
    sure, others = map(len, apart(group))
    if not others:
        return f"{number(sure)} were added"
    return f"{number(sure)} were added, and {number(others)} that no source names,"


def _written(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sentence(ap_style(text)) for text in texts)


def _sent(book: Book, changes: Group) -> Iterator[str]:
    """Tell letters by date and round: to whom they went, then who is entered though no source names them."""
    for _, group in grouped(changes, lambda change: (change.on, change.round_id)):
        named, others = apart(group)
        if not named:
            yield _entered(book, others)
        elif others:
            beside = f"{entered_beside(len(others))}: {places_of(book, others)}"
            yield f"{sentence(_went(book, named))} {sentence(beside)}"
        else:
            yield _went(book, named)


def _went(book: Book, group: Group) -> str:
    if len(group) == 1:
        return group[0].sentence
    places = f"{number(len(group))} jurisdictions: {places_of(book, group)}"
    return f"letters of {book.campaign.sender} dated {_dated(group)}, went to {places}"


def _entered(book: Book, group: Group) -> str:
    if len(group) == 1:
        return group[0].sentence
    who = f"{number(len(group))} jurisdictions"
    return f"{entered(who, _dated(group), several=True)}: {places_of(book, group)}"


def _dated(group: Group) -> str:
    return date_in_words(PartialDate.parse(group[0].on))


def _lapses(book: Book, changes: Group) -> Iterator[str]:
    yield from (change.sentence for change in changes if change.status_to != Status.LAPSED)
    lapses = [change for change in changes if change.status_to == Status.LAPSED]
    for (round_id, on, _), group in grouped(
        lapses, lambda change: (change.round_id, change.on, change.is_inferred)
    ):
        without = f"with no outcome of {letters_of(group)} on public record"
        ended = f"the {book.months[round_id]} round ended {when(PartialDate.parse(on))}"
        yield f"{ended}, {without}: {places_of(book, group)}"


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
    ChangeKind.DEADLINE_PASSED: deadlines,
    ChangeKind.ANSWER: _one_by_one,
    ChangeKind.OUTCOME: _one_by_one,
    ChangeKind.CASE_FILED: _one_by_one,
    ChangeKind.CASE_JOINED: _one_by_one,
    ChangeKind.COURT_DECISION: _one_by_one,
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
    for (round_id, words, is_inferred), letters in grouped(
        paths, lambda letter: (letter[0], _path_in_words(book, paths[letter]), book.is_inferred(letter))
    ):
        names = [book.names_by_id[place] for _, place in letters]
        ground = f" {unnamed(len(letters))}," if is_inferred else ""
        if len(letters) == 1:
            yield f"on its {book.months[round_id]} letter,{ground} {subject(names[0])} {words}"
        else:
            # Of the steps only the verb "was" has another form for several places.
            steps = re.sub(r"(^|, | and )was\b", r"\1were", words)
            who = f"{number(len(letters))} jurisdictions {steps}: {listed_names(names)}"
            yield f"on their {book.months[round_id]} letters,{ground} {who}"


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
