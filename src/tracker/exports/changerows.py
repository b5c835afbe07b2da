"""The rows of the changes page as JSON and CSV."""

from collections.abc import Mapping
from typing import Any

from tracker.campaign import Campaign
from tracker.changes import Cause, Change, ChangeKind, Changes
from tracker.exports.about import About
from tracker.exports.columns import Form, PublicColumn
from tracker.exports.csv import csv_file
from tracker.exports.json import dumps, licence, plain, version
from tracker.exports.rows import Record, Rows
from tracker.vocabulary import Confidence, EventType, Status

FORMS = ("json", "csv")
"""The formats in which changes are given."""

NAME = "changes"
TITLE = (
    "What happened, or what was recorded, from one day to another, oldest first; "
    "each thing once, however many places it names."
)


def _words(vocabulary: Any) -> tuple[str, ...]:  # noqa: ANN401 - any enumeration of words
    return tuple(map(str, vocabulary))


CHANGE_COLUMNS = (
    PublicColumn("change_id", "Change", "Lasting id of the row.", Form.TEXT),
    PublicColumn(
        "happened_on", "Happened on", "When it happened, as precisely as a source says.", Form.IMPRECISE
    ),
    PublicColumn("counts_from", "Counts from", "The day from which it counts.", Form.DAY),
    PublicColumn("recorded_on", "Recorded on", "The day from which the record says so.", Form.DAY),
    PublicColumn("updated_on", "Updated on", "The newest day of its recording or correction.", Form.DAY),
    PublicColumn("kind", "Kind", "What sort of thing it is.", Form.TEXT, words=_words(ChangeKind)),
    PublicColumn("kind_label", "Kind in words", "The kind as the page prints it.", Form.TEXT),
    PublicColumn("jurisdiction_ids", "Places", "The ids of the places.", Form.LIST, required=False),
    PublicColumn("jurisdictions", "Names of the places", "The places in words.", Form.TEXT, required=False),
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


def change_rows(found: Changes, campaign: Campaign) -> Rows:
    """Return changes as rows for files."""
    records = tuple(_record(change, campaign) for change in found.rows)
    return Rows(NAME, CHANGE_COLUMNS, records, len(records))


def changes_csv(found: Changes, campaign: Campaign) -> bytes:
    """Write changes as CSV."""
    return csv_file(change_rows(found, campaign))


def changes_json(found: Changes, about: About, by: str, links: Mapping[str, str]) -> bytes:
    """Write changes as JSON, their head before them: filters, days, data version, licence."""
    rows = change_rows(found, about.campaign)
    return dumps(
        {
            "title": about.title,
            "rows_are": TITLE,
            "query": about.query,
            "from": found.start.isoformat(),
            "to": found.end.isoformat(),
            "by": by,
            "version": version(about),
            "licence": licence(about),
            "total": rows.total,
            "links": dict(links),
            "rows": [plain(record) for record in rows.records],
        }
    )


def _record(change: Change, campaign: Campaign) -> Record:
    moved = change.letters if change.status_from else ()
    return {
        "change_id": "/".join(change.key),
        "happened_on": change.on,
        "counts_from": change.day,
        "recorded_on": change.recorded_on,
        "updated_on": change.updated_on,
        "kind": str(change.kind),
        "kind_label": campaign.say(change.label),
        "jurisdiction_ids": change.places,
        "jurisdictions": change.names or None,
        "round_id": change.round_id or None,
        "case_id": change.case_id or None,
        "event_type": change.event_type or None,
        "status_from": change.status_from or None,
        "status_to": change.status_to or None,
        "letters_moved": tuple(" + ".join(letter) for letter in moved),
        "cause": change.cause or None,
        "confidence": change.confidence or None,
        "sentence": change.sentence,
        "sources": change.sources,
        "rows": tuple(f"{table}: {key}" for table, key in change.rows),
    }
