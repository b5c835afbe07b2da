"""What tells one letter from another: its round and its place, in every table that speaks of letters."""

from collections.abc import Mapping

import pandas as pd

from tracker.row_types import Letter

LETTER_KEY = ["round_id", "jurisdiction_id"]


def key_of(row: Mapping[str, object]) -> tuple[str, str]:
    """Give the letter that a row is about."""
    return str(row["round_id"]), str(row["jurisdiction_id"])


def letter_keys(rows: pd.DataFrame) -> "zip[tuple[str, str]]":
    """Give the letter that each row is about, in their order: an index of both is slow to look up in."""
    return zip(rows["round_id"], rows["jurisdiction_id"], strict=True)


def of_letter(rows: pd.DataFrame, letter: Letter) -> "pd.Series[bool]":
    """Tell which rows are about a letter."""
    return (rows["round_id"] == letter["round_id"]) & (rows["jurisdiction_id"] == letter["jurisdiction_id"])
