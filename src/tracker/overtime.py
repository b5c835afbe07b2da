"""How letters stood day after day: what a chart of a campaign is drawn from."""

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd

from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.filters import Filters
from tracker.letters import LETTER_KEY
from tracker.standing import letter_answer, letter_court, letter_doj
from tracker.status import letter_status

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
