"""What differs between two states of the data, in English: facts first, then rows, then where to look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.changes import Difference, difference
from tracker.changes.book import Book
from tracker.changes.letter_changes import the_letter
from tracker.changes.steps import statuses
from tracker.dataset import Dataset
from tracker.difference import differences
from tracker.language.datewords import ap_date
from tracker.language.words import sentence
from tracker.releases.log import row_lines
from tracker.schema import Table
from tracker.vocabulary import Status


@dataclass(frozen=True)
class State:
    """One state of the data: its name, its tables by file name, and the dataset where it could be loaded.

    `fault` says what keeps it from being loaded.
    """

    name: str
    files: Mapping[str, bytes]
    dataset: Dataset | None = None
    fault: str = ""


def revision_text(schema: Mapping[str, Table], old: State, new: State, day: date) -> str:
    """Tell in Markdown what differs from one state to another; letters by their status on a day."""
    rows = differences(schema, old.files, new.files)
    parts = [f"# From {old.name} to {new.name}", *_faults(old, new)]
    if old.dataset and new.dataset:
        facts = difference(old.dataset, new.dataset)
        parts += [*_facts(facts), *_moves(old.dataset, new.dataset, day), *_pages(facts)]
    parts += _section("Rows that differ", [line for one in rows for line in row_lines(one, {})], bullet="")
    return "\n\n".join(parts if rows else [parts[0], "No row differs."]) + "\n"


def _faults(old: State, new: State) -> Iterator[str]:
    for state in (old, new):
        if state.fault:
            yield f"{state.name} cannot be loaded, so rows alone are compared:\n\n```\n{state.fault}\n```"


def _facts(facts: Difference) -> Iterator[str]:
    yield from _section("On record now", [change.sentence for change in facts.added])
    yield from _section("Reads otherwise now", [change.sentence for change in facts.reworded])
    yield from _section("No longer on record", [change.sentence for change in facts.withdrawn])


def _moves(old: Dataset, new: Dataset, day: date) -> Iterator[str]:
    """Give the letters in both states whose status on a day differs."""
    before, after, book = statuses(old, day), statuses(new, day), Book(new)
    labels = new.campaign.labels(Status)
    lines = [
        sentence(f"{the_letter(book, *letter)}: “{labels[before[letter]]}” is now “{labels[word]}”")
        for letter, word in after.items()
        if word and before.get(letter) and before[letter] != word
    ]
    yield from _section(f"Status on {ap_date(day)}", lines)


def _pages(facts: Difference) -> Iterator[str]:
    """Name the pages that a reviewer should look at."""
    changes = (*facts.added, *facts.reworded, *facts.withdrawn)
    places = sorted({place for change in changes for place in change.places})
    rounds = sorted({change.round_id for change in changes if change.round_id})
    pages = [f"`/record?id={place}`" for place in places] + [f"`/?round={key}`" for key in rounds]
    yield from _section("Pages to look at", pages)


def _section(heading: str, lines: Sequence[str], bullet: str = "- ") -> list[str]:
    listed = "\n".join(f"{bullet}{line}" for line in lines)
    return [f"## {heading} ({len(lines)})\n\n{listed}"] if lines else []
