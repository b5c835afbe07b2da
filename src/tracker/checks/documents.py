"""Rules for the documents of letters and events, and for the evidence that they give."""

from collections import defaultdict
from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.ids import document_id
from tracker.checks.registry import Finding, check
from tracker.difference import Row
from tracker.evidence import UNDOCUMENTED, grade
from tracker.letter_key import key_of
from tracker.vocabulary import Confidence, DocumentKind, Evidence, Reading, SourceKind

QUOTED_WORDS = 12
"""How many words of a document may be quoted."""


@check("document-id", needs=("documents",))
def check_document_id(draft: Draft) -> Iterator[Finding]:
    """A document's id is its place, round and kind; of an event's document, the event's id and kind."""
    for row, document in _documents(draft):
        if document["document_id"] != (wanted := document_id(document)):
            yield Finding("documents", row, "document_id", f"the id should be {wanted}")


@check("document-subject", needs=("documents", "letters", "events"))
def check_document_subject(draft: Draft) -> Iterator[Finding]:
    """A document shows a letter on record, or an event of its own round and place."""
    letters, events = _letters(draft), _events(draft)
    for row, document in _documents(draft):
        if event := events.get(document["event_id"]):
            for column in ("round_id", "jurisdiction_id"):
                if event[column] != document[column]:
                    yield Finding("documents", row, column, f"its event says {event[column] or 'none'}")
        elif not document["event_id"] and key_of(document) not in letters:
            yield Finding("documents", row, "round_id", "no such letter is on record")


@check("document-source", needs=("documents", "letters", "events"))
def check_document_source(draft: Draft) -> Iterator[Finding]:
    """The source of a document is cited by the letter or event that it shows."""
    letters, events = _letters(draft), _events(draft)
    for row, document in _documents(draft):
        shown = events.get(document["event_id"]) or letters.get(key_of(document))
        if shown and document["source_id"] not in shown["sources"].split(";"):
            message = f"the row that it shows does not cite {document['source_id']}"
            yield Finding("documents", row, "source_id", message)


@check("release-source", needs=("documents", "sources"))
def check_release(draft: Draft) -> Iterator[Finding]:
    """A release or list that names a place is a primary source, published by the sender of the letters."""
    sources = {source["source_id"]: source for source in _rows(draft, "sources")}
    for row, document in _documents(draft):
        source = sources.get(document["source_id"])
        if source and document["kind"] == DocumentKind.RELEASE:
            is_own = any(name in source["publisher"] for name in draft.campaign.publishers)
            if source["kind"] != SourceKind.PRIMARY or not is_own:
                yield Finding(
                    "documents", row, "source_id", f"this is no primary source of {draft.campaign.sender}"
                )


@check("quotation", needs=("documents",))
def check_quotation(draft: Draft) -> Iterator[Finding]:
    """A quotation is of at most 12 words, and of a document that was read."""
    for row, document in _documents(draft):
        words = len(document["quote"].split())
        if words > QUOTED_WORDS:
            yield Finding("documents", row, "quote", f"{words} words are quoted")
        if words and document["read"] != Reading.READ:
            yield Finding("documents", row, "quote", "quoted from a document that was not read")


@check("evidence", needs=("documents", "letters"))
def check_evidence(draft: Draft) -> Iterator[Finding]:
    """A letter's evidence is the best that its documents give; without one, a report or an inference."""
    documents = defaultdict(list)
    for _, document in _documents(draft):
        if not document["event_id"]:
            documents[key_of(document)].append((document["kind"], document["read"]))
    for row, letter in enumerate(_rows(draft, "letters")):
        given = grade(documents[key_of(letter)])
        allowed = (given,) if given else UNDOCUMENTED
        if letter["evidence"] not in allowed:
            yield Finding("letters", row, "evidence", f"its documents give {' or '.join(allowed)}")


@check("inferred-confirmed", needs=("letters",))
def check_inferred(draft: Draft) -> Iterator[Finding]:
    """A letter that no source names is not confirmed."""
    for row, letter in enumerate(_rows(draft, "letters")):
        if letter["evidence"] == Evidence.INFERRED and letter["confidence"] == Confidence.CONFIRMED:
            yield Finding("letters", row, "confidence", "a letter that no source names is not confirmed")


def _rows(draft: Draft, name: str) -> list[Row]:
    return draft[name].records


def _documents(draft: Draft) -> Iterator[tuple[int, Row]]:
    return enumerate(_rows(draft, "documents"))


def _letters(draft: Draft) -> dict[tuple[str, str], Row]:
    return {key_of(letter): letter for letter in _rows(draft, "letters")}


def _events(draft: Draft) -> dict[str, Row]:
    return {event["event_id"]: event for event in _rows(draft, "events")}
