import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import assume, example, given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box

from tracker import geography
from tracker.geography import ALASKA, CONTIGUOUS, HAWAII, Geography

COLUMNS = ["jurisdiction_id", "kind", "geoid", "longitude", "latitude"]


def degrees(west, east, south, north):
    return st.tuples(st.floats(west, east), st.floats(south, north))


# Well inside: land only, for out at sea the insets begin.
contiguous_points = degrees(-117, -75, 33, 48)
alaska_points = degrees(-168, -141, 54.5, 70)
hawaii_points = degrees(-160, -155, 19, 22.2)


@pytest.fixture
def two_places():
    large, small = box(0, 0, 100, 100), box(500, 500, 510, 510)
    states = gpd.GeoDataFrame({"name": ["A"]}, geometry=[MultiPolygon([small, large])], index=["01"])
    counties = gpd.GeoDataFrame({"name": ["B"]}, geometry=[small], index=["01001"])
    return Geography(states, counties)


def places(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


@given(st.one_of(contiguous_points, alaska_points, hawaii_points))
def test_unproject_undoes_project(point):
    lon, lat = geography.unproject(*geography.project(*point))
    assert lon[0] == pytest.approx(point[0], abs=1e-6)
    assert lat[0] == pytest.approx(point[1], abs=1e-6)


@pytest.mark.parametrize(
    ("frame", "points"), [(CONTIGUOUS, contiguous_points), (ALASKA, alaska_points), (HAWAII, hawaii_points)]
)
def test_every_point_lands_in_the_box_of_its_frame(frame, points):
    @given(points)
    def holds(point):
        assert frame.covers(*geography.project(*point)).all()

    holds()


@given(st.lists(st.one_of(contiguous_points, alaska_points, hawaii_points), min_size=1, max_size=6))
def test_points_of_all_frames_are_projected_together_as_alone(points):
    together = np.column_stack(geography.project(*np.array(points).T))
    alone = np.vstack([np.column_stack(geography.project(*point)) for point in points])
    assert together == pytest.approx(alone)


def test_the_far_aleutians_lie_beside_the_near_ones_across_the_date_line():
    x, _ = geography.project([173.0, -176.0], [52.8, 51.9])
    assert 0 < x[1] - x[0] < 3000
    assert geography.unproject(*geography.project(173.0, 52.8))[0][0] == pytest.approx(173.0)


def test_one_unit_is_a_hundred_metres_in_the_contiguous_states():
    x, y = geography.project([-96.0, -96.0], [38.0, 39.0])
    assert np.hypot(*(np.diff(x), np.diff(y)))[0] * geography.UNIT == pytest.approx(111_000, rel=0.01)


def test_insets_do_not_overlap():
    assert not box(*ALASKA.box).intersects(box(*HAWAII.box))


def test_a_polygon_goes_back_to_degrees_with_its_columns_and_its_winding():
    x, y = geography.project([-100.0, -99.0, -99.0, -100.0], [40.0, 40.0, 41.0, 41.0])
    frame = gpd.GeoDataFrame(
        {"name": ["square"]}, geometry=[shapely.Polygon(zip(x, y, strict=True))], index=["a"]
    )
    result = geography.to_lonlat(frame)
    assert result.crs.to_epsg() == 4326
    assert result.loc["a", "name"] == "square"
    assert result.geometry["a"].exterior.is_ccw
    assert result.geometry["a"].exterior.coords[0] == (-100.0, 40.0)
    assert frame.crs is None


def test_boundaries_are_read_by_geoid_and_only_once_per_folder(tmp_path):
    feature = {
        "type": "Feature",
        "properties": {"geoid": "06", "name": "California", "state": "CA"},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
    }
    for name in ("states.json", "counties.json"):
        text = json.dumps({"type": "FeatureCollection", "features": [feature]})
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = geography.read_geography(tmp_path)
    assert result.states.loc["06", "name"] == "California"
    assert result.states.crs is None
    assert geography.read_geography(tmp_path) is result


def test_missing_boundaries_are_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        geography.read_geography(tmp_path / "none")


def test_a_shaped_place_is_marked_inside_its_largest_part(two_places):
    result = geography.places_frame(
        places(("a", "state", "01", "", ""), ("b", "county", "01001", "", "")), two_places
    )
    assert list(result.index) == ["a", "b"]
    assert tuple(result.loc["a", ["x", "y"]]) == (50, 50)
    assert result.geometry["b"].equals(two_places.counties.geometry["01001"])


def test_a_crescent_is_marked_inside_itself():
    crescent = Point(0, 0).buffer(100).difference(Point(60, 0).buffer(100))
    states = gpd.GeoDataFrame({"name": ["C"]}, geometry=[crescent], index=["01"])
    result = geography.places_frame(places(("c", "state", "01", "", "")), Geography(states, states.iloc[:0]))
    assert crescent.contains(Point(result["x"].iloc[0], result["y"].iloc[0]))


@pytest.mark.parametrize("kind", ["city", "city-county"])
@pytest.mark.parametrize("number", [float, str])
def test_a_city_is_its_projected_point(two_places, kind, number):
    row = ("c", kind, "0107000", number(-86.8), number(33.5))
    result = geography.places_frame(places(row), two_places)
    x, y = geography.project(-86.8, 33.5)
    assert (
        (result.geometry["c"].x, result.geometry["c"].y) == (x[0], y[0]) == tuple(result.loc["c", ["x", "y"]])
    )


def test_rows_keep_their_order_and_may_be_indexed_by_id(two_places):
    rows = places(
        ("z", "city", "", -86.8, 33.5), ("b", "county", "01001", None, None), ("a", "state", "01", None, None)
    )
    assert list(geography.places_frame(rows, two_places).index) == ["z", "b", "a"]
    assert list(geography.places_frame(rows.set_index("jurisdiction_id"), two_places).index) == [
        "z",
        "b",
        "a",
    ]


def test_no_places_make_an_empty_frame(two_places):
    result = geography.places_frame(places(), two_places)
    assert result.empty
    assert {"x", "y", "geometry"} <= set(result.columns)


def test_a_place_without_a_shape_is_an_error(two_places):
    with pytest.raises(KeyError, match="99"):
        geography.places_frame(places(("n", "state", "99", "", "")), two_places)


def test_a_city_without_a_point_is_an_error_that_names_it(two_places):
    with pytest.raises(ValueError, match="nowhere-al"):
        geography.places_frame(places(("nowhere-al", "city", "", "", "")), two_places)


marks = st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000)), min_size=1, max_size=40)
crowds = st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=1, max_size=40)


