"""The rounds with their terms, and with the tally of their letters on a day."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import pandas as pd

from tracker.brief.evidence_sentences import inferred, named
from tracker.brief.outcomes import by_deadline
from tracker.brief.ranges import Range
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.language.datewords import days_left, when
from tracker.letters import letters_on, round_labels
from tracker.row_types import Row, rows
from tracker.standing.counting import shared_deadline_words
from tracker.vocabulary import RoundKind, Status

Tally: TypeAlias = tuple[tuple[Status, int], ...]
"""How many letters have each status, in the order of the vocabulary."""


@dataclass(frozen=True)
class RoundSummary:
    """A round on a day. Texts are "" where the record says nothing; `ended` is in words: `in April 2021`.

    `recorded` counts the letters whose recipient a source names, `tally` their statuses, and `in_time` those
    answered by the deadline, as far as the days are known; `inferred` and `inferred_tally` speak of the
    letters that are entered without. `deadline_words` says how far the deadline is, "" once that says nothing
    of any letter of the round.
    """

    round_id: str
    label: str
    name: str
    kind: RoundKind
    sent_on: date
    deadline_on: date | None
    deadline_words: str
    ended: str
    signatory: str
    issuing_office: str
    authority: str
    demand: str
    consequence: str
    announced: int | None
    recorded: int
    inferred: int
    in_time: Range
    note: str
    tally: Tally
    inferred_tally: Tally
    sources: tuple[str, ...]
    demand_sources: tuple[str, ...]
    consequence_sources: tuple[str, ...]
    ended_sources: tuple[str, ...]


def round_summaries(dataset: Dataset, as_of: date) -> list[RoundSummary]:
    """Summarise the rounds sent by the day, background included, newest first.

    `announced` is None where no number was announced; `note` says why it differs from `recorded`. `tally` has
    the statuses that letters of the round have on the day, in the order of the vocabulary.
    """
    rounds = dataset.rounds.assign(label=list(round_labels(dataset.rounds)))
    sent = rounds[rounds["sent_on"] <= pd.Timestamp(as_of)]
    letters = letters_on(dataset, as_of)
    newest = sent.sort_values(["sent_on", "round_id"], ascending=False)
    return [_summary(row, letters[letters["round_id"] == row["round_id"]], as_of) for row in rows(newest)]


def _summary(row: Row, letters: pd.DataFrame, as_of: date) -> RoundSummary:
    ended = row["ended_on_latest"] <= pd.Timestamp(as_of)
    texts = ("signatory", "issuing_office", "authority", "demand", "consequence")
    return RoundSummary(
        round_id=row["round_id"],
        label=row["label"],
        name=row["name"],
        kind=RoundKind.of(row["kind"]),
        sent_on=row["sent_on"].date(),
        deadline_on=None if pd.isna(row["deadline_on"]) else row["deadline_on"].date(),
        deadline_words="" if pd.isna(row["deadline_on"]) else _deadline_words(row, letters, as_of),
        ended=when(PartialDate.parse(row["ended_on"])) if ended else "",
        announced=None if pd.isna(row["recipients_announced"]) else int(row["recipients_announced"]),
        recorded=len(named(letters)),
        inferred=len(inferred(letters)),
        in_time=by_deadline(named(letters)),
        note=row["recipients_note"],
        tally=_tally(named(letters)),
        inferred_tally=_tally(inferred(letters)),
        sources=row["sources"],
        demand_sources=row["demand_sources"],
        consequence_sources=row["consequence_sources"],
        ended_sources=row["ended_sources"] if ended else (),
        **{text: row[text] for text in texts},
    )


def _tally(letters: pd.DataFrame) -> Tally:
    counts = {status: int((letters["status"] == status).sum()) for status in Status}
    return tuple((status, count) for status, count in counts.items() if count)


def _deadline_words(row: Row, letters: pd.DataFrame, as_of: date) -> str:
    """Say how far the deadline is; of background, which has no letters, the days alone."""
    if letters.empty:
        return days_left((row["deadline_on"] - pd.Timestamp(as_of)).days)
    return shared_deadline_words(letters)
