"""The papers of a letter on its record: what there is to read, what shows the letter, how to ask for it."""

from dataclasses import dataclass

from tracker.brief.requests import RecordsRequest, records_requests
from tracker.brief.support import letter_documents, support
from tracker.dataset import Dataset
from tracker.language.words import Claim
from tracker.row_types import LetterOnDay, Row, rows
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
    document: Row
    source: Row


@dataclass(frozen=True)
class Papers:
    """What there is of a letter: its best document, if any, what shows it, and the requests to copy."""

    best: Paper | None
    support: Claim
    requests: tuple[RecordsRequest, RecordsRequest]


def papers_of(dataset: Dataset, letter: LetterOnDay) -> Papers:
    """Put together what a record says of one letter, a row of `letters_on`."""
    documents = letter_documents(dataset, letter)
    offices = dataset.rounds.set_index("round_id")["issuing_office"]
    return Papers(
        best=_paper(dataset, documents[0]) if documents else None,
        support=support(dataset, letter),
        requests=records_requests(dataset, letter, str(offices[letter["round_id"]])),
    )


def documents_by_event(dataset: Dataset, jurisdiction_id: str) -> dict[str, Paper]:
    """Give the document of each event of a place that has one, by event."""
    documents = dataset.documents
    mine = documents[(documents["jurisdiction_id"] == jurisdiction_id) & (documents["event_id"] != "")]
    return {document["event_id"]: _paper(dataset, document) for document in rows(mine)}


def _paper(dataset: Dataset, document: Row) -> Paper:
    link = _LINKS.get((document["kind"], document["read"]))
    other = _READ if document["read"] == Reading.READ else _LOCATED
    sources = dataset.sources
    (source,) = rows(sources[sources["source_id"] == document["source_id"]])
    return Paper(dataset.campaign.say(link or other), document, source)
