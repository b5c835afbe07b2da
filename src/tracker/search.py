"""Free-text search: which letters hold every word a reader typed, and which places are meant by a name."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz, process

from tracker.dataset import Dataset
from tracker.regions import AREAS, DIVISIONS, SHORT_FOR_STATES, STATES
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
_SHORTEST_OF_STATE = 3
_PASSED_OVER = {"the", "of", "and"}
_WEIGHTS = {"name": 1.0, "alias": 0.95, "initials": 0.85, "county": 0.8, "state": 0.7}


@dataclass(frozen=True)
class _Text:
    """What a place is called, or else where it lies, as words that can be compared, and how much it says."""

    words: tuple[str, ...]
    weight: float
    is_name: bool = False


def find_places(
    jurisdictions: pd.DataFrame,
    text: str,
    limit: int = 8,
    counties: Mapping[str, str] | None = None,
    known: Collection[str] = (),
) -> list[str]:
    """Find places by name, other name, state, county, area; whatever case, marks and small misspellings.

    Args:
        jurisdictions: the places, as in the dataset.
        text: what a reader typed; every word of it must be found. A state at its end is that of the place.
        limit: how many to return at most.
        counties: names of counties by FIPS code, such as `dict(dataset.geography.counties["name"])`.
        known: words that are no misspelling of a name, as they are words of the record.

    Returns:
        The ids of the places, the best match first, then by name; none for no words.
    """
    name, state = split_state(text)
    words, meant = _words(name), areas_named(name)
    scores = {
        place["jurisdiction_id"]: (
            -_score(words, [*_texts(place, counties or {}), *_areas(place, meant)], known),
            place["name"],
        )
        for place in typed_rows(jurisdictions, Place)
        if state in ("", place["state"])
    }
    ranked = [place for place, (score, _) in scores.items() if score]
    return sorted(ranked, key=lambda place: (*scores[place], place))[:limit]


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts as they are compared, without the endings of possessives."""
    return frozenset(
        word for text in texts for word in _words(re.sub(r"['’]s\b", "", text)) if not word.isdecimal()
    )


def is_made_of(words: Collection[str], text: str) -> bool:
    """Tell whether all words of a text are among some words, as `words_of` gives them."""
    return all(word in words for word in _words(text))


def is_called(place: Place, name: str) -> bool:
    """Tell whether a place is called just so, by its name or another."""
    return _words(name) in map(_words, (place["name"], *place["aliases"]))


def split_state(text: str) -> tuple[str, str]:
    """Take the state off the end of a name: `Portland, Maine` and `Portland ME` are `Portland` and `ME`.

    Returns:
        The text and "" where no state stands after a name.
    """
    if state_named(text) or areas_named(text):
        return text, ""
    words = text.split()
    for count in (3, 2, 1):
        name, tail = " ".join(words[:-count]), " ".join(words[-count:])
        if has_word(name) and (state := _state_of(tail, name.endswith(","))):
            return name.rstrip(" ,"), state
    return text, ""


def state_named(text: str) -> str:
    """Return the state that a text names and nothing else, by its code; "" for none."""
    plain = " ".join(_words(text))
    return next((code for code, state in STATES.items() if plain == " ".join(_words(state.name))), "")


def _state_of(tail: str, after_comma: bool) -> str:
    """Return the state that the end of a name is: its name, its code in capitals, what is short for it."""
    plain = "".join(_words(tail)).upper()
    if code := state_named(tail):
        return code
    if not after_comma:
        return plain if plain in STATES and tail.isupper() else ""
    begun = [code for code, state in STATES.items() if state.name.upper().startswith(plain)]
    short = begun[0] if len(begun) == 1 and len(plain) >= _SHORTEST_OF_STATE else ""
    return plain if plain in STATES else SHORT_FOR_STATES.get(plain.casefold(), short)


def division_named(text: str) -> str:
    """Return the Census division that a text names: `New England`, `mid-Atlantic`, `Mountain West`.

    The name of its region may stand beside its own, and so may what it is. "" for none.
    """
    typed = set(_words(text))
    for name, states in DIVISIONS.items():
        beside = {"census", "division", "states", STATES[states[0]].region.casefold()}
        begun = {word: [whole for whole in _words(name) if whole.startswith(word)] for word in typed}
        is_whole = {whole for found in begun.values() for whole in found} == {*_words(name)}
        if is_whole and all(found or word in beside for word, found in begun.items()):
            return name
    return ""


def areas_named(text: str) -> tuple[str, ...]:
    """Return the counties of the areas whose whole name stands in a text, by FIPS code."""
    plain = f" {' '.join(_words(text))} "
    return tuple(
        fips
        for name, counties in AREAS.items()
        if f" {' '.join(_words(name))} " in plain
        for fips in counties
    )


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


def _areas(place: Place, counties: Collection[str]) -> Iterator[_Text]:
    """Give the names of the areas that a place of some counties lies in."""
    for name, of_area in AREAS.items():
        if {*counties} & {*of_area} & {*place["county_fips"]}:
            yield _Text(_words(name), _WEIGHTS["county"])


def _words(text: str) -> tuple[str, ...]:
    """Take a text apart into words: `St. Paul` and `saint paul` are alike, `D.C.` is one word."""
    plain = re.sub(r"[.']", "", folded_text(text))
    words = re.findall(r"\w+", plain)
    return tuple("st" if word == "saint" else word for word in words if word not in _PASSED_OVER)


def _score(words: tuple[str, ...], texts: list[_Text], known: Collection[str]) -> float:
    """Say how well a place fits, up to about 130; 0 where any word is not found."""
    if not words:
        return 0
    names = (text for text in texts if text.is_name)
    exact = all(word in known for word in words)
    whole = max(text.weight * _likeness_of_whole(words, text.words, exact) for text in names)
    parts = [
        max(text.weight * _likeness_of_word(word, text.words, word in known) for text in texts)
        for word in words
    ]
    return max(whole, sum(parts) / len(parts) if all(parts) else 0)


def _likeness_of_whole(words: tuple[str, ...], others: tuple[str, ...], exact: bool) -> float:
    """Compare what was typed with all of a text, spaces aside; the same words outrank any part of them."""
    if words == others:
        return 130
    typed, whole = "".join(words), "".join(others)
    if len(typed) >= _SHORTEST_MISSPELT and whole.startswith(typed):
        return 90
    return 0 if exact else fuzz.ratio(typed, whole, score_cutoff=ALIKE + 5)


def _likeness_of_word(word: str, others: tuple[str, ...], exact: bool) -> float:
    """Compare a word with those of a text: the same, the beginning of one, or, if not `exact`, misspelt."""
    if word in others:
        return 100
    if any(other.startswith(word) for other in others):
        return 90
    if exact or len(word) < _SHORTEST_MISSPELT:
        return 0
    long_enough = (other for other in others if len(other) >= _SHORTEST_MISSPELT)
    return max((0.9 * fuzz.ratio(word, other, score_cutoff=ALIKE) for other in long_enough), default=0)
