"""The papers of a letter on its record: what there is to read, what shows the letter, how to ask for it."""

from dataclasses import dataclass

from tracker.brief.requests import RecordsRequest, records_requests
from tracker.brief.support import letter_documents, support
from tracker.dataset import Dataset
from tracker.language.words import Claim
from tracker.row_types import Document, LetterOnDay, Source, typed_rows
from tracker.vocabulary import DocumentKind, Reading

_LINKS = {
    (DocumentKind.LETTER, Reading.READ): "Read the letter",
    (DocumentKind.LETTER, Reading.LOCATED): "See where the letter is",
    (DocumentKind.RELEASE, Reading.READ): "{sender}’s release names it",
    (DocumentKind.ANSWER, Reading.READ): "Read the answer",
    (DocumentKind.ANSWER, Reading.LOCATED): "See where the answer is",
}
_READ, _LOCATED = "Read the document", "See where the document is"


@dataclass(frozen=True)
class Paper:
    """A document with the words of its link and its source."""

    link: str
    document: Document
    source: Source


@dataclass(frozen=True)
class Papers:
    """What there is of a letter: its best document, if any, what shows it, and the requests to copy."""

    best: Paper | None
    support: Claim
    requests: tuple[RecordsRequest, RecordsRequest]


def papers_of(dataset: Dataset, letter: LetterOnDay) -> Papers:
    """Put together what a record says of one letter, a row of `letters_on`."""
    documents, round_ = letter_documents(dataset, letter), dataset.rounds_by_id[letter["round_id"]]
    return Papers(
        best=_paper(dataset, documents[0]) if documents else None,
        support=support(dataset, letter),
        requests=records_requests(dataset, letter, round_["issuing_office"]),
    )


def documents_by_event(dataset: Dataset, jurisdiction_id: str) -> dict[str, Paper]:
    """Give the document of each event of a place that has one, by event."""
    documents = dataset.documents
    mine = documents[(documents["jurisdiction_id"] == jurisdiction_id) & (documents["event_id"] != "")]
    return {document["event_id"]: _paper(dataset, document) for document in typed_rows(mine, Document)}


def _paper(dataset: Dataset, document: Document) -> Paper:
    link = _LINKS.get((DocumentKind.of(document["kind"]), Reading.of(document["read"])))
    other = _READ if document["read"] == Reading.READ else _LOCATED
    source = dataset.sources_by_id[document["source_id"]]
    return Paper(dataset.campaign.say(link or other), document, source)
