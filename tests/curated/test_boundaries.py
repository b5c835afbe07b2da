"""The committed boundaries against the places that need them, and against the script that made them."""

import csv
import importlib.util
import json
import lzma
import shutil
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import shapely

from tracker import geography
from tracker.editing import county_outlines as outlines
from tracker.regions import STATES
from tracker.resources import data_folder
from tracker.vocabulary import Kind

FOLDER = data_folder() / "boundaries"
GAZETTEER = outlines.TABLE.parent
SLIVER = 50.0
"""Square units (half a square kilometer) that rounding may leave beside a shape drawn after the others."""

SCRIPT = data_folder().parent / "scripts" / "make_boundaries.py"

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="needs a checkout")


@pytest.fixture(scope="module")
def shapes():
    return geography.read_geography()


@pytest.fixture(scope="module")
def jurisdictions():
    return pd.read_csv(data_folder() / "jurisdictions.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def cities(jurisdictions):
    return jurisdictions[jurisdictions["latitude"] != ""].set_index("jurisdiction_id")


@pytest.fixture(scope="module")
def points(cities):
    x, y = geography.project(cities["longitude"].astype(float), cities["latitude"].astype(float))
    return pd.Series(list(shapely.points(x, y)), index=cities.index)


def level(shapes, name):
    return getattr(shapes, name).geometry


def test_states_are_the_fifty_and_the_district_with_their_codes(shapes):
    known = {state.fips: (state.name, state.code) for state in STATES.values()}
    rows = shapes.states.itertuples()
    assert {row.Index: (row.name, row.state) for row in rows} == known


def test_every_code_of_a_place_has_a_shape_and_every_county_a_place(shapes, jurisdictions):
    codes = {code for cell in jurisdictions["county_fips"] for code in cell.split(";") if code}
    shaped = jurisdictions[jurisdictions["kind"].isin([kind for kind in Kind if kind.is_shaped])]
    codes |= set(shaped["geoid"])
    assert {code for code in codes if len(code) == 5} == set(shapes.counties.index)
    assert {code for code in codes if len(code) == 2} <= set(shapes.states.index)


@pytest.mark.parametrize("name", ["states", "counties"])
def test_shapes_are_valid_whole_sorted_and_wound_alike(shapes, name):
    geometry = level(shapes, name)
    assert geometry.is_valid.all()
    assert set(geometry.geom_type) <= {"Polygon", "MultiPolygon"}
    assert geometry.index.is_monotonic_increasing
    assert geometry.index.is_unique
    coordinates = shapely.get_coordinates(geometry.to_numpy())
    assert (coordinates == coordinates.round()).all()
    assert all(part.exterior.is_ccw for shape in geometry for part in shapely.get_parts(shape))


@pytest.mark.parametrize("name", ["states", "counties"])
def test_neighbours_do_not_overlap(shapes, name):
    geometry = level(shapes, name)
    pairs = [(one, other) for one, other in combinations(geometry.index, 2)]
    overlaps = {pair: geometry[pair[0]].intersection(geometry[pair[1]]).area for pair in pairs}
    assert {pair: area for pair, area in overlaps.items() if area > SLIVER} == {}


def test_no_gap_opens_between_states(shapes):
    whole = shapes.states.geometry.union_all()
    assert [hole for part in whole.geoms for hole in part.interiors] == []


@pytest.mark.parametrize("pair", [("24", "11"), ("51", "11"), ("32", "06"), ("36", "34"), ("53", "41")])
def test_neighbours_share_a_line_and_not_only_points(shapes, pair):
    one, other = shapes.states.geometry[list(pair)]
    assert one.boundary.intersection(other.boundary).length > 50


def test_a_county_lies_in_its_state(shapes):
    counties = shapes.counties
    outside = {
        code: counties.geometry[code].difference(shapes.states.geometry[code[:2]]).area
        for code in counties.index
    }
    assert {code: area for code, area in outside.items() if area > SLIVER} == {}


def test_the_district_keeps_its_size(shapes):
    square_kilometres = shapes.states.geometry["11"].area * geography.UNIT**2 / 1e6
    assert square_kilometres == pytest.approx(177, rel=0.05)  # 68 square miles, of which 61 are land
    assert shapes.counties.geometry["11001"].equals(shapes.states.geometry["11"])


def test_boundaries_fit_their_frames_and_the_frames_do_not_collide(shapes):
    states = shapes.states.set_index("state").geometry
    for code, shape in states.items():
        frame = {"AK": geography.ALASKA, "HI": geography.HAWAII}.get(code, geography.CONTIGUOUS)
        assert frame.covers(*shapely.get_coordinates(shape).T).all(), code
    contiguous = states.drop(["AK", "HI"]).union_all()
    for inset in (geography.ALASKA, geography.HAWAII):
        assert not contiguous.intersects(shapely.box(*inset.box))


def test_every_corner_survives_the_way_to_degrees_and_back(shapes):
    states = shapes.states
    degrees = shapely.get_coordinates(geography.to_lonlat(states).geometry.to_numpy())
    back = np.column_stack(geography.project(*degrees.T))
    assert back == pytest.approx(shapely.get_coordinates(states.geometry.to_numpy()), abs=0.05)


def test_in_degrees_no_polygon_runs_around_the_world(shapes):
    polygons = shapely.get_parts(geography.to_lonlat(shapes.states).geometry.to_numpy())
    bounds = shapely.bounds(polygons)
    assert (bounds[:, 2] - bounds[:, 0]).max() < 60
    assert shapely.is_valid(polygons).all()


def test_cities_lie_in_their_state_within_the_tolerance(shapes, cities, points):
    states = shapes.states.set_index("state").geometry
    far = {place: states[cities.loc[place, "state"]].distance(point) for place, point in points.items()}
    assert {place: gap for place, gap in far.items() if gap > geography.TOLERANCE} == {}


def test_cities_lie_in_one_of_their_counties_within_the_tolerance(shapes, cities, points):
    counties = shapes.counties.geometry
    far = {
        place: counties[cities.loc[place, "county_fips"].split(";")].distance(point).min()
        for place, point in points.items()
    }
    assert {place: gap for place, gap in far.items() if gap > geography.TOLERANCE} == {}


def test_every_place_gets_a_mark_inside_its_shape_or_on_its_point(jurisdictions):
    places = geography.places_frame(jurisdictions)
    assert list(places.index) == list(jurisdictions["jurisdiction_id"])
    marks = shapely.points(places["x"], places["y"])
    assert shapely.intersects(places.geometry.to_numpy(), marks).all()


def test_spread_marks_of_all_places_stay_within_one_and_a_half_marks(jurisdictions):
    places = geography.places_frame(jurisdictions)
    x, y = geography.spread(places["x"], places["y"], 400)
    gaps = np.hypot(x[:, None] - x, y[:, None] - y)[~np.eye(len(x), dtype=bool)]
    assert gaps.min() >= 390
    assert np.hypot(x - places["x"], y - places["y"]).max() <= 600


def test_the_files_are_small():
    assert sum(path.stat().st_size for path in FOLDER.glob("*.json")) < 600_000


def test_the_script_makes_the_committed_shapes(tmp_path, shapes):
    pytest.importorskip("_plotly_geo", reason="plotly-geo is a development dependency")
    spec = importlib.util.spec_from_file_location("make_boundaries", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.make(tmp_path)
    made = geography.read_geography(tmp_path)
    # A county that was drawn by `tracker format`, when its place came, changes lines that all have in common.
    for committed, drawn in ((shapes.states, made.states), (shapes.counties, made.counties)):
        assert list(committed.index) == list(drawn.index)
        far = committed.geometry.hausdorff_distance(drawn.geometry)
        assert far.max() <= 2 * script.SIMPLIFICATION, f"run {SCRIPT.name} again"


def test_counties_that_are_taken_off_the_map_are_drawn_again_where_they_lay(tmp_path, shapes):
    copy = shutil.copytree(FOLDER, tmp_path / "boundaries")
    features = json.loads((FOLDER / "counties.json").read_bytes())["features"]
    (copy / "counties.json").write_text(outlines.collection(features[::2]), "utf-8")
    files = outlines.drawn(tmp_path, (data_folder() / "jurisdictions.csv").read_bytes())
    (tmp_path / outlines.COUNTIES).write_bytes(files[outlines.COUNTIES])
    drawn = geography.read_geography(copy).counties
    assert drawn.drop(columns="geometry").equals(shapes.counties.drop(columns="geometry"))
    assert drawn.geometry.is_valid.all()
    far = drawn.geometry.hausdorff_distance(shapes.counties.geometry)
    assert far.max() <= 16  # simplifying moves each of the two by half of that
    assert drawn.geometry.area.sum() - drawn.geometry.union_all().area < SLIVER
    assert outlines.drawn(tmp_path, (data_folder() / "jurisdictions.csv").read_bytes()) == {}


def test_every_county_of_the_gazetteer_has_an_outline():
    with (GAZETTEER / "counties.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["geoid"] for row in csv.DictReader(file)]
    table = json.loads(lzma.decompress(outlines.TABLE.read_bytes()))["features"]
    assert sorted(feature["properties"]["geoid"] for feature in table) == sorted(codes)
