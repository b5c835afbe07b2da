"""The public rows of a view: one table of letters, and what belongs to it in the other tables.

Every export writes these rows, in this order. A view that filters nothing has all that is on record by its
day; any other has the events at its places, the cases that name one, and the rounds of its letters.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from tracker.address import FROM, TO, Address
from tracker.campaign import Campaign
from tracker.case_filters import CaseFilters, naming
from tracker.changes import changes, days_of
from tracker.court_cases import with_more_later
from tracker.dockets import docket_link
from tracker.evidence import Count
from tracker.exports.columns import Form, PublicColumn
from tracker.exports.own import NEEDED, NONE, Own, Way, events_of
from tracker.exports.public_changes import change_frame
from tracker.exports.public_columns import columns
from tracker.filters import Selection
from tracker.grouping import group_table
from tracker.letter_key import LETTER_KEY
from tracker.letters import events_until
from tracker.over_time import answers_over_time
from tracker.rounds import compare_rounds
from tracker.sides import Sides, sides_of, sides_table
from tracker.then_and_now import then_and_now
from tracker.vocabulary import CaseStatus, DocumentKind, EventType, Party, SourceKind, Status, Term

Value = str | int | float | bool | date | tuple[str, ...] | None
Record = Mapping[str, Value]


@dataclass(frozen=True)
class Rows:
    """Some rows of a public table.

    `records` hold for each column a str, int, float, bool, date or tuple of str, or None where nothing is
    known; `total` counts the rows of the view, of which these begin at `offset`.
    """

    table: str
    columns: tuple[PublicColumn, ...]
    records: tuple[Record, ...]
    total: int
    offset: int = 0

    def page(self, offset: int, limit: int | None) -> "Rows":
        """Return at most `limit` rows from the row `offset` on, counted from 0."""
        end = None if limit is None else offset + limit
        return replace(self, records=self.records[offset:end], offset=offset)

    @property
    def has_more(self) -> bool:
        """Whether the view has rows after these."""
        return self.offset + len(self.records) < self.total


TITLES: Mapping[str, str] = {
    "letters": "The letters of the view, newest first, then by name.",
    "events": "The events by the day at the places of the view (all, if nothing is filtered), newest first.",
    "jurisdictions": "The places of the view by name, each with its newest letter in the view.",
    "rounds": "The rounds of the letters in view (if nothing is filtered, all by the day), newest first.",
    "cases": "The court cases on record by the day of the kinds asked for, newest filing first; "
    "filters of letters other than of rounds keep those that name a recipient.",
    "changes": "What happened, or what entered the record, from one day to another, oldest first; "
    "each thing once, however many places it names.",
    "documents": "The documents of those letters and events, read or located, by id.",
    "comparison": "The places with a letter of the first of two rounds only, of the second only, of both.",
    "groups": "The letters of the view counted by state, region, kind of place, population, round or period; "
    "those that no source names are counted in a column of their own and in no other.",
    "answers": "The answers to each round of the view by days since its letters: a row for each day on "
    "which a count grows. Letters that no source names are left out.",
    "eras": "The places with letters of the view from more than one period, by name, with what came of the "
    "newest letter of the first and of the last.",
    "sides": "Two views counted side by side: that of the filters, and the one set against it.",
    "sources": "The sources of all these letters, events, cases and rounds, and of the populations, by id.",
}
"""The public tables: what one holds, in a sentence."""

TABLES = tuple(table for table in TITLES if table not in NEEDED)
"""The public tables that need no more than filters; the others need values of their own."""


def public_frame(table: str, selection: Selection, own: Own = NONE) -> pd.DataFrame:
    """Return the frame from which all rows of a public table in a view are read; as for `public_rows`."""
    return _FRAMES[table](selection, own)


def public_rows(table: str, selection: Selection, base: str = "", own: Own = NONE) -> Rows:
    """Return all rows of a public table in a view.

    Args:
        table: one of `TITLES`.
        selection: the view.
        base: the address of the site, up to and with its last slash; "" gives relative links.
        own: what the table has beside the filters, see `tracker.exports.own`.

    Raises:
        KeyError: there is no such table.
    """
    return rows_of(table, public_frame(table, selection, own), selection, base)


def rows_of(table: str, frame: pd.DataFrame, selection: Selection, base: str = "") -> Rows:
    """Turn the frame of a public table into rows; the rest as for `public_rows`."""
    if "jurisdiction_id" in frame:
        links = [record_link(place, selection, base) for place in frame["jurisdiction_id"]]
        frame = frame.assign(record=links)
    described = columns(table, selection.dataset)
    cells = {column.name: _cells(frame[column.source], column.form) for column in described}
    records = tuple(dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
    return Rows(table, described, records, len(records))


def _letters(selection: Selection, own: Own) -> pd.DataFrame:
    letters = selection.letters
    return letters.assign(status_label=_labels(letters["status"], Status, selection.campaign))


def _places(selection: Selection, own: Own) -> pd.DataFrame:
    places = selection.places
    return places.assign(status_label=_labels(places["status"], Status, selection.campaign))


def _events(selection: Selection, own: Own) -> pd.DataFrame:
    events = events_until(selection.dataset, selection.as_of).iloc[::-1]
    if _is_filtered(selection):
        events = events[events["jurisdiction_id"].isin(selection.place_ids)]
    events = events_of(events, own)
    known = selection.dataset.jurisdictions[["jurisdiction_id", "name", "state"]]
    events = events.merge(known, on="jurisdiction_id", how="left", validate="m:1")
    return events.assign(type_label=_labels(events["type"], EventType, selection.campaign))


def _cases(selection: Selection, own: Own) -> pd.DataFrame:
    """Pick cases as the page of the cases does; what only letters are filtered by asks for their places."""
    chosen = CaseFilters.of(selection.filters, own)
    return _labeled_cases(chosen.apply(selection.dataset, selection.as_of), selection)


def _cited_cases(selection: Selection) -> pd.DataFrame:
    """Pick the cases that belong to the letters of the view."""
    chosen = CaseFilters(round=selection.filters.round)
    cases = chosen.apply(selection.dataset, selection.as_of)
    if _is_filtered(selection, but="round"):
        cases = naming(cases, selection.place_ids)
    return _labeled_cases(cases, selection)


def _labeled_cases(cases: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Give cases by the day of a view with words beside codes."""
    unfinished = cases["case_id"].isin(with_more_later(selection.dataset, selection.as_of))
    return cases.assign(
        outcome=cases["outcome"].mask(unfinished, ""),
        brought_by_label=_labels(cases["brought_by"], Party, selection.campaign),
        status_label=_labels(cases["status"], CaseStatus, selection.campaign),
        docket_link=list(map(docket_link, cases["court"], cases["docket"])),
    )


