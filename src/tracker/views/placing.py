"""Where the map's marks and outlines go: kept apart from how they look."""

from collections.abc import Iterable, Iterator, Mapping

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from tracker.dataset import Dataset
from tracker.filters import Selection
from tracker.geography import places_frame, room, spread
from tracker.memo import once
from tracker.vocabulary import Evidence, Kind, Status

Gapped = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""The x and y of lines or rings, with a gap (NaN) after each. Single precision keeps figures small."""


TOLERANCE = 40.0
"""How much is left out of the states' outlines, in units of the plane: half a pixel of a map of 700 px."""


@once(20_000, size=lambda places: 1 + len(places))
def placed(selection: Selection, spacing: float) -> gpd.GeoDataFrame:
    """Return the places with their shapes, their true spot `x`, `y` and the mark's `mark_x`, `mark_y`.

    Marks are `spacing` apart, or less where so many find no room.
    """
    places = selection.places
    spots = _spots(selection.dataset).loc[places["jurisdiction_id"]].reset_index(drop=True)
    apart = min(spacing, room(len(spots)))
    mark_x, mark_y = spread(spots["x"], spots["y"], apart) if len(spots) else (spots["x"], spots["y"])
    return gpd.GeoDataFrame(
        places.assign(x=spots["x"], y=spots["y"], mark_x=mark_x, mark_y=mark_y), geometry=spots.geometry.array
    )


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


def areas(places: gpd.GeoDataFrame, dataset: Dataset) -> Iterator[tuple[Status, str, list[BaseGeometry]]]:
    """Give the shapes to tint, as `tinted` does its places."""
    states = coarse_states(dataset)
    for status, grade, alike in tinted(places):
        pairs = zip(alike["geoid"], alike.geometry, strict=True)
        yield status, grade, [states.get(geoid, shape) for geoid, shape in pairs]


@once(2)
def coarse_states(dataset: Dataset) -> Mapping[str, BaseGeometry]:
    """Return the states' shapes with fewer corners, by geoid; neighbours still meet along one line."""
    states = dataset.geography.states.geometry
    shapes = shapely.coverage_simplify(states.to_numpy(), TOLERANCE)
    return dict(zip(states.index, shapes, strict=True))


@once(2)
def _spots(dataset: Dataset) -> gpd.GeoDataFrame:
    return places_frame(dataset.jurisdictions, dataset.geography)


@once(2)
def country(dataset: Dataset) -> Gapped:
    """Return the outlines of all states, made once per dataset."""
    return outline(coarse_states(dataset).values())


def outline(shapes: Iterable[BaseGeometry]) -> Gapped:
    """Return the rings of polygons as x and y, with a gap after each ring."""
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    gap = [np.nan, np.nan]
    rings = [np.vstack([shapely.get_coordinates(ring), gap]) for ring in shapely.get_rings(parts)]
    points = np.vstack(rings).astype(np.float32) if rings else np.empty((0, 2), np.float32)
    return points[:, 0], points[:, 1]
