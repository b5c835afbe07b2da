"""Events and court cases, each once: a suit however many places it names, a decision for all its places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import NamedTuple

import pandas as pd

from tracker.changes.book import Book, cited, prose, weakest
from tracker.changes.change_rows import Change, ChangeKind
from tracker.dates import PartialDate
from tracker.language.apstyle import ap_style
from tracker.language.datewords import when
from tracker.language.words import sentence
from tracker.row_types import Case, Event, typed_rows
from tracker.vocabulary import CASE_EVENTS, DECISIONS, REPLIES, EventType

_ENDS = (EventType.SUIT_ENDED, EventType.RULING, EventType.SETTLEMENT)
"""The events that can be the end of a case, told with it if it ended that day."""

_KINDS: Mapping[str, ChangeKind] = {
    **dict.fromkeys((*REPLIES, EventType.RESPONSE_PROMISED), ChangeKind.ANSWER),
    **dict.fromkeys((*DECISIONS, EventType.FOUND_NONCOMPLIANT), ChangeKind.OUTCOME),
    EventType.SUIT_JOINED: ChangeKind.CASE_JOINED,
    EventType.RULING: ChangeKind.COURT_DECISION,
}

Key = tuple[str, ...]
"""What the rows that tell one happening have in common: case, date, type, round and words."""

_NAMED = 3
"""With how many places a decision names those of the record; with more, its case and its words do."""


@dataclass(frozen=True)
class Happening:
    """The rows of events that tell one happening."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """The row that stands for all where they agree."""
        return self.events[0]

    @property
    def oldest(self) -> Event:
        """The row recorded first, which names the happening for good, whichever rows come later."""
        return min(self.events, key=lambda event: (event["recorded_on"], event["event_id"]))

    @property
    def places(self) -> list[str]:
        """The ids of the places."""
        return [event["jurisdiction_id"] for event in self.events]

    @property
    def summary(self) -> str:
        """What the rows agree on: the same words, the same beginning, or else the shortest telling."""
        texts = list(dict.fromkeys(event["summary"] for event in self.events))
        parts = [text.removesuffix(".").split(", ") for text in texts]
        alike = takewhile(lambda part: len(set(part)) == 1, zip(*parts, strict=False))
        shared, shortest = ", ".join(part[0] for part in alike), min(texts, key=len)
        return shared if len(texts) > 1 and len(shared) > len(shortest) / 2 else str(shortest)

    @property
    def keyed(self) -> tuple[tuple[str, str], ...]:
        """The rows by table and key."""
        return tuple(("events", event["event_id"]) for event in self.events)


class _Turn(NamedTuple):
    """The filing or the end of a case: a word for it, its date (EDTF), and the day from which it counts."""

    word: str
    on: str
    day: date


def event_changes(book: Book) -> Iterator[Change]:
    """Give the court cases filed and ended, and the events that are no part of these."""
    groups = _groups(typed_rows(book.dataset.events, Event))
    by_case = _by_case(groups)
    for case in typed_rows(book.dataset.cases, Case):
        keys = by_case.get(case["case_id"], [])
        filing = _popped(groups, keys, case["filed_on"], (EventType.SUIT_FILED,))
        ending = _popped(groups, keys, case["ended_on"], _ENDS)
        if isinstance(day := case["filed_on_latest"], pd.Timestamp):
            turn = _Turn("filed", case["filed_on"], day.date())
            yield _filed(book, case, turn, filing, _joined(groups, keys))
        if isinstance(day := case["ended_on_latest"], pd.Timestamp):
            yield _ended(book, case, _Turn("ended", case["ended_on"], day.date()), ending)
    yield from (_event(book, group) for group in groups.values())


def _groups(events: Iterable[Event]) -> dict[Key, Happening]:
    """Put together the rows that tell one happening, by what they have in common."""
    grouped: dict[Key, list[Event]] = {}
    for event in events:
        # What happens in a case happens once on a day, in whatever words the rows of its places say it.
        once = event["case_id"] and event["type"] in CASE_EVENTS
        words = "" if once else event["summary"]
        key = (event["case_id"], event["date"], event["type"], "" if once else event["round_id"], words)
        grouped.setdefault(key, []).append(event)
    return {key: Happening(tuple(same)) for key, same in grouped.items()}


def _by_case(groups: Iterable[Key]) -> dict[str, list[Key]]:
    """Give the keys of the groups that tell of each case."""
    by_case: dict[str, list[Key]] = {}
    for key in groups:
        by_case.setdefault(key[0], []).append(key)
    return by_case


def _popped(
    groups: dict[Key, Happening], keys: Iterable[Key], on: str, types: Iterable[str]
) -> list[Happening]:
    """Take out the groups of a case that tell its filing or its end."""
    return [groups.pop(key) for key in keys if key in groups and key[1] == on and key[2] in types]


def _joined(groups: Mapping[Key, Happening], keys: Iterable[Key]) -> set[str]:
    """Return the places that came into a case after it was filed."""
    later = [groups[key] for key in keys if key in groups and key[2] == EventType.SUIT_JOINED]
    return {place for group in later for place in group.places}


def _filed(book: Book, case: Case, turn: _Turn, filing: list[Happening], joined: set[str]) -> Change:
    places = [place for place in case["jurisdictions"] if place not in joined]
    texts = {event["summary"] for group in filing for event in group.events}
    words = texts.pop() if len(texts) == 1 else ""
    change = _of_case(book, ChangeKind.CASE_FILED, turn, case, filing, places)
    return _in_words(change, f"{case['name']} was filed", words, names_all=True)


def _ended(book: Book, case: Case, turn: _Turn, ending: list[Happening]) -> Change:
    words = " ".join(prose(group.summary) for group in ending) or case["outcome"]
    change = _of_case(book, ChangeKind.CASE_ENDED, turn, case, ending, case["jurisdictions"])
    return _in_words(change, f"{case['name']} ended", words)


def _in_words(change: Change, head: str, words: str, names_all: bool = False) -> Change:
    """Say what a case is about, what was decided in it or it came to, and which places it involves."""
    several = f"of the places on record, it involves {change.names}" if len(change.places) > 1 else ""
    one = f"it involves {change.names}" if change.places and not words else ""
    names = (several or one) if names_all else ""
    return replace(
        change,
        summary=prose(head, words, names),
        sentence=prose(f"{when(PartialDate.parse(change.on))}, {head}", words, names),
    )


def _of_case(
    book: Book, kind: ChangeKind, turn: _Turn, case: Case, groups: list[Happening], places: Iterable[str]
) -> Change:
    """Begin the change of a case: recorded with its row, as the events of its filing or end can be later."""
    of_events = [event for group in groups for event in group.events]
    keyed = (("cases", case["case_id"]), *(key for group in groups for key in group.keyed))
    recorded = case["recorded_on"].date()
    change = book.change(kind, (turn.word, case["case_id"]), turn.on, turn.day, recorded, keyed)
    return replace(
        book.at(change, places, case["round_id"]),
        case_id=case["case_id"],
        event_type=of_events[0]["type"] if of_events else "",
        confidence=weakest(event["confidence"] for event in of_events),
        sources=cited([case, *of_events]),
    )


def _event(book: Book, group: Happening) -> Change:
    first = group.first
    kind = _KINDS.get(first["type"], ChangeKind.EVENT)
    recorded = max(event["recorded_on"] for event in group.events).date()
    key = ("event", group.oldest["event_id"])
    change = book.change(kind, key, first["date"], first["date_latest"].date(), recorded, group.keyed)
    rounds = {event["round_id"] for event in group.events}
    change = book.at(change, group.places, rounds.pop() if len(rounds) == 1 else "")
    change = replace(
        change,
        case_id=first["case_id"],
        event_type=first["type"],
        confidence=weakest(event["confidence"] for event in group.events),
        sources=cited(group.events),
    )
    name = book.case_names.get(first["case_id"], "")
    if kind is ChangeKind.COURT_DECISION and name:
        named = len(change.places) <= _NAMED
        return _in_words(change, f"a court decided in {name}", prose(group.summary), names_all=named)
    label = kind.label if kind is ChangeKind.CASE_JOINED else book.label(EventType.of(first["type"]))
    stop = "," if "," in change.names else ""
    head = f"{change.names}{stop} {when(PartialDate.parse(change.on))}: {label}"
    return replace(
        change,
        summary=sentence(ap_style(group.summary)),
        sentence=prose(head, group.summary),
    )
