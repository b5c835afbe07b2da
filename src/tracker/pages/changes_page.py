"""The changes page: everything that happened from one day to another, as sentences and as a table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tracker.address import BY, FROM, HAPPENED, RECORDED, TO, Address
from tracker.campaign import Campaign
from tracker.changes import SWAPPED, Changes, Days, changes, count_kinds, days_of
from tracker.dataset import Dataset
from tracker.filters import Filters
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_cell
from tracker.language.placenames import listed_name
from tracker.language.words import number, sentence
from tracker.memo import once
from tracker.pages.case_links import linking_cases
from tracker.pages.engine import render
from tracker.pages.filter_form import filters_html
from tracker.pages.footnotes import Footnotes
from tracker.pages.meanings import meanings
from tracker.pages.page import Page, made_once
from tracker.pages.since_visit import since_visit_html
from tracker.row_types import Place
from tracker.vocabulary import Confidence, SourceKind, Status, Term

DAY_LABELS = {FROM: "From", TO: "Through"}
"""The labels of the two days."""

LATELY = (7, 30)
"""How many days back what was recorded lately goes: what a reader who comes back asks for."""

WAY_LABEL = "Go by"
WAY_LABELS = {HAPPENED: "When it happened", RECORDED: "When we recorded it"}
"""By which day changes count, the choice and its words."""


@made_once
def changes_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say what happened from the first to the last day of the address, for the letters its filters pick."""
    days = days_of(address, dataset, today)
    entries = _changes(dataset, address.filters.drop("as_of"), days.start, days.end, days.by)
    what = "What entered the record" if days.by == RECORDED else "What changed"
    selection = address.filters.drop("as_of").apply(dataset, days.end)
    filters = filters_html(selection, address, "changes")
    title = f"{what} {_span(days)}"
    summary = _summary(entries, dataset.campaign, reached=days.start < dataset.version.researched_to)
    line = since_visit_html(address, dataset, today)
    if address.filters.as_of is None and days.end != today:
        address = replace(address, filters=replace(address.filters, as_of=days.end))
    sections = {
        "head": _head(
            address.filters,
            days,
            entries,
            dataset,
            headline=title,
            summary=summary,
            since_visit=line,
            lately=[*_lately(address.filters, today)],
            happened=_happened(entries) if days.by == RECORDED else "",
            what_happened=Address(address.filters.drop("as_of")).link("changes"),
        ),
        "days": _fields(days),
        "filters": filters,
        "sentences": _sentences(entries, days.by, address, dataset),
    }
    if entries.rows:
        sections["table"] = _table(entries, days.by, address, dataset)
    return Page(title, summary, sections, days.refused)


def _fields(days: Days) -> str:
    return render("changes_days.html.j2", days=days, labels=DAY_LABELS, way_label=WAY_LABEL, ways=WAY_LABELS)


def _lately(filters: Filters, today: date) -> Iterator[tuple[int, str]]:
    """Give links to what was recorded in the last days, for the letters that filters pick."""
    address = Address(filters.drop("as_of"))
    for count in LATELY:
        first = today - timedelta(days=count - 1)
        yield count, address.link("changes", **{FROM: first.isoformat(), BY: RECORDED})


def _happened(entries: Changes) -> str:
    """Say how much of what entered the record in these days happened in them, and what happened last."""
    days = [change.day for change in entries.rows if change.is_entry]
    if not days:
        return ""
    here = sum(entries.start <= day <= entries.end for day in days)
    much = f"{number(here) if here else 'none'} of these {number(len(days))} happened in these days"
    return sentence(
        f"recorded is not happened: corrections apart, {much}; the last is of {ap_date(max(days))}"
    )


def _head(filters: Filters, days: Days, entries: Changes, dataset: Dataset, **said: Any) -> str:  # noqa: ANN401
    return render(
        "changes_head.html.j2",
        days=days,
        swapped=SWAPPED,
        by=days.by,
        earlier=number(entries.maybe_earlier) if entries.maybe_earlier else "",
        view=_view(filters, dataset, days.end),
        late=days.end > dataset.version.researched_to,
        researched_to=dataset.version.researched_to,
        **said,
    )


