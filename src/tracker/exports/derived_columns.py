"""The columns of rows that no table of the data has: two rounds compared, and what changed."""

from tracker.changes import Cause, ChangeKind
from tracker.exports.columns import Declared, Form, PublicColumn, words_of
from tracker.exports.letter_columns import NAMED, RECORD
from tracker.vocabulary import Confidence, EventType, Evidence, Status

COMPARISON: tuple[Declared, ...] = (
    *NAMED,
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
        words=words_of(Status),
    ),
    PublicColumn(
        "first_evidence",
        "Evidence of the first",
        "What shows that the letter of the first round was sent.",
        Form.TEXT,
        required=False,
        words=words_of(Evidence),
    ),
    PublicColumn(
        "second_status",
        "Status of the second",
        "Where the letter of the second round stands on the as-of day.",
        Form.TEXT,
        required=False,
        words=words_of(Status),
    ),
    PublicColumn(
        "second_evidence",
        "Evidence of the second",
        "What shows that the letter of the second round was sent.",
        Form.TEXT,
        required=False,
        words=words_of(Evidence),
    ),
    RECORD,
)

CHANGES: tuple[Declared, ...] = (
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
    PublicColumn("kind", "Kind", "What sort of thing it is.", Form.TEXT, words=words_of(ChangeKind)),
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
        words=words_of(EventType),
    ),
    PublicColumn(
        "status_from",
        "Status before",
        "The status that it ended, where it moved one.",
        Form.TEXT,
        required=False,
        words=words_of(Status),
    ),
    PublicColumn(
        "status_to",
        "Status after",
        "The status that it brought about.",
        Form.TEXT,
        required=False,
        words=words_of(Status),
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
        words=words_of(Cause),
    ),
    PublicColumn(
        "confidence",
        "Confidence",
        "How well it is supported.",
        Form.TEXT,
        required=False,
        words=words_of(Confidence),
    ),
    PublicColumn(
        "evidence",
        "Evidence",
        "What shows that the letter was sent that it is about.",
        Form.TEXT,
        required=False,
        words=words_of(Evidence),
    ),
    PublicColumn("sentence", "In words", "What happened, in sentences that stand alone.", Form.TEXT),
    PublicColumn("sources", "Sources", "The ids of its sources.", Form.LIST),
    PublicColumn("rows", "Rows", "The rows of the data that say so, each as table and key.", Form.LIST),
)
