"""How an id is made of what it names, so that two editors would give one event the same id."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check
from tracker.regions import STATES


@check("event-id", needs=("events",))
def check_event_id(draft: Draft) -> Iterator[Finding]:
    """An event's id is its place, date and type, with `:2` and on; once released or corrected, it stays."""
    published = _published_ids(draft)
    columns = (draft["events"].cells[name] for name in ("jurisdiction_id", "date", "type"))
    stems = list(map(event_stem, *columns))
    allowed = {stem: _numbered(stem, count) for stem, count in Counter(stems).items()}
    # Of a date that cannot be read, its own rule speaks.
    is_dated = draft["events"].typed["date_earliest"].notna().to_list()
    for row, (event_id, stem) in enumerate(zip(draft["events"].cells["event_id"], stems, strict=True)):
        if is_dated[row] and event_id not in allowed[stem] and event_id not in published:
            message = f"place, date and type give {' or '.join(allowed[stem])}"
            yield Finding("events", row, "event_id", message)


def _numbered(stem: str, count: int) -> dict[str, int]:
    """Give the ids of events of the same place, date and type, in order."""
    return {f"{stem}:{number}" if number > 1 else stem: number for number in range(1, count + 1)}


def _published_ids(draft: Draft) -> set[str]:
    """Give the ids that readers have seen: a date that is corrected later leaves its id as it was."""
    released = draft.released["events"].by_key if "events" in draft.released else {}
    log = draft["corrections"].records if "corrections" in draft.tables else []
    return {*released, *(entry["row"] for entry in log if entry["table"] == "events")}


def event_stem(place_id: str, date: str, type_: str) -> str:
    """Make the id of the first event of a place, a date as its cell has it, and a type."""
    return f"{place_id}:{date_in_id(date)}:{type_}"


def document_id(document: Mapping[str, str]) -> str:
    """Make a document's id from its row: of its place and round, or of its event, and its kind."""
    subject = document["event_id"] or f"{document['jurisdiction_id']}:{document['round_id']}"
    return f"{subject}:{document['kind']}"


def state_id(code: str) -> str:
    """Make the id of the place that a state is, by its postal code."""
    return f"state-of-{re.sub(r'[^a-z]+', '-', STATES[code].name.lower())}"


def date_in_id(date: str) -> str:
    """Give the date as an id holds it: of an interval what both ends share, or else the first year."""
    first, slash, last = date.partition("/")
    if not slash:
        return date
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(first.split("-"), last.split("-"), strict=False))
    return "-".join(part for part, _ in shared) or first.split("-")[0]