def gaps(x, y):
    between = np.hypot(x[:, None] - x, y[:, None] - y)
    return between[~np.eye(len(x), dtype=bool)]


@given(st.one_of(marks, crowds))
@example([(0, 0)] * 40)
@example([(position, 0) for position in range(40)])
@example([(300, 300), (0, 0), (0, 0)])
def test_spread_marks_are_apart_and_near_where_they_were(points):
    x, y = np.array(points, float).T
    new_x, new_y = geography.spread(x, y, 200)
    assert (gaps(new_x, new_y) >= 200 * 0.95).all()
    assert (np.hypot(new_x - x, new_y - y) <= 200 * np.sqrt(len(points)) * 1.5).all()


@given(marks, st.randoms(use_true_random=False))
def test_a_mark_goes_to_the_same_place_whatever_the_order(points, random):
    assume(len(set(points)) == len(points))
    shuffled = random.sample(points, len(points))
    first = dict(zip(points, zip(*geography.spread(*np.array(points).T, 200), strict=True), strict=True))
    second = dict(zip(shuffled, zip(*geography.spread(*np.array(shuffled).T, 200), strict=True), strict=True))
    for point in points:
        assert first[point] == pytest.approx(second[point], abs=1e-6)


def test_marks_go_where_they_would_if_all_pairs_were_looked_for_at_each_push(monkeypatch):
    crowd = np.random.default_rng(5).normal(0, 900, (120, 2))
    x, y = geography.spread(*crowd.T, 300)
    monkeypatch.setattr(geography, "SLACK", 0.0)
    assert np.allclose((x, y), geography.spread(*crowd.T, 300), atol=1e-6)


def test_marks_with_room_around_them_stay():
    x, y = geography.spread([0, 1000, 5000], [0, 0, 0], 200)
    assert list(x) == [0, 1000, 5000]
    assert list(y) == [0, 0, 0]


def test_nothing_to_spread():
    x, y = geography.spread([], [], 200)
    assert len(x) == len(y) == 0


def test_the_marks_that_are_too_close_are_found_by_a_tree_as_by_comparing_all():
    marks = np.random.default_rng(3).uniform(0, 10_000, (300, 2))
    first, second, lengths = geography._close(marks, 500)
    apart = np.hypot(*(marks[:, None] - marks[None]).T)
    expected = np.argwhere(np.triu(apart < 500 * 0.999, 1))
    assert sorted(zip(first, second, strict=True)) == [tuple(pair) for pair in expected]
    assert np.allclose(lengths, apart[first, second])


def test_a_crowd_stands_closer_rather_than_far_from_home():
    crowd = np.random.default_rng(4).normal(0, 1500, (700, 2))
    x, y = geography.spread(*crowd.T, min(1300, geography.room(len(crowd))))
    assert np.hypot(x - crowd[:, 0], y - crowd[:, 1]).max() < 10_000
    assert geography.room(60) > 1300 > geography.room(700)