def _span(days: Days) -> str:
    """Say the days from the first to the last."""
    if days.start == days.end:
        return f"on {ap_date(days.start)}"
    return f"from {ap_date(days.start)}, through {ap_date(days.end)}"


@once(64)
def _changes(dataset: Dataset, filters: Filters, start: date, end: date, by: str) -> Changes:
    """Take them once for all readers who ask the same of the same data: it takes a good part of a second."""
    return changes(dataset, filters, start, end, by)


def _summary(entries: Changes, campaign: Campaign, reached: bool) -> str:
    """Count the changes of each kind, in a sentence; days that were not researched are not called quiet."""
    if not entries.rows and not reached:
        return "The research does not reach these days, so nothing is on record of them."
    if not entries.rows:
        return "Nothing is on record of these days."
    return sentence(count_kinds(entries.rows, campaign))


def _view(filters: Filters, dataset: Dataset, end: date) -> str:
    """Say which letters the filters pick; "" where they pick all."""
    chosen = filters.drop("as_of")
    if not chosen.active():
        return ""
    return chosen.describe(dataset, end).rpartition(", as of ")[0]


def _sentences(entries: Changes, by: str, address: Address, dataset: Dataset) -> str:
    html, step = linking_cases(dataset, address.filters.as_of), -1 if by == RECORDED else 1
    kinds = [
        {"heading": heading, "count": count, "sentences": list(map(html, sentences[::step]))}
        for heading, count, sentences in entries.sections
    ]
    return render("changes_sentences.html.j2", kinds=kinds, by=by, first_recorded=_first_recorded(dataset))


def _first_recorded(dataset: Dataset) -> date:
    """Return the day on which the first letters and events entered the dataset."""
    first: date = min(dataset.letters["recorded_on"].min(), dataset.events["recorded_on"].min()).date()
    return first


def _table(entries: Changes, by: str, address: Address, dataset: Dataset) -> str:
    notes = Footnotes.of(dataset, (row.sources for row in entries.rows))
    return render(
        "changes_table.html.j2",
        rows=list(_rows(entries, by, address, dataset, notes)),
        sources=notes.sources,
        source_kinds={str(term): term for term in SourceKind},
        by=by,
        meanings=meanings(dataset.campaign, _words(entries)),
    )


def _words(entries: Changes) -> dict[type[Term], Iterable[str]]:
    """Give the words that the table uses."""
    moves = [status for row in entries.rows for status in (row.status_from, row.status_to)]
    return {Status: moves, Confidence: [row.confidence for row in entries.rows if _is_weak(row.confidence)]}


def _is_weak(confidence: str) -> bool:
    return confidence not in ("", Confidence.CONFIRMED)


def _rows(
    entries: Changes,
    by: str,
    address: Address,
    dataset: Dataset,
    notes: Footnotes,
) -> Iterator[dict[str, Any]]:
    """Give the changes as a table shows them: a letter that was sent has no status before that.

    Of what was recorded on a day, what happened last comes first, and corrections last.
    """
    campaign, places = dataset.campaign, dataset.places_by_id
    statuses, html = campaign.words(Status), linking_cases(dataset, address.filters.as_of)
    rows = entries.rows
    if by == RECORDED:
        rows = tuple(sorted(rows, key=lambda row: (row.recorded_on, row.is_entry, row.day), reverse=True))
    for row in rows:
        on = row.recorded_on.isoformat() if by == RECORDED else row.on
        yield {
            "anchor": "/".join(row.key).replace(" ", "_"),
            "on": on,
            "when": date_in_cell(on),
            "places": [_place(places[place], address) for place in row.places],
            "kind": campaign.say(row.label),
            "recorded_on": row.recorded_on,
            "round": row.round_label,
            "before": statuses[row.status_from] if row.status_from else None,
            "after": statuses[row.status_to] if row.status_from else None,
            "summary": html(ap_style(row.dated if by == RECORDED else row.summary)),
            "confidence": Confidence.of(row.confidence) if _is_weak(row.confidence) else None,
            "notes": notes.numbers(row.sources),
        }


def _place(place: Place, address: Address) -> tuple[str, str]:
    """Return a place as tables name it, and the address of its record."""
    return listed_name(place), address.link("record", id=place["jurisdiction_id"])
