"""The rounds with their terms, and with the tally of their letters on a day."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import pandas as pd

from tracker.brief.outcomes import by_deadline
from tracker.brief.ranges import Range
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.evidence import inferred, named
from tracker.language.datewords import days_left, when
from tracker.letters import letters_on, round_labels
from tracker.row_types import Round, typed_rows
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
    rounds, labels = dataset.rounds, round_labels(dataset.rounds)
    sent = rounds[rounds["sent_on"] <= pd.Timestamp(as_of)]
    letters = letters_on(dataset, as_of)
    newest = typed_rows(sent.sort_values(["sent_on", "round_id"], ascending=False), Round)
    of_rounds, none = dict(iter(letters.groupby("round_id"))), letters.iloc[:0]
    return [
        _summary(row, labels[row["round_id"]], of_rounds.get(row["round_id"], none), as_of) for row in newest
    ]


def _summary(row: Round, label: str, letters: pd.DataFrame, as_of: date) -> RoundSummary:
    ended = bool(row["ended_on_latest"] <= pd.Timestamp(as_of))
    due, sure, unnamed = row["deadline_on"], named(letters), inferred(letters)
    return RoundSummary(
        round_id=row["round_id"],
        label=label,
        name=row["name"],
        kind=RoundKind.of(row["kind"]),
        sent_on=row["sent_on"].date(),
        deadline_on=due.date() if isinstance(due, pd.Timestamp) else None,
        deadline_words=_deadline_words(due, letters, as_of) if isinstance(due, pd.Timestamp) else "",
        ended=when(PartialDate.parse(row["ended_on"])) if ended else "",
        signatory=row["signatory"],
        issuing_office=row["issuing_office"],
        authority=row["authority"],
        demand=row["demand"],
        consequence=row["consequence"],
        announced=row["recipients_announced"],
        recorded=len(sure),
        inferred=len(unnamed),
        in_time=by_deadline(sure),
        note=row["recipients_note"],
        tally=_tally(sure),
        inferred_tally=_tally(unnamed),
        sources=row["sources"],
        demand_sources=row["demand_sources"],
        consequence_sources=row["consequence_sources"],
        ended_sources=row["ended_sources"] if ended else (),
    )


def _tally(letters: pd.DataFrame) -> Tally:
    counts = letters["status"].value_counts()
    return tuple((status, int(counts[status])) for status in Status if status in counts)


def _deadline_words(due: pd.Timestamp, letters: pd.DataFrame, as_of: date) -> str:
    """Say how far the deadline is; of background, which has no letters, the days alone."""
    if letters.empty:
        return days_left((due - pd.Timestamp(as_of)).days)
    return shared_deadline_words(letters)
