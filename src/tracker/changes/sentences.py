"""Changes in plain English, those that belong together in one sentence."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import TypeVar

from tracker.brief.words import counted, dates_to_ap, listed_names, number, sentence, when
from tracker.changes.scope import Scope
from tracker.changes.table import Change, ChangeKind
from tracker.dates import PartialDate, ap_date
from tracker.filters import listed
from tracker.placenames import full_name, subject
from tracker.vocabulary import EventType, Status

NAMED = 40
"""How many places a sentence names; the rest it counts. No round so far has as many."""

_OUTCOMES = (
    EventType.CLEARED,
    EventType.SETTLEMENT,
    EventType.DELISTED,
    EventType.FOUND_NONCOMPLIANT,
    EventType.DECLINED,
)
"""The events that are told one by one; all others are counted by type."""

Told = tuple[tuple[ChangeKind, tuple[str, ...]], ...]
Group = list[Change]
Key = TypeVar("Key", bound=Hashable)


def tell(scope: Scope, changes: Iterable[Change]) -> Told:
    """Write the sentences of each kind of change that there is, in the order of the kinds."""
    by_kind = dict(_grouped(changes, lambda change: change.kind))
    return tuple(
        (kind, tuple(sentence(dates_to_ap(text)) for text in _TELLERS[kind](scope, by_kind[kind])))
        for kind in ChangeKind
        if kind in by_kind
    )


def _sent(scope: Scope, changes: Group) -> Iterator[str]:
    for _, group in _grouped(changes, lambda change: (change.on, change.round_id)):
        on, names = group[0].on, _names(scope, group)
        if len(group) == 1:
            yield f"DOJ wrote to {subject(names)} in a letter dated {PartialDate.parse(on).in_words()}"
        else:
            yield f"{_when(on)}, DOJ dated letters to {number(len(group))} jurisdictions: {names}"


def _deadlines(scope: Scope, changes: Group) -> Iterator[str]:
    for day, group in _grouped(changes, lambda change: change.day):
        deadline = ap_date(day - timedelta(days=1))
        yield f"the deadline of {deadline}, passed for {counted(len(group), 'letter', 'letters')}"


def _statuses(scope: Scope, changes: Group) -> Iterator[str]:
    """Tell each move from status to status with its cause; letters that moved alike together."""
    for _, group in _grouped(changes, _move):
        first, names = group[0], _names(scope, group)
        before, after = (Status.of(word).label for word in (first.status_before, first.status_after))
        move = f"went from “{before}” to “{after}” {_by(first)}: {first.summary}"
        round_ = f"{scope.rounds[first.round_id]['sent_on']:%B %Y}"
        if len(group) == 1:
            yield f"the {round_} letter to {subject(names)} {move}"
        else:
            yield f"{number(len(group))} letters of {round_} {move} They are those to {names}"


def _move(change: Change) -> Hashable:
    return (change.round_id, change.status_before, change.status_after, change.on, change.summary)


def _cases(scope: Scope, changes: Group) -> Iterator[str]:
    for _, group in _grouped(changes, lambda change: change.case_id):
        named = f"Of the places compared, it names {_names(scope, group)}"
        yield f"{_when(group[0].on)}, {group[0].summary} {named}"


def _events(scope: Scope, changes: Group) -> Iterator[str]:
    """Tell what DOJ or a place decided one by one, and count the rest."""
    decided = [change for change in changes if change.event_type in _OUTCOMES]
    rest = [change for change in changes if change.event_type not in _OUTCOMES]
    for change in decided:
        label = EventType.of(change.event_type).label
        yield f"{subject(_names(scope, [change]))} {_when(change.on)}: {label}. {change.summary}"
    if rest:
        yield f"{counted(len(rest), 'other event is', 'other events are')} on record: {_by_type(rest)}"


def _by_type(changes: Group) -> str:
    """Count events by the label of their type, the commonest first: `12 “Statement” and one “Subpoena”`."""
    counts = {kind: sum(change.event_type == kind for change in changes) for kind in EventType}
    kinds = sorted(filter(counts.get, EventType), key=lambda kind: -counts[kind])
    return listed([f"{number(counts[kind])} “{kind.label}”" for kind in kinds], "and")


def _recorded(one: str, many: str) -> Callable[[Scope, Group], Iterator[str]]:
    """Make the teller of rows that entered the dataset."""

    def told(scope: Scope, changes: Group) -> Iterator[str]:
        for on, group in _grouped(changes, lambda change: change.on):
            yield f"{counted(len(group), one, many)} entered the dataset {_when(on)}: {_names(scope, group)}"

    return told


def _corrected(scope: Scope, changes: Group) -> Iterator[str]:
    for change in changes:
        about = f" on {_names(scope, [change])}" if change.jurisdiction_id else ""
        yield f"{_when(change.on)}, the editors made a correction{about}: {change.summary}"


_TELLERS: Mapping[ChangeKind, Callable[[Scope, Group], Iterator[str]]] = {
    ChangeKind.LETTER_SENT: _sent,
    ChangeKind.DEADLINE_PASSED: _deadlines,
    ChangeKind.STATUS_CHANGED: _statuses,
    ChangeKind.CASE_FILED: _cases,
    ChangeKind.CASE_ENDED: _cases,
    ChangeKind.EVENT: _events,
    ChangeKind.LETTER_RECORDED: _recorded("letter", "letters"),
    ChangeKind.EVENT_RECORDED: _recorded("event", "events"),
    ChangeKind.CORRECTED: _corrected,
}


def _grouped(changes: Iterable[Change], key: Callable[[Change], Key]) -> Iterable[tuple[Key, Group]]:
    """Put together the changes with the same key, in the order of their first."""
    groups: dict[Key, Group] = {}
    for change in changes:
        groups.setdefault(key(change), []).append(change)
    return groups.items()


def _names(scope: Scope, changes: Group) -> str:
    """Name the places of some changes, each once, by name; of very many some are only counted."""
    names = [
        full_name(scope.places[place]) for place in dict.fromkeys(row.jurisdiction_id for row in changes)
    ]
    more = len(names) - NAMED
    return listed_names(names if more <= 0 else [*names[:NAMED], f"{number(more)} more"])


def _by(change: Change) -> str:
    """Say when a status changed; of an interval only its last day is certain."""
    return f"by {ap_date(change.day)}" if "/" in change.on else _when(change.on)


def _when(on: str) -> str:
    return when(PartialDate.parse(on))
