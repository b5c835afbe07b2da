"""The letters of a view as a table: a frame for a grid, and HTML for readers and print."""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from tracker.campaign import Campaign
from tracker.memo import once
from tracker.selection import Selection
from tracker.views.wording import NO_ADDRESSEE, Row, day, plural, rows_of, tally, when
from tracker.vocabulary import SINCE, Answer, Concern, Court, Doj, Evidence, Kind, Status, Term

Link = Callable[[str], str]


@once(20_000, size=lambda table: 1 + len(table))
def letters_table(selection: Selection) -> pd.DataFrame:
    """Return the letters with the headers a reader sees; row i is row i of `selection.letters`.

    `Sent`, `Deadline` are Python dates (None without a deadline), which have no time and thus no time zone;
    `Days` is Int64, negative once past, missing where days are not counted; all else is text.
    """
    letters, campaign = selection.letters, selection.campaign
    rows = rows_of(letters)
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
            "In court": pd.Series([_in_court(row) for row in rows], dtype="str"),
            "Evidence": _words(letters["evidence"], Evidence, campaign),
            "Last on record": letters["since_label"],
            "Last on record date": pd.Series([when(row.since_on) for row in rows], dtype="str"),
        }
    )


def letters_html(selection: Selection, link: Link | None = None) -> str:
    """Return the letters as an HTML table, each place linked to what `link` gives for its id."""
    table, ids = letters_table(selection), selection.letters["jurisdiction_id"]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    body = "".join(
        f"<tr>{''.join(_cells(row, link(key) if link else ''))}</tr>"
        for row, key in zip(table.to_dict("records"), ids, strict=True)
    )
    caption = escape(selection.filters.describe(selection.dataset, selection.as_of))
    return (
        f'<table class="letters"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


@once(512)
def table_alt(selection: Selection) -> str:
    """Describe the table in words."""
    letters = selection.letters
    if letters.empty:
        return "Table of letters with no rows."
    by_status = tally(letters["status"], selection.campaign)
    return f"Table of {plural(len(letters), 'letter')}, newest first. {by_status}"


def _days(stamps: "pd.Series[pd.Timestamp]") -> "pd.Series[Any]":
    return pd.Series([day(stamp) for stamp in stamps], index=stamps.index, dtype="object")


def _words(words: "pd.Series[str]", vocabulary: type[Term], campaign: Campaign) -> "pd.Series[str]":
    return words.map(campaign.labels(vocabulary)).astype("str")


def _in_court(row: Row) -> str:
    """Say what came of the cases, and what they concern: `Pending, over federal money`."""
    label = Court.of(row.court).label
    return f"{label}, over {Concern.of(row.court_concern).label.lower()}" if row.court_concern else label


def _cells(row: dict[Any, Any], href: str) -> Iterator[str]:
    """Give the cells of a row: the first names it, days carry their ISO form, numbers and gaps stay plain."""
    for column, value in row.items():
        if column == "Jurisdiction":
            name = escape(str(value))
            text = f'<a href="{escape(href)}">{name}</a>' if href else name
            yield f'<th scope="row">{text}</th>'
        elif isinstance(value, date):
            yield f'<td><time datetime="{value.isoformat()}">{when(value.isoformat())}</time></td>'
        else:
            yield f"<td>{'' if pd.isna(value) else escape(str(value))}</td>"
