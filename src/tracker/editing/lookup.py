"""Counties and cities looked up by name in the tables that ship; these have no Census codes of cities."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tracker.search import folded_text

_FOLDER = Path(__file__).parent / "gazetteer"
_COUNTY_WORDS = (" county", " parish", " borough", " census area", " municipality")
_CITY_WORDS = ("", " city", " township")
"""What GeoNames may have behind the name that is in use: `New York City`."""


@dataclass(frozen=True)
class City:
    """A populated place: its center in degrees, as text of five decimals, and the county of that center."""

    name: str
    state: str
    county_fips: str
    latitude: str
    longitude: str
    population: int


def cities_named(name: str, state: str) -> list[City]:
    """Return the cities of a name in a state, the most populous first."""
    known = _cities()
    matches = (known.get((state, _plain(name) + word), []) for word in _CITY_WORDS)
    return next(filter(None, matches), [])


def county_code(name: str, state: str) -> str:
    """Return the five digits of a county, named with or without the word for it; "" for an unknown one."""
    plain = _plain(name)
    short = next((plain.removesuffix(word) for word in _COUNTY_WORDS if plain.endswith(word)), plain)
    return _counties().get((state, short), "")


def county_name(code: str) -> str:
    """Return the name of a county by its code, without the word for it; "" for an unknown one."""
    return next((row["name"] for row in _rows("counties") if row["geoid"] == code), "")


@cache
def _counties() -> dict[tuple[str, str], str]:
    """Read the codes by state and name; of a county and an independent city of one name, the county's."""
    codes: dict[tuple[str, str], str] = {}
    for row in _rows("counties"):
        codes.setdefault((row["state"], _plain(row["name"])), row["geoid"])
    return codes


@cache
def _cities() -> dict[tuple[str, str], list[City]]:
    cities: dict[tuple[str, str], list[City]] = {}
    for row in _rows("cities"):
        city = City(**{**row, "population": int(row["population"])})  # type: ignore[arg-type]
        cities.setdefault((city.state, _plain(city.name)), []).append(city)
    return {key: sorted(some, key=lambda city: -city.population) for key, some in cities.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _plain(name: str) -> str:
    """Write a name so that two spellings of it are one: `St. Paul` as `saint paul`."""
    return f" {folded_text(name)} ".replace(" st. ", " saint ").replace(".", "").strip()
