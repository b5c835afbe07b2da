"""The changes page: everything that differs between two days, as sentences and as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from tracker.address import BY, FROM, TO, Address, day_of
from tracker.brief.words import counted, sentence
from tracker.changes import Change, ChangeKind, Changes, changes, recorded_changes
from tracker.dataset import Dataset
from tracker.dates import ap_date
from tracker.filters import FIRST_DAY, Filters, Refused, listed
from tracker.pages.engine import render
from tracker.pages.fragments import rows
from tracker.pages.page import Page
from tracker.placenames import listed_name
from tracker.record import numbered_sources
from tracker.views.wording import when
from tracker.vocabulary import EventType, SourceKind, Status

RECORDED = "recorded"

_NOUNS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.LETTER_SENT: ("letter sent", "letters sent"),
    ChangeKind.DEADLINE_PASSED: ("letter past its deadline", "letters past their deadline"),
    ChangeKind.STATUS_CHANGED: ("change of status", "changes of status"),
    ChangeKind.CASE_FILED: ("court case filed", "court cases filed"),
    ChangeKind.CASE_ENDED: ("court case ended", "court cases ended"),
    ChangeKind.EVENT: ("other event", "other events"),
    ChangeKind.LETTER_RECORDED: ("letter added", "letters added"),
    ChangeKind.EVENT_RECORDED: ("event added", "events added"),
    ChangeKind.CORRECTED: ("correction", "corrections"),
}
"""What one and many changes of a kind are called."""


@dataclass(frozen=True)
class Days:
    """The two days that an address asks to compare, and what of it is refused."""

    start: date
    end: date
    refused: tuple[Refused, ...] = ()


def asked_days(address: Address, dataset: Dataset, today: date) -> Days:
    """Read the two days of an address; by default the second is the day of the view, the first a year before.

    A first day after the second is refused, and the default stands in for it.
    """
    start, bad_start = day_of(FROM, address)
    end, bad_end = day_of(TO, address)
    end = end or address.filters.day(dataset, today)
    refused = [*bad_start, *bad_end]
    if start and start > end:
        why = f"is after the second day, {ap_date(end)}; the first day must come before it"
        refused.append(Refused(FROM, start.isoformat(), why))
        start = None
    return Days(start or _year_before(end), end, tuple(refused))


def changes_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say what differs between the two days of the address, for the letters its filters pick."""
    days, by = asked_days(address, dataset, today), address.word(BY)
    found = _compare(dataset, address.filters.drop("as_of"), days.start, days.end, by)
    span = f"{ap_date(days.start)}, and {ap_date(days.end)}"
    what = "What entered the record" if by == RECORDED else "What changed"
    reached = days.start < dataset.version.researched_to
    summary = _summary(found, reached)
    if address.filters.as_of is None and days.end != today:
        address = replace(address, filters=replace(address.filters, as_of=days.end))
    head = render(
        "changes_head.html.j2",
        headline=f"{what} between {span}",
        summary=summary,
        days=days,
        by=by,
        view=_view(address.filters, dataset, days.end),
        late=days.end > dataset.version.researched_to,
        researched_to=dataset.version.researched_to,
    )
    sections = {"head": head, "told": _told(found, by, dataset)}
    if found.rows:
        sections["table"] = _table(found, by, address, dataset)
    return Page(f"{what} between {span}", summary, sections, days.refused)


@lru_cache(maxsize=64)
def _compare(dataset: Dataset, filters: Filters, start: date, end: date, by: str) -> Changes:
    """Compare once for all readers who ask the same of the same data: it takes a good part of a second."""
    return (recorded_changes if by == RECORDED else changes)(dataset, filters, start, end)


def _year_before(day: date) -> date:
    """Return the same day of the year before, Feb. 28 for Feb. 29, but none that an address cannot name."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return max(FIRST_DAY, day.replace(year=day.year - 1, day=28 if is_leap_day else day.day))


def _summary(found: Changes, reached: bool) -> str:
    """Count the changes of each kind, in a sentence; days that were not researched are not called quiet."""
    if not found.rows and not reached:
        return "The research does not reach these days, so nothing is on record of them."
    if not found.rows:
        return "Nothing on record differs between these two days."
    return sentence(listed([counted(count, *_NOUNS[kind]) for kind, count in _counts(found).items()], "and"))


def _counts(found: Changes) -> dict[ChangeKind, int]:
    """Count changes by kind; a court case counts once, however many places it names."""
    cases = (ChangeKind.CASE_FILED, ChangeKind.CASE_ENDED)
    return {
        kind: len({row.case_id for row in of_kind} if kind in cases else of_kind)
        for kind, _ in found.told
        if (of_kind := [row for row in found.rows if row.kind == kind])
    }


def _view(filters: Filters, dataset: Dataset, end: date) -> str:
    """Say which letters the filters pick; "" where they pick all."""
    chosen = filters.drop("as_of")
    if not chosen.active():
        return ""
    return chosen.describe(dataset, end).rpartition(", as of ")[0]


def _told(found: Changes, by: str, dataset: Dataset) -> str:
    counts = _counts(found)
    kinds = [
        {
            "heading": sentence(_NOUNS[kind][1]).removesuffix("."),
            "count": counts[kind],
            "sentences": sentences,
        }
        for kind, sentences in found.told
    ]
    return render("changes_told.html.j2", kinds=kinds, by=by, first_recorded=_first_recorded(dataset))


def _first_recorded(dataset: Dataset) -> date:
    """Return the day on which the first letters and events entered the dataset."""
    first: date = min(dataset.letters["recorded_on"].min(), dataset.events["recorded_on"].min()).date()
    return first


def _table(found: Changes, by: str, address: Address, dataset: Dataset) -> str:
    sources = numbered_sources(dataset, (row.sources for row in found.rows))
    numbers = dict(zip(sources["source_id"], sources["number"], strict=True))
    names = {row["jurisdiction_id"]: listed_name(row) for row in rows(dataset.jurisdictions)}
    return render(
        "changes_table.html.j2",
        rows=list(_rows(found, address, names, numbers)),
        sources=rows(sources),
        source_kinds={str(term): term for term in SourceKind},
        by=by,
    )


def _rows(
    found: Changes, address: Address, names: Mapping[str, str], numbers: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """Give the changes as a table shows them: a letter that was sent has no status before that."""
    for row in found.rows:
        place, moved = row.jurisdiction_id, bool(row.status_before)
        yield {
            "on": row.on,
            "when": when(row.on),
            "place": names.get(place, ""),
            "href": address.link("record", id=place) if place else "",
            "kind": _kind(row),
            "round": row.round_label,
            "before": Status.of(row.status_before) if moved else None,
            "after": Status.of(row.status_after) if moved else None,
            "summary": row.summary,
            "notes": sorted(int(numbers[source]) for source in row.sources),
        }


def _kind(row: Change) -> str:
    """Name the kind of a change; of an event its type, which says more."""
    is_event = row.kind in (ChangeKind.EVENT, ChangeKind.EVENT_RECORDED)
    return f"{row.kind.label}: {EventType.of(row.event_type).label}" if is_event else row.kind.label
