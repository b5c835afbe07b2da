"""How many recipients are named by a source, and how many are entered on general statements alone."""

import pandas as pd

from tracker.evidence import inferred
from tracker.language.words import counted, number

NOT_NAMED = "no source names the place as a recipient"
"""What is said of a letter that is entered on general statements alone."""


def others_entered(letters: pd.DataFrame) -> str:
    """Say how many more are entered without being named: `another 10 letters …`; "" where there are none."""
    return entered_beside(len(inferred(letters)))


def entered_beside(count: int, is_beside: bool = True) -> str:
    """Say that as many are entered, beside those that sources name or else alone; "" for none."""
    if not count:
        return ""
    number_of = "another letter" if count == 1 else f"another {number(count)} letters"
    letters = number_of if is_beside else counted(count, "letter", "letters")
    are, those = ("is", "this recipient") if count == 1 else ("are", "these recipients")
    because = "because sources say that all listed places got one"
    return f"{letters} {are} entered {because}; no source names {those}"


def entered(who: str, dated: str, several: bool = False) -> str:
    """Say on what ground places are on record as recipients though no source names them.

    Args:
        who: the place or places, as the subject of a sentence.
        dated: the date of the letter in words.
        several: whether there are several places.
    """
    are, them = ("are entered as recipients", "them") if several else ("is entered as a recipient", "it")
    return (
        f"{who} {are} of a letter dated {dated}, because sources say that all listed places got one; no "
        f"source names {them}"
    )


def unnamed(count: int) -> str:
    """Qualify that many letters that are entered without: `entered though no source names the recipients`."""
    return f"entered though no source names the recipient{'' if count == 1 else 's'}"
