"""Free-text search: which letters hold every word a reader typed, and which places are meant by a name."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz, process

from tracker.dataset import Dataset
from tracker.regions import STATES
from tracker.row_types import Place, typed_rows

SEARCHED = ("name", "state_name", "state", "addressee", "note", "round_name", "round_label", "demand")
"""The columns of the letters that are searched, beside the other names of the place.

Events are not: what they tell of other places would bring in letters that have nothing to do with the word.
"""

SEARCHED_IN_WORDS = "names of places and states, addressees, editors’ notes, rounds and what they asked for"
"""The same for a reader."""


def matches(letters: pd.DataFrame, text: str) -> npt.NDArray[np.bool_]:
    """Tell which letters hold, for each word typed, a word that begins with it.

    Case, accents and punctuation do not count: "Jackson, Mississippi" is two words.
    """
    texts = letters["aliases"].map(" ".join).astype("str")
    for column in SEARCHED:
        texts = texts + " " + letters[column]
    worded = texts.map(lambda searched: f" {' '.join(_words(searched))}")
    passing = np.ones(len(letters), dtype=bool)
    for word in _words(text):
        passing &= worded.str.contains(f" {word}", regex=False).to_numpy(dtype=bool)
    return passing


def has_word(text: str) -> bool:
    """Tell whether there is anything in a text to search for."""
    return bool(_words(text))


def holds_words(text: str, words: str) -> bool:
    """Tell whether a text holds, for each word typed, a word that begins with it."""
    worded = f" {' '.join(_words(text))}"
    return all(f" {word}" in worded for word in _words(words))


def folded_text(text: str) -> str:
    """Reduce text to what a search compares: no case, no accents, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


ALIKE = 80
"""How alike two words must be, of 100, for one to count as a misspelling of the other."""

_SHORTEST_MISSPELT = 4
_PASSED_OVER = {"the", "of", "and"}
_WEIGHTS = {"name": 1.0, "alias": 0.95, "initials": 0.85, "county": 0.8, "state": 0.7}


@dataclass(frozen=True)
class _Text:
    """What a place is called, or else where it lies, as words that can be compared, and how much it says."""

    words: tuple[str, ...]
    weight: float
    is_name: bool = False


def find_places(
    jurisdictions: pd.DataFrame, text: str, limit: int = 8, counties: Mapping[str, str] | None = None
) -> list[str]:
    """Find places by name, other name, state, county; whatever the case, the marks and small misspellings.

    Args:
        jurisdictions: the places, as in the dataset.
        text: what a reader typed; every word of it must be found.
        limit: how many to return at most.
        counties: names of counties by FIPS code, such as `dict(dataset.geography.counties["name"])`.

    Returns:
        The ids of the places, the best match first, then by name; none for no words.
    """
    words = _words(text)
    scores = {
        place["jurisdiction_id"]: (-_score(words, list(_texts(place, counties or {}))), place["name"])
        for place in typed_rows(jurisdictions, Place)
    }
    ranked = [place for place, (score, _) in scores.items() if score]
    return sorted(ranked, key=lambda place: (*scores[place], place))[:limit]


def nearest_places(dataset: Dataset, unknown_id: str, limit: int = 5) -> list[str]:
    """Find the places that an unknown record id may have meant: `jakson-ms` is near `jackson-ms`."""
    places = dataset.jurisdictions
    ids = list(places["jurisdiction_id"])
    alike = process.extract(unknown_id.casefold(), ids, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=limit)
    named = find_places(places, unknown_id.replace("-", " "), limit)
    return list(dict.fromkeys([*(place for place, _, _ in alike), *named]))[:limit]


def _texts(place: Place, counties: Mapping[str, str]) -> Iterator[_Text]:
    """Give all that a place may be called by."""
    name = _words(place["name"])
    yield _Text(name, _WEIGHTS["name"], is_name=True)
    if len(name) > 1:
        yield _Text(("".join(word[0] for word in name),), _WEIGHTS["initials"], is_name=True)
    for alias in place["aliases"]:
        yield _Text(_words(alias), _WEIGHTS["alias"], is_name=True)
    for fips in place["county_fips"]:
        yield _Text((*_words(counties.get(fips, "")), "county"), _WEIGHTS["county"])
    yield _Text((*_words(STATES[place["state"]].name), place["state"].casefold()), _WEIGHTS["state"])


def _words(text: str) -> tuple[str, ...]:
    """Take a text apart into words: `St. Paul` and `saint paul` are alike, `D.C.` is one word."""
    plain = re.sub(r"[.']", "", folded_text(text))
    words = re.findall(r"\w+", plain)
    return tuple("st" if word == "saint" else word for word in words if word not in _PASSED_OVER)


def _score(words: tuple[str, ...], texts: list[_Text]) -> float:
    """Say how well a place fits, up to about 130; 0 where any word is not found."""
    if not words:
        return 0
    names = (text for text in texts if text.is_name)
    whole = max(text.weight * _likeness_of_whole(words, text.words) for text in names)
    parts = [max(text.weight * _likeness_of_word(word, text.words) for text in texts) for word in words]
    return max(whole, sum(parts) / len(parts) if all(parts) else 0)


def _likeness_of_whole(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Compare what was typed with all of a text, spaces aside; the same words outrank any part of them."""
    if words == others:
        return 130
    typed, whole = "".join(words), "".join(others)
    if len(typed) >= _SHORTEST_MISSPELT and whole.startswith(typed):
        return 90
    return fuzz.ratio(typed, whole, score_cutoff=ALIKE + 5)


def _likeness_of_word(word: str, others: tuple[str, ...]) -> float:
    """Compare a word with those of a text: the same, the beginning of one, or misspelt."""
    if word in others:
        return 100
    if any(other.startswith(word) for other in others):
        return 90
    if len(word) < _SHORTEST_MISSPELT:
        return 0
    return max((0.9 * fuzz.ratio(word, other, score_cutoff=ALIKE) for other in others), default=0)
