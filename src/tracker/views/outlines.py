"""Boundaries as SVG paths: whole numbers, one path for many shapes.

The picture is `WIDTH` by `HEIGHT` and shows what the live map's frame shows; y runs down.
"""

from collections.abc import Iterable, Iterator

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from tracker.dataset import Dataset
from tracker.geography import Numbers
from tracker.memo import once
from tracker.views.placing import ASPECT, FRAME, LED, coarse_states

WIDTH = 2000
HEIGHT = round(WIDTH / ASPECT)

SCALE = WIDTH / (FRAME[2] - FRAME[0])
"""Units of the picture in one unit of the plane."""


def to_picture(x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Numbers, Numbers]:
    """Return where points of the plane lie in the picture."""
    return (np.asarray(x, float) - FRAME[0]) * SCALE, (FRAME[3] - np.asarray(y, float)) * SCALE


def in_picture(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return places, as `placed` has them, with their spot and their mark's in whole numbers of the picture.

    The frame's geometry stays on the plane.
    """
    x, y = to_picture(places["x"], places["y"])
    mark_x, mark_y = to_picture(places["mark_x"], places["mark_y"])
    return places.assign(x=x.round(), y=y.round(), mark_x=mark_x.round(), mark_y=mark_y.round())


def moved(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the places, as `in_picture` gives them, whose mark stands apart from its true spot."""
    return places[np.hypot(places["mark_x"] - places["x"], places["mark_y"] - places["y"]) > LED * SCALE]


@once(2)
def country_path(dataset: Dataset) -> str:
    """Return the outlines of all states as one path, made once per dataset."""
    return shapes_path(coarse_states(dataset).values())


def shapes_path(shapes: Iterable[BaseGeometry]) -> str:
    """Return polygons of the plane as one path of the picture."""
    return "".join(filter(None, map(_ring, rings(shapes))))


def lines_path(lines: Iterable[shapely.LineString]) -> str:
    """Return lines of the plane as one path of the picture."""
    drawn = (np.column_stack(to_picture(*shapely.get_coordinates(line).T)) for line in lines)
    return "".join(f"M{_joined(line.round().astype(int))}" for line in drawn)


def rings(shapes: Iterable[BaseGeometry]) -> Iterator[Numbers]:
    """Give the rings of polygons as rows of x and y in the picture."""
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    for ring in shapely.get_rings(parts):
        x, y = shapely.get_coordinates(ring).T
        yield np.column_stack(to_picture(x, y))


def _ring(ring: Numbers) -> str:
    """Write a ring as steps from corner to corner, shorter than places; "" for less than a speck."""
    corners = ring.round().astype(int)
    steps = np.diff(corners, axis=0)
    steps = steps[steps.any(axis=1)]
    if len(steps) < 3:
        return ""
    return f"M{_joined(corners[:1])}l{_joined(steps[:-1])}z"


def _joined(pairs: npt.NDArray[np.int_]) -> str:
    """Write numbers with a space only where no minus parts them."""
    return " ".join(str(number) for number in pairs.ravel()).replace(" -", "-")
