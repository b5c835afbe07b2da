"""Changes put together that one sentence tells, those of letters that no source names apart."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from tracker.brief.evidence_sentences import unnamed
from tracker.campaign import Campaign
from tracker.changes.book import Book
from tracker.changes.change_rows import Change, ChangeKind
from tracker.evidence import Count
from tracker.language.words import counted, listed_names, number

NAMED = 40
"""How many places a sentence names; the rest it counts. No round so far has as many."""

Group = list[Change]
Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Iterable[tuple[Key, list[Item]]]:
    """Put together the items with the same key, in the order of their first."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups.items()


def apart(changes: Iterable[Change]) -> tuple[Group, Group]:
    """Part the changes that are counted as certain from those of letters whose recipient no source names."""
    rows = list(changes)
    return [row for row in rows if not row.is_inferred], [row for row in rows if row.is_inferred]


def size(changes: Iterable[Change]) -> str:
    """Count changes behind a heading: `23`, `23, and 10 not named by a source`."""
    return str(Count(*map(len, apart(changes))))


def count_kinds(changes: Iterable[Change], campaign: Campaign) -> str:
    """Count changes by kind, for the inside of a sentence.

    Letters that no source names are counted apart: `23 letters sent, and 10 entered that no source names`.
    """
    by_kind = dict(grouped(changes, lambda change: change.kind))
    parts = [campaign.say(_counted(kind, *apart(by_kind[kind]))) for kind in ChangeKind if kind in by_kind]
    two_with_commas = len(parts) == 2 and any("," in part for part in parts)
    return "; ".join(parts) if two_with_commas else listed_names(parts)


def _counted(kind: ChangeKind, sure: Group, others: Group) -> str:
    if not sure:
        return f"{counted(len(others), kind.one, kind.many)}, {unnamed(len(others))}"
    beside = f", and {number(len(others))} entered that no source names" if others else ""
    return f"{counted(len(sure), kind.one, kind.many)}{beside}"


def letters_of(changes: Group) -> str:
    """Count the letters of changes that are all certain or all not, as the subject or object of a verb."""
    count = counted(len(changes), "letter", "letters")
    return f"{count}, {unnamed(len(changes))}," if changes[0].is_inferred else count


def places_of(book: Book, changes: Iterable[Change]) -> str:
    """Name the places of some changes, each once, by name; of very many some are only counted."""
    places = dict.fromkeys(place for change in changes for place in change.places)
    names = [book.names_by_id[place] for place in places]
    more = len(names) - NAMED
    return listed_names(names if more <= 0 else [*names[:NAMED], f"{number(more)} more"])
