"""Make `data/boundaries`: the states, and the counties that `data/jurisdictions.csv` names.

Source: the Census Bureau's cartographic boundary files of 2016, 1:500,000, as carried by the Python package
`plotly-geo`. The county of a new place is drawn by `tracker format` and `tracker add`, from the table of all
counties that `--outlines` makes; this script draws all that are needed in one. `--data FOLDER` names another
folder of data.
"""

import argparse
import lzma
from pathlib import Path
from typing import Any

import _plotly_geo
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import topojson
from shapely.geometry.base import BaseGeometry

from tracker.editing.county_outlines import TABLE, collection, counties_of, feature, rounded
from tracker.geography import project
from tracker.regions import STATES

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
    states, counties = drawn_with(needed_counties(jurisdictions))
    (folder / "states.json").write_bytes(written(states))
    (folder / "counties.json").write_bytes(written(counties))


def make_outlines(table: Path = TABLE) -> None:
    """Write the table of all counties, packed; it takes a minute."""
    _, counties = drawn_with(census_shapes("county"))
    table.write_bytes(lzma.compress(written(counties), preset=9 | lzma.PRESET_EXTREME))


def drawn_with(counties: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the states and some counties as the map has them, drawn in one."""
    shapes = pd.concat([census_shapes("state"), counties], ignore_index=True)
    shapes = shapes.assign(geometry=[without_islets(flattened(shape)) for shape in shapes.geometry])
    shapes = simplified(shapes)
    is_state = shapes["geoid"].str.len() == 2
    return shapes[is_state], shapes[~is_state]


def census_shapes(level: str) -> gpd.GeoDataFrame:
    """Return the shapes of one level (state or county) of the 50 states and DC, sorted by geoid."""
    source = Path(_plotly_geo.__file__).parent / "package_data" / f"cb_2016_us_{level}_500k.shp"
    codes = {state.fips: state.code for state in STATES.values()}
    shapes = gpd.read_file(source)
    shapes = shapes.assign(geoid=shapes["GEOID"], name=shapes["NAME"], state=shapes["STATEFP"].map(codes))
    shapes = shapes[shapes["state"].notna()].sort_values("geoid")
    return shapes[["geoid", "name", "state", "geometry"]]


def needed_counties(jurisdictions: Path) -> gpd.GeoDataFrame:
    """Return the shapes of the counties that places need."""
    needed = counties_of(jurisdictions.read_bytes())
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


def written(shapes: gpd.GeoDataFrame) -> bytes:
    """Write shapes as a feature collection."""
    rows = shapes.itertuples()
    features = (feature({"geoid": r.geoid, "name": r.name, "state": r.state}, r.geometry) for r in rows)
    return collection(features).encode()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the boundaries of a folder of data.")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder; the one beside scripts/")
    parser.add_argument("--outlines", action="store_true", help="make the table of all counties instead")
    given = parser.parse_args()
    if given.outlines:
        make_outlines()
    else:
        make(given.data / "boundaries", given.data / "jurisdictions.csv")