def _changes(selection: Selection, own: Own) -> pd.DataFrame:
    """Give what the page of the changes tells for these days."""
    dataset, filters = selection.dataset, selection.filters
    days = days_of(Address(filters, own), dataset, selection.as_of)
    entries = changes(dataset, filters.drop("as_of"), days.start, days.end, days.by)
    return change_frame(entries, dataset.campaign)


def _rounds(selection: Selection, own: Own) -> pd.DataFrame:
    """Count letters by round, those not named apart; an end after the day of the view is not told."""
    rounds = selection.dataset.rounds
    here, sent = (Count.by(letters, "round_id") for letters in (selection.letters, selection.pool))
    chosen = rounds["round_id"].isin(list(here))
    if not _is_filtered(selection):
        chosen = rounds["sent_on"] <= pd.Timestamp(selection.as_of)
    rounds = rounds[chosen]
    ended = rounds["ended_on_latest"] <= pd.Timestamp(selection.as_of)
    return rounds.assign(
        ended_on=rounds["ended_on"].where(ended, ""),
        ended_sources=_kept(rounds["ended_sources"], ended),
        recipients_recorded=[sent.get(key, Count()).named for key in rounds["round_id"]],
        recipients_inferred=[sent.get(key, Count()).inferred for key in rounds["round_id"]],
        letters_in_view=[here.get(key, Count()).named for key in rounds["round_id"]],
        inferred_in_view=[here.get(key, Count()).inferred for key in rounds["round_id"]],
    ).sort_values(["sent_on", "round_id"], ascending=False)


def _documents(selection: Selection, own: Own) -> pd.DataFrame:
    """Give the documents of the letters and of the events of the view, with the address of each."""
    documents, letters = selection.dataset.documents, selection.letters[LETTER_KEY]
    of_letters = pd.MultiIndex.from_frame(documents[LETTER_KEY]).isin(pd.MultiIndex.from_frame(letters))
    of_events = documents["event_id"].isin(_events(selection, own)["event_id"])
    shown = documents[(of_letters & (documents["event_id"] == "")) | of_events]
    addresses = selection.dataset.sources[["source_id", "url"]]
    placed = shown.merge(addresses, on="source_id", how="left", validate="m:1").sort_values("document_id")
    return placed.assign(kind_label=_labels(placed["kind"], DocumentKind, selection.campaign))


