"""Rules for where places are: codes that agree with each other, and points that lie where they should."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import compress

import geopandas as gpd
import shapely

from tracker.checks.draft import Draft, rows_where
from tracker.checks.ids import state_id
from tracker.checks.registry import Finding, check
from tracker.geography import TOLERANCE, Geography, project
from tracker.regions import STATES
from tracker.vocabulary import Kind

GEOID_DIGITS = {Kind.STATE: 2, Kind.DISTRICT: 2, Kind.COUNTY: 5, Kind.CITY: 7, Kind.CITY_COUNTY: 7}
"""Digits of the Census Bureau's code by kind of place; the district stands among the states."""

COUNTY_WORDS = ("County", "Parish", "Borough", "Census Area", "Municipality", "Planning Region")
"""What a county's name ends in; what it is called differs by state."""

_SHAPED = frozenset(kind for kind in Kind if kind.is_shaped)
_DRAWN = "; `tracker format` draws any county that the Census Bureau had in 2016"


@check("state-code", needs=("jurisdictions",))
def check_state_code(draft: Draft) -> Iterator[Finding]:
    """A state's code is that of one of the 50 states, or DC."""
    for row, code in draft.cells("jurisdictions", "state"):
        if code not in STATES:
            yield Finding("jurisdictions", row, "state", f"“{code}” is not the code of a state")


@check("state-prefix", needs=("jurisdictions",))
def check_prefix(draft: Draft) -> Iterator[Finding]:
    """A Census Bureau code begins with the two digits of the place's state."""
    states = draft["jurisdictions"].cells["state"]
    for column in ("geoid", "county_fips"):
        for row, cell in draft.cells("jurisdictions", column):
            state = STATES.get(states[row])
            if state and not all(code.startswith(state.fips) for code in cell.split(";")):
                message = f"codes in {state.code} begin with {state.fips}, unlike {cell}"
                yield Finding("jurisdictions", row, column, message)


@check("place-id", needs=("jurisdictions",))
def check_id(draft: Draft) -> Iterator[Finding]:
    """A place's id ends in its state's code; a state's is `state-of-` and its name."""
    places = draft["jurisdictions"].text
    columns = (places[name] for name in ("jurisdiction_id", "kind", "state"))
    for row, (key, kind, code) in enumerate(zip(*columns, strict=True)):
        if kind == Kind.STATE and code in STATES:
            if key != (wanted := state_id(code)):
                yield Finding("jurisdictions", row, "jurisdiction_id", f"the id should be {wanted}")
        elif code in STATES and not key.endswith(f"-{code.lower()}"):
            yield Finding("jurisdictions", row, "jurisdiction_id", f"the id should end in -{code.lower()}")


@check("geoid-length", needs=("jurisdictions",))
def check_geoid(draft: Draft) -> Iterator[Finding]:
    """A place's code has the digits of its kind; only a place drawn as a point can do without one."""
    places = draft["jurisdictions"].text
    for row, (geoid, kind) in enumerate(zip(places["geoid"], places["kind"], strict=True)):
        digits = GEOID_DIGITS.get(kind)
        if digits and len(geoid) != digits and (geoid or kind in _SHAPED):
            yield Finding("jurisdictions", row, "geoid", f"the code of a {kind} has {digits} digits")


@check("county-name", needs=("jurisdictions",))
def check_county_name(draft: Draft) -> Iterator[Finding]:
    """A county's name says that it is one, so that nobody takes it for the city of that name."""
    places = draft["jurisdictions"].text
    for row, (name, kind) in enumerate(zip(places["name"], places["kind"], strict=True)):
        if kind == Kind.COUNTY and not name.endswith(COUNTY_WORDS):
            yield Finding("jurisdictions", row, "name", f"“{name}” is a city’s name; is it {name} County?")


@check("place-twice", needs=("jurisdictions",))
def check_place_once(draft: Draft) -> Iterator[Finding]:
    """A place has one row: no two of a kind have the same code, or the same name in one state."""
    places = draft["jurisdictions"].text
    for columns, said in ((["kind", "geoid"], "code"), (["kind", "state", "name"], "name")):
        again = places.duplicated(columns) & (places[columns[-1]] != "")
        for row in rows_where(again):
            message = f"a {places['kind'].iloc[row]} of this {said} stands on an earlier line too"
            yield Finding("jurisdictions", row, columns[-1], message)


