"""What came of every letter by a day: the answer, the sender's next step, the courts, the last on record.

Each of the first three is one word by a table of rules like that of the status, on the same facts.
"""

from tracker.standing.answer import ANSWER_RULES, earliest_answer, is_answered, letter_answer
from tracker.standing.background import background_answer
from tracker.standing.court import COURT_RULES, letter_court
from tracker.standing.doj import DOJ_RULES, ended_undecided, grants_after, grants_of, is_disputed, letter_doj
from tracker.standing.last_on_record import letter_since
from tracker.standing.standing_dates import outcomes_before, since_when
from tracker.standing.suits import letter_suit, suits_on

__all__ = [
    "ANSWER_RULES",
    "COURT_RULES",
    "DOJ_RULES",
    "background_answer",
    "earliest_answer",
    "ended_undecided",
    "grants_after",
    "grants_of",
    "is_answered",
    "is_disputed",
    "letter_answer",
    "letter_court",
    "letter_doj",
    "letter_since",
    "letter_suit",
    "outcomes_before",
    "since_when",
    "suits_on",
]
