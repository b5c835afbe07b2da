"""The places with letters from more than one period, with what came of the letters of each."""

from typing import TypedDict

import pandas as pd

from tracker.filters import Selection
from tracker.letters import events_until
from tracker.memo import once
from tracker.periods import eras
from tracker.row_types import Event, LetterOnDay
from tracker.vocabulary import Answer, Doj, EventType, Evidence

THEN, NOW = "then_", "now_"
"""How the columns of the first and of the last period begin."""


class PlaceThenAndNow(TypedDict):
    """A row of `then_and_now`."""

    jurisdiction_id: str
    name: str
    kind: str
    state: str
    state_name: str
    region: str
    then_era: str
    then_letters: int
    then_inferred: int
    then_answers: int
    then_round_id: str
    then_round_label: str
    then_addressee: str
    then_demand: str
    then_evidence: str
    then_status: str
    then_answer: str
    then_doj: str
    then_court: str
    then_policy_changes: tuple[str, ...]
    now_era: str
    now_letters: int
    now_inferred: int
    now_answers: int
    now_round_id: str
    now_round_label: str
    now_addressee: str
    now_demand: str
    now_evidence: str
    now_status: str
    now_answer: str
    now_doj: str
    now_court: str
    now_policy_changes: tuple[str, ...]


class EarlierLetter(LetterOnDay):
    """A row of `earlier_letters`: a letter with the years of its period."""

    era: str


class PolicyChange(Event):
    """A row of `policy_changes`: an event with the years of its period."""

    era: str


_PLACE = ["jurisdiction_id", "name", "kind", "state", "state_name", "region"]
_OUTCOME = [
    *("era", "letters", "inferred", "answers"),
    *("round_id", "round_label", "addressee", "demand", "evidence", "status", "answer", "doj", "court"),
    "policy_changes",
]

_NO_ANSWER = [str(Answer.AWAITED), str(Answer.NONE_ON_RECORD)]
_OF_ALL = [str(word) for word in (Doj.NOTHING_SINCE, Doj.FOLLOW_UP, Doj.GRANT_PAID, Doj.PROGRAM_ENDED)]
"""Steps for no letter alone: later letters, a grant paid to the place, and the end of the program."""


@once(64)
def then_and_now(selection: Selection) -> pd.DataFrame:
    """Set the first and the last period of each place beside each other, of the letters of a view.

    Returns:
        One row for each place with letters of the view from two periods at least, by name: `jurisdiction_id,
        name, kind, state, state_name, region`; and with `THEN` and `NOW` before them `era` (its years),
        `letters` (how many name it, by a source), `inferred` (how many more there are), `answers` (how many
        of all these have an answer on record), `policy_changes` (the ids of the events of its years in which
        the place changed a law or policy), and of the newest
        `round_id, round_label, addressee, demand, evidence, status, answer, doj, court`.
    """
    letters = _with_policy(_by_era(selection), policy_changes(selection))
    first = letters.drop_duplicates("jurisdiction_id", keep="last").set_index("jurisdiction_id")
    last = letters.drop_duplicates("jurisdiction_id").set_index("jurisdiction_id")
    both = last[last["era"] != first["era"].reindex(last.index)].sort_values(["name", "state"])
    sides = [
        frame.loc[both.index, _OUTCOME].add_prefix(begin) for begin, frame in ((THEN, first), (NOW, both))
    ]
    return pd.concat([both[_PLACE[1:]], *sides], axis="columns").reset_index()


def earlier_letters(selection: Selection) -> pd.DataFrame:
    """Return the letters of a period before a place's newest of which something is on record, newest first.

    That is an answer, its promise or refusal, or a step of the sender for this letter alone. The columns are
    those of `letters_on` and `era`.
    """
    letters = _with_era(selection)
    earlier = letters[letters.duplicated(["era", "jurisdiction_id"])]
    is_known = ~earlier["answer"].isin(_NO_ANSWER) | ~earlier["doj"].isin(_OF_ALL)
    return earlier[is_known]


def policy_changes(selection: Selection) -> pd.DataFrame:
    """Return the changes of a law or policy in the years of each period, oldest first, with `era`."""
    events = events_until(selection.dataset, selection.as_of)
    events = events[events["type"] == EventType.POLICY_CHANGED]
    sent = selection.dataset.rounds.set_index("round_id")["sent_on"].dt.year
    known = eras(selection.dataset, selection.as_of).items()
    years = {era: sent[list(rounds)].agg(["min", "max"]) for era, rounds in known}
    happened = events["date_earliest"].dt.year
    in_period: list[pd.DataFrame] = [
        events[happened.between(*span)].assign(era=era) for era, span in years.items()
    ]
    return pd.concat([events.iloc[:0].assign(era=""), *in_period])


def _with_policy(letters: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Add the ids of the changes of policy of each place in the period of the letter."""
    ids = changes.groupby(["era", "jurisdiction_id"])["event_id"].agg(tuple).to_dict()
    keys = zip(letters["era"], letters["jurisdiction_id"], strict=True)
    return letters.assign(policy_changes=[ids.get(key, ()) for key in keys])


def _by_era(selection: Selection) -> pd.DataFrame:
    """Return the newest letter of each place in each period, newest first, with how many it had there."""
    letters = _with_era(selection)
    key = [letters["era"], letters["jurisdiction_id"]]
    is_inferred = letters["evidence"] == Evidence.INFERRED
    masks = {"letters": ~is_inferred, "inferred": is_inferred, "answers": letters["answered"]}
    counts = {name: mask.groupby(key).transform("sum") for name, mask in masks.items()}
    return letters.assign(**counts).drop_duplicates(["era", "jurisdiction_id"])


def _with_era(selection: Selection) -> pd.DataFrame:
    """Return the letters of a view, newest first, each with the years of its period as `era`."""
    known = eras(selection.dataset, selection.as_of)
    years = {round_id: era for era, rounds in known.items() for round_id in rounds}
    return selection.letters.assign(era=selection.letters["round_id"].map(years))
