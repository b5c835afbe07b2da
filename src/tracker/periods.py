"""The periods into which the ends of programs divide the letters, and their names."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.language.datewords import span
from tracker.memo import once
from tracker.vocabulary import RoundKind

YEARS = slice(2, None)
"""What is left of the last year of a span: `2017-18`."""


def program_ends(dataset: Dataset) -> pd.DatetimeIndex:
    """Return the days on which programs of letters had ended, oldest first."""
    return pd.DatetimeIndex(sorted(set(dataset.rounds["ended_on_latest"].dropna())))


@once(64)
def eras(dataset: Dataset, as_of: date) -> Mapping[str, tuple[str, ...]]:
    """Give the ids of the rounds sent by the day in each period that has any, by its name, oldest first."""
    rounds = dataset.rounds
    sent = rounds[(rounds["kind"] == RoundKind.LETTERS) & (rounds["sent_on"] <= pd.Timestamp(as_of))]
    period = np.searchsorted(program_ends(dataset), sent["sent_on"])
    periods = [some for _, some in sent.groupby(period)]
    years = Counter(_years(some["sent_on"]) for some in periods)
    return {_name(some["sent_on"], years): tuple(some["round_id"]) for some in periods}


def _name(sent_on: "pd.Series[pd.Timestamp]", years: Mapping[str, int]) -> str:
    """Name a period by its years, or by its first and last day where another has the same years."""
    name = _years(sent_on)
    return name if years[name] == 1 else span(sent_on.min().date(), sent_on.max().date())


def _years(sent_on: "pd.Series[pd.Timestamp]") -> str:
    """Name the years of some days: `2017-18`, `2025`."""
    first, last = sent_on.min().year, sent_on.max().year
    return str(first) if first == last else f"{first}-{str(last)[YEARS]}"
