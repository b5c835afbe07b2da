"""What happened in a view by its day: letters sent, events, deadlines passed, corrections; the newest first.

Letters and events are the public rows of the view. What happened on an imprecise date counts from its latest
day; a deadline passes on the day after it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from tracker.brief.addressee import addressed
from tracker.brief.where import Row, rows
from tracker.brief.words import dates_to_ap, sentence, when
from tracker.dates import PartialDate, ap_date
from tracker.exports.plaintext import one_line
from tracker.exports.rows import public_rows
from tracker.placenames import full_name, subject
from tracker.selection import LETTER_KEY, Selection
from tracker.status import letter_status
from tracker.vocabulary import Status

LETTER, EVENT, DEADLINE, CORRECTION = "letter", "event", "deadline", "correction"
KINDS = (CORRECTION, EVENT, DEADLINE, LETTER)
"""The kinds, in the order of one day: what came of something stands before it."""


_NO_DEADLINE = "no deadline of the letter is on record"


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Attributes:
        key: the parts of its id, the kind first.
        day: the day from which it counts.
        label: what sort of thing it is, in words; `term` the word for machines.
        jurisdiction_id: the place, "" where a correction is about none.
        name: the place in words.
        summary: what happened, in sentences.
        sources: the ids of its sources.
    """

    key: tuple[str, ...]
    day: date
    term: str
    label: str
    jurisdiction_id: str
    name: str
    summary: str
    sources: tuple[str, ...]

    @property
    def title(self) -> str:
        """The place and what happened: `Jackson, Mississippi: Letter sent`."""
        return one_line(f"{self.name[:1].upper()}{self.name[1:]}: {self.label}" if self.name else self.label)


def happenings(selection: Selection) -> list[Happening]:
    """Return all that happened in a view by its day, the newest first; of one day by kind, then by name."""
    told = _Told(selection)
    found = [*told.letters(), *told.events(), *told.deadlines(), *told.corrections()]
    return sorted(found, key=lambda one: (-one.day.toordinal(), KINDS.index(one.key[0]), one.name, one.key))


@dataclass(frozen=True)
class _Told:
    """The words for what happened in one view."""

    selection: Selection

    def letters(self) -> Iterator[Happening]:
        for letter in self._letters:
            sent, due = letter["sent_on"], letter["deadline_on"]
            asked = f"the letter asked for an answer by {ap_date(due)}" if due else _NO_DEADLINE
            name = subject(self._names[letter["jurisdiction_id"]])
            wrote = f"DOJ wrote to {name} in a letter dated {ap_date(sent)}"
            text = _said(f"{wrote}; {addressed(letter['addressee'] or '')}", asked)
            yield self._happening(LETTER, sent, "letter_sent", "Letter sent", letter, text)

    def events(self) -> Iterator[Happening]:
        for event in public_rows("events", self.selection).records:
            row: Row = event
            text = f"{when(PartialDate.parse(row['date']))}: {row['summary'] or ''}"
            yield Happening(
                (EVENT, row["event_id"]),
                row["date_latest"],
                row["type"],
                row["type_label"],
                row["jurisdiction_id"],
                self._names[row["jurisdiction_id"]],
                _said(text),
                row["sources"],
            )

    def deadlines(self) -> Iterator[Happening]:
        """Give the deadlines that have passed, each with how its letter stood the day after."""
        for letter in self._letters:
            due = letter["deadline_on"]
            if due and due < self.selection.as_of:
                day = due + timedelta(days=1)
                stood = Status.of(self._statuses[day][letter["round_id"], letter["jurisdiction_id"]])
                text = f"the deadline of {ap_date(due)}, passed. Status on the day after: {stood.label}"
                yield self._happening(
                    DEADLINE, day, "deadline_passed", "Deadline passed", letter, _said(text)
                )

    def corrections(self) -> Iterator[Happening]:
        """Give the corrections at the places in view, and of what belongs to no place, such as a round."""
        made = self.selection.dataset.corrections
        made = made[made["corrected_on"] <= pd.Timestamp(self.selection.as_of)]
        here = self._placed
        for row in rows(made):
            place = _place_of(row["table"], row["row"])
            if not place or place in here:
                yield self._correction(row, place)

    def _correction(self, row: Row, place: str) -> Happening:
        day = row["corrected_on"].date()
        return Happening(
            (CORRECTION, day.isoformat(), row["table"], row["row"], row["column"]),
            day,
            "corrected",
            "Correction",
            place,
            self._names.get(place, ""),
            _said(self._corrected(row), row["why"]),
            row["sources"],
        )

    def _corrected(self, row: Row) -> str:
        table = self.selection.dataset.schema[row["table"]]
        titles = {column.name: column.title for column in table.columns}
        what = f"{titles.get(row['column'], row['column'])} of {row['row']} ({table.title.lower()})"
        return f"{what} is {_quoted(row['new'])}, no longer {_quoted(row['old'])}."

    def _happening(self, kind: str, day: date, term: str, label: str, letter: Row, summary: str) -> Happening:
        place = letter["jurisdiction_id"]
        key = (kind, letter["round_id"], place)
        return Happening(key, day, term, label, place, self._names[place], summary, letter["sources"])

    @cached_property
    def _letters(self) -> list[Row]:
        return list(public_rows("letters", self.selection).records)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Every place in words, by id."""
        places = rows(self.selection.dataset.jurisdictions)
        return {place["jurisdiction_id"]: full_name(place) for place in places}

    @property
    def _placed(self) -> frozenset[str]:
        return self.selection.place_ids

    @cached_property
    def _statuses(self) -> "Mapping[date, pd.Series[str]]":
        """The status of every letter, by round and place, on the day after each deadline in view."""
        dataset = self.selection.dataset
        keys = pd.MultiIndex.from_frame(dataset.letters[LETTER_KEY])
        due = {letter["deadline_on"] for letter in self._letters if letter["deadline_on"]}
        days = [day + timedelta(days=1) for day in due]
        return {day: letter_status(dataset, day).set_axis(keys) for day in days}


def _place_of(table: str, row: str) -> str:
    """Find the place that a row of the data is about; "" where it is about none or several."""
    match table:
        case "events":
            return row.partition(":")[0]
        case "letters":
            return row.rpartition(" + ")[2]
    return row if table == "jurisdictions" else ""


def _said(*texts: str) -> str:
    """Put texts of the data together as sentences, dates as prose has them."""
    return one_line(" ".join(sentence(dates_to_ap(text)) for text in texts if text))


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "empty"
