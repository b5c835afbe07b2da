"""The date behind each word of a letter's standing: when it was answered, done or decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import letter_keys, of_letter
from tracker.memo import once
from tracker.row_types import LetterOnDay
from tracker.standing.answer import ANSWER_RULES
from tracker.standing.court import letter_court, nearest_suits
from tracker.standing.doj import DOJ_RULES, grants_of
from tracker.standing.suits import suits_on
from tracker.status import Rule, events_by_word
from tracker.vocabulary import Court, Doj

_OF_A_CASE = {Court.PENDING: "filed_on", Court.ENDED_OTHERWISE: "ended_on"}
"""The column of a case with the date of a word of `Court`; of all others it is that of the decision."""


@dataclass(frozen=True)
class SinceWhen:
    """Three dates (EDTF); "" where the word says that there is nothing, or no date is on record."""

    answer: str
    doj: str
    court: str


def since_when(dataset: Dataset, letter: LetterOnDay, as_of: date) -> SinceWhen:
    """Find the dates behind a row of `letters_on` of that day."""
    return SinceWhen(
        answer=_event(dataset, letter, as_of, ANSWER_RULES, "answer"),
        doj=_step(dataset, letter, as_of),
        court=_decision(dataset, letter, as_of),
    )


def _step(dataset: Dataset, letter: LetterOnDay, as_of: date) -> str:
    """Date the sender's next step: an event, a grant, the end of the program or the letter that followed."""
    if letter["doj"] == Doj.PROGRAM_ENDED:
        return str(dataset.rounds.set_index("round_id").loc[letter["round_id"], "ended_on"])
    if letter["doj"] == Doj.GRANT_PAID:
        return _first(grants_of(dataset, letter, as_of), "date")
    if letter["doj"] == Doj.FOLLOW_UP:
        follows = dataset.rounds.set_index("round_id")["follows"]
        later = follows.index[[letter["round_id"] in rounds for rounds in follows]]
        letters = _of_place(dataset.letters, letter, as_of, "sent_on")
        sent = letters.loc[letters["round_id"].isin(later), "sent_on"].min()
        return "" if pd.isna(sent) else str(sent.date())
    return _event(dataset, letter, as_of, DOJ_RULES, "doj")


def _event(
    dataset: Dataset, letter: LetterOnDay, as_of: date, rules: Sequence[Rule[Any]], column: str
) -> str:
    """Date the first event that brings a word about; "" where no event does."""
    kind = events_by_word(rules).get(str(dict(letter)[column]))
    events = _of_place(dataset.events, letter, as_of, "date_latest")
    events = events[(events["round_id"] == letter["round_id"]) & (events["type"] == kind)]
    return _first(events, "date")


def _decision(dataset: Dataset, letter: LetterOnDay, as_of: date) -> str:
    """Date the newest decision or end of the cases that the word rests on, or the first of their filings."""
    suits = nearest_suits(suits_on(dataset, as_of))
    suits = suits[of_letter(suits, letter)]
    if letter["court"] != Court.SPLIT:  # to which cases that went different ways may add up
        suits = suits[suits["word"] == letter["court"]]
    column = _OF_A_CASE.get(Court.of(letter["court"]), "decided_on")
    cases = dataset.cases[dataset.cases["case_id"].isin(suits["case_id"])]
    cases = cases[cases[f"{column}_latest"] <= pd.Timestamp(as_of)].sort_values(f"{column}_latest")
    return _first(cases if column == "filed_on" else cases[::-1], column)


@once(16)
def outcomes_before(dataset: Dataset, as_of: date) -> Mapping[tuple[str, str], str]:
    """Date (EDTF) what the courts said of the letters that were sent only later, by round and place."""
    suits = nearest_suits(suits_on(dataset, as_of))
    words = letter_court(dataset, as_of)["court"].iloc[suits["letter_at"]].to_numpy()
    counts = (suits["word"] == words) | (words == Court.SPLIT)
    suits = suits[counts & (words != Court.PENDING)].assign(court=words[counts & (words != Court.PENDING)])
    cases = dataset.cases.loc[suits["case_at"]].reset_index(drop=True)
    is_end = (suits["court"] == Court.ENDED_OTHERWISE).to_numpy()
    said = pd.DataFrame(
        {
            "key": list(letter_keys(suits)),
            "on": cases["decided_on"].mask(is_end, cases["ended_on"]),
            "latest": cases["decided_on_latest"].mask(is_end, cases["ended_on_latest"]),
            "sent_on": dataset.letters["sent_on"].iloc[suits["letter_at"]].to_numpy(),
        }
    )
    said = said[said["latest"] <= pd.Timestamp(as_of)].sort_values("latest", kind="stable")
    newest = said.drop_duplicates("key", keep="last")
    older = newest[newest["latest"] < newest["sent_on"]]
    return dict(zip(older["key"], older["on"], strict=True))


def _of_place(rows: pd.DataFrame, letter: LetterOnDay, as_of: date, day: str) -> pd.DataFrame:
    """Keep the rows of a letter's place by the day, oldest first."""
    mine = (rows["jurisdiction_id"] == letter["jurisdiction_id"]) & (rows[day] <= pd.Timestamp(as_of))
    return rows[mine].sort_values(day, kind="stable")


def _first(rows: pd.DataFrame, column: str) -> str:
    return str(rows[column].iloc[0]) if len(rows) else ""
