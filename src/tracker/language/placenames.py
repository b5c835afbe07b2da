"""The names of places: in a sentence, beside their state, in a list, and on their own.

A state or the District of Columbia, and a place named after its state, says by its name where it is; every
other place has the state after it.
"""

from typing import TypedDict

from tracker.regions import STATES
from tracker.vocabulary import Kind


class NamedPlace(TypedDict):
    """What says how a place is called: a place or a letter, among others, as a row."""

    name: str
    kind: str
    state: str


DISTRICT = "DC"
"""The postal code of the District of Columbia."""

_ARTICLES = {str(Kind.STATE): "the state of ", str(Kind.DISTRICT): "the "}


def names_its_state(place: NamedPlace) -> bool:
    """Tell whether the name says where the place is: `Illinois`, `New York City`."""
    state = STATES[place["state"]].name
    return Kind.of(place["kind"]).names_its_state or place["name"].startswith(state)


def whole_name(place: NamedPlace) -> str:
    """Name a place on its own, as a heading does: `Jackson, Mississippi`, `Illinois`."""
    name = place["name"]
    return name if names_its_state(place) else f"{name}, {STATES[place['state']].name}"


def full_name(place: NamedPlace) -> str:
    """Name a place in a sentence for readers anywhere: `Jackson, Mississippi`, `the state of Illinois`."""
    return _article(place) + whole_name(place)


def short_name(place: NamedPlace) -> str:
    """Name a place in a sentence that says the state: `Jackson`, `the state of Illinois`."""
    return _article(place) + place["name"]


def listed_name(place: NamedPlace) -> str:
    """Name a place in a list or on a mark: `Jackson, MS`, `Illinois`."""
    name = place["name"]
    return name if Kind.of(place["kind"]).names_its_state else f"{name}, {place['state']}"


def subject(name: str) -> str:
    """Set a name before a verb: with a comma after a state that follows a comma."""
    return f"{name}," if "," in name else name


def state_in_words(code: str) -> str:
    """Name a state inside a sentence, the District of Columbia with its article."""
    return f"the {STATES[code].name}" if code == DISTRICT else STATES[code].name


def _article(place: NamedPlace) -> str:
    return _ARTICLES.get(place["kind"], "")
