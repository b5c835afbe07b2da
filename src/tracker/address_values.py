"""The values of an address as a view reads them: what they mean, and what is refused and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.choices import Choice, option_meant
from tracker.dataset import Dataset
from tracker.dates import parse_day
from tracker.language.words import listed
from tracker.search import has_word
from tracker.weblink import TRACKING

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
"""The first and last day that a filter may name."""

LONGEST_WORDS = 100
"""How many characters the words searched for may have."""

MOST_VALUES = 20
"""How many values of a key are all named to who gave none of them."""


@dataclass(frozen=True)
class Refused:
    """A part of a link that means nothing here, and why; `hint` is a sentence that says what would."""

    key: str
    value: str
    reason: str
    consequence: str = "ignored"
    hint: str = ""

    def __str__(self) -> str:
        """Say it as the page does: "`kind=hamlet` is not a kind of place; ignored. “kind” takes “city” …"."""
        said = f"`{self.key}={self.value}` {self.reason}; {self.consequence}"
        return f"{said}. {self.hint}" if self.hint else said

    @classmethod
    def repeated(cls, key: str, values: Iterable[str]) -> list["Refused"]:
        """Name the values that stand after the first where only one counts."""
        return [cls(key, value, "is given twice", "the first is used") for value in values]


def takes(key: str, values: Iterable[str]) -> str:
    """Say which values a key takes, in a sentence; of very many the first few: `“kind” takes “city” or …`."""
    some = [value if " " in value else f"“{value}”" for value in values]
    if len(some) > MOST_VALUES:
        return f"“{key}” takes one of {len(some)} values, such as {listed(some[:3], 'or')}."
    return f"“{key}” takes {listed(some, 'or')}." if some else ""


def is_tracking(key: str) -> bool:
    """Tell a mark that a social network or a mail program added to the link: it is no part of the view."""
    return TRACKING.fullmatch(key) is not None


def only_first(key: str, values: list[str], refused: list[Refused]) -> str:
    """Keep the first of the values of a key that takes one, adding the others to `refused`; "" for none."""
    refused += Refused.repeated(key, values[1:])
    return values[0] if values else ""


def read_choice(
    choice: Choice, values: list[str], dataset: Dataset, refused: list[Refused]
) -> tuple[str, ...]:
    """Keep the values that mean an option; an empty one is a list of a form that nobody used."""
    values = [value for value in values if value]
    options = choice.options(dataset)
    meant = {value: option_meant(value, options) for value in values}
    refused += [
        Refused(choice.key, value, f"is not {choice.noun}", hint=takes(choice.key, options))
        for value in values
        if not meant[value]
    ]
    return tuple(option for option in meant.values() if option)


def read_words(words: str, refused: list[Refused]) -> str:
    """Keep words that can be searched for."""
    if not words:
        return ""
    if len(words) > LONGEST_WORDS:
        refused.append(Refused("q", f"{words[:20]}…", f"is longer than {LONGEST_WORDS} characters"))
    elif not has_word(words):
        refused.append(Refused("q", words, "has no letter or number to search for"))
    else:
        return words
    return ""


def read_day(key: str, value: str, refused: list[Refused]) -> date | None:
    """Read a day of an address, adding to `refused` what is none; "" is no day."""
    if not value:
        return None
    try:
        day = parse_day(value)
    except ValueError:
        refused.append(Refused(key, value, "is not a day like 2018-01-24"))
        return None
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    refused.append(Refused(key, value, f"is not a day from {FIRST_DAY.year} to {LAST_DAY.year}"))
    return None
