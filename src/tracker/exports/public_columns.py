"""The columns of the public rows, each declared once: every export and its description follow from that.

A column that is the data's own takes its words from the descriptor; the others have theirs here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracker.dataset import Dataset
from tracker.exports.columns import Declared, Form, Given, PublicColumn, words_of
from tracker.exports.derived_columns import CHANGES, COMPARISON
from tracker.exports.group_columns import ANSWERS, ERAS, GROUPS, SIDES
from tracker.exports.letter_columns import LOCATED, ON_THE_DAY, PLACE, PLACE_ID, RECORD, ROUND, STATE
from tracker.vocabulary import CaseStatus, EventType

_LETTERS: tuple[Declared, ...] = (
    Given("letters.round_id"),
    ROUND,
    *LOCATED,
    Given("letters.addressee"),
    Given("letters.sent_on"),
    Given("letters.deadline_on"),
    *ON_THE_DAY,
    PublicColumn(
        "last_event_on",
        "Last event on",
        "When the newest event of the letter’s own round and place by the as-of day happened, as precisely "
        "as a source says. Events of the place that belong to no letter or to another one do not count, nor "
        "does the end of a program: see since_on.",
        Form.IMPRECISE,
        required=False,
    ),
    PublicColumn(
        "last_event_type",
        "Last event type",
        "What sort of thing the newest event is.",
        Form.TEXT,
        required=False,
        words=words_of(EventType),
    ),
    PublicColumn("last_event", "Last event", "The newest event in one sentence.", Form.TEXT, required=False),
    Given("letters.evidence"),
    Given("letters.confidence"),
    Given("letters.note"),
    Given("letters.sources"),
    RECORD,
)

_EVENTS: tuple[Declared, ...] = (
    Given("events.event_id"),
    PLACE_ID,
    PLACE,
    STATE,
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
    RECORD,
)

_PLACES: tuple[Declared, ...] = (
    *LOCATED,
    Given("jurisdictions.geoid"),
    Given("jurisdictions.county_fips"),
    Given("jurisdictions.latitude"),
    Given("jurisdictions.longitude"),
    Given("jurisdictions.aliases"),
    Given("jurisdictions.population_source"),
    PublicColumn(
        "letter_count",
        "Letters",
        "How many letters in this view are to the place and name it, by a source, as the recipient.",
        Form.WHOLE,
    ),
    PublicColumn(
        "inferred_count",
        "Letters, not named",
        "How many more letters to the place are in this view though no source names it as the recipient.",
        Form.WHOLE,
    ),
    Given("letters.round_id", description="The round of the place’s newest letter in this view."),
    ROUND,
    Given("letters.sent_on"),
    Given("letters.deadline_on"),
    *ON_THE_DAY,
    RECORD,
)

_ROUNDS: tuple[Declared, ...] = (
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
        "How many letters of the round are on record by the as-of day whose recipient a source names.",
        Form.WHOLE,
    ),
    PublicColumn(
        "recipients_inferred",
        "Recipients not named",
        "How many more are entered by the as-of day though no source names the recipient.",
        Form.WHOLE,
    ),
    PublicColumn(
        "letters_in_view",
        "Letters in view",
        "How many letters of the round are in this view whose recipient a source names.",
        Form.WHOLE,
    ),
    PublicColumn(
        "inferred_in_view",
        "Letters in view, not named",
        "How many more letters of the round are in this view though no source names the recipient.",
        Form.WHOLE,
    ),
    Given("rounds.sources"),
)

_CASES: tuple[Declared, ...] = (
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
        "status", "Status", "Where the case stands on the as-of day.", Form.TEXT, words=words_of(CaseStatus)
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

_DOCUMENTS: tuple[Declared, ...] = (
    Given("documents.document_id"),
    Given("documents.kind"),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    Given("documents.round_id"),
    PLACE_ID,
    *map(Given, ("documents.event_id", "documents.source_id")),
    Given("sources.url"),
    *map(Given, ("documents.pages", "documents.says", "documents.quote", "documents.read")),
)

_SOURCES: tuple[Declared, ...] = (
    *map(Given, ("sources.source_id", "sources.publisher", "sources.title", "sources.url")),
    *map(Given, ("sources.hosting", "sources.original_url")),
    *map(Given, ("sources.published_on", "sources.kind")),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    Given("sources.note"),
)

_DECLARED: Mapping[str, Iterable[Declared]] = {
    "letters": _LETTERS,
    "events": _EVENTS,
    "jurisdictions": _PLACES,
    "rounds": _ROUNDS,
    "cases": _CASES,
    "documents": _DOCUMENTS,
    "comparison": COMPARISON,
    "groups": GROUPS,
    "answers": ANSWERS,
    "eras": ERAS,
    "sides": SIDES,
    "changes": CHANGES,
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
