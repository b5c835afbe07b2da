"""What the sender has done about a letter since, by one table of rules."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.dataset import Dataset
from tracker.letter_key import of_letter
from tracker.memo import once
from tracker.row_types import Letter, LetterOnDay
from tracker.status import Facts, Mask, Rule, by_event, first_that_holds, is_among
from tracker.vocabulary import Confidence, Doj, EventType


@dataclass(frozen=True, eq=False)
class DojFacts(Facts):
    """The facts of a status, and the letters that followed up on others."""

    def followed_up(self) -> Mask:
        """Letters after which the place got one of a round that follows theirs, by the day."""
        follows = self.dataset.rounds.set_index("round_id")["follows"]
        later = self.letters[self.sent()]
        earlier = later.assign(round_id=later["round_id"].map(follows)).explode("round_id")
        return is_among(self.letters, earlier)

    def grant_paid(self) -> Mask:
        """Letters after which a grant was paid or cleared by the day."""
        return grants_paid(self.dataset, self.letters, self.day.date())


@once(4)
def grants_after(dataset: Dataset) -> pd.DataFrame:
    """Return every letter with each grant that was paid or cleared after it, oldest first.

    A grant of which a round's events tell counts for the letters of that round, and for those that had
    followed up on them by then: the same review held the same money.

    Returns:
        `round_id, jurisdiction_id` of the letter; of the event `event_id`, `date` (EDTF), `date_latest`,
        `confidence`, `sources`.
    """
    events = dataset.events[dataset.events["type"] == EventType.GRANT_AWARDED].rename(
        columns={"round_id": "told_of"}
    )
    follows = dataset.rounds.set_index("round_id")["follows"]
    letters = dataset.letters[["round_id", "jurisdiction_id", "sent_on"]]
    reviewed = pd.Series([(own, *follows[own]) for own in letters["round_id"]], index=letters.index)
    pairs = (
        letters.assign(told_of=reviewed).explode("told_of").merge(events, on=["told_of", "jurisdiction_id"])
    )
    is_after = (pairs["told_of"] == pairs["round_id"]) | (pairs["date_earliest"] >= pairs["sent_on"])
    wanted = ["round_id", "jurisdiction_id", "event_id", "date", "date_latest", "confidence", "sources"]
    return pairs.loc[is_after, wanted].sort_values("date_latest", kind="stable")


DOJ_RULES: tuple[Rule[DojFacts], ...] = (
    by_event(
        Doj.CLEARED,
        EventType.CLEARED,
        "{sender} cleared the place on this letter, on or before the day.",
        "{sender}’s own last word on a letter outranks all that came before it.",
    ),
    by_event(
        Doj.AGREEMENT,
        EventType.SETTLEMENT,
        "A settlement or signed understanding over this letter or its round is on record.",
        "An agreement ends the dispute, but is not {sender}’s word that the place complies.",
    ),
    by_event(
        Doj.OFF_LIST,
        EventType.DELISTED,
        "{sender} took the place off its published list, in connection with this letter.",
        "A removal says nothing on compliance, so it stands below a clearance and an agreement.",
    ),
    Rule(
        Doj.GRANT_PAID,
        "A grant to the place was paid or cleared by the day, as an event of the letter’s round says, or one "
        "of a round on which the letter had followed up.",
        "The money that a letter put in doubt was let go, which the later end of the program does not undo. "
        "It says nothing on compliance, so it stands below a clearance, an agreement and a removal.",
        lambda facts: facts.grant_paid(),
        EventType.GRANT_AWARDED,
    ),
    Rule(
        Doj.PROGRAM_ENDED,
        "{sender} ended the program behind the letter on or before the day.",
        "With the program its preliminary findings and open demands came to an end; what was decided before, "
        "a clearance or an agreement, stands.",
        lambda facts: facts.round_has_ended(),
    ),
    by_event(
        Doj.PRELIMINARY_FINDING,
        EventType.FOUND_NONCOMPLIANT,
        "{sender} gave a preliminary finding that laws or policies may violate {law}.",
        "A finding says more than a further demand, and a further demand does not withdraw it.",
    ),
    Rule(
        Doj.FOLLOW_UP,
        "The place got a letter of a later round that follows up on this one, dated by the day.",
        "Which rounds follow which stands in the table of rounds, by what their letters say.",
        lambda facts: facts.followed_up(),
    ),
    Rule(
        Doj.NOTHING_SINCE,
        "None of the above.",
        "It speaks of the public record: {sender} may have done more than was published.",
        lambda facts: facts.always(),
    ),
)


def letter_doj(dataset: Dataset, as_of: date) -> "pd.Series[str]":
    """Give one word of `Doj` for every letter on a day, in the order of the letters; "" if not yet sent."""
    return first_that_holds(DOJ_RULES, DojFacts.of(dataset, as_of), "doj")


def grants_paid(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> Mask:
    """Tell after which letters a grant was paid or cleared by the day, whatever else was decided."""
    grants = grants_after(dataset)
    return is_among(letters, grants[grants["date_latest"] <= pd.Timestamp(as_of)])


def grants_of(dataset: Dataset, letter: Letter, as_of: date) -> pd.DataFrame:
    """Return the rows of `grants_after` of one letter by the day."""
    grants = grants_after(dataset)
    return grants[of_letter(grants, letter) & (grants["date_latest"] <= pd.Timestamp(as_of))]


def is_disputed(dataset: Dataset, letter: LetterOnDay, as_of: date) -> bool:
    """Tell whether sources disagree on the grant that is the step since a letter, a row of `letters_on`."""
    grants = grants_of(dataset, letter, as_of)
    return letter["doj"] == Doj.GRANT_PAID and bool((grants["confidence"] == Confidence.CONFLICTING).any())


def program_ended(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> "pd.Series[bool]":
    """Tell for which rows of `letters_on` of a day the program had ended."""
    ends = letters["round_id"].map(dataset.rounds.set_index("round_id")["ended_on_latest"])
    return ends <= pd.Timestamp(as_of)


def ended_undecided(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> "pd.Series[bool]":
    """Tell for which rows of `letters_on` of a day the program ended, and nothing was decided before.

    A grant that was paid decides nothing on the letter.
    """
    return letters["doj"].isin(_UNDECIDED) & program_ended(dataset, letters, as_of)


_UNDECIDED = [str(Doj.PROGRAM_ENDED), str(Doj.GRANT_PAID)]
