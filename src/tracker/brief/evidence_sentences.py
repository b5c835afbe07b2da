"""How many recipients are named by a source, and how many are entered on general statements alone."""

import pandas as pd

from tracker.language.words import number
from tracker.vocabulary import Evidence


def named(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters whose recipient a source names; only these are counted as certain."""
    return letters[letters["evidence"] != Evidence.INFERRED]


def inferred(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters that are entered because sources say that all listed places got one."""
    return letters[letters["evidence"] == Evidence.INFERRED]


def certain(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters that numbers speak of: the named, or all where none is."""
    those = named(letters)
    return letters if those.empty else those


def others_entered(letters: pd.DataFrame) -> str:
    """Say how many more are entered without being named: `another 10 …`; "" where there are none."""
    return entered_beside(len(inferred(letters)))


def entered_beside(count: int) -> str:
    """Say that as many are entered beside those that sources name; "" for none."""
    if not count:
        return ""
    others, them = ("another is", "it") if count == 1 else (f"another {number(count)} are", "them")
    return f"{others} entered because sources say that all listed places got a letter; no source names {them}"
