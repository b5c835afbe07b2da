"""The columns of the public rows, each declared once: every export and its description follow from that.

A column that is the data's own takes its words from the descriptor; the others have theirs here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from tracker.changes import Cause, ChangeKind
from tracker.dataset import Dataset
from tracker.exports.columns import Form, Given, PublicColumn
from tracker.grouping import AT_LEAST, AT_MOST, GROUPINGS, MEASURES, SHARE, SUITS
from tracker.standing.suits import NEAREST
from tracker.then_and_now import NOW, THEN
from tracker.vocabulary import (
    SINCE,
    Answer,
    CaseStatus,
    Confidence,
    Court,
    Doj,
    EarliestAnswer,
    EventType,
    Evidence,
    Status,
    Suit,
)

_Declared = Given | PublicColumn


def _words(vocabulary: type[StrEnum]) -> tuple[str, ...]:
    return tuple(map(str, vocabulary))


_PLACE_ID = Given("letters.jurisdiction_id")
_PLACE = Given("jurisdictions.name", "jurisdiction", source="name")
_KIND = Given("jurisdictions.kind")
_STATE = Given("jurisdictions.state")
_REGION = PublicColumn("region", "Region", "Census region of the state.", Form.TEXT)
_DIVISION = PublicColumn("division", "Division", "Census division of the state.", Form.TEXT)
_STATE_NAME = PublicColumn(
    "state_name", "State name", "Name of the state, or District of Columbia.", Form.TEXT
)
_ROUND = Given("rounds.name", "round", source="round_name")
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
        "answer", "Answer", "What the place answered by the as-of day.", Form.TEXT, words=_words(Answer)
    ),
    PublicColumn(
        "doj", SINCE, "What {sender} did about the letter by the as-of day.", Form.TEXT, words=_words(Doj)
    ),
    PublicColumn(
        "court",
        "In court",
        "What came of the court cases about the letter by the as-of day.",
        Form.TEXT,
        words=_words(Court),
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
        "When the last thing on record about the letter by the as-of day happened.",
        Form.IMPRECISE,
    ),
    PublicColumn("since_label", "Last on record", "What sort of thing that is.", Form.TEXT),
    PublicColumn("since", "Last on record, in words", "That thing in one sentence.", Form.TEXT),
    PublicColumn(
        "earliest_answer",
        "Earliest answer",
        "By when the letter may have been answered, by the first day that an answer’s date allows.",
        Form.TEXT,
        words=_words(EarliestAnswer),
    ),
    PublicColumn(
        "suit",
        "Suit brought",
        "Who brought the court cases that bear on the letter: over it, or the place’s policies or grants.",
        Form.TEXT,
        words=_words(Suit),
    ),
)
_STATUS = PublicColumn(
    "status", "Status", "Where the letter stands on the as-of day.", Form.TEXT, words=_words(Status)
)
_STATUS_LABEL = PublicColumn(
    "status_label", "Status in words", "The status as the page prints it.", Form.TEXT
)
_ANSWERED = PublicColumn(
    "answered", "Answered", "Whether an answer to the letter is on public record by the as-of day.", Form.FLAG
)
_RECORD = PublicColumn("record", "Record", "Address of the place’s record.", Form.TEXT)

_LETTERS: tuple[_Declared, ...] = (
    Given("letters.round_id"),
    _ROUND,
    _PLACE_ID,
    _PLACE,
    _KIND,
    _STATE,
    _STATE_NAME,
    _REGION,
    _DIVISION,
    Given("letters.addressee"),
    Given("letters.sent_on"),
    Given("letters.deadline_on"),
    _DAYS_LEFT,
    _DEADLINE_WORDS,
    _STATUS,
    _STATUS_LABEL,
    _ANSWERED,
    *_STANDING,
    PublicColumn(
        "last_event_on",
        "Last event on",
        "When the newest event of the letter by the as-of day happened, as precisely as a source says.",
        Form.IMPRECISE,
        required=False,
    ),
    PublicColumn(
        "last_event_type",
        "Last event type",
        "What sort of thing the newest event is.",
        Form.TEXT,
        required=False,
        words=_words(EventType),
    ),
    PublicColumn("last_event", "Last event", "The newest event in one sentence.", Form.TEXT, required=False),
    Given("letters.evidence"),
    Given("letters.confidence"),
    Given("letters.note"),
    Given("letters.sources"),
    _RECORD,
)

_EVENTS: tuple[_Declared, ...] = (
    Given("events.event_id"),
    _PLACE_ID,
    _PLACE,
    _STATE,
    Given("events.round_id"),
    Given("events.case_id"),
    Given("events.date"),
    PublicColumn("date_earliest", "Earliest", "The first day that the date allows.", Form.DAY),
    PublicColumn("date_latest", "Latest", "The last day that the date allows.", Form.DAY),
    Given("events.type"),
    PublicColumn("type_label", "Type in words", "The type as the page prints it.", Form.TEXT),
    Given("events.summary"),
    Given("events.confidence"),
    Given("events.sources"),
    Given("events.recorded_on"),
    _RECORD,
)

_PLACES: tuple[_Declared, ...] = (
    _PLACE_ID,
    _PLACE,
    _KIND,
    _STATE,
    _STATE_NAME,
    _REGION,
    _DIVISION,
    Given("jurisdictions.geoid"),
    Given("jurisdictions.county_fips"),
    Given("jurisdictions.latitude"),
    Given("jurisdictions.longitude"),
    Given("jurisdictions.aliases"),
    PublicColumn("letter_count", "Letters", "How many letters to the place are in this view.", Form.WHOLE),
    Given("letters.round_id", description="The round of the place’s newest letter in this view."),
    _ROUND,
    Given("letters.sent_on"),
    Given("letters.deadline_on"),
    _DAYS_LEFT,
    _DEADLINE_WORDS,
    _STATUS,
    _STATUS_LABEL,
    _ANSWERED,
    *_STANDING,
    _RECORD,
)

_ROUNDS: tuple[_Declared, ...] = (
    *map(
        Given,
        (
            "rounds.round_id",
            "rounds.kind",
            "rounds.name",
            "rounds.sent_on",
            "rounds.deadline_on",
            "rounds.ended_on",
            "rounds.ended_sources",
            "rounds.follows",
            "rounds.issuing_office",
            "rounds.signatory",
            "rounds.authority",
            "rounds.demand",
            "rounds.demand_sources",
            "rounds.consequence",
            "rounds.consequence_sources",
            "rounds.recipients_announced",
            "rounds.recipients_note",
        ),
    ),
    PublicColumn(
        "recipients_recorded",
        "Recipients on record",
        "How many letters of the round are on record by the as-of day.",
        Form.WHOLE,
    ),
    PublicColumn(
        "letters_in_view", "Letters in view", "How many letters of the round are in this view.", Form.WHOLE
    ),
    Given("rounds.sources"),
)

_CASES: tuple[_Declared, ...] = (
    *map(Given, ("cases.case_id", "cases.name", "cases.court", "cases.docket")),
    PublicColumn(
        "docket_link",
        "Link of the docket",
        "Address of a search for the docket on CourtListener; empty where court or number is not on record.",
        Form.TEXT,
        required=False,
    ),
    Given("cases.appeals"),
    Given("cases.filed_on"),
    Given("cases.ended_on"),
    PublicColumn(
        "ended",
        "End on record",
        "Whether an end of the case by the as-of day is on record; “no” does not mean that it is open.",
        Form.FLAG,
    ),
    Given("cases.brought_by"),
    PublicColumn("brought_by_label", "Brought by, in words", "Who brought the case, in words.", Form.TEXT),
    Given("cases.round_id"),
    Given("cases.concerns"),
    Given("cases.jurisdictions"),
    PublicColumn("parties", "Names of the places", "The places by name.", Form.LIST),
    PublicColumn(
        "status", "Status", "Where the case stands on the as-of day.", Form.TEXT, words=_words(CaseStatus)
    ),
    PublicColumn("status_label", "Status in words", "The status as the page prints it.", Form.TEXT),
    Given("cases.outcome_for"),
    Given("cases.decided_on"),
    Given(
        "cases.outcome",
        description="What came of it, as far as read; left out where more is on record after the as-of day.",
    ),
    PublicColumn(
        "ruling_count",
        "Decisions",
        "On how many days by the as-of day a court decided something.",
        Form.WHOLE,
    ),
    PublicColumn(
        "ruling_on",
        "Newest decision on",
        "When the newest decision was made.",
        Form.IMPRECISE,
        required=False,
    ),
    PublicColumn(
        "ruling", "Newest decision", "The newest decision in one sentence.", Form.TEXT, required=False
    ),
    Given("cases.sources"),
)

_DOCUMENTS: tuple[_Declared, ...] = (
    Given("documents.document_id"),
    Given("documents.kind"),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    Given("documents.round_id"),
    _PLACE_ID,
    *map(Given, ("documents.event_id", "documents.source_id")),
    Given("sources.url"),
    *map(Given, ("documents.pages", "documents.says", "documents.quote", "documents.read")),
)

_COMPARISON: tuple[_Declared, ...] = (
    _PLACE_ID,
    _PLACE,
    _KIND,
    _STATE,
    _STATE_NAME,
    PublicColumn(
        "letters",
        "Letters of",
        "Whose letter the place got: of the first round only, of the second only, or of both.",
        Form.TEXT,
        words=("first", "second", "both"),
    ),
    PublicColumn("letters_label", "Letters of, in words", "The same as the page prints it.", Form.TEXT),
    PublicColumn(
        "first_status",
        "Status of the first",
        "Where the letter of the first round stands on the as-of day.",
        Form.TEXT,
        required=False,
        words=_words(Status),
    ),
    PublicColumn(
        "second_status",
        "Status of the second",
        "Where the letter of the second round stands on the as-of day.",
        Form.TEXT,
        required=False,
        words=_words(Status),
    ),
    _RECORD,
)

_CHANGES: tuple[_Declared, ...] = (
    PublicColumn("change_id", "Change", "Lasting id of the row.", Form.TEXT),
    PublicColumn(
        "happened_on",
        "Happened on",
        "When it happened, as precisely as a source says.",
        Form.IMPRECISE,
        source="on",
    ),
    PublicColumn("counts_from", "Counts from", "The day from which it counts.", Form.DAY, source="day"),
    PublicColumn("recorded_on", "Recorded on", "The day from which the record says so.", Form.DAY),
    PublicColumn("updated_on", "Updated on", "The newest day of its recording or correction.", Form.DAY),
    PublicColumn("kind", "Kind", "What sort of thing it is.", Form.TEXT, words=_words(ChangeKind)),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    PublicColumn(
        "jurisdiction_ids", "Places", "The ids of the places.", Form.LIST, required=False, source="places"
    ),
    PublicColumn(
        "jurisdictions",
        "Names of the places",
        "The places in words.",
        Form.TEXT,
        required=False,
        source="names",
    ),
    PublicColumn("round_id", "Round", "The round, if it belongs to one.", Form.TEXT, required=False),
    PublicColumn("case_id", "Case", "The court case, if it belongs to one.", Form.TEXT, required=False),
    PublicColumn(
        "event_type",
        "Event type",
        "The type of an event.",
        Form.TEXT,
        required=False,
        words=_words(EventType),
    ),
    PublicColumn(
        "status_from",
        "Status before",
        "The status that it ended, where it moved one.",
        Form.TEXT,
        required=False,
        words=_words(Status),
    ),
    PublicColumn(
        "status_to",
        "Status after",
        "The status that it brought about.",
        Form.TEXT,
        required=False,
        words=_words(Status),
    ),
    PublicColumn(
        "letters_moved", "Letters moved", "Round and place of the letters whose status it moved.", Form.LIST
    ),
    PublicColumn(
        "cause",
        "Cause",
        "What brought the status about.",
        Form.TEXT,
        required=False,
        words=_words(Cause),
    ),
    PublicColumn(
        "confidence",
        "Confidence",
        "How well it is supported.",
        Form.TEXT,
        required=False,
        words=_words(Confidence),
    ),
    PublicColumn("sentence", "In words", "What happened, in sentences that stand alone.", Form.TEXT),
    PublicColumn("sources", "Sources", "The ids of its sources.", Form.LIST),
    PublicColumn("rows", "Rows", "The rows of the data that say so, each as table and key.", Form.LIST),
)

_SOURCES: tuple[_Declared, ...] = (
    *map(Given, ("sources.source_id", "sources.publisher", "sources.title", "sources.url")),
    *map(Given, ("sources.hosting", "sources.original_url")),
    *map(Given, ("sources.published_on", "sources.kind")),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    Given("sources.note"),
)


def _counted(name: str) -> tuple[PublicColumn, ...]:
    """Declare the column of a measure, or the two of a range."""
    measure = MEASURES[name]
    if measure.possible is None:
        return (PublicColumn(name, measure.head, measure.meaning, Form.WHOLE),)
    return (
        PublicColumn(name + AT_LEAST, f"{measure.head}, at least", measure.meaning, Form.WHOLE),
        PublicColumn(name + AT_MOST, f"{measure.head}, at most", measure.meaning, Form.WHOLE),
    )


_GROUPS: tuple[_Declared, ...] = (
    PublicColumn("by", "By", "What the letters are grouped by.", Form.TEXT, words=tuple(GROUPINGS)),
    PublicColumn("group", "Group", "The code, word or id of the group.", Form.TEXT),
    PublicColumn("group_label", "Group in words", "The group as the page prints it.", Form.TEXT),
    *(column for name in MEASURES for column in _counted(name)),
    PublicColumn(
        SHARE + AT_LEAST,
        "Share answered, at least",
        "Letters with an answer on public record as a part of all, also of those that no source names.",
        Form.NUMBER,
    ),
    PublicColumn(
        SHARE + AT_MOST,
        "Share answered, at most",
        "Letters that, by their dates, may have been answered, as a part of those named; empty for none.",
        Form.NUMBER,
        required=False,
    ),
    PublicColumn(
        SUITS,
        "Suits",
        "How many separate court cases bear on the letters named. One may bear on letters of several groups.",
        Form.WHOLE,
    ),
)


def _of_period(begin: str, which: str) -> tuple[PublicColumn, ...]:
    """Declare what is said of the letters of one of two periods."""
    described: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
        ("round_id", "round", "The round of the newest of these letters.", ()),
        ("evidence", "evidence", "What shows that this letter was sent.", _words(Evidence)),
        ("answer", "answer", "What the place answered to it by the as-of day.", _words(Answer)),
        ("doj", "next step", "What {sender} did about it by the as-of day.", _words(Doj)),
        ("court", "court", "What came of the court cases about it by the as-of day.", _words(Court)),
    )
    return (
        PublicColumn(
            f"{begin}era", f"{which} period", f"The years of the {which.lower()} period.", Form.TEXT
        ),
        PublicColumn(f"{begin}letters", f"{which} letters", "How many letters it got then.", Form.WHOLE),
        *(
            PublicColumn(begin + name, f"{which} {title}", meaning, Form.TEXT, words=words)
            for name, title, meaning, words in described
        ),
    )


_ERAS: tuple[_Declared, ...] = (
    _PLACE_ID,
    _PLACE,
    _KIND,
    _STATE,
    _STATE_NAME,
    _REGION,
    *_of_period(THEN, "First"),
    *_of_period(NOW, "Last"),
    _RECORD,
)

_DECLARED: Mapping[str, Iterable[_Declared]] = {
    "letters": _LETTERS,
    "events": _EVENTS,
    "jurisdictions": _PLACES,
    "rounds": _ROUNDS,
    "cases": _CASES,
    "documents": _DOCUMENTS,
    "comparison": _COMPARISON,
    "groups": _GROUPS,
    "eras": _ERAS,
    "changes": _CHANGES,
    "sources": _SOURCES,
}


def columns(table: str, dataset: Dataset) -> tuple[PublicColumn, ...]:
    """Return the columns of a public table in order.

    Args:
        table: one of `tracker.exports.rows.TITLES`.
        dataset: its descriptor gives the words of its own columns, its campaign the names in the others.
    """
    described = (
        declared.column(dataset.schema) if isinstance(declared, Given) else declared
        for declared in _DECLARED[table]
    )
    say = dataset.campaign.say
    return tuple(
        replace(
            column,
            source=column.source or column.name,
            title=say(column.title),
            description=say(column.description),
        )
        for column in described
    )
