"""What came of the court cases about a letter, by one table of rules.

The cases that are nearest to the letter decide: those over the letter itself; without one, those over the
place's policies; without one, those over its grants.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import LETTER_KEY
from tracker.standing.suits import NEAREST, suits_on
from tracker.status import Facts, Mask, Rule, are_at, first_that_holds
from tracker.vocabulary import Court


@dataclass(frozen=True, eq=False)
class CourtFacts(Facts):
    """The facts of a status, and the cases nearest to each letter."""

    def has(self, *words: Court) -> Mask:
        """Letters with a case, among those nearest to them, of which one of these words holds."""
        has_word = self.nearest["word"].isin([str(word) for word in words])
        return are_at(self.letters, self.nearest.loc[has_word, "letter_at"])

    @cached_property
    def nearest(self) -> pd.DataFrame:
        """The cases nearest to each letter, as `suits_on` gives them."""
        return nearest_suits(suits_on(self.dataset, self.day.date()))


def nearest_suits(suits: pd.DataFrame) -> pd.DataFrame:
    """Keep of each letter's cases those of the nearest concern."""
    rank = suits["concern"].map({word: rank for rank, word in enumerate(NEAREST)})
    least = rank.groupby([suits["round_id"], suits["jurisdiction_id"]]).transform("min")
    return suits[rank == least]


def _rule(word: Court, when: str, why: str) -> Rule[CourtFacts]:
    """Make the rule that holds where a case nearest to the letter has this word."""
    return Rule(word, when, why, lambda facts: facts.has(word))


COURT_RULES: tuple[Rule[CourtFacts], ...] = (
    Rule(
        Court.SPLIT,
        "A decision was in part for each side, or one case went for the place and another for the United "
        "States.",
        "Where a part went to each side, the whole went to neither.",
        lambda facts: facts.has(Court.SPLIT) | (facts.has(Court.WON_BY_PLACE) & facts.has(Court.WON_BY_US)),
    ),
    _rule(
        Court.WON_BY_PLACE,
        "The newest final decision of a case is for the place.",
        "A decision says more than another case without one. Only what was decided by the day counts.",
    ),
    _rule(
        Court.WON_BY_US,
        "The newest final decision of a case is for the United States.",
        "As above; where there is one for the place too, the first rule holds.",
    ),
    _rule(
        Court.SETTLED,
        "A case ended in an agreement.",
        "An agreement decides nothing for either side, so it stands below the decisions.",
    ),
    _rule(
        Court.PENDING,
        "A case was filed by the day, and the tracker has read neither a final decision by then nor an end.",
        "None was read, which does not mean that there was none.",
    ),
    _rule(
        Court.ENDED_OTHERWISE,
        "A case ended, and neither a final decision for either side nor an agreement is on record.",
        "It stands below a case of which no end was read, which may still be decided.",
    ),
    Rule(
        Court.NO_CASE,
        "No case counts for the letter.",
        "Cases count that were filed by the day over the letter’s own round, or that name the place, concern "
        "its policies or grants, and were filed in the same period, before or after the end of a program.",
        lambda facts: facts.always(),
    ),
)


def letter_court(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Give for every letter on a day, in the order of the letters, what came of its cases.

    Returns:
        `court` (one word of `Court`, "" if not yet sent) and `court_concern` (what those cases concern, one
        of `NEAREST`, "" without a case).
    """
    letters, facts = dataset.letters, CourtFacts.of(dataset, as_of)
    words = first_that_holds(COURT_RULES, facts, "court")
    concern = facts.nearest.drop_duplicates(LETTER_KEY).set_index(LETTER_KEY)["concern"]
    own = (
        concern.reindex(pd.MultiIndex.from_frame(letters[LETTER_KEY]))
        .astype("object")
        .fillna("")
        .astype("str")
    )
    return pd.DataFrame({"court": words, "court_concern": own.to_numpy()}, index=letters.index)
