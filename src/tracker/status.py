"""The status of every letter on a day, by one table of rules.

The first rule that holds gives the status. The table is the one the About page prints. What happened on
an imprecise date counts from its latest day: what is certain by then.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Self, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import letter_keys
from tracker.memo import once
from tracker.vocabulary import EventType, Status, Term

Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Facts:
    """What the rules look at: the letters, which are all of the dataset's, the dataset and the day."""

    dataset: Dataset
    letters: pd.DataFrame
    day: pd.Timestamp

    @classmethod
    def of(cls, dataset: Dataset, as_of: date) -> Self:
        """Return the facts of a day."""
        return cls(dataset, dataset.letters, pd.Timestamp(as_of))

    def has_event(self, kind: EventType) -> Mask:
        """Letters whose round and place have an event of this type on or before the day."""
        return _first_days(self.dataset, kind) <= self.day.to_datetime64()

    def has_open_case(self) -> Mask:
        """Letters whose round and place are in a case by the day, with no end on record by then."""
        suits = _own_suits(self.dataset)
        is_open = (suits["begun_on"] <= self.day) & ~(suits["ended_on_latest"] <= self.day)
        return are_at(self.letters, suits.loc[is_open, "letter"])

    def round_has_ended(self) -> Mask:
        """Letters whose round ended on or before the day."""
        return _round_ends(self.dataset) <= self.day.to_datetime64()

    def has_no_deadline(self) -> Mask:
        """Letters for which no deadline is on record."""
        return self.letters["deadline_on"].isna().to_numpy()

    def deadline_ahead(self) -> Mask:
        """Letters whose deadline is on or after the day."""
        return (self.letters["deadline_on"] >= self.day).to_numpy()

    def sent(self) -> Mask:
        """Letters sent on or before the day."""
        return (self.letters["sent_on"] <= self.day).to_numpy()

    def always(self) -> Mask:
        """Every letter."""
        return np.ones(len(self.letters), dtype=bool)


# What the rules ask on any day, brought to the order of the letters once per dataset.


@once(64)
def _first_days(dataset: Dataset, kind: EventType) -> Days:
    """Give for each letter the first day by which an event of a type is certain; NaT where there is none."""
    events = dataset.events
    events = events[events["type"] == kind].sort_values("date_latest", ascending=False)
    first = dict(zip(letter_keys(events), events["date_latest"].to_numpy(), strict=True))
    days = [first.get(pair, np.datetime64("NaT")) for pair in letter_keys(dataset.letters)]
    return np.array(days, dtype="datetime64[s]")


@once(4)
def _own_suits(dataset: Dataset) -> pd.DataFrame:
    """Return the cases over rounds of letters, by the position of each `letter`, with their ends.

    `begun_on` is the day by which the case was certainly filed and the place a party to it.
    """
    positions = {pair: position for position, pair in enumerate(letter_keys(dataset.letters))}
    parties = dataset.cases.explode("jurisdictions").rename(columns={"jurisdictions": "jurisdiction_id"})
    parties = parties.assign(letter=[positions.get(pair, -1) for pair in letter_keys(parties)])
    parties = parties[parties["letter"] >= 0]
    return parties[["letter", "ended_on_latest"]].assign(begun_on=_begun_on(dataset, parties))


def _begun_on(dataset: Dataset, parties: pd.DataFrame) -> Days:
    """Give for each party to a case the later of the days on which it was filed and the party joined it."""
    events = dataset.events[dataset.events["type"] == EventType.SUIT_JOINED].sort_values("date_latest")
    joined = dict(zip(_who(events), events["date_latest"], strict=True))
    later = pd.DatetimeIndex([joined.get(who) for who in _who(parties)]).as_unit("s").to_numpy()
    begun: Days = np.fmax(parties["filed_on_latest"].to_numpy(dtype="datetime64[s]"), later)
    return begun


def _who(rows: pd.DataFrame) -> "zip[tuple[str, str]]":
    return zip(rows["case_id"], rows["jurisdiction_id"], strict=True)


@once(4)
def _round_ends(dataset: Dataset) -> Days:
    """Give for each letter the day on which its round ended, NaT where it has not."""
    ended = dataset.rounds.set_index("round_id")["ended_on_latest"]
    return dataset.letters["round_id"].map(ended).to_numpy(dtype="datetime64[s]")


F_contra = TypeVar("F_contra", bound=Facts, contravariant=True)
"""The facts that a rule looks at; what needs fewer facts will do with more."""


@dataclass(frozen=True)
class Rule(Generic[F_contra]):
    """One line of a table: the word it gives, when it holds, and why it stands where it does.

    `event` is the type of event that brings the word about, where one does.
    """

    word: Term
    when: str
    why: str
    holds: Callable[[F_contra], Mask]
    event: EventType | None = None


