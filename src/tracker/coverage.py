"""What the record covers, in numbers: how much is in it, how well it is supported, how far it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.campaign import Worded
from tracker.dataset import Dataset
from tracker.evidence import Count, named, on_weak_hosts
from tracker.language.words import percent
from tracker.standing import is_answered, letter_answer
from tracker.vocabulary import Confidence, Evidence, Reading, RoundKind


@dataclass(frozen=True)
class Share:
    """A part of a whole."""

    count: int
    total: int

    def __str__(self) -> str:
        """Print the numbers and the percentage: `67 of 112 (60%)`; of nothing there is no percentage."""
        percentage = f" ({percent(self.count / self.total)})" if self.total else ""
        return f"{self.count:,} of {self.total:,}{percentage}"


@dataclass(frozen=True)
class Coverage:
    """What a release of the data holds, whatever the day that a reader looks from.

    Attributes:
        rounds: rounds of letters; `background` counts the entries that are none.
        letters: those whose recipient a source names, and those entered without.
        places: places on record; `written_to` are those of them that a source names as a recipient, `unnamed`
            those whose letters are all inferred.
        addressed: letters whose addressee is on record; `due` those with a deadline; `answered` those with an
            answer on record; all three of the letters whose recipient a source names.
        letters_by_confidence: letters of each confidence, of all that are entered; `events_by_confidence` is
            the same of the events.
        letters_by_evidence: letters of each evidence.
        documents: documents whose own text was read, of all.
        on_weak_hosts: rows of which a cell with sources has them at weak hosts alone, by table.
        ended: cases with an end on record.
        sent: day of the first and of the last letter, None where there is no letter.
        newest_event: the newest of the events, in EDTF, "" where there is none.
        researched_to: the last day that the research reaches.
        recorded_from: the day on which the first fact was recorded, None where nothing is.
    """

    rounds: int
    background: int
    letters: Count
    places: int
    written_to: int
    unnamed: int
    events: int
    cases: int
    sources: int
    addressed: Share
    due: Share
    answered: Share
    letters_by_confidence: Mapping[Confidence, Share]
    events_by_confidence: Mapping[Confidence, Share]
    letters_by_evidence: Mapping[Worded, Share]
    documents: Share
    on_weak_hosts: Mapping[str, Share]
    ended: Share
    sent: tuple[date, date] | None
    newest_event: str
    researched_to: date
    recorded_from: date | None


def coverage(dataset: Dataset) -> Coverage:
    """Count what is in the dataset."""
    letters, events, cases = dataset.letters, dataset.events, dataset.cases
    of_letters = dataset.rounds["kind"] == RoundKind.LETTERS
    written_to = named(letters)["jurisdiction_id"].nunique()
    newest = events.sort_values(["date_latest", "date_earliest"])["date"].iloc[-1:]
    return Coverage(
        rounds=int(of_letters.sum()),
        background=int((~of_letters).sum()),
        letters=Count.of(letters),
        places=len(dataset.jurisdictions),
        written_to=written_to,
        unnamed=letters["jurisdiction_id"].nunique() - written_to,
        events=len(events),
        cases=len(cases),
        sources=len(dataset.sources),
        addressed=_share(named(letters)["addressee"] != ""),
        due=_share(named(letters)["deadline_on"].notna()),
        answered=_share(is_answered(letter_answer(dataset, date.max))[named(letters).index]),
        letters_by_confidence=_by_confidence(letters),
        events_by_confidence=_by_confidence(events),
        letters_by_evidence={
            dataset.campaign.word(term): _share(letters["evidence"] == term) for term in Evidence
        },
        documents=_share(dataset.documents["read"] == Reading.READ),
        on_weak_hosts=_on_weak_hosts(dataset),
        ended=_share(cases["ended_on"] != ""),
        sent=_ends(letters["sent_on"]),
        newest_event="".join(newest),
        researched_to=dataset.version.researched_to,
        recorded_from=_first(pd.concat([letters["recorded_on"], events["recorded_on"]])),
    )


def _share(mask: "pd.Series[bool]") -> Share:
    return Share(int(mask.sum()), len(mask))


def _on_weak_hosts(dataset: Dataset) -> dict[str, Share]:
    return {
        name: _share(on_weak_hosts(dataset.tables[name], dataset.sources, _citing(dataset, name)))
        for name in ("rounds", "letters", "events", "cases")
    }


def _citing(dataset: Dataset, table: str) -> list[str]:
    """Give the columns of a table that cite sources."""
    columns = dataset.schema[table].columns
    return [column.name for column in columns if column.references == "sources.source_id"]


def _by_confidence(rows: pd.DataFrame) -> dict[Confidence, Share]:
    return {term: _share(rows["confidence"] == term) for term in Confidence}


def _ends(days: "pd.Series[pd.Timestamp]") -> tuple[date, date] | None:
    return (days.min().date(), days.max().date()) if len(days) else None


def _first(days: "pd.Series[pd.Timestamp]") -> date | None:
    return days.min().date() if len(days) else None
