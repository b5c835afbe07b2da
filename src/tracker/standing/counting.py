"""How far the deadline of a letter is, as long as that says something: until something came of it."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from tracker.campaign import Campaign
from tracker.language.datewords import days_left
from tracker.standing.answer import IN_HAND
from tracker.vocabulary import Answer, Doj

_OVER: Mapping[str, str] = {
    Doj.CLEARED: "cleared by {sender}",
    Doj.AGREEMENT: "agreement on record",
    Doj.OFF_LIST: "taken off {sender}’s list",
    Doj.GRANT_PAID: "grant paid or cleared, no answer on record",
    Doj.PROGRAM_ENDED: "program ended, no answer on record",
}
_ANSWERED: Mapping[str, str] = {
    Answer.ON_TIME: "answered on time",
    Answer.LATE: "answered late",
    Answer.DAY_UNKNOWN: "answered, day unknown",
    Answer.ANSWERED: "answered",
    Answer.REFUSED: "refused",
}


def with_deadline_words(letters: pd.DataFrame, as_of: date, campaign: Campaign) -> pd.DataFrame:
    """Add how far each deadline is on a day; days are no longer counted once something came of the letter.

    Args:
        letters: with `deadline_on`, `answer` and `doj` as of the day.
        as_of: the day.
        campaign: whose letters they are.

    Returns:
        The letters with `days` (Int64: deadline minus the day; missing without a deadline, and once the
        letter is answered, refused, cleared, agreed on or lapsed) and `deadline_words`, what is said instead
        of the days or with them: `29 days left`, `answered on time`, `refused; no deadline`.
    """
    over = [
        campaign.say(_over(answer, doj))
        for answer, doj in zip(letters["answer"], letters["doj"], strict=True)
    ]
    left = (letters["deadline_on"] - pd.Timestamp(as_of)).dt.days.astype("Int64")
    days = left.mask(pd.Series([bool(words) for words in over], index=letters.index))
    said = [
        "; ".join(filter(None, [words, _how_far(count, words)]))
        for words, count in zip(over, left.astype("object").where(left.notna(), None), strict=True)
    ]
    return letters.assign(days=days, deadline_words=pd.Series(said, index=letters.index, dtype="str"))


def _how_far(left: int | None, words: str) -> str:
    """Say how many days are left, until something else is said of the letter; or that it has no deadline."""
    if left is None:
        return "no deadline"
    return "" if words else days_left(left)


def _over(answer: str, doj: str) -> str:
    """Say what came of a letter, the answer before the end of its program; "" while days count."""
    if answer in IN_HAND or answer == Answer.REFUSED:
        return _ANSWERED[answer]
    return _OVER.get(doj, "")


def shared_deadline_words(letters: pd.DataFrame) -> str:
    """Say how far the deadline of letters with one deadline is, if it is still counted for any of them.

    Of a single letter, or of letters of which all came to the same, what came of them is said instead; ""
    where letters differ.
    """
    counted = letters.loc[letters["days"].notna(), "deadline_words"]
    words = (counted if len(counted) else letters["deadline_words"]).unique()
    return str(words[0]) if len(words) == 1 else ""
