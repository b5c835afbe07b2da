"""Who got which letter: places by rounds, each cell the status of that letter on the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

import pandas as pd

from tracker.filters import Selection
from tracker.language.words import counted, sentence
from tracker.row_types import LetterOnDay, typed_rows
from tracker.views.wording import tally
from tracker.vocabulary import Status

MOST_ROUNDS, MOST_PLACES = 60, 500
"""Of more rounds than this the newest have a column, and of more places those with the most letters a row.

Cells grow as both do, so a hundred times the data would have ten thousand times as many.
"""


@dataclass(frozen=True, eq=False)
class Matrix:
    """Places by rounds of one view.

    `frame` has a row per `jurisdiction_id` and a column per `round_id`, oldest first; a cell is a word of
    `Status`, or "" where the view has no such letter. `places` has the rows of `Selection.places` in the
    same order. `labels` and `names` give each round’s label (“Jan. 2018”) and its name. `left_out` counts the
    letters of the view that have no cell, as there are too many places or rounds to read.
    """

    frame: pd.DataFrame
    places: pd.DataFrame = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    left_out: int = 0

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses in it, in the order of the vocabulary."""
        words = set(self.frame.to_numpy().ravel())
        return tuple(status for status in Status if status in words)


def matrix(selection: Selection) -> Matrix:
    """Lay out the letters of a view; rows by number of letters, most first, then by name."""
    letters = selection.letters
    rounds = letters.drop_duplicates("round_id").sort_values(["sent_on", "round_id"]).set_index("round_id")
    rounds = rounds.tail(MOST_ROUNDS)
    of_rounds = letters[letters["round_id"].isin(rounds.index)]
    places = selection.places.sort_values(
        ["letter_count", "name", "jurisdiction_id"], ascending=[False, True, True]
    )
    places = places[places["jurisdiction_id"].isin(of_rounds["jurisdiction_id"])].head(MOST_PLACES)
    places = places.reset_index(drop=True)
    statuses = of_rounds.pivot(index="jurisdiction_id", columns="round_id", values="status")
    frame = statuses.reindex(index=places["jurisdiction_id"], columns=rounds.index).fillna("").astype("str")
    left_out = len(letters) - int((frame != "").to_numpy().sum())
    return Matrix(frame, places, dict(rounds["round_label"]), dict(rounds["round_name"]), left_out)


def matrix_headline(selection: Selection) -> str:
    """Say how many places and rounds the letters of a view are from."""
    shown = matrix(selection)
    places, rounds = len(shown.places), len(shown.labels)
    if not places:
        return "No letter is in this view."
    more = f"; {counted(shown.left_out, 'more letter is', 'more letters are')} left out" * bool(
        shown.left_out
    )
    size = f"{counted(places, 'place', 'places')}, {counted(rounds, 'round', 'rounds')}"
    return sentence(f"who got which letter: {size}{more}")


def matrix_alt(selection: Selection) -> str:
    """Describe the matrix in words, "" where there is none: how the letters of each round stand."""
    letters = typed_rows(selection.letters, LetterOnDay)
    rounds = groupby(letters, key=lambda letter: letter["round_label"])
    return " ".join(f"{label}: {tally(list(some), selection.campaign)}" for label, some in rounds)
