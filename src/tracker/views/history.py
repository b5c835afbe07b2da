"""What a timeline shows, as frames: its rows, the spans of the letters, and the events on each row.

A row is a place; where places are many it is a round, and events of one day are counted together.
Events are those tagged with a letter's round and place, by the day of the view: nothing is guessed from
dates alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from tracker.brief.words import dates_to_ap
from tracker.dates import table_date
from tracker.placenames import listed_name
from tracker.selection import LETTER_KEY, Selection, events_until
from tracker.views.wording import (
    Published,
    Row,
    credit,
    deadline,
    lines,
    plural,
    published,
    rows_of,
    tally,
    when,
)
from tracker.vocabulary import EventType, Status

MOST_PLACES = 40
"""With more places than this a row is a round."""

MOST_EVENTS = 3
MOST_NAMES = 8
"""How many events, or places, one hover text tells before it counts the rest."""


class Group(StrEnum):
    """What an event is to a letter; its value is what the legend says."""

    ANSWER = "Answer or refusal"
    OUTCOME = "DOJ outcome"
    COURT = "Court"
    OTHER = "Other event"


GROUPS: dict[EventType, Group] = {
    EventType.RESPONSE_SENT: Group.ANSWER,
    EventType.DOCUMENTS_PRODUCED: Group.ANSWER,
    EventType.DECLINED: Group.ANSWER,
    EventType.FOUND_NONCOMPLIANT: Group.OUTCOME,
    EventType.CLEARED: Group.OUTCOME,
    EventType.SETTLEMENT: Group.OUTCOME,
    EventType.DELISTED: Group.OUTCOME,
    EventType.SUIT_FILED: Group.COURT,
    EventType.RULING: Group.COURT,
    EventType.SUIT_ENDED: Group.COURT,
    EventType.SUBPOENA: Group.COURT,
}
"""The group of each type of event; what is not named here is `Group.OTHER`."""


@dataclass(frozen=True, eq=False)
class History:
    """The content of a timeline.

    `labels` names the rows, top first. `spans` has a row per bar: `row, key, begin, end` (NaT without a
    deadline), `status, kind` (both "" where rows are rounds), `opens, hover`. `events` has a row per mark:
    `row, group, count, begin, end, middle, opens, hover`, and `step` (0, 1, … among the marks of one row and
    day). `key` is the id of the jurisdiction or of the round; `opens` is the id of the jurisdiction that a
    click opens, "" where there are several.
    """

    labels: tuple[str, ...]
    spans: pd.DataFrame
    events: pd.DataFrame
    by_round: bool


def history(selection: Selection) -> History:
    """Return what the timeline of a view shows."""
    by_round = len(selection.places) > MOST_PLACES
    letters = selection.letters
    keys = letters["round_id" if by_round else "jurisdiction_id"]
    letters = letters.assign(key=keys, row=pd.factorize(keys)[0])
    known = published(selection.dataset)
    spans = _round_spans(letters) if by_round else _place_spans(letters, known)
    heads = rows_of(letters.drop_duplicates("key"))
    labels = [_round_label(head, letters) if by_round else _name(head) for head in heads]
    marks = _marks(_tagged(selection, letters), known, by_round)
    return History(tuple(escape(label) for label in labels), spans, marks, by_round)


def _name(row: Row) -> str:
    return listed_name(row._asdict())


def _round_label(head: Row, letters: pd.DataFrame) -> str:
    return f"{head.round_label} ({(letters['key'] == head.key).sum()})"


SPAN = ["row", "key", "begin", "end", "status", "kind", "opens", "hover"]


def _place_spans(letters: pd.DataFrame, known: Published) -> pd.DataFrame:
    hover = [
        lines(
            f"Letter of {table_date(row.sent_on.date())}, {deadline(row)}",
            Status.of(row.status).label,
            credit(row.sources, known),
            title=_name(row),
        )
        for row in rows_of(letters)
    ]
    letters = letters.assign(begin=letters["sent_on"], end=letters["deadline_on"])
    return letters.assign(opens=letters["key"], hover=hover)[SPAN]


def _round_spans(letters: pd.DataFrame) -> pd.DataFrame:
    heads = letters.drop_duplicates("key")
    hover = []
    for head in rows_of(heads):
        own = letters.loc[letters["key"] == head.key, "status"]
        title, sent = f"{head.round_label}: {plural(len(own), 'letter')}", table_date(head.sent_on.date())
        hover.append(lines(head.round_name, f"Sent {sent}, {deadline(head)}", tally(own), title=title))
    heads = heads.assign(begin=heads["sent_on"], end=heads["deadline_on"])
    return heads.assign(status="", kind="", opens="", hover=hover)[SPAN].reset_index(drop=True)


def _tagged(selection: Selection, letters: pd.DataFrame) -> list[Row]:
    """Return the events of these letters, by row, date and group."""
    events = events_until(selection.dataset, selection.as_of)
    names = letters[[*LETTER_KEY, "row", "name", "state", "kind"]]
    events = events.merge(names, on=LETTER_KEY, how="inner", validate="m:1")
    group = [GROUPS.get(EventType.of(word), Group.OTHER) for word in events["type"]]
    return sorted(rows_of(events.assign(group=group)), key=_spot)


def _spot(event: Row) -> tuple[Any, ...]:
    return event.row, event.date_latest, event.date, list(Group).index(event.group)


MARK = ["row", "group", "count", "begin", "end", "middle", "opens", "hover"]


def _marks(events: list[Row], known: Published, by_round: bool) -> pd.DataFrame:
    """Return one mark for each row, date and group of events; in each row the oldest first."""
    marks = [_mark(list(same), known, by_round) for _, same in groupby(events, key=_spot)]
    # Said outright, because a frame without a row would have no types.
    days = dict.fromkeys(["begin", "end", "middle"], "datetime64[s]")
    frame = pd.DataFrame(marks, columns=MARK).astype(days)
    return frame.assign(step=frame.groupby(["row", "middle"]).cumcount())


def _mark(events: list[Row], known: Published, by_round: bool) -> tuple[Any, ...]:
    first, count = events[0], len(events)
    begin, end = first.date_earliest, first.date_latest
    hover = _tell_many(events, known) if by_round and count > 1 else _tell(events, known)
    middle = (begin + (end - begin) / 2).normalize()
    ids = {event.jurisdiction_id for event in events}
    opens = first.jurisdiction_id if len(ids) == 1 else ""
    return first.row, first.group, count, begin, end, middle, opens, hover


def _tell(events: list[Row], known: Published) -> str:
    """Tell each event of a place on one day with its source: the type, what happened, who published it."""
    told = [
        lines(dates_to_ap(event.summary), credit(event.sources, known), title=EventType.of(event.type).label)
        for event in events[:MOST_EVENTS]
    ]
    head = lines(title=f"{_name(events[0])}: {when(events[0].date)}")
    return "<br>".join([head, *told, *_rest(len(events) - MOST_EVENTS)])


def _rest(more: int) -> Iterator[str]:
    if more > 0:
        yield lines(f"and {more} more on this day")


def _tell_many(events: list[Row], known: Published) -> str:
    """Count the events of a round on one day by type, and name the places."""
    told = []
    for label in dict.fromkeys(EventType.of(event.type).label for event in events):
        same = [event for event in events if EventType.of(event.type).label == label]
        told.append(lines(_names(same), title=f"{label}: {plural(len(same), 'event')}"))
    return "<br>".join([lines(title=when(events[0].date)), *told, lines(credit(events[0].sources, known))])


def _names(events: list[Row]) -> str:
    names = list(dict.fromkeys(_name(event) for event in events))
    more = len(names) - MOST_NAMES
    return "; ".join(names[:MOST_NAMES]) + (f"; and {more} more" if more > 0 else "")
