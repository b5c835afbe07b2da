"""The outlines of counties that the boundaries lack, drawn from the table of all counties that ships.

An outline is fitted to what is there: cut off at its state's line, and where a neighbor stands already. It
lies as near to the true one as those of `scripts/make_boundaries.py`, which draws all in one.
"""

import csv
import io
import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import shapely
from shapely.geometry import Polygon, shape
from shapely.geometry.base import BaseGeometry

from tracker.vocabulary import Kind

COUNTIES, STATES = "boundaries/counties.json", "boundaries/states.json"
TABLE = Path(__file__).parent / "gazetteer" / "outlines.json.xz"
"""Every county of the Census Bureau's 2016 boundaries, on the plane of the map."""

Feature = dict[str, Any]

_COUNTY_DIGITS = 5
_STATE_DIGITS = 2


def drawn(folder: Path, jurisdictions: bytes) -> dict[str, bytes]:
    """Give the file of counties with those that places need and it lacked, by name; none if it lacked none.

    Args:
        folder: the folder of the data; where its boundaries cannot be read, nothing is drawn.
        jurisdictions: the table of places.
    """
    try:
        counties, states = (json.loads((folder / path).read_bytes()) for path in (COUNTIES, STATES))
        features = {feature["properties"]["geoid"]: feature for feature in counties["features"]}
        lines = {feature["properties"]["geoid"]: shape(feature["geometry"]) for feature in states["features"]}
    except (OSError, ValueError, LookupError, TypeError):
        return {}  # the checks say what is wrong with them
    missing = counties_of(jurisdictions) - {*features}
    for code in sorted(missing & {*_outlines()}):
        features[code] = _fitted(_outlines()[code], lines.get(code[:_STATE_DIGITS]), features.values())
    if missing.isdisjoint(features):
        return {}
    return {COUNTIES: collection(features[code] for code in sorted(features)).encode()}


def counties_of(jurisdictions: bytes) -> set[str]:
    """Return the counties that got letters, and those that cities with letters lie in, by their codes."""
    rows = list(csv.DictReader(io.StringIO(jurisdictions.decode("utf-8"), newline="")))
    codes = {code for row in rows for code in row["county_fips"].split(";") if code}
    shaped = {row["geoid"] for row in rows if row["kind"] in [kind for kind in Kind if kind.is_shaped]}
    return codes | {code for code in shaped if len(code) == _COUNTY_DIGITS}


def collection(features: Iterable[Feature]) -> str:
    """Write shapes as a feature collection, one feature a line, so that a change reads well in a diff."""
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def feature(properties: Mapping[str, str], geometry: BaseGeometry) -> Feature:
    """Return a shape as a feature with whole numbers."""
    whole = json.loads(shapely.to_geojson(geometry), parse_float=lambda text: int(float(text)))
    return {"type": "Feature", "properties": dict(properties), "geometry": whole}


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Return a valid shape on whole units, exterior rings counterclockwise, largest part first."""
    whole = shapely.transform(shapely.make_valid(geometry), np.round)
    while not whole.is_valid:  # mending makes crossings, which must be rounded in turn
        whole = shapely.transform(shapely.make_valid(whole), np.round)
    parts = sorted(_polygons(whole), key=lambda part: (-part.area, part.bounds))
    merged = shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]
    return shapely.orient_polygons(merged)


def _polygons(geometry: BaseGeometry) -> Iterator[Polygon]:
    """Give the polygons of a shape, without the lines and points that mending may leave."""
    if isinstance(geometry, Polygon):
        if geometry.area > 0:
            yield cast("Polygon", geometry.normalize())
    else:
        for part in getattr(geometry, "geoms", []):
            yield from _polygons(part)


@cache
def _outlines() -> dict[str, Feature]:
    table = json.loads(lzma.decompress(TABLE.read_bytes()))
    return {feature["properties"]["geoid"]: feature for feature in table["features"]}


def _fitted(county: Feature, state: BaseGeometry | None, others: Iterable[Feature]) -> Feature:
    """Cut an outline off at the line of its state and where other counties stand."""
    outline = shape(county["geometry"])
    standing = [shape(other["geometry"]) for other in others]
    neighbors = shapely.union_all([other for other in standing if other.intersects(outline)])
    cut = (outline if state is None else outline & state) - neighbors
    return feature(county["properties"], rounded(outline if cut.is_empty else cut))
