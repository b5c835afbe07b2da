"""Rules for how an id is made, so that two editors would give one event the same id."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check


@check("event-id", needs=("events",))
def check_event_id(draft: Draft) -> Iterator[Finding]:
    """An event's id is its place, date and type, and `:2` and on where these repeat; a released id stays."""
    released = draft.released["events"].by_key if "events" in draft.released else {}
    columns = (draft["events"].cells[name] for name in ("jurisdiction_id", "date", "type"))
    stems = [f"{place}:{date_in_id(date)}:{type_}" for place, date, type_ in zip(*columns, strict=True)]
    allowed = {stem: _numbered(stem, count) for stem, count in Counter(stems).items()}
    for row, (event_id, stem) in enumerate(zip(draft["events"].cells["event_id"], stems, strict=True)):
        # A date that is corrected later leaves the id as it was published.
        if event_id not in allowed[stem] and event_id not in released:
            message = f"place, date and type give {' or '.join(allowed[stem])}"
            yield Finding("events", row, "event_id", message)


def _numbered(stem: str, count: int) -> dict[str, int]:
    """Give the ids of events of the same place, date and type, in order."""
    return {f"{stem}:{number}" if number > 1 else stem: number for number in range(1, count + 1)}


def date_in_id(date: str) -> str:
    """Give the date as an id holds it: of an interval what both ends share, or else the first year."""
    first, slash, last = date.partition("/")
    if not slash:
        return date
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(first.split("-"), last.split("-"), strict=False))
    return "-".join(part for part, _ in shared) or first.split("-")[0]
