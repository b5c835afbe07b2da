"""The letters of a view as a frame for a grid, with every column; the page's is `pages.letters_table`."""

from typing import Any

import pandas as pd

from tracker.campaign import Campaign
from tracker.evidence import Count
from tracker.filters import Selection
from tracker.language.datewords import date_in_cell
from tracker.memo import once
from tracker.row_types import LetterOnDay, typed_rows
from tracker.views.wording import NO_ADDRESSEE, day, tally
from tracker.vocabulary import SINCE, Answer, Concern, Court, Doj, Evidence, Kind, Status, Term


@once(20_000, size=lambda table: 1 + len(table))
def letters_table(selection: Selection) -> pd.DataFrame:
    """Return the letters with the headers a reader sees; row i is row i of `selection.letters`.

    `Sent`, `Deadline` are Python dates (None without a deadline), which have no time and thus no time zone;
    `Days` is Int64, negative once past, missing where days are not counted; all else is text.
    """
    letters, campaign = selection.letters, selection.campaign
    rows = typed_rows(letters, LetterOnDay)
    return pd.DataFrame(
        {
            "Jurisdiction": letters["name"],
            "Status": _words(letters["status"], Status, campaign),
            "State": letters["state"],
            "Region": letters["region"],
            "Kind": _words(letters["kind"], Kind, campaign),
            "Round": letters["round_label"],
            "Addressee": letters["addressee"].where(letters["addressee"] != "", NO_ADDRESSEE),
            "Sent": _days(letters["sent_on"]),
            "Deadline": _days(letters["deadline_on"]),
            "Days": letters["days"],
            "Left or past": letters["deadline_words"],
            "Answer": _words(letters["answer"], Answer, campaign),
            campaign.say(SINCE): _words(letters["doj"], Doj, campaign),
            "In court": pd.Series([court_words(row) for row in rows], dtype="str"),
            "Evidence": _words(letters["evidence"], Evidence, campaign),
            "Last on record": letters["since_label"],
            "Last on record date": pd.Series([date_in_cell(row["since_on"]) for row in rows], dtype="str"),
        }
    )


@once(512)
def table_alt(selection: Selection) -> str:
    """Describe the table in words."""
    letters = selection.letters
    if letters.empty:
        return "Table of letters with no rows."
    by_status = tally(typed_rows(letters, LetterOnDay), selection.campaign)
    return f"Table of {Count.of(letters).letters}, newest first. {by_status}"


def _days(stamps: "pd.Series[pd.Timestamp]") -> "pd.Series[Any]":
    return pd.Series([day(stamp) for stamp in stamps], index=stamps.index, dtype="object")


def _words(words: "pd.Series[str]", vocabulary: type[Term], campaign: Campaign) -> "pd.Series[str]":
    return words.map(campaign.labels(vocabulary)).astype("str")


def court_words(row: LetterOnDay) -> str:
    """Say what came of the cases, and what they concern: `Settled, over federal money`."""
    label, concern = Court.of(row["court"]).label, row["court_concern"]
    return f"{label}, over {Concern.of(concern).label.lower()}" if concern else label
