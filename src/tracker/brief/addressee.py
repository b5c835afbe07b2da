"""To whom a letter was addressed, as prose has names and titles."""

import re
from collections.abc import Mapping

from tracker.language.words import listed

_BEFORE_NAMES = {
    "Mayor": "Mayor",
    "Governor": "Gov.",
    "Sheriff": "Sheriff",
    "Attorney General": "Attorney General",
}
"""Titles that AP sets before a name, as it writes them there; all others follow the name."""


_OFFICES: Mapping[str, re.Pattern[str]] = {
    "Mayor or governor": re.compile(r"(Mayor|Governor)$"),
    "Police or sheriff": re.compile(r"Sheriff$|.*(Police|Public Safety)"),
    "Prosecutor or city attorney": re.compile(r".*(Attorney|Solicitor)"),
    "County official": re.compile(r"County |Board President$|Chair, Board"),
}
"""What offices are grouped under, by how their titles read; the first that fits counts."""

AGENCY, NO_ADDRESSEE = "Agency official", "Not on record"
OFFICES = (*_OFFICES, AGENCY, NO_ADDRESSEE)
"""The groups of offices, in their order."""


def office_of(addressee: str) -> str:
    """Group the office of whom a letter names first: `Eddie Johnson, Superintendent of Police` is police."""
    if not addressee:
        return NO_ADDRESSEE
    name, comma, title = (part.strip() for part in addressee.partition(";")[0].partition(","))
    fits = (group for group, titles in _OFFICES.items() if titles.match(title if comma else name))
    return next(fits, AGENCY)


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
