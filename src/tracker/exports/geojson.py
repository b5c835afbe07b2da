"""The letters of a view as GeoJSON (RFC 7946): one feature per letter, so that the rows are the same set.

States, counties and the District of Columbia are polygons; cities and city-counties are points. A place with
several letters in view therefore has several features with one geometry.
"""

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from tracker.dataset import Dataset
from tracker.exports.json import dumps, head, plain
from tracker.exports.provenance import About
from tracker.exports.rows import Record, Rows
from tracker.memo import once


def geojson_file(rows: Rows, about: About, links: Mapping[str, str], dataset: Dataset) -> bytes:
    """Write letters as a feature collection in longitude and latitude; the head goes with it as `about`."""
    shapes = _shapes(dataset)
    return dumps(
        {
            "type": "FeatureCollection",
            "about": head(rows, about, links),
            "features": [_feature(record, shapes) for record in rows.records],
        }
    )


def _feature(record: Record, shapes: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{record['round_id']}/{record['jurisdiction_id']}",
        "geometry": shapes[str(record["jurisdiction_id"])],
        "properties": plain(record),
    }


@once(2)
def _shapes(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """Return the geometry of each place by its id."""
    frame = dataset.to_geodataframe()
    return {str(place): _geometry(shape) for place, shape in frame.geometry.items()}


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    """Write a shape with its outer rings counterclockwise and its holes clockwise."""
    turned = shapely.orient_polygons(shape) if shape.geom_type != "Point" else shape
    geometry: dict[str, Any] = shapely.geometry.mapping(turned)
    return geometry