def _comparison(selection: Selection, own: Own) -> pd.DataFrame:
    """Give the places of two rounds as the page of the rounds does; none while either is not sent."""
    first, second = own[FROM], own[TO]
    compared = compare_rounds(selection.dataset, first, second, selection.as_of)
    groups = {"first": compared.only_first, "second": compared.only_second, "both": compared.both}
    order = {place: group for group, places in groups.items() for place in places if compared.is_sent}
    pool = selection.pool
    places = pool.drop_duplicates("jurisdiction_id").set_index("jurisdiction_id").loc[list(order)]
    letters = pool.set_index(LETTER_KEY)[["status", "evidence"]].to_dict("index")
    labels = {
        "first": f"Only in {compared.month(first)}",
        "second": f"Only in {compared.month(second)}",
        "both": "In both",
    }
    return places.assign(
        letters=list(order.values()),
        letters_label=[labels[group] for group in order.values()],
        **{
            f"{name}_{column}": [letters.get((round_id, place), {}).get(column, "") for place in order]
            for name, round_id in (("first", first), ("second", second))
            for column in ("status", "evidence")
        },
    ).reset_index()


def _groups(selection: Selection, own: Own) -> pd.DataFrame:
    """Count letters as the page of comparison does, in its order."""
    way = Way.of(own)
    return group_table(selection, way.by, way.column, way.is_backward)


def _answers(selection: Selection, own: Own) -> pd.DataFrame:
    return answers_over_time(selection)


def _eras(selection: Selection, own: Own) -> pd.DataFrame:
    return then_and_now(selection)


def _sides(selection: Selection, own: Own) -> pd.DataFrame:
    """Count both views; none where no second is named."""
    address = Address(selection.filters, own)
    sides, _ = sides_of(address, selection.dataset, selection.as_of)
    return sides_table(sides or Sides(selection, selection)).iloc[: 2 if sides else 0]


def _sources(selection: Selection, own: Own) -> pd.DataFrame:
    frames = (build(selection, NONE) for build in (_letters, _events, _rounds))
    cells = chain(
        _cited_cases(selection)["sources"],
        selection.places["population_source"],
        *(frame["sources"] for frame in frames),
    )
    cited = set(chain.from_iterable(cells))
    sources = selection.dataset.sources
    sources = sources[sources["source_id"].isin(cited)].sort_values("source_id")
    return sources.assign(kind_label=_labels(sources["kind"], SourceKind, selection.campaign))


_FRAMES: Mapping[str, Callable[[Selection, Own], pd.DataFrame]] = {
    "letters": _letters,
    "events": _events,
    "jurisdictions": _places,
    "rounds": _rounds,
    "cases": _cases,
    "changes": _changes,
    "documents": _documents,
    "comparison": _comparison,
    "groups": _groups,
    "answers": _answers,
    "eras": _eras,
    "sides": _sides,
    "sources": _sources,
}


def _kept(lists: "pd.Series[Any]", mask: "pd.Series[bool]") -> list[Any]:
    """Empty the lists where the mask does not hold; `where` takes no tuple for a cell."""
    return [cell if is_kept else () for cell, is_kept in zip(lists, mask, strict=True)]


def _is_filtered(selection: Selection, but: str = "as_of") -> bool:
    return bool(selection.filters.drop("as_of", but).active())


def _labels(words: "pd.Series[str]", vocabulary: type[Term], campaign: Campaign) -> list[str]:
    labels = campaign.labels(vocabulary)
    return [labels[word] for word in words]


def record_link(place: str, selection: Selection, base: str) -> str:
    """Return the address of a place's record; the day is kept where the view has pinned one."""
    pinned = selection.filters.as_of
    day = {"as_of": str(pinned)} if pinned else {}
    return f"{base}record?{urlencode({'id': place} | day)}"


def _cells(column: "pd.Series[Any]", form: Form) -> list[Value]:
    """Turn a column into plain values, None where nothing is known."""
    convert = _CONVERTERS[form]
    return [convert(value) for value in column.tolist()]


_CONVERTERS: Mapping[Form, Callable[[Any], Value]] = {
    Form.TEXT: lambda text: str(text) or None,
    Form.IMPRECISE: lambda text: str(text) or None,
    Form.DAY: lambda day: None if pd.isna(day) else day.date(),
    Form.WHOLE: lambda number: None if pd.isna(number) else int(number),
    Form.NUMBER: lambda number: None if pd.isna(number) else float(number),
    Form.FLAG: bool,
    Form.LIST: tuple,
}
