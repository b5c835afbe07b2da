"""What letters asked for and by when, and how they stood on a day, in words.

How letters stood names the sender and the law by their placeholders: see `tracker.campaign`.
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, days_apart, span
from tracker.language.words import Claim, listed, lower_first, number, sentence, share
from tracker.regions import STATES
from tracker.row_types import LetterOnDay, Round
from tracker.vocabulary import Status

_LONG_PAST = 366
"""Days after which how far a deadline lies back says nothing to a reader."""


def deadline(letters: pd.DataFrame, as_of: date, letter: str) -> str:
    """Say by when `letter` ("the letter", "the letters") asked for an answer; how far off, if that counts."""
    days = letters["deadline_on"].dropna()
    if days.empty:
        return f"no day by which to answer {letter} is on record"
    first, last = days.min().date(), days.max().date()
    if first != last:
        return f"{letter} asked for answers by dates from {span(first, last)}"
    far = distance(first, as_of) if letters["days"].notna().any() else ""
    return f"{letter} asked for an answer by {ap_date(first)}{far}"


def distance(day: date, as_of: date) -> str:
    """Say how far a deadline was from the day: `, 29 days after Jan. 25, 2018`; "" if long past."""
    days = (day - as_of).days
    if days < -_LONG_PAST:
        return ""
    if days == 0:
        return ", the day of this summary"
    return f", {days_apart(day, as_of)}"


def terms(dataset: Dataset, letter: LetterOnDay, several: bool) -> Iterator[Claim]:
    """Say what a round asked for, where that is on record, and what the sender said could follow."""
    asked = demand(dataset, letter, several)
    yield from (claim for claim in (asked, consequence(dataset, letter, several)) if claim.text)


def demand(dataset: Dataset, letter: LetterOnDay, several: bool) -> Claim:
    """Say what a round asked for, in the words of the record; no text where that is not on record."""
    if not letter["demand"]:
        return Claim("")
    text = f"what the {_noun(several)} asked for: {_lowered(dataset, letter['demand'])}"
    return Claim(text, dataset.rounds_by_id[letter["round_id"]]["demand_sources"])


def consequence(dataset: Dataset, letter: LetterOnDay, several: bool) -> Claim:
    """Say what the sender said could follow, in the words of the record."""
    text, sender = _lowered(dataset, letter["consequence"]), dataset.campaign.sender
    if not text:
        return Claim(f"no consequence named in the {_noun(several)} is on record")
    if not text.startswith(f"{sender} "):  # else it says by itself who said so
        text = f"possible consequences, according to {sender}: {text}"
    return Claim(text, dataset.rounds_by_id[letter["round_id"]]["consequence_sources"])


def _noun(several: bool) -> str:
    return "letters" if several else "letter"


def _lowered(dataset: Dataset, text: str) -> str:
    """Write the record's words as the rest of a sentence."""
    names = [*dataset.jurisdictions["name"], *(state.name for state in STATES.values())]
    return lower_first(ap_style(text), names)


def announced(dataset: Dataset, round_id: str, recorded: Count) -> Claim:
    """Say how the number of letters announced differs from that recorded; no text where it does not.

    Of those recorded count the letters whose recipient a source names; all others are told apart.
    """
    row = dataset.rounds_by_id[round_id]
    return Claim(_announced(row, recorded), row["sources"])


def _announced(row: Round, recorded: Count) -> str:
    note, count = ap_style(row["recipients_note"]), row["recipients_announced"]
    if count is None:
        return f"editors’ note on the number of letters: {sentence(note)}" if note else ""
    if count == recorded.named:
        return ""
    entered = f", and {number(recorded.inferred)} more are entered without" if recorded.inferred else ""
    on_record = f"sources name the recipients of {number(recorded.named)}{entered}"
    if not recorded.inferred:
        on_record = f"the number on record is {number(recorded.named)}"
    difference = f"the number of letters announced was {number(count)}; {on_record}."
    return f"{difference} {sentence(note)}" if note else difference


def standing(letters: pd.DataFrame, as_of: date) -> str:
    """Say how two or more letters stood on the day, the commonest status first."""
    counts = {status: int((letters["status"] == status).sum()) for status in Status}
    statuses = sorted(filter(counts.get, Status), key=lambda status: -counts[status])
    day = f"on {ap_date(as_of)}, "
    if len(statuses) == 1:
        return f"{day}{share(len(letters), len(letters))} letters {statuses[0].many}"
    parts = [
        f"{number(counts[status])} {status.many if counts[status] > 1 else status.one}" for status in statuses
    ]
    return f"{day}of the {number(len(letters))} letters, {listed(parts, 'and')}"
