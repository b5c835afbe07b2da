"""The timeline as lanes: for each letter its time to answer, what is on record since, and where it stands.

A lane is a letter, the lanes of a round stand together, and in a round those answered first come first.
Where letters are too many to read, a lane is a round. Events are those tagged with a letter's round and
place, by the day of the view: nothing is guessed from dates alone. Places on the axis are percents of its
width, so that one layout serves every screen, paper and picture.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import pandas as pd

from tracker.brief.evidence_sentences import NOT_NAMED
from tracker.campaign import Campaign
from tracker.filters import Selection
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_cell
from tracker.language.placenames import listed_name
from tracker.letter_key import LETTER_KEY, key_of
from tracker.letters import events_until
from tracker.row_types import Event, LetterOnDay, Source, typed_rows
from tracker.views.axis import Axis, axis
from tracker.views.wording import (
    credit,
    day,
    deadline,
    plural,
    tally,
)
from tracker.vocabulary import CASE_EVENTS, DECISIONS, REPLIES, EventType, Evidence, Status

MOST_LETTERS = 250
"""With more letters than this a lane is a round."""

MOST_ROUNDS = 60
"""With more rounds than this as well it is a year."""

MOST_EVENTS = 3
"""How many events of one day a mark tells before it counts the rest."""


class Group(StrEnum):
    """What an event is to a letter; its value is what the legend says, filled by the campaign."""

    ANSWER = "Answer or refusal"
    OUTCOME = "{sender}’s act"
    COURT = "Court"
    OTHER = "Other event"


GROUPS: dict[EventType, Group] = {
    **dict.fromkeys(REPLIES, Group.ANSWER),
    **dict.fromkeys((*DECISIONS, EventType.FOUND_NONCOMPLIANT), Group.OUTCOME),
    **dict.fromkeys((*CASE_EVENTS, EventType.SUBPOENA), Group.COURT),
}
"""The group of each type of event; what is not named here is `Group.OTHER`."""


GROUP_SHAPES: dict[Group, tuple[tuple[int, int], ...]] = {
    Group.ANSWER: ((0, 100), (100, 100), (50, 0)),
    Group.OUTCOME: ((0, 0), (100, 0), (50, 100)),
    Group.COURT: (
        *((20, 0), (50, 30), (80, 0), (100, 20), (70, 50), (100, 80)),
        *((80, 100), (50, 70), (20, 100), (0, 80), (30, 50), (0, 20)),
    ),
    Group.OTHER: ((40, 0), (60, 0), (60, 100), (40, 100)),
}
"""The mark of each group, as corners in percents of its box, y down."""


@dataclass(frozen=True)
class Mark:
    """What is on record on one date: its group, where it lies on the axis, and all of it in words.

    `begin` and `end` differ where the day is not known; `at` is the middle. All three are percents.
    """

    group: Group
    begin: float
    end: float
    words: str

    @property
    def at(self) -> float:
        """The middle of the days that it may have been."""
        return round((self.begin + self.end) / 2, 2)


@dataclass(frozen=True)
class Lane:
    """One row: whose it is, its time to answer in percents (`end` is None without a deadline), its marks.

    `jurisdiction_id` and `status` are "" and None where the lane is a round. `is_inferred` says that no
    source names the place as a recipient.
    """

    jurisdiction_id: str
    label: str
    status: Status | None
    begin: float
    end: float | None
    words: str
    marks: tuple[Mark, ...]
    is_inferred: bool = False


@dataclass(frozen=True)
class Chapter:
    """The lanes of one round under its heading, "" where every lane is a round."""

    heading: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Lanes:
    """A timeline: its axis and its chapters, newest round first."""

    axis: Axis
    chapters: tuple[Chapter, ...]


def lanes(selection: Selection) -> Lanes:
    """Lay out the timeline of a view."""
    letters, events = selection.letters, _tagged(selection)
    scale = axis(_spans(letters), _days(events), selection.as_of)
    layout = _Layout(scale, selection.dataset.sources_by_id, selection.campaign)
    if len(letters) <= MOST_LETTERS:
        build = layout.by_letter
    else:
        build = layout.by_round if letters["round_id"].nunique() <= MOST_ROUNDS else layout.by_year
    return Lanes(scale, tuple(build(typed_rows(letters, LetterOnDay), typed_rows(events, Event))))


def folds_words(axis: Axis) -> str:
    """Say which stretches are left out, "" where none is."""
    return "; ".join(fold.label for fold in axis.folds)


def lanes_alt(selection: Selection) -> str:
    """Describe the timeline in words."""
    letters = selection.letters
    if letters.empty:
        return "Timeline with no letters."
    first, last = (ap_date(letters["sent_on"].agg(end).date()) for end in ("min", "max"))
    sent = f"on {first}" if first == last else f"from {first} to {last}"
    events = f"{plural(len(_tagged(selection)), 'event')} about {'it' if len(letters) == 1 else 'them'}"
    rows = typed_rows(letters, LetterOnDay)
    return f"{_sent(rows)} {sent}, with {events} on record since. {tally(rows, selection.campaign)}"


def _sent(letters: list[LetterOnDay]) -> str:
    """Count letters, apart from them those that no source names."""
    others = sum(letter["evidence"] == Evidence.INFERRED for letter in letters)
    sure, unnamed = len(letters) - others, "entered that no source names,"
    if not sure:
        return f"{plural(others, 'letter')} {unnamed}"
    return f"{plural(sure, 'letter')} sent{f', and {others} {unnamed}' if others else ''}"


def _tagged(selection: Selection) -> pd.DataFrame:
    """Return the events of these letters by the day of the view, oldest first."""
    events = events_until(selection.dataset, selection.as_of)
    return events.merge(selection.letters[LETTER_KEY], on=LETTER_KEY, how="inner", validate="m:1")


def _spans(letters: pd.DataFrame) -> list[tuple[date, date]]:
    due = letters["deadline_on"].fillna(letters["sent_on"])
    return list(zip(letters["sent_on"].dt.date, due.dt.date, strict=True))


def _days(events: pd.DataFrame) -> list[tuple[date, date]]:
    return list(zip(events["date_earliest"].dt.date, events["date_latest"].dt.date, strict=True))


@dataclass(frozen=True, eq=False)
class _Layout:
    """Lays lanes out on an axis, with the sources named that their words rest on."""

    axis: Axis
    sources: Mapping[str, Source]
    campaign: Campaign

    def by_letter(self, letters: list[LetterOnDay], events: list[Event]) -> Iterator[Chapter]:
        own = _gathered(events, key_of)
        for _, group in groupby(letters, key=lambda letter: letter["round_id"]):
            same = sorted(group, key=lambda letter: _answered_on(own[key_of(letter)]))
            rows = tuple(self._letter(letter, own[key_of(letter)]) for letter in same)
            yield Chapter(f"{same[0]['round_label']}: {same[0]['round_name']}", rows)

    def by_round(self, letters: list[LetterOnDay], events: list[Event]) -> Iterator[Chapter]:
        own = _gathered(events, lambda event: event["round_id"])
        rounds = groupby(letters, key=lambda letter: (letter["round_id"], letter["round_label"]))
        lanes = (self._together(list(same), own[round_id], label) for (round_id, label), same in rounds)
        yield Chapter("", tuple(lanes))

    def by_year(self, letters: list[LetterOnDay], events: list[Event]) -> Iterator[Chapter]:
        years = {key_of(letter): letter["sent_on"].year for letter in letters}
        own = _gathered(events, lambda event: years[key_of(event)])
        lanes = (
            self._together(list(same), own[year], str(year))
            for year, same in groupby(letters, key=lambda letter: letter["sent_on"].year)
        )
        yield Chapter("", tuple(lanes))

    def _letter(self, letter: LetterOnDay, events: list[Event]) -> Lane:
        sent, due = letter["sent_on"].date(), day(letter["deadline_on"])
        is_inferred = letter["evidence"] == Evidence.INFERRED
        unnamed = f"; {NOT_NAMED}" if is_inferred else ""
        words = f"Letter of {ap_date(sent)}, {deadline(letter)}{unnamed}."
        return Lane(
            letter["jurisdiction_id"],
            listed_name(letter),
            Status.of(letter["status"]),
            self.axis.at(sent),
            self.axis.at(due) if due else None,
            f"{words} {credit(letter['sources'], self.sources)}",
            tuple(self._marks(events)),
            is_inferred,
        )

    def _together(self, letters: list[LetterOnDay], events: list[Event], label: str) -> Lane:
        """Lay out the lane of a round or of a year."""
        sent = min(letter["sent_on"] for letter in letters).date()
        due = max(filter(None, (day(letter["deadline_on"]) for letter in letters)), default=None)
        sure = sum(letter["evidence"] != Evidence.INFERRED for letter in letters)
        return Lane(
            "",
            f"{label} ({sure})",
            None,
            self.axis.at(sent),
            self.axis.at(due) if due else None,
            f"{_sent(letters)} from {ap_date(sent)}. {tally(letters, self.campaign)}",
            tuple(self._marks(events)),
        )

    def _marks(self, events: list[Event]) -> Iterator[Mark]:
        """Give one mark for each date and group of events, oldest first in its group."""
        for (group, earliest, latest), same in groupby(sorted(events, key=_spot), key=_spot):
            yield Mark(group, self.axis.at(earliest), self.axis.at(latest), self._words(list(same)))

    def _sentence(self, event: Event) -> str:
        said = credit(event["sources"], self.sources)
        return f"{self._label(event)}. {ap_style(event['summary'])} {said}."

    def _label(self, event: Event) -> str:
        return self.campaign.say(EventType.of(event["type"]).label)

    def _words(self, events: list[Event]) -> str:
        """Tell the events of one date: when, of which type, what happened, on whose word."""
        if len(events) > MOST_EVENTS:
            counts = Counter(self._label(event) for event in events)
            sentences = [f"{label}: {plural(count, 'event')}." for label, count in counts.items()]
        else:
            sentences = [self._sentence(event) for event in events]
        return f"{date_in_cell(events[0]['date'])}: {' '.join(sentences)}"


def _spot(event: Event) -> tuple[Group, date, date]:
    group = GROUPS.get(EventType.of(event["type"]), Group.OTHER)
    return group, event["date_earliest"].date(), event["date_latest"].date()


def _answered_on(events: Iterable[Event]) -> date:
    """Return the day by which the first answer is certain, the end of time without one."""
    days = (event["date_latest"].date() for event in events if event["type"] == EventType.RESPONSE_SENT)
    return min(days, default=date.max)


def _gathered(events: list[Event], key: Callable[[Event], object]) -> dict[object, list[Event]]:
    """Gather events by what they are of."""
    gathered: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        gathered[key(event)].append(event)
    return gathered
