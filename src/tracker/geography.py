"""Where places are: boundaries, the plane they are drawn on, and marks that do not hide each other.

The plane is measured in units of 100 m. The contiguous states lie on it in the Albers equal-area projection
EPSG:5070. Alaska and Hawaii are insets at the lower left, each in its own Albers projection so that north is
up, then scaled and moved. One unit means 100 m only outside the insets.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from tracker.resources import data_folder
from tracker.vocabulary import Kind

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Pair = tuple[Numbers, Numbers]
Box = tuple[float, float, float, float]
"""The x0, y0, x1 and y1 of a rectangle on the plane."""

LONGITUDE_LATITUDE = "EPSG:4326"

UNIT = 100.0
"""Metres in one unit of the plane."""

TOLERANCE = 12.0
"""How far, in units of the plane, a drawn boundary may lie from the true one (1.2 km outside the insets)."""

CROWDED = 0.2
"""The share of the map's squares that marks may fill; beyond it they stand closer, not farther from home."""

ROUNDS = 400
"""How many times marks that are too close are pushed apart at most."""

CLOSE = 0.999
"""The share of the distance to be kept below which two marks are too close: it is not met to the last bit."""

SLACK = 0.5
"""How much farther than too close, as a share of it, marks are looked at that may come too close soon."""


@dataclass(frozen=True)
class Frame:
    """One part of the map: a projection, then scale and move; `box` is its (x0, y0, x1, y1) on the plane."""

    crs: str
    scale: float
    move: tuple[float, float]
    box: Box

    def project(self, longitude: Numbers, latitude: Numbers) -> Pair:
        """Return the x and y on the plane of longitudes and latitudes in degrees."""
        east, north = _transformer(self.crs).transform(longitude, latitude)
        factor = self.scale / UNIT
        return np.asarray(east) * factor + self.move[0], np.asarray(north) * factor + self.move[1]

    def unproject(self, x: Numbers, y: Numbers) -> Pair:
        """Return the longitudes and latitudes in degrees of points on the plane."""
        factor = UNIT / self.scale
        east, north = (x - self.move[0]) * factor, (y - self.move[1]) * factor
        longitude, latitude = _transformer(self.crs).transform(east, north, direction="INVERSE")
        return np.asarray(longitude), np.asarray(latitude)

    def covers(self, x: Numbers, y: Numbers) -> npt.NDArray[np.bool_]:
        """Tell which points of the plane lie in this frame's box."""
        x0, y0, x1, y1 = self.box
        return (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)


CONTIGUOUS = Frame("EPSG:5070", 1.0, (0.0, 0.0), (-23700.0, 2550.0, 22700.0, 31850.0))
ALASKA = Frame("EPSG:3338", 0.35, (-15912.0, 1252.0), (-23700.0, 2550.0, -10500.0, 9700.0))
HAWAII = Frame("ESRI:102007", 0.8, (-6941.0, -2546.0), (-10100.0, 2550.0, -4950.0, 5800.0))

EXTENT = CONTIGUOUS.box
"""The (x0, y0, x1, y1) that the whole map fills, insets and a small margin included."""


@cache
def _transformer(crs: str) -> Transformer:
    # NAD83 and WGS 84 differ by about a metre, far below one unit: both are taken as they come.
    return Transformer.from_crs("EPSG:4269", crs, always_xy=True)


@dataclass(frozen=True)
class Geography:
    """Boundaries on the plane: `states` and `counties`, indexed by geoid, with name, state and geometry.

    The frames are shared by all callers and carry no CRS, since the insets make the plane unlike any.
    """

    states: gpd.GeoDataFrame
    counties: gpd.GeoDataFrame


def read_geography(folder: Path | None = None) -> Geography:
    """Read the boundaries in a folder, parsed once per content (default: the packaged ones).

    Raises FileNotFoundError where `states.json` or `counties.json` is missing.
    """
    folder = folder or data_folder() / "boundaries"
    return _geography((folder / "states.json").read_bytes(), (folder / "counties.json").read_bytes())


@lru_cache(maxsize=4)
def _geography(states: bytes, counties: bytes) -> Geography:
    return Geography(_shapes(states), _shapes(counties))


