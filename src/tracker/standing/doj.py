"""What the sender has done about a letter since, by one table of rules."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.dataset import Dataset
from tracker.status import Facts, Mask, Rule, by_event, first_that_holds, is_among
from tracker.vocabulary import Doj, EventType


@dataclass(frozen=True, eq=False)
class DojFacts(Facts):
    """The facts of a status, and the letters that followed up on others."""

    def followed_up(self) -> Mask:
        """Letters after which the place got one of a round that follows theirs, by the day."""
        follows = self.dataset.rounds.set_index("round_id")["follows"]
        later = self.letters[self.sent()]
        earlier = later.assign(round_id=later["round_id"].map(follows)).explode("round_id")
        return is_among(self.letters, earlier)


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
