"""To whom a letter was addressed, as prose has names and titles."""

from tracker.language.words import listed

_BEFORE_NAMES = {
    "Mayor": "Mayor",
    "Governor": "Gov.",
    "Sheriff": "Sheriff",
    "Attorney General": "Attorney General",
}
"""Titles that AP sets before a name, as it writes them there; all others follow the name."""


def addressed(addressee: str) -> str:
    """Say to whom a letter went: `Chokwe Antar Lumumba, Mayor` is Mayor Chokwe Antar Lumumba."""
    if not addressee:
        return "the addressee is not on record"
    return f"it was addressed to {people(addressee)}"


def people(addressee: str) -> str:
    """Name those to whom a letter went as prose does, a bare office with its article; "" for nobody."""
    return listed([_person(entry.strip()) for entry in addressee.split(";") if entry.strip()], "and")


def _person(entry: str) -> str:
    name, comma, title = (part.strip() for part in entry.partition(","))
    if not comma:
        return f"the {name[0].lower()}{name[1:]}" if name in _BEFORE_NAMES else name
    if title in _BEFORE_NAMES:
        return f"{_BEFORE_NAMES[title]} {name}"
    office, of, body = title.partition(",")  # the body that follows an office is a name
    return f"{name}, {office.lower()}{of}{body}"
