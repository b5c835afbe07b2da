"""Whether a letter was answered, and in time, by one table of rules.

An answer of which the day is not known is compared with both of its bounds: it is on time or late only if
it is so on every day that its date allows.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import LETTER_KEY
from tracker.status import Facts, Mask, Rule, by_event, first_that_holds
from tracker.vocabulary import Answer, EarliestAnswer, EventType

IN_HAND = (Answer.ON_TIME, Answer.LATE, Answer.DAY_UNKNOWN, Answer.ANSWERED)
"""The words that say that an answer is on record; a refusal is none, whatever else was sent."""


@dataclass(frozen=True, eq=False)
class AnswerFacts(Facts):
    """The facts of a status, and how the answers lie to the deadline."""

    def on_time(self) -> Mask:
        """Letters with an answer that came by the deadline, whichever of its days it came on."""
        return self._any(self._answers["date_latest"] <= self._answers["deadline_on"])

    def late(self) -> Mask:
        """Letters all of whose answers came after the deadline, whichever of their days they came on."""
        by_then = self._answers["date_earliest"] <= self._answers["deadline_on"]
        return self.has_event(EventType.RESPONSE_SENT) & ~self.has_no_deadline() & ~self._any(by_then)

    def answered_without_deadline(self) -> Mask:
        """Letters without a deadline that have an answer."""
        return self.has_event(EventType.RESPONSE_SENT) & self.has_no_deadline()

    def _any(self, holds: "pd.Series[bool]") -> Mask:
        """Letters of which any answer is as said."""
        return self.letters.index.isin(self._answers.loc[holds, "letter"])

    @cached_property
    def _answers(self) -> pd.DataFrame:
        """The answers by the day, each with the position and the deadline of its letter."""
        answers = answers_of(self.dataset, self.letters)
        return answers[answers["date_latest"] <= self.day]


def answers_of(dataset: Dataset, letters: pd.DataFrame) -> pd.DataFrame:
    """Return the answers on record to some letters, whatever the day.

    Returns:
        `letter` (its label in the index of `letters`), `deadline_on`, `date_earliest`, `date_latest`; an
        answer is never dated before its letter.
    """
    events = dataset.events
    sent = events.loc[
        events["type"] == EventType.RESPONSE_SENT, [*LETTER_KEY, "date_earliest", "date_latest"]
    ]
    own = letters[[*LETTER_KEY, "sent_on", "deadline_on"]].assign(letter=letters.index)
    answers = own.merge(sent, on=LETTER_KEY, how="inner")
    earliest = answers["date_earliest"].where(
        answers["date_earliest"] > answers["sent_on"], answers["sent_on"]
    )
    return answers.assign(date_earliest=earliest)[["letter", "deadline_on", "date_earliest", "date_latest"]]


ANSWER_RULES: tuple[Rule[AnswerFacts], ...] = (
    by_event(
        Answer.REFUSED,
        EventType.DECLINED,
        "The office that was written to refused in public to answer or to hand over what was asked.",
        "A refusal is more exact than the bare fact of a reply. Words of others, or against the letter’s "
        "grounds alone, are a statement and no refusal.",
    ),
    Rule(
        Answer.ON_TIME,
        "An answer is on record, dated by the deadline; an imprecise date, with the last day it allows.",
        "One answer in time is an answer in time, whatever else was sent later.",
        lambda facts: facts.on_time(),
        EventType.RESPONSE_SENT,
    ),
    Rule(
        Answer.LATE,
        "An answer is on record, and even the first day that any answer’s date allows is after the deadline.",
        "Late is said only where no date on record leaves room for an answer in time.",
        lambda facts: facts.late(),
        EventType.RESPONSE_SENT,
    ),
    Rule(
        Answer.ANSWERED,
        "An answer is on record to a letter for which no day of a deadline is.",
        "Without a deadline nothing is on time or late.",
        lambda facts: facts.answered_without_deadline(),
        EventType.RESPONSE_SENT,
    ),
    by_event(
        Answer.DAY_UNKNOWN,
        EventType.RESPONSE_SENT,
        "An answer is on record, on a day that may be before or after the deadline.",
        "The record does not say which, so neither does the tracker.",
    ),
    by_event(
        Answer.PROMISED,
        EventType.RESPONSE_PROMISED,
        "The place said in public that it would answer, and no answer is on record.",
        "A promise says more than silence, before the deadline and after it, and less than an answer.",
    ),
    Rule(
        Answer.AWAITED,
        "The deadline is on or after the day.",
        "The day of the deadline still counts as time to answer.",
        lambda facts: facts.deadline_ahead(),
    ),
    Rule(
        Answer.NONE_ON_RECORD,
        "None of the above: no answer was found, and no deadline is ahead.",
        "It is a statement about the public record, not about the place.",
        lambda facts: facts.always(),
    ),
)


def letter_answer(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Give a word of `Answer` for every letter on a day, in the order of the letters; "" if not yet sent."""
    return first_that_holds(ANSWER_RULES, AnswerFacts.of(dataset, as_of), "answer")


def is_answered(answer: "pd.Series[str]") -> "pd.Series[bool]":
    """Tell which letters count as answered everywhere, by their words of `Answer`."""
    return answer.isin(IN_HAND)


def earliest_answer(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Say by when each letter may have been answered: by the first day that an answer's date allows.

    Returns:
        A word of `EarliestAnswer` per row of `dataset.letters`, in its order. It is `by_deadline` for every
        letter that is on time, and `none` for none that is answered. A refusal is
        no answer.
    """
    letters, answers = dataset.letters, answers_of(dataset, dataset.letters)
    refused = letter_answer(dataset, as_of) == Answer.REFUSED
    possible = answers[answers["date_earliest"] <= pd.Timestamp(as_of)]
    early = possible[possible["date_earliest"] <= possible["deadline_on"]]
    holds = [letters.index.isin(some["letter"]) & ~refused.to_numpy() for some in (early, possible)]
    words = np.select(
        holds, [str(EarliestAnswer.BY_DEADLINE), str(EarliestAnswer.LATER)], EarliestAnswer.NONE
    )
    return pd.Series(words, index=letters.index, name="earliest_answer", dtype="str")
