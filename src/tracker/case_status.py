"""Where a court case stands on a day, by one table of rules; every surface that speaks of suits asks here.

The first rule that holds gives the status. What was decided or ended on an imprecise date counts from its
latest day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.vocabulary import CaseStatus, EventType, OutcomeFor


@dataclass(frozen=True)
class CaseRule:
    """One line of the table: the status, when it holds, and why it stands where it does.

    `holds` is handed the cases and the day, and says for each case whether the rule holds.
    """

    status: CaseStatus
    when: str
    why: str
    holds: Callable[[pd.DataFrame, pd.Timestamp], "pd.Series[bool]"]


def _decided(status: CaseStatus, favors: OutcomeFor, when: str, why: str) -> CaseRule:
    """Make the rule that holds from the day of a decision, or agreement, of one sort."""
    return CaseRule(
        status,
        when,
        why,
        lambda cases, day: (cases["outcome_for"] == favors) & (cases["decided_on_latest"] <= day),
    )


CASE_RULES: tuple[CaseRule, ...] = (
    _decided(
        CaseStatus.PLACE,
        OutcomeFor.PLACE,
        "The newest final decision on record, made by the day, favors the place.",
        "What a court decided outranks the bare fact that a case is over, or that no end was read.",
    ),
    _decided(
        CaseStatus.UNITED_STATES,
        OutcomeFor.UNITED_STATES,
        "The newest final decision on record, made by the day, favors the federal government.",
        "Only one decision is on record as the newest, so these rules cannot compete.",
    ),
    _decided(
        CaseStatus.SPLIT,
        OutcomeFor.SPLIT,
        "The newest final decision on record, made by the day, is in part for each side.",
        "Where a part went to each side, the whole went to neither.",
    ),
    _decided(
        CaseStatus.AGREEMENT,
        OutcomeFor.AGREEMENT,
        "The sides had settled, or agreed on how the case ends, by the day.",
        "An agreement ends the dispute without saying who was right.",
    ),
    CaseRule(
        CaseStatus.ENDED,
        "An end by the day is on record, and no final decision.",
        "The case is over, and more than that is not known.",
        lambda cases, day: cases["ended_on_latest"] <= day,
    ),
    CaseRule(
        CaseStatus.PENDING,
        "None of the above; a preliminary injunction alone decides nothing for good.",
        "It is a statement about the record: the case may be over.",
        lambda cases, day: pd.Series(True, index=cases.index),
    ),
)


def case_status(cases: pd.DataFrame, as_of: date) -> "pd.Series[str]":
    """Give a word of `CaseStatus` for every case on a day, in the order of the cases."""
    day = pd.Timestamp(as_of)
    words = [str(rule.status) for rule in CASE_RULES]
    chosen = np.select([rule.holds(cases, day).to_numpy(dtype=bool) for rule in CASE_RULES], words, "")
    return pd.Series(chosen, index=cases.index, name="status", dtype="str")


def parties_on(dataset: Dataset, cases: pd.DataFrame, as_of: date) -> "pd.Series[Any]":
    """Give the places that are parties to each of some cases by a day; one that joins later is none yet."""
    events = dataset.events
    later = events[(events["type"] == EventType.SUIT_JOINED) & (events["date_latest"] > pd.Timestamp(as_of))]
    to_come = set(zip(later["case_id"], later["jurisdiction_id"], strict=True))
    parties = [
        tuple(place for place in places if (case, place) not in to_come)
        for case, places in zip(cases["case_id"], cases["jurisdictions"], strict=True)
    ]
    return pd.Series(parties, index=cases.index, dtype="object")
