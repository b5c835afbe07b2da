"""Which court cases bear on which letters by a day, what they concern and what came of each.

A case over a letter's own round bears on it. Any other case that names the place bears on it if it concerns
the place's policies or grants and was filed in the same period: programs of letters end, and a suit from
before such an end says nothing of a letter after it, nor the reverse.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from tracker.case_status import case_status, parties_on
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.periods import program_ends
from tracker.status import is_among
from tracker.vocabulary import CaseStatus, Concern, Court, Party, Suit

NEAREST = (Concern.LETTER, Concern.POLICY, Concern.GRANTS)
"""What a case may concern, that which is nearest to a letter first; of other concerns nothing is said."""

_WORDS: Mapping[str, Court] = {
    CaseStatus.PLACE: Court.WON_BY_PLACE,
    CaseStatus.UNITED_STATES: Court.WON_BY_US,
    CaseStatus.SPLIT: Court.SPLIT,
    CaseStatus.AGREEMENT: Court.SETTLED,
    CaseStatus.ENDED: Court.ENDED_OTHERWISE,
    CaseStatus.PENDING: Court.PENDING,
}
"""What the status of a case says of a letter on which it bears."""


@once(16)
def suits_on(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Return every letter with each case that bears on it and was filed by the day, letter by letter.

    Returns:
        `round_id, jurisdiction_id` of the letter; `case_id`; `concern` (one of `NEAREST`); `word` (one of
        `Court`, never `no_case`): what came of this case by the day; `brought_by` (a word of `Party`).
    """
    day = pd.Timestamp(as_of)
    cases = dataset.cases[dataset.cases["filed_on_latest"] <= day]
    cases = cases.assign(word=case_status(cases, as_of).map(_WORDS).astype("str"), over=cases["round_id"])
    cases = cases.drop(columns="round_id").assign(jurisdictions=parties_on(dataset, cases, as_of))
    parties = cases.explode("jurisdictions").rename(columns={"jurisdictions": "jurisdiction_id"})
    letters = dataset.letters[["round_id", "jurisdiction_id", "sent_on"]]
    pairs = letters[letters["sent_on"] <= day].merge(parties, on="jurisdiction_id", how="inner")
    pairs = pairs.assign(concern=_concerns(pairs, program_ends(dataset)))
    wanted = ["round_id", "jurisdiction_id", "case_id", "concern", "word", "brought_by"]
    return pairs.loc[pairs["concern"] != "", wanted].reset_index(drop=True)


def letter_suit(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Say who brought the cases that bear on each letter, a word of `Suit`, in the order of the letters."""
    letters, suits = dataset.letters, suits_on(dataset, as_of)
    by_us, by_place = (
        is_among(letters, suits[suits["brought_by"] == side])
        for side in (Party.UNITED_STATES, Party.JURISDICTION)
    )
    words = [str(Suit.BY_BOTH), str(Suit.BY_UNITED_STATES), str(Suit.BY_PLACE)]
    chosen = np.select([by_us & by_place, by_us, by_place], words, Suit.NONE)
    return pd.Series(chosen, index=letters.index, name="suit", dtype="str")


def _concerns(pairs: pd.DataFrame, ends: pd.DatetimeIndex) -> list[str]:
    """Say what each case of a place concerns of each of its letters; "" where it does not bear on it."""
    period = {name: np.searchsorted(ends, pairs[name]) for name in ("sent_on", "filed_on_latest")}
    same_period = period["sent_on"] == period["filed_on_latest"]
    was_over = pairs["ended_on_latest"] < pairs["sent_on"]
    bears = np.where(pairs["over"] == pairs["round_id"], True, same_period & ~was_over)
    own = pairs["over"] == pairs["round_id"]
    return [
        _nearest(concerns, tied) if counts else ""
        for concerns, tied, counts in zip(pairs["concerns"], own, bears, strict=True)
    ]


def _nearest(concerns: tuple[str, ...], is_own: bool) -> str:
    """Choose the nearest concern; a case over another round's letters is none over this letter."""
    if is_own:
        return str(Concern.LETTER)
    return next((str(word) for word in (Concern.POLICY, Concern.GRANTS) if word in concerns), "")
