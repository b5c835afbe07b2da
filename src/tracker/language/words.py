"""Numbers, lists and sentences as newspaper prose has them."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True)
class Claim:
    """A sentence and the ids of its sources; none where it only says what is not on record."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """A headline and further sentences, each with its sources."""

    claims: tuple[Claim, ...]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Brief":
        """Make each text, if there is any, a whole sentence that ends with a period."""
        return cls(tuple(replace(claim, text=sentence(claim.text)) for claim in claims if claim.text))

    @property
    def headline(self) -> str:
        """The first sentence."""
        return self.claims[0].text

    @property
    def sentences(self) -> tuple[str, ...]:
        """All others."""
        return tuple(claim.text for claim in self.claims[1:])

    def __str__(self) -> str:
        """Print one paragraph for each."""
        return "\n\n".join(claim.text for claim in self.claims)


def listed(words: list[str], conjunction: str) -> str:
    """Join words as AP does, with no comma before the conjunction: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def number_in_words(number: int) -> str:
    """Spell a whole number, zero or more: `twenty-three`, `one hundred twelve`."""
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    size, name = next((size, name) for size, name in _SCALES if size <= number)
    many, rest = divmod(number, size)
    return f"{number_in_words(many)} {name}" + (f" {number_in_words(rest)}" if rest else "")


def number(count: int) -> str:
    """Write a number inside a sentence: in words under 10, else in figures."""
    return number_in_words(count) if count < 10 else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """Write a number with its noun: `one letter`, `23 letters`, `no letters` for none."""
    return f"{number(count) if count else 'no'} {one if count == 1 else many}"


def share(count: int, total: int) -> str:
    """Write a part of a whole of more than one: `nine of the 23`, `all 23`, `both`, `none of the 23`."""
    if count == total:
        return "both" if total == 2 else f"all {number(total)}"
    return f"{number(count) if count else 'none'} of the {number(total)}"


def sentence(text: str) -> str:
    """Make a sentence: a capital or a number in words first, one space between words, a period last."""
    text = " ".join(text.split())
    if figures := _FIGURES.match(text):
        text = number_in_words(int(figures[0].replace(",", ""))) + text[figures.end() :]
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", ".”")) else ".")


def lower_first(text: str, names: Iterable[str] = ()) -> str:
    """Set a text behind a colon: a small first letter, unless its first word is an acronym or in a name."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    is_acronym = len(first) > 1 and not first[1:].islower()
    if is_acronym or any(first in re.split(r"\W", name) for name in names):
        return text
    return text[:1].lower() + text[1:]


def listed_names(names: list[str]) -> str:
    """Join names, of which some may hold a comma: `Oakland, California; Seattle; and Vermont`."""
    if not any("," in name for name in names):
        return listed(names, "and")
    if len(names) < 3:
        return " and ".join(f"{name}," if "," in name else name for name in names).removesuffix(",")
    return f"{'; '.join(names[:-1])}; and {names[-1]}"


def percent(part: float) -> str:
    """Write a part of one as a percentage, a half rounded up: 0.125 is `13%`."""
    return f"{math.floor(100 * part + 0.5)}%"
