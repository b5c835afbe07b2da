"""The columns that several public tables share: which place, and how its letter stands on the day."""

from tracker.exports.columns import Declared, Form, Given, PublicColumn, words_of
from tracker.standing.suits import NEAREST
from tracker.vocabulary import SINCE, Answer, Court, Doj, Status

PLACE_ID = Given("letters.jurisdiction_id")
PLACE = Given("jurisdictions.name", "jurisdiction", source="name")
_KIND = Given("jurisdictions.kind")
STATE = Given("jurisdictions.state")
REGION = PublicColumn("region", "Region", "Census region of the state.", Form.TEXT)
_DIVISION = PublicColumn("division", "Division", "Census division of the state.", Form.TEXT)
_POPULATION = Given("jurisdictions.population")
_STATE_NAME = PublicColumn(
    "state_name", "State name", "Name of the state, or District of Columbia.", Form.TEXT
)
ROUND = Given("rounds.name", "round", source="round_name")
_DAYS_LEFT = PublicColumn(
    "days_left",
    "Days left",
    "Days from the as-of day to the deadline, negative once it has passed; empty where there is no deadline, "
    "and once the letter is answered, refused, cleared or agreed on or its program has ended: see "
    "`deadline_words`.",
    Form.WHOLE,
    required=False,
    source="days",
)
_DEADLINE_WORDS = PublicColumn(
    "deadline_words",
    "Left or past",
    "How far the deadline is on the as-of day, or what came of the letter once days are no longer counted.",
    Form.TEXT,
)
_STANDING: tuple[PublicColumn, ...] = (
    PublicColumn(
        "answer", "Answer", "What the place answered by the as-of day.", Form.TEXT, words=words_of(Answer)
    ),
    PublicColumn(
        "background_answer",
        "Answer to background",
        "What the place answered in the same period to a list, a memo or guidance, which is no answer to the "
        "letter; empty for nothing.",
        Form.TEXT,
        required=False,
    ),
    PublicColumn(
        "doj", SINCE, "What {sender} did about the letter by the as-of day.", Form.TEXT, words=words_of(Doj)
    ),
    PublicColumn(
        "court",
        "In court",
        "What came of the court cases about the letter by the as-of day.",
        Form.TEXT,
        words=words_of(Court),
    ),
    PublicColumn(
        "court_concern",
        "Cases concern",
        "What those cases concern: the letter, the place’s policies or its grants.",
        Form.TEXT,
        required=False,
        words=tuple(map(str, NEAREST)),
    ),
    PublicColumn(
        "since_on",
        "Last on record on",
        "When the last thing on record about the letter by the as-of day happened: the letter itself, an "
        "event of its round and place, one in a court case over it or over the place’s policies or grants in "
        "the same period, or the end of its program. The place may have later events that are about "
        "something else.",
        Form.IMPRECISE,
    ),
    PublicColumn("since_label", "Last on record", "What sort of thing that is.", Form.TEXT),
    PublicColumn("since", "Last on record, in words", "That thing in one sentence.", Form.TEXT),
)
_STATUS = PublicColumn(
    "status", "Status", "Where the letter stands on the as-of day.", Form.TEXT, words=words_of(Status)
)
_STATUS_LABEL = PublicColumn(
    "status_label", "Status in words", "The status as the page prints it.", Form.TEXT
)
_ANSWERED = PublicColumn(
    "answered",
    "Answered",
    "Whether an answer to the letter is on public record by the as-of day. A refusal is no answer.",
    Form.FLAG,
)
RECORD = PublicColumn("record", "Record", "Address of the place’s record.", Form.TEXT)

NAMED: tuple[Declared, ...] = (PLACE_ID, PLACE, _KIND, STATE, _STATE_NAME)
"""Which place."""

LOCATED: tuple[Declared, ...] = (*NAMED, REGION, _DIVISION, _POPULATION)
"""Which place, in which part of the country, and how many live there."""

ON_THE_DAY: tuple[Declared, ...] = (
    _DAYS_LEFT,
    _DEADLINE_WORDS,
    _STATUS,
    _STATUS_LABEL,
    _ANSWERED,
    *_STANDING,
)
"""How a letter stands on the as-of day."""