@check("missing-shape", needs=("jurisdictions",))
def check_shapes(draft: Draft) -> Iterator[Finding]:
    """Every county that a row names, and every place drawn by its shape, has a shape among the boundaries."""
    if draft.geography is None:
        return
    known = {*draft.geography.states.index, *draft.geography.counties.index}
    kinds = draft["jurisdictions"].cells["kind"]
    for row, geoid in draft.cells("jurisdictions", "geoid"):
        if kinds[row] in _SHAPED and geoid not in known:
            yield Finding("jurisdictions", row, "geoid", f"the boundaries have no shape for {geoid}{_DRAWN}")
    for row, cell in draft.cells("jurisdictions", "county_fips"):
        if unknown := set(cell.split(";")) - known:
            message = f"the boundaries have no shape for {', '.join(sorted(unknown))}{_DRAWN}"
            yield Finding("jurisdictions", row, "county_fips", message)


@check("missing-point", needs=("jurisdictions",))
def check_point(draft: Draft) -> Iterator[Finding]:
    """A city has a latitude and a longitude; states and counties, which have shapes, have neither."""
    places = draft["jurisdictions"].text
    is_point = ~places["kind"].isin(_SHAPED)
    is_shape = places["kind"].isin(_SHAPED - {Kind.DISTRICT})  # also a city, it may have a point
    for column in ("latitude", "longitude"):
        filled = places[column] != ""
        for row in rows_where(is_point & ~filled):
            yield Finding("jurisdictions", row, column, f"a city has a {column}")
        for row in rows_where(is_shape & filled):
            yield Finding("jurisdictions", row, column, f"a state or county has no {column}")


@check("longitude-sign", needs=("jurisdictions",))
def check_longitude(draft: Draft) -> Iterator[Finding]:
    """A longitude has a minus sign: every place lies west of Greenwich."""
    for row in rows_where(draft["jurisdictions"].typed["longitude"] > 0):
        yield Finding("jurisdictions", row, "longitude", "it is east of Greenwich; is a minus missing?")


@check("outside-state", needs=("jurisdictions",))
def check_inside_state(draft: Draft) -> Iterator[Finding]:
    """A city's point lies inside its state."""
    states = [STATES.get(code) for code in draft["jurisdictions"].cells["state"]]
    codes = [(state.fips,) if state else () for state in states]
    for row in _outside(draft, codes, lambda geography: geography.states):
        if state := states[row]:
            yield Finding("jurisdictions", row, "latitude", f"the point is outside {state.name}")


@check("outside-county", needs=("jurisdictions",))
def check_inside_county(draft: Draft) -> Iterator[Finding]:
    """A city's point lies inside one of the counties that its row names."""
    counties = draft["jurisdictions"].typed["county_fips"].to_list()
    for row in _outside(draft, counties, lambda geography: geography.counties):
        yield Finding("jurisdictions", row, "latitude", f"the point is outside {', '.join(counties[row])}")


def _outside(
    draft: Draft, codes: Sequence[tuple[str, ...]], shapes: Callable[[Geography], gpd.GeoDataFrame]
) -> list[int]:
    """Give the places whose point is out of all shapes of their codes, by more than a border may be off."""
    if draft.geography is None:
        return []
    known = dict(shapes(draft.geography).geometry.items())
    pairs = [
        (row, known[code], point) for row, point in _points(draft) for code in codes[row] if code in known
    ]
    rows, areas, points = zip(*pairs, strict=True) if pairs else ((), (), ())
    near = shapely.dwithin(areas, points, TOLERANCE)
    return sorted({*rows} - {*compress(rows, near)})


def _points(draft: Draft) -> Iterator[tuple[int, shapely.Point]]:
    """Give position and point on the plane of every place with a point."""
    degrees = draft["jurisdictions"].typed[["longitude", "latitude"]]
    rows = rows_where(degrees.notna().all(axis=1) & ~(degrees["longitude"] > 0))  # whose sign is wrong
    x, y = project(*degrees.iloc[rows].to_numpy().T)
    for row, east, north in zip(rows, x, y, strict=True):
        if math.isfinite(east + north):  # degrees out of bounds are reported as such
            yield row, shapely.Point(east, north)
