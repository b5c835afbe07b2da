"""Which court cases bear on which letters by a day, what they concern and what came of each.

A case over a letter's own round bears on it. Any other case that names the place bears on it if it concerns
the place's policies or grants and was filed in the same period: programs of letters end, and a suit from
before such an end says nothing of a letter after it, nor the reverse.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.case_status import case_status, parties_on
from tracker.dataset import Dataset
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.periods import program_ends
from tracker.status import are_at
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
        `round_id, jurisdiction_id` of the letter, and `letter_at`, its position in `dataset.letters`;
        `case_id`, and `case_at`, that of the case in `dataset.cases`; `concern` (one of `NEAREST`); `word`
        (one of `Court`, never `no_case`): what came of this case by the day; `brought_by` (a word of
        `Party`).
    """
    day = pd.Timestamp(as_of)
    letters, cases = dataset.letters, dataset.cases[dataset.cases["filed_on_latest"] <= day]
    cases = cases.assign(
        word=case_status(cases, as_of).map(_WORDS).astype("str"),
        jurisdictions=parties_on(dataset, cases, as_of),
    )
    pairs = _pairs(dataset, cases)
    pairs = pairs[pairs["sent_on"] <= day]
    pairs = pairs.assign(concern=_concerns(pairs, program_ends(dataset)))
    pairs = pairs[pairs["concern"] != ""].reset_index(drop=True)
    of_letters = letters[LETTER_KEY].iloc[pairs["letter_at"]].reset_index(drop=True)
    of_cases = cases[["case_id", "word", "brought_by"]].loc[pairs["case_at"]].reset_index(drop=True)
    positions = pairs[["letter_at", "case_at", "concern"]].astype({"concern": "str"})
    return of_letters.join(of_cases).join(positions)


def _pairs(dataset: Dataset, cases: pd.DataFrame) -> pd.DataFrame:
    """Return every letter with each of the cases that name its place, which are more than bear on it.

    So they are held by their positions, `letter_at` and `case_at`, and with what tells whether they bear: the
    days, the position of the round that the letter is `of` and the case `over`, and the concern of the case
    `beside` letters.
    """
    letters, rounds = dataset.letters, pd.Index(dataset.rounds["round_id"])
    sent = letters[["jurisdiction_id", "sent_on"]].assign(
        letter_at=range(len(letters)), of=rounds.get_indexer(letters["round_id"])
    )
    parties = cases[["jurisdictions", "filed_on_latest", "ended_on_latest"]].assign(
        case_at=cases.index,
        over=rounds.get_indexer(cases["round_id"]),
        beside=[_beside(concerns) for concerns in cases["concerns"]],
    )
    parties = parties.explode("jurisdictions").rename(columns={"jurisdictions": "jurisdiction_id"})
    return sent.merge(parties, on="jurisdiction_id", how="inner")


def letter_suit(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Say who brought the cases that bear on each letter, a word of `Suit`, in the order of the letters."""
    letters, suits = dataset.letters, suits_on(dataset, as_of)
    by_us, by_place = (
        are_at(letters, suits.loc[suits["brought_by"] == side, "letter_at"])
        for side in (Party.UNITED_STATES, Party.JURISDICTION)
    )
    words = [str(Suit.BY_BOTH), str(Suit.BY_UNITED_STATES), str(Suit.BY_PLACE)]
    chosen = np.select([by_us & by_place, by_us, by_place], words, Suit.NONE)
    return pd.Series(chosen, index=letters.index, name="suit", dtype="str")


def _concerns(pairs: pd.DataFrame, ends: pd.DatetimeIndex) -> npt.NDArray[np.object_]:
    """Say what each case of a place concerns of each of its letters; "" where it does not bear on it."""
    period = {name: np.searchsorted(ends, pairs[name]) for name in ("sent_on", "filed_on_latest")}
    same_period = period["sent_on"] == period["filed_on_latest"]
    was_over = pairs["ended_on_latest"] < pairs["sent_on"]
    return np.select(
        [pairs["of"] == pairs["over"], same_period & ~was_over],
        [str(Concern.LETTER), pairs["beside"].to_numpy(dtype=object)],
        "",
    )


def _beside(concerns: tuple[str, ...]) -> str:
    """Choose the nearest concern; a case over another round's letters is none over this letter."""
    return next((str(word) for word in (Concern.POLICY, Concern.GRANTS) if word in concerns), "")
