"""States with their Census Bureau codes, divisions and regions.

Source: U.S. Census Bureau, "Census Regions and Divisions of the United States" (2010 edition, in force
since 1984), and the ANSI/FIPS state codes. A place's region is always derived from its state.
"""

from dataclasses import dataclass
from enum import StrEnum


class Region(StrEnum):
    """The four Census Bureau regions."""

    NORTHEAST = "Northeast"
    MIDWEST = "Midwest"
    SOUTH = "South"
    WEST = "West"


@dataclass(frozen=True)
class State:
    """A state or the District of Columbia: USPS code, name, two-digit FIPS code, division and region."""

    code: str
    name: str
    fips: str
    division: str
    region: Region


_DIVISIONS: dict[tuple[str, Region], str] = {
    ("New England", Region.NORTHEAST): (
        "CT Connecticut 09|ME Maine 23|MA Massachusetts 25|"
        "NH New Hampshire 33|RI Rhode Island 44|VT Vermont 50"
    ),
    ("Middle Atlantic", Region.NORTHEAST): "NJ New Jersey 34|NY New York 36|PA Pennsylvania 42",
    ("East North Central", Region.MIDWEST): (
        "IL Illinois 17|IN Indiana 18|MI Michigan 26|OH Ohio 39|WI Wisconsin 55"
    ),
    ("West North Central", Region.MIDWEST): (
        "IA Iowa 19|KS Kansas 20|MN Minnesota 27|"
        "MO Missouri 29|NE Nebraska 31|ND North Dakota 38|SD South Dakota 46"
    ),
    ("South Atlantic", Region.SOUTH): (
        "DE Delaware 10|DC District of Columbia 11|FL Florida 12|GA Georgia 13|MD Maryland 24|"
        "NC North Carolina 37|SC South Carolina 45|VA Virginia 51|WV West Virginia 54"
    ),
    ("East South Central", Region.SOUTH): "AL Alabama 01|KY Kentucky 21|MS Mississippi 28|TN Tennessee 47",
    ("West South Central", Region.SOUTH): "AR Arkansas 05|LA Louisiana 22|OK Oklahoma 40|TX Texas 48",
    ("Mountain", Region.WEST): (
        "AZ Arizona 04|CO Colorado 08|ID Idaho 16|MT Montana 30|"
        "NV Nevada 32|NM New Mexico 35|UT Utah 49|WY Wyoming 56"
    ),
    ("Pacific", Region.WEST): "AK Alaska 02|CA California 06|HI Hawaii 15|OR Oregon 41|WA Washington 53",
}


def _read_states() -> dict[str, State]:
    """Unfold the table above into one State per code, ordered by name."""
    states = [
        State(entry[:2], entry[3:-3], entry[-2:], division, region)
        for (division, region), entries in _DIVISIONS.items()
        for entry in entries.split("|")
    ]
    return {state.code: state for state in sorted(states, key=lambda state: state.name)}


STATES: dict[str, State] = _read_states()
"""The 50 states and the District of Columbia by USPS code, in order of name."""

DIVISIONS: dict[str, tuple[str, ...]] = {
    name: tuple(code for code, state in STATES.items() if state.division == name) for name, _ in _DIVISIONS
}
"""The states of each Census Bureau division by its name."""

SHORT_FOR_STATES: dict[str, str] = {"ala": "AL", "fla": "FL", "miss": "MS", "wva": "WV"}
"""Abbreviations of newspapers that are neither a state's code nor the beginning of one name alone."""

AREAS: dict[str, tuple[str, ...]] = {
    "Bay Area": ("06001", "06013", "06041", "06055", "06075", "06081", "06085", "06095", "06097"),
    "Inland Empire": ("06065", "06071"),
    "Puget Sound": ("53033", "53035", "53053", "53061"),
    "South Florida": ("12011", "12086", "12099"),
    "Twin Cities": ("27003", "27019", "27037", "27053", "27123", "27139", "27163"),
    "Bronx": ("36005",),
    "Brooklyn": ("36047",),
    "Manhattan": ("36061",),
    "Queens": ("36081",),
    "Staten Island": ("36085",),
}
"""Areas that people name and no place on record is called, by the FIPS codes of their counties.

Of several counties only those that an office counts so: the Association of Bay Area Governments (nine), the
Metropolitan Council (seven of the Twin Cities), the Puget Sound Regional Council (four), and, by its
metropolitan areas, the Census Bureau (Riverside–San Bernardino–Ontario; Miami–Fort Lauderdale–West Palm
Beach).
"""
