"""Make `data/boundaries`: the states, and the counties that `data/jurisdictions.csv` names.

Source: the Census Bureau's cartographic boundary files of 2016, 1:500,000, as carried by the Python package
`plotly-geo`. Run it again after a place is added: `make boundaries`. Another folder of data
is named by `--data FOLDER`.
"""

import argparse
import csv
import json
from pathlib import Path
from typing import Any

import _plotly_geo
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import topojson
from shapely.geometry.base import BaseGeometry

from tracker.geography import project
from tracker.regions import STATES
from tracker.vocabulary import Kind

SIMPLIFICATION = 8.0
"""Units of the plane (100 m) by which simplifying may move a boundary; rounding adds less than one."""

FINE_SIMPLIFICATION = 2.0
"""The same, for the lines around small shapes, which would lose their form."""

SMALL = 80_000.0
"""Square units (800 square kilometres) below which a shape is small."""

SMALLEST_ISLAND = 2000.0
"""Square units (20 square kilometres outside the insets): smaller parts of a shape are left out."""

DATA = Path(__file__).parents[1] / "data"


def make(folder: Path, jurisdictions: Path = DATA / "jurisdictions.csv") -> None:
    """Write `states.json` and `counties.json` into a folder."""
    shapes = pd.concat([census_shapes("state"), needed_counties(jurisdictions)], ignore_index=True)
    shapes = shapes.assign(geometry=[without_islets(flattened(shape)) for shape in shapes.geometry])
    shapes = simplified(shapes)
    is_state = shapes["geoid"].str.len() == 2
    write(shapes[is_state], folder / "states.json")
    write(shapes[~is_state], folder / "counties.json")


def census_shapes(level: str) -> gpd.GeoDataFrame:
    """Return the shapes of one level (state or county) of the 50 states and DC, sorted by geoid."""
    source = Path(_plotly_geo.__file__).parent / "package_data" / f"cb_2016_us_{level}_500k.shp"
    codes = {state.fips: state.code for state in STATES.values()}
    shapes = gpd.read_file(source)
    shapes = shapes.assign(geoid=shapes["GEOID"], name=shapes["NAME"], state=shapes["STATEFP"].map(codes))
    shapes = shapes[shapes["state"].notna()].sort_values("geoid")
    return shapes[["geoid", "name", "state", "geometry"]]


def needed_counties(jurisdictions: Path) -> gpd.GeoDataFrame:
    """Return the counties that got letters, and those that cities with letters lie in."""
    with jurisdictions.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    needed = {code for row in rows for code in row["county_fips"].split(";") if code}
    needed |= {row["geoid"] for row in rows if Kind.of(row["kind"]).is_shaped and len(row["geoid"]) == 5}
    counties = census_shapes("county")
    if missing := sorted(needed - set(counties["geoid"])):
        raise SystemExit(f"no county of 2016 has these codes: {', '.join(missing)}")
    return counties[counties["geoid"].isin(needed)]


def flattened(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in degrees on the plane of the map."""
    return shapely.transform(shape, lambda points: np.column_stack(project(points[:, 0], points[:, 1])))


def without_islets(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape without its small parts; its largest part always stays."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    kept = [part for part in parts if part.area >= SMALLEST_ISLAND] or parts[:1]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def simplified(shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return all shapes simplified in one topology: all keep the lines they share."""
    topology = topojson.Topology(shapes, prequantize=False, shared_coords=True)
    coarse, fine = topology.toposimplify(SIMPLIFICATION), topology.toposimplify(FINE_SIMPLIFICATION)
    for arc in arcs_of_small_shapes(coarse, shapes):
        coarse.output["arcs"][arc] = fine.output["arcs"][arc]
    simple = coarse.to_gdf()
    if list(simple["geoid"]) != list(shapes["geoid"]):
        raise SystemExit("simplifying lost or moved a shape")
    return shapes.assign(geometry=[rounded(shape) for shape in simple.geometry])


def arcs_of_small_shapes(topology: topojson.Topology, shapes: gpd.GeoDataFrame) -> set[int]:
    """Return the numbers of the lines that bound a small shape, such as the District of Columbia."""
    geometries = topology.output["objects"]["data"]["geometries"]
    small = [geometry for geometry, area in zip(geometries, shapes.area, strict=True) if area < SMALL]
    return {arc if arc >= 0 else ~arc for geometry in small for arc in numbers(geometry["arcs"])}


def numbers(nested: int | list[Any]) -> list[int]:
    """Return the numbers in nested lists; a line that is run through backwards has a negative one."""
    if isinstance(nested, int):
        return [nested]
    return [number for part in nested for number in numbers(part)]


def rounded(shape: BaseGeometry) -> BaseGeometry:
    """Return a valid shape on whole units, exterior rings counterclockwise, largest part first."""
    whole = shapely.transform(shapely.make_valid(shape), np.round)
    while not whole.is_valid:  # mending makes crossings, which must be rounded in turn
        whole = shapely.transform(shapely.make_valid(whole), np.round)
    parts = sorted(polygons(whole), key=lambda part: (-part.area, part.bounds))
    merged = shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]
    return shapely.orient_polygons(merged)


def polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons of a shape, without the lines and points that mending may leave."""
    if shape.geom_type == "Polygon":
        return [shape.normalize()] if shape.area > 0 else []
    return [found for part in getattr(shape, "geoms", []) for found in polygons(part)]


def write(shapes: gpd.GeoDataFrame, path: Path) -> None:
    """Write shapes as a feature collection, one feature a line, so that a change reads well in a diff."""
    features = [feature(row) for row in shapes.itertuples()]
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def feature(row: tuple[Any, ...]) -> dict[str, Any]:
    """Return one shape as a feature with whole numbers."""
    geometry = json.loads(shapely.to_geojson(row.geometry), parse_float=lambda text: int(float(text)))
    properties = {"geoid": row.geoid, "name": row.name, "state": row.state}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the boundaries of a folder of data.")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder; the one beside scripts/")
    data = parser.parse_args().data
    make(data / "boundaries", data / "jurisdictions.csv")