def _shapes(raw: bytes) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame.from_features(json.loads(raw)["features"]).set_index("geoid")


def project(longitude: npt.ArrayLike, latitude: npt.ArrayLike) -> Pair:
    """Return the x and y on the plane of longitudes and latitudes in degrees, insets included."""
    lon, lat = np.atleast_1d(np.asarray(longitude, float)), np.atleast_1d(np.asarray(latitude, float))
    alaska = lat > 50
    hawaii = (lat < 30) & (lat > 15) & (lon < -130)
    return _by_frame(lon, lat, alaska, hawaii, Frame.project)


def unproject(x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
    """Return the longitudes and latitudes in degrees of points on the plane, insets included."""
    east, north = np.atleast_1d(np.asarray(x, float)), np.atleast_1d(np.asarray(y, float))
    return _by_frame(east, north, ALASKA.covers(east, north), HAWAII.covers(east, north), Frame.unproject)


def _by_frame(
    first: Numbers,
    second: Numbers,
    alaska: npt.NDArray[np.bool_],
    hawaii: npt.NDArray[np.bool_],
    convert: Callable[[Frame, Numbers, Numbers], Pair],
) -> Pair:
    result = np.empty((2, *first.shape))
    for frame, here in ((ALASKA, alaska), (HAWAII, hawaii), (CONTIGUOUS, ~alaska & ~hawaii)):
        if here.any():
            result[:, here] = convert(frame, first[here], second[here])
    return result[0], result[1]


def to_lonlat(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a copy of a frame on the plane in longitude and latitude (EPSG:4326), as RFC 7946 asks.

    Five decimals, about a metre. Exterior rings run counterclockwise, as they do on the plane.
    """
    shapes = shapely.transform(frame.geometry.to_numpy(), _degrees)
    return frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=LONGITUDE_LATITUDE))


def _degrees(coordinates: Numbers) -> Numbers:
    return np.column_stack(unproject(coordinates[:, 0], coordinates[:, 1])).round(5)


def places_frame(jurisdictions: pd.DataFrame, geography: Geography | None = None) -> gpd.GeoDataFrame:
    """Return one row per jurisdiction, indexed by its id: geometry on the plane, and a mark's x and y.

    States, counties and the district are polygons marked inside their largest part; all others are points.
    Raises KeyError for a code without a shape and ValueError for a place without a point.
    """
    geography = geography or read_geography()
    rows = jurisdictions.reset_index().set_index("jurisdiction_id")
    shaped = rows["kind"].isin([kind for kind in Kind if kind.is_shaped])
    shapes = pd.concat([geography.states.geometry, geography.counties.geometry])
    geometry = pd.concat([_points(rows[~shaped]), _shapes_of(rows[shaped], shapes)]).reindex(rows.index)
    marks = geometry.map(_mark)
    return gpd.GeoDataFrame({"x": marks.x, "y": marks.y}, geometry=geometry, index=rows.index)


def _points(rows: pd.DataFrame) -> gpd.GeoSeries:
    places = rows[["longitude", "latitude"]].apply(pd.to_numeric)
    missing = places.index[places.isna().any(axis=1)]
    if len(missing):
        raise ValueError(f"no longitude and latitude: {', '.join(missing)}")
    return gpd.GeoSeries.from_xy(*project(places["longitude"], places["latitude"]), index=rows.index)


def _shapes_of(rows: pd.DataFrame, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    return gpd.GeoSeries(shapes.loc[rows["geoid"]].array, index=rows.index)


def _mark(geometry: BaseGeometry) -> BaseGeometry:
    parts: list[BaseGeometry] = list(shapely.get_parts(geometry))
    largest = max(parts, key=lambda part: part.area)
    centre = largest.centroid
    # The centroid is where the eye expects the mark, but that of a crescent lies outside it.
    return centre if largest.contains(centre) or largest.area == 0 else largest.representative_point()


def room(count: int) -> float:
    """Return the distance at which so many marks still find a place on the map, near where they belong."""
    x0, y0, x1, y1 = EXTENT
    return float(np.sqrt(CROWDED * (x1 - x0) * (y1 - y0) / max(1, count)))


def spread(x: npt.ArrayLike, y: npt.ArrayLike, distance: float) -> Pair:
    """Return the marks' x and y, moved until no two are closer than `distance`, or at worst 5% less.

    Marks with room around them stay; the others end near where they were. Nothing is random and the order
    of the marks does not matter, so that a mark keeps its place from one drawing to the next. With more than
    400 marks the work is cut short and some may stay closer.
    """
    origin = np.column_stack([np.asarray(x, float), np.asarray(y, float)])
    order = np.lexsort((origin[:, 1], origin[:, 0]))
    home = origin[order]
    moved, near = home + _nudge(home, distance), _Near(distance)
    rounds = max(20, min(ROUNDS, 400 * ROUNDS // max(1, len(home))))
    for turn in range(rounds):
        push = _push(moved, distance, *near.close(moved))
        if not push.any():
            break
        pull = 0.1 * max(0.0, 1 - 2 * turn / rounds)  # at first only, so that the end is free to settle
        moved = moved + push + pull * (home - moved)
    result = np.empty_like(moved)
    result[order] = moved
    return result[:, 0], result[:, 1]


def _nudge(marks: Numbers, distance: float) -> Numbers:
    """Return a small step for each crowded mark, no two alike: marks on one spot or line must part."""
    angle = 2.399963 * np.arange(len(marks))  # the golden angle: no two directions agree
    first, second, _ = _close(marks, distance)
    crowded = np.isin(np.arange(len(marks)), np.concatenate([first, second]))
    size = np.where(crowded, 0.02 * distance, 0.0)
    return np.column_stack([np.cos(angle) * size, np.sin(angle) * size])


def _push(marks: Numbers, distance: float, first: Indices, second: Indices, length: Numbers) -> Numbers:
    """Return each mark's step away from those too close: pairs by position, and how far apart."""
    share = 0.5 * (distance - length) / np.maximum(length, 1e-9 * distance)
    apart = (marks[first] - marks[second]) * share[:, None]
    either, away = np.concatenate([first, second]), np.concatenate([apart, -apart])
    step = np.column_stack([np.bincount(either, along, len(marks)) for along in away.T])
    # In a dense crowd the sum of all pushes would throw marks far out; with up to two neighbours it is right.
    neighbours = np.bincount(either, minlength=len(marks))
    spread_out: Numbers = step / np.maximum(1.0, neighbours / 2)[:, None]
    return spread_out


class _Near:
    """The pairs of marks that are close or soon may be, looked for anew once marks have moved far."""

    def __init__(self, distance: float) -> None:
        self.distance, self.reach = distance, CLOSE * distance
        self.looked_at: Numbers | None = None
        self.first = self.second = np.empty(0, dtype=np.int64)

    def close(self, marks: Numbers) -> tuple[Indices, Indices, Numbers]:
        """Return the pairs that are too close, by position, and how far apart they are."""
        if self.looked_at is None or _farthest(marks, self.looked_at) > SLACK / 2 * self.reach:
            self.looked_at = marks
            self.first, self.second, _ = _close(marks, (1 + SLACK) * self.distance)
        lengths: Numbers = np.hypot(*(marks[self.first] - marks[self.second]).T)
        close = lengths < self.reach
        return self.first[close], self.second[close], lengths[close]


def _farthest(marks: Numbers, before: Numbers) -> float:
    """Return how far that mark has moved which has moved farthest."""
    return float(np.hypot(*(marks - before).T).max(initial=0))


def _close(marks: Numbers, distance: float) -> tuple[Indices, Indices, Numbers]:
    """Return the pairs of marks that are too close, by position, and how far apart they are.

    A tree finds them, so that the work grows with the marks and not with their square.
    """
    points = np.atleast_1d(np.asarray(shapely.points(marks), dtype=object))
    first, second = shapely.STRtree(points).query(points, predicate="dwithin", distance=CLOSE * distance)
    once = first < second
    first, second = first[once], second[once]
    lengths: Numbers = np.hypot(*(marks[first] - marks[second]).T)
    return first, second, lengths
