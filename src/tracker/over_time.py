"""How letters stood day after day: what a chart of a campaign is drawn from."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from tracker.dataset import Dataset
from tracker.evidence import Count, named
from tracker.filters import Filters, Selection
from tracker.letter_key import LETTER_KEY
from tracker.memo import once
from tracker.standing import letter_answer, letter_court, letter_doj
from tracker.standing.answer import answers_of
from tracker.status import letter_status
from tracker.vocabulary import Answer

WORDS: Mapping[str, Callable[[Dataset, date], "pd.Series[str]"]] = {
    "status": letter_status,
    "answer": letter_answer,
    "doj": letter_doj,
    "court": lambda dataset, day: letter_court(dataset, day)["court"],
}
"""The words that change with the day, and what gives them for every letter, "" while it is not sent."""


def status_over_time(
    dataset: Dataset, filters: Filters, freq: str = "MS", today: date | None = None, of: str = "status"
) -> pd.DataFrame:
    """Count the letters of a view by how they stood, day after day from the first letter on record.

    Filters by what came of a letter pick the letters that they pick on the last day.

    Args:
        dataset: the data.
        filters: pick the letters; their day, if they name one, is the last.
        freq: the days, as pandas writes a frequency; month starts by default.
        today: the last day where the filters name none; without it, see `Filters.day`.
        of: what to count by: `status`, `answer`, `doj` or `court`.

    Returns:
        One row for each day and word that some letter has on it, in the order of days, then of the alphabet:
        `day` (datetime64), the column `of`, `letters` (int64, how many whose recipient a source names) and
        `inferred` (int64, how many more are entered without).

    Raises:
        KeyError: there is no such word to count by.
    """
    words_on, sent_on = WORDS[of], dataset.letters["sent_on"]
    picked = filters.apply(dataset, today)
    keys = pd.MultiIndex.from_frame(picked.letters[LETTER_KEY])
    chosen = pd.MultiIndex.from_frame(dataset.letters[LETTER_KEY]).isin(keys)
    days = pd.date_range(sent_on.min(), picked.as_of, freq=freq)
    counts = {
        day: Count.by(
            dataset.letters.assign(word=words_on(dataset, day.date()))[chosen & (sent_on <= day)], "word"
        )
        for day in days
    }
    cells = [
        (day, word, count.named, count.inferred)
        for day, some in counts.items()
        for word, count in some.items()
    ]
    table = pd.DataFrame(sorted(cells), columns=["day", of, "letters", "inferred"])
    return table.astype({"day": "datetime64[s]", of: "str", "letters": "int64", "inferred": "int64"})


_WAITS = ("answered_at_least", "answered_at_most", "deadline_on")
"""What is counted in days since the letter."""

_ANSWER_COLUMNS = ["round_id", "round_label", "deadline_days", "day", "letters", "at_least", "at_most"]


@once(64)
def answers_over_time(selection: Selection) -> pd.DataFrame:
    """Count the answers to each round by days since the letter; letters that no source names are left out.

    A refusal is no answer, as everywhere. A letter is answered at least from the last day that the date of
    its first answer allows, and at most from the first.

    Returns:
        For each round of the view, newest first, a row for day 0, for each day on which a count grows, and
        for the day of the view: `round_id, round_label`; `deadline_days` (Int64: from the letters to their
        deadline, missing where they name none or several); `day` (days since the letter), `letters` (how
        many), `at_least` and `at_most` (how many of them were answered by then), all int64.
    """
    letters = named(selection.letters)
    days = letters.join(_answer_days(letters, selection))
    waits = {column: (days[column] - days["sent_on"]).dt.days for column in _WAITS}
    rounds = days.assign(**waits).groupby("round_id", sort=False)
    rows = [row for _, some in rounds for row in _steps(some, pd.Timestamp(selection.as_of))]
    types = {name: "int64" for name in _ANSWER_COLUMNS[3:]} | {"deadline_days": "Int64"}
    return pd.DataFrame(rows, columns=_ANSWER_COLUMNS).astype(types)


def _answer_days(letters: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Return the first and the last day on which each letter may have been answered first, by the day."""
    as_of = pd.Timestamp(selection.as_of)
    answers = answers_of(selection.dataset, letters[letters["answer"] != Answer.REFUSED])
    answers = answers[answers["date_earliest"] <= as_of]
    known = answers["date_latest"].where(answers["date_latest"] <= as_of)
    days = answers.assign(answered_at_least=known, answered_at_most=answers["date_earliest"])
    return days.groupby("letter")[["answered_at_least", "answered_at_most"]].min()


def _steps(letters: pd.DataFrame, as_of: pd.Timestamp) -> Iterator[dict[str, Any]]:
    """Count the answers to the letters of a round on each day that changes a count, and on the last."""
    least, most, deadlines = (letters[column].to_numpy() for column in _WAITS)
    last = int((as_of - letters["sent_on"].min()).days)
    deadline = deadlines[0] if len(np.unique(deadlines)) == 1 else None
    round_id, label = (letters[column].iloc[0] for column in ("round_id", "round_label"))
    known = np.concatenate([least, most])
    for day in sorted({0, last, *known[~np.isnan(known)].astype(int).tolist()}):
        yield {
            "round_id": round_id,
            "round_label": label,
            "deadline_days": None if pd.isna(deadline) else int(deadline),
            "day": day,
            "letters": len(letters),
            "at_least": int((least <= day).sum()),
            "at_most": int((most <= day).sum()),
        }
