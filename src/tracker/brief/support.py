"""What exactly shows that a letter was sent, in a sentence."""

from collections.abc import Mapping, Sequence

import pandas as pd

from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.evidence import on_weak_hosts
from tracker.language.datewords import date_in_words
from tracker.language.words import Claim, counted, listed_names
from tracker.letter_key import key_of
from tracker.memo import once
from tracker.row_types import Document, Letter, LetterOnDay, Source, typed_rows
from tracker.vocabulary import DocumentKind, Evidence
from tracker.weblink import host

INFERRED = (
    "No source names this place; the letter is entered because sources say that all listed places got one."
)


def support(dataset: Dataset, letter: LetterOnDay) -> Claim:
    """Say what a letter rests on, from its documents and its sources; `letter` is a row of the letters."""
    evidence = Evidence.of(letter["evidence"])
    if evidence == Evidence.INFERRED:
        return Claim(INFERRED, letter["sources"])
    if evidence == Evidence.REPORT:
        return Claim(_reported(dataset, letter), letter["sources"])
    source = _source(dataset, letter, evidence)
    return Claim(_documented(dataset, evidence, source), (source["source_id"],))


def _documented(dataset: Dataset, evidence: Evidence, source: Source) -> str:
    """Say which document shows the letter, and whether its text was read."""
    if evidence == Evidence.LETTER:
        return f"The letter’s own text was read, at least its opening, in a copy at {host(source['url'])}."
    if evidence == Evidence.COPY:
        return (
            f"A public copy of the letter is located (source: {source['publisher']}); its text was not read."
        )
    dated = (
        f" of {date_in_words(PartialDate.parse(source['published_on']))}," if source["published_on"] else ""
    )
    return f"{dataset.campaign.sender}’s release{dated} names the place."


def letter_documents(dataset: Dataset, letter: Letter) -> Sequence[Document]:
    """Give the documents of a letter, the letter before the release, what was read before what was not."""
    return _documents(dataset).get(key_of(letter), ())


@once(4)
def _documents(dataset: Dataset) -> Mapping[tuple[str, str], Sequence[Document]]:
    """Give the documents of all letters, by round and place: tables of letters ask for those of each."""
    kinds = [str(term) for term in DocumentKind]
    own = typed_rows(dataset.documents[dataset.documents["event_id"] == ""], Document)
    by_letter: dict[tuple[str, str], list[Document]] = {}
    for document in sorted(own, key=lambda document: (kinds.index(document["kind"]), document["read"])):
        by_letter.setdefault(key_of(document), []).append(document)
    return by_letter


def copy_of(dataset: Dataset, letter: Letter) -> Source | None:
    """Give the source of a public copy of a letter, of one that was read rather than of one located."""
    copies = (one for one in letter_documents(dataset, letter) if one["kind"] == DocumentKind.LETTER)
    return next((dataset.sources_by_id[copy["source_id"]] for copy in copies), None)


def _source(dataset: Dataset, letter: LetterOnDay, evidence: Evidence) -> Source:
    """Give the source of the document that a letter's evidence rests on."""
    kind = DocumentKind.RELEASE if evidence == Evidence.OFFICIAL else DocumentKind.LETTER
    document = next(each for each in letter_documents(dataset, letter) if each["kind"] == kind)
    return dataset.sources_by_id[document["source_id"]]


def _reported(dataset: Dataset, letter: LetterOnDay) -> str:
    """Count those who say that a letter was sent, and say so if none stands at an address fit to cite."""
    publishers = list(dict.fromkeys(dataset.sources_by_id[key]["publisher"] for key in letter["sources"]))
    say = "says" if len(publishers) == 1 else "say"
    count = counted(len(publishers), "publisher", "publishers")
    sentence = f"{count} {say} that the letter was sent: {listed_names(publishers)}."
    is_weak = on_weak_hosts(pd.DataFrame([letter]), dataset.sources).all()
    weak = " All of it was read at weak hosts only." if is_weak else ""
    return sentence[:1].upper() + sentence[1:] + weak
