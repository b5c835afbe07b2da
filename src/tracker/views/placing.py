"""Where the map's marks and outlines go: kept apart from how they look."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from tracker.dataset import Dataset
from tracker.filters import Selection
from tracker.geography import EXTENT, Pair, places_frame, room, spread
from tracker.memo import once
from tracker.regions import STATES, State
from tracker.row_types import PlaceOnDay
from tracker.views.insets import Inset, insets_for
from tracker.vocabulary import Evidence, Kind, Status

Gapped = tuple[npt.NDArray[np.int16], npt.NDArray[np.float32]]
"""The x and y of lines or rings in whole units of the plane, with a gap after each: there y is NaN.

Figures carry them to each reader, and of a point's coordinates one is enough to say that there is none.
"""


class Ground(NamedTuple):
    """The states in an inset, and the counties on record that are drawn on them by their edges."""

    states: tuple[BaseGeometry, ...]
    counties: tuple[BaseGeometry, ...]


FRAME = (EXTENT[0] - 4900.0, EXTENT[1] - 300.0, EXTENT[2] + 2000.0, EXTENT[3] + 300.0)
"""What is seen of the plane: the map, with room at sea for insets and for marks of crowded coasts."""

ASPECT = (FRAME[2] - FRAME[0]) / (FRAME[3] - FRAME[1])
"""Width of the map by its height, legend left out."""

SPACING = 1600.0
"""How far apart marks stand, in units of the plane: 19 px on a map of 620 px, 10 px on a phone's of 330."""

LED = 120.0
"""How far a mark stands from its true spot at least where a line leads there, in units of the plane."""

INSET_SPACING = 2100.0
"""How far apart they stand in an inset: 25 px on a map of 620 px, 13 px on a phone's of 330."""

EDGE = 800.0
"""How far within an inset's edge its marks stand, in units of the plane."""

PACKED = 0.55
"""The share of an inset's squares that marks may fill; with more of them they stand closer."""

TURNS = 20
"""How many times marks of an inset are spread and put back inside it at most; the more marks, the fewer."""

TOLERANCE, SMALL_TOLERANCE = 40.0, 150.0
"""How much is left out of the states' outlines, in units of the plane: half a pixel of a map of 700 px, and
less than a pixel of a small one."""


class MarkedPlace(PlaceOnDay):
    """A row of `placed`: a place with its true spot and that of its mark."""

    x: float
    y: float
    mark_x: float
    mark_y: float


def placed(selection: Selection, insets: Sequence[Inset] = ()) -> gpd.GeoDataFrame:
    """Return the places with their shapes, their true spot `x`, `y` and the mark's `mark_x`, `mark_y`.

    Marks are `SPACING` apart, or less where so many find no room. Spot and mark of what an inset shows lie
    in its box.
    """
    places = selection.places
    spots = spots_of(selection)
    x, y, mark_x, mark_y = (spots[name].to_numpy(copy=True) for name in ("x", "y", "x", "y"))
    on_map = np.ones(len(spots), dtype=bool)
    for inset in insets:
        here = inset.covers(spots["x"], spots["y"])
        x[here], y[here] = inset.spots(x[here], y[here])
        mark_x[here], mark_y[here] = spread_in(inset, x[here], y[here])
        on_map &= ~here
    if on_map.any():
        mark_x[on_map], mark_y[on_map] = spread(x[on_map], y[on_map], min(SPACING, room(len(spots))))
    return gpd.GeoDataFrame(
        places.assign(x=x, y=y, mark_x=mark_x, mark_y=mark_y), geometry=spots.geometry.array
    )


def spots_of(selection: Selection) -> gpd.GeoDataFrame:
    """Return the shapes of the places, in their order, and their true spots on the map as `x`, `y`."""
    return _spots(selection.dataset).loc[selection.places["jurisdiction_id"]].reset_index(drop=True)


def crowded(selection: Selection) -> tuple[Inset, ...]:
    """Return the insets that the marks of a view need."""
    spots = spots_of(selection)
    return insets_for(spots["x"], spots["y"], SPACING)


