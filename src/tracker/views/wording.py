"""The small texts that map, table and timeline share. What goes into a figure is escaped and wrapped here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from textwrap import wrap

import pandas as pd

from tracker.brief.evidence_sentences import NOT_NAMED
from tracker.campaign import Campaign
from tracker.language.datewords import ap_date, due_in_words
from tracker.language.placenames import listed_name
from tracker.row_types import LetterOnDay, MaybeDay, Source
from tracker.vocabulary import Evidence, SourceKind, Status

WIDTH = 56
"""Characters in a line of hover text; a phone shows about as many."""

NO_ADDRESSEE = "addressee not on record"

_BY_WEIGHT = [str(kind) for kind in SourceKind]


def place_words(row: LetterOnDay, label: str) -> str:
    """Say whose a mark of the map is, how its newest letter stands, and of which day that is."""
    unnamed = f"; {NOT_NAMED}" if row["evidence"] == Evidence.INFERRED else ""
    return f"{listed_name(row)}: {label}; letter of {ap_date(row['sent_on'].date())}{unnamed}"


def day(stamp: MaybeDay) -> date | None:
    """Return the day of a cell, None where there is none."""
    return stamp.date() if isinstance(stamp, pd.Timestamp) else None


def deadline(row: LetterOnDay) -> str:
    """Say when an answer was due, and how far that is or what came: `due Feb. 23, 2018, answered on time`."""
    return due_in_words(day(row["deadline_on"]), row["deadline_words"])


def credit(sources: Sequence[str], known: Mapping[str, Source]) -> str:
    """Name the weightiest source, a primary one before a court’s, and how many more there are."""
    if not sources:
        return "Source not on record"
    first = min((known[key] for key in sources), key=lambda source: _BY_WEIGHT.index(source["kind"]))
    more = f", and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"Source: {first['publisher']}, “{first['title']}”{more}"


def lines(*paragraphs: str, title: str = "") -> str:
    """Return hover text: a bold title, then each paragraph wrapped; escaped, empty ones left out."""
    wrapped = [escape(line) for paragraph in paragraphs for line in wrap(paragraph, WIDTH)]
    return "<br>".join([f"<b>{escape(title)}</b>"] * bool(title) + wrapped)


def tally(letters: Iterable[LetterOnDay], campaign: Campaign) -> str:
    """Count statuses, apart from them those of the letters that no source names; "" for none.

    It goes in the order of the vocabulary: `By status: Answered 3; In court 1.`
    """
    by_status = {True: list[str](), False: list[str]()}
    for letter in letters:
        by_status[letter["evidence"] == Evidence.INFERRED].append(letter["status"])
    sure, others = by_status[False], by_status[True]
    of_them = f"Of the {len(others)} that no source names, by status" if sure else "By status"
    said = (_by_status("By status", sure, campaign), _by_status(of_them, others, campaign))
    return " ".join(filter(None, said))


def _by_status(head: str, statuses: Iterable[str], campaign: Campaign) -> str:
    counts = Counter(statuses)
    parts = [f"{campaign.say(status.label)} {counts[status]}" for status in Status if counts[status]]
    return f"{head}: {'; '.join(parts)}." if parts else ""


def capital(words: str) -> str:
    """Write words at the start of a line."""
    return words[:1].upper() + words[1:]


def plural(count: int, noun: str) -> str:
    """Count a thing: `1 letter`, `23 letters`."""
    return f"{count:,} {noun if count == 1 else noun + 's'}"