def by_event(word: Term, event: EventType, when: str, why: str) -> Rule[Facts]:
    """Make the rule that holds where a letter has an event of a type."""
    return Rule(word, when, why, lambda facts: facts.has_event(event), event)


def events_by_word(rules: Iterable[Rule[Any]]) -> dict[str, EventType]:
    """Give the type of event that brings each word of a table about; a word that none does is left out."""
    return {str(rule.word): rule.event for rule in rules if rule.event}


STATUS_RULES: tuple[Rule[Facts], ...] = (
    by_event(
        Status.CLEARED,
        EventType.CLEARED,
        "{sender} cleared the place on this round, on or before the day.",
        "{sender}’s own last word on a letter outranks all that came before it.",
    ),
    by_event(
        Status.SETTLED,
        EventType.SETTLEMENT,
        "A settlement or signed understanding on this round is on record.",
        "An agreement ends the dispute, but is not {sender}’s word that the place complies.",
    ),
    Rule(
        Status.IN_COURT,
        "A case over this round’s letters names the place and was filed by the day; no end by then was read.",
        "While a court has the matter, no answer or finding decides it.",
        lambda facts: facts.has_open_case(),
    ),
    by_event(
        Status.REMOVED,
        EventType.DELISTED,
        "{sender} took the place off its published list, in connection with this round.",
        "A removal is an act of {sender}, but says nothing on compliance, so it stands below a clearance.",
    ),
    Rule(
        Status.FLAGGED,
        "{sender} gave a preliminary finding that laws or policies may violate {law}, and has not ended "
        "the program behind the round.",
        "A finding was made on the place’s answer, so it says more than the answer does. It does not outlast "
        "the program: no final finding is on record, and from the program’s end the letter reads as answered "
        "or without an outcome.",
        lambda facts: facts.has_event(EventType.FOUND_NONCOMPLIANT) & ~facts.round_has_ended(),
        EventType.FOUND_NONCOMPLIANT,
    ),
    by_event(
        Status.DECLINED,
        EventType.DECLINED,
        "The office that was written to refused in public to answer or to hand over what was asked.",
        "A refusal is more exact than the bare fact of a reply. Words of others, or against the letter’s "
        "grounds alone, are a statement and no refusal.",
    ),
    by_event(
        Status.ANSWERED,
        EventType.RESPONSE_SENT,
        "An answer to this round’s letter is on record.",
        "An answer stands after the round has ended, so it comes before that end.",
    ),
    Rule(
        Status.LAPSED,
        "The round ended on or before the day.",
        "Once {sender} ended the program behind a round, nothing is awaited any more.",
        lambda facts: facts.round_has_ended(),
    ),
    Rule(
        Status.NO_DEADLINE,
        "No day of a deadline is on record; “within 30 days” is none.",
        "A letter without such a day is never awaiting and never overdue.",
        lambda facts: facts.has_no_deadline(),
    ),
    Rule(
        Status.AWAITING,
        "The deadline is on or after the day.",
        "The day of the deadline still counts as time to answer.",
        lambda facts: facts.deadline_ahead(),
    ),
    Rule(
        Status.NO_ANSWER_FOUND,
        "None of the above: the deadline has passed and no answer was found.",
        "It is a statement about the public record, not about the place.",
        lambda facts: facts.always(),
    ),
)


def first_that_holds(rules: Sequence[Rule[F_contra]], facts: F_contra, name: str) -> "pd.Series[str]":
    """Give for every letter, in the order of the letters, the word of the first rule that holds.

    Returns:
        A column of that name; "" where a letter was not sent by the day.
    """
    chosen = np.select([rule.holds(facts) for rule in rules], [str(rule.word) for rule in rules], "")
    words = np.where(facts.sent(), chosen, "")
    return pd.Series(words, index=facts.letters.index, name=name, dtype="str")


def letter_status(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Give the status of every letter on a day.

    Returns:
        One word of `Status` per row of `dataset.letters`, in its order; "" where not yet sent by the day.
    """
    return first_that_holds(STATUS_RULES, Facts.of(dataset, as_of), "status")


def is_among(letters: pd.DataFrame, rows: pd.DataFrame) -> Mask:
    """Tell which letters have a row of the same round and place."""
    # A set of pairs: an index of both columns takes a hundred times as long to make, and every rule asks.
    wanted = set(letter_keys(rows))
    return np.fromiter((pair in wanted for pair in letter_keys(letters)), dtype=bool, count=len(letters))


def are_at(letters: pd.DataFrame, positions: "pd.Series[int]") -> Mask:
    """Tell which letters stand at some positions."""
    return np.isin(np.arange(len(letters)), positions)