def spread_in(inset: Inset, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
    """Return where marks stand in an inset: apart, and within its box."""
    x0, y0, x1, y1 = inset.box
    count = max(1, np.size(x))
    apart = min(INSET_SPACING, float(np.sqrt(PACKED * (x1 - x0) * (y1 - y0) / count)))
    mark_x, mark_y = np.asarray(x, float), np.asarray(y, float)
    for _ in range(max(2, min(TURNS, 2000 // count))):
        mark_x, mark_y = spread(mark_x, mark_y, apart)
        inside = np.clip(mark_x, x0 + EDGE, x1 - EDGE), np.clip(mark_y, y0 + EDGE, y1 - EDGE)
        if np.array_equal(inside, (mark_x, mark_y)):
            break
        mark_x, mark_y = inside
    return mark_x, mark_y


def tinted(places: gpd.GeoDataFrame) -> Iterator[tuple[Status, str, gpd.GeoDataFrame]]:
    """Give the places to tint by status and grade: states and the district, then the counties on them.

    The grade is `Evidence.INFERRED` of places that no source names, "" of all others.
    """
    shaped = places[places["kind"].map(lambda kind: Kind.of(kind).is_shaped).astype("bool")]
    on_states, unnamed = shaped["kind"] == Kind.COUNTY, shaped["evidence"] == Evidence.INFERRED
    for county in (False, True):
        for status in Status:
            for grade in ("", str(Evidence.INFERRED)):
                alike = (on_states == county) & (shaped["status"] == status) & (unnamed == bool(grade))
                if alike.any():
                    yield status, grade, shaped[alike]


def areas(
    places: gpd.GeoDataFrame, dataset: Dataset, insets: Sequence[Inset] = ()
) -> Iterator[tuple[Status, str, list[BaseGeometry]]]:
    """Give the shapes to tint, as `tinted` does its places, and what insets show of them."""
    states = coarse_states(dataset)
    for status, grade, alike in tinted(places):
        pairs = zip(alike["geoid"], alike.geometry, strict=True)
        enlarged = (shape for inset in insets for shape in inset.shapes(alike.geometry))
        yield status, grade, [*(states.get(geoid, shape) for geoid, shape in pairs), *enlarged]


@once(2)
def coarse_states(dataset: Dataset) -> Mapping[str, BaseGeometry]:
    """Return the states' shapes with fewer corners, by geoid; neighbours still meet along one line."""
    states = dataset.geography.states.geometry
    shapes = shapely.coverage_simplify(states.to_numpy(), TOLERANCE)
    return dict(zip(states.index, shapes, strict=True))


@once(2)
def outlined_country(dataset: Dataset) -> BaseGeometry:
    """Return the outline of all states together, with still fewer corners, for small maps."""
    return shapely.union_all(list(coarse_states(dataset).values())).simplify(SMALL_TOLERANCE)


@once(16)
def inset_ground(dataset: Dataset, inset: Inset) -> Ground:
    """Return what lies below the tints and marks of an inset."""
    states, counties = dataset.geography.states.geometry, dataset.geography.counties.geometry
    return Ground(tuple(inset.shapes(states)), tuple(inset.shapes(counties)))


class Home(NamedTuple):
    """Where a place lies: its state with its shape, and its counties; none of a state or county itself."""

    state: State
    shape: BaseGeometry
    counties: gpd.GeoDataFrame


def home_of(dataset: Dataset, place: str) -> Home:
    """Return where a place lies."""
    row, counties = dataset.places_by_id[place], dataset.geography.counties
    lies_in = counties.index.isin(row["county_fips"]) & (not Kind.of(row["kind"]).is_shaped)
    state = STATES[row["state"]]
    return Home(state, dataset.geography.states.geometry[state.fips], counties[lies_in])


@once(2)
def _spots(dataset: Dataset) -> gpd.GeoDataFrame:
    return places_frame(dataset.jurisdictions, dataset.geography)


class Country(NamedTuple):
    """The outline of all states together, and the borders between them, each once."""

    coast: Gapped
    borders: Gapped


@once(2)
def country(dataset: Dataset) -> Country:
    """Return the country without a line of it twice, made once per dataset."""
    states = list(coarse_states(dataset).values())
    land = shapely.coverage_union_all(states)
    borders = shapely.difference(shapely.union_all(shapely.boundary(states)), land.boundary)
    lines = shapely.get_parts(shapely.line_merge(borders))
    return Country(outline([land]), gapped(shapely.get_coordinates(line) for line in lines))


def outline(shapes: Iterable[BaseGeometry]) -> Gapped:
    """Return the rings of polygons as x and y, with a gap after each ring."""
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    return gapped(shapely.get_coordinates(ring) for ring in shapely.get_rings(parts))


def gapped(lines: Iterable[npt.NDArray[np.float64]]) -> Gapped:
    """Return lines as x and y, with a gap after each."""
    parted = [np.vstack([line, [0, np.nan]]) for line in lines]
    points = np.vstack(parted).round() if parted else np.empty((0, 2))
    return points[:, 0].astype(np.int16), points[:, 1].astype(np.float32)
