"""Numbers as a table writes them: plain digits, few enough that the dataset holds them exactly.

The one reading of a number: what gives a cell its type and what complains of it both ask here.
"""

import re
from collections.abc import Callable, Mapping

_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def parse_integer(text: str) -> int:
    """Read a whole number of at most 18 digits.

    Raises:
        ValueError: the text is no such number.
    """
    if not _INTEGER.fullmatch(text):
        raise ValueError(f"“{shortened(text)}” is not a whole number in plain digits")
    return int(text)


def parse_decimal(text: str) -> float:
    """Read a number of at most 15 digits on either side of the point.

    Raises:
        ValueError: the text is no such number.
    """
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"“{shortened(text)}” is not a number in plain digits")
    return float(text)


PARSERS: Mapping[str, Callable[[str], float]] = {"integer": parse_integer, "number": parse_decimal}
"""How a number is read, by the type of its column."""


def shortened(text: str, longest: int = 60) -> str:
    """Cut a cell to what a line of a report can hold."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
