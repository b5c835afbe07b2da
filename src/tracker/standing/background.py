"""What a place answered to background: a list, a memo or guidance, which is no answer to its letter."""

from datetime import date

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.language.datewords import when
from tracker.periods import program_ends
from tracker.vocabulary import EventType, RoundKind


def background_answer(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Tell of each letter what its place had answered to background of the same period by a day.

    Returns:
        In the order of the letters `background_answer` (`answered DOJ’s list of … in August 2025`; "" for
        nothing) and `background_answer_sources`.
    """
    ends, letters = program_ends(dataset), dataset.letters
    answers = _answers(dataset)
    answers = answers[answers["date_latest"] <= pd.Timestamp(as_of)]
    answers = answers.assign(period=np.searchsorted(ends, answers["date_latest"]))
    letters = letters.assign(period=np.searchsorted(ends, letters["sent_on"]))
    newest = answers.sort_values("date_latest").drop_duplicates(["jurisdiction_id", "period"], keep="last")
    told = letters[["jurisdiction_id", "period"]].merge(newest, on=["jurisdiction_id", "period"], how="left")
    words = [
        f"answered {name} {when(PartialDate.parse(day))}" if isinstance(name, str) else ""
        for name, day in zip(told["name"], told["date"], strict=True)
    ]
    cited = [cell if isinstance(cell, tuple) else () for cell in told["sources"]]
    columns = {"background_answer": words, "background_answer_sources": cited}
    return pd.DataFrame(columns, index=letters.index)


def background_names(dataset: Dataset) -> dict[str, str]:
    """Give the names of the rounds that are background, by their ids."""
    rounds = dataset.rounds[dataset.rounds["kind"] == RoundKind.CONTEXT]
    return dict(zip(rounds["round_id"], rounds["name"], strict=True))


def _answers(dataset: Dataset) -> pd.DataFrame:
    """Return the answers to background, each with the `name` of what it answered."""
    events = dataset.events[dataset.events["type"] == EventType.RESPONSE_SENT]
    answers = events.assign(name=events["round_id"].map(background_names(dataset)))
    wanted = ["jurisdiction_id", "date", "date_latest", "sources", "name"]
    return answers.loc[answers["name"].notna(), wanted]
