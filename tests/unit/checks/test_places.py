"""Rules for where places are."""

import pytest

from builders import edit, found_in
from tracker.checks.places import GEOID_DIGITS
from tracker.geography import TOLERANCE, unproject
from tracker.vocabulary import Kind


@pytest.mark.parametrize(
    ("place", "cells", "column", "codes"),
    [
        ("jackson-ms", {"state": "XX"}, "state", {"state-code"}),
        ("jackson-ms", {"geoid": "2936000"}, "geoid", {"state-prefix"}),
        ("jackson-ms", {"geoid": "28360"}, "geoid", {"geoid-length"}),
        ("jackson-ms", {"latitude": ""}, "latitude", {"missing-point"}),
        ("jackson-ms", {"longitude": ""}, "longitude", {"missing-point"}),
        ("jackson-ms", {"county_fips": "28049;28999"}, "county_fips", {"missing-shape"}),
        ("jackson-ms", {"latitude": "33.5"}, "latitude", {"outside-county"}),
        ("jackson-ms", {"longitude": "90.18481"}, "longitude", {"longitude-sign"}),
        ("jackson-ms", {"longitude": "-80.18481"}, "latitude", {"outside-county", "outside-state"}),
        ("chicago-il", {"county_fips": "17031;18089"}, "county_fips", {"state-prefix", "missing-shape"}),
        ("cook-county-il", {"geoid": ""}, "geoid", {"geoid-length"}),
        ("cook-county-il", {"geoid": "17999"}, "geoid", {"missing-shape"}),
        ("cook-county-il", {"latitude": "41.8"}, "latitude", {"missing-point"}),
        ("cook-county-il", {"name": "Cook"}, "name", {"county-name"}),
        ("cook-county-il", {"name": "Cook Parish"}, "name", set()),
        ("state-of-oregon", {"geoid": "40"}, "geoid", {"state-prefix"}),
        ("washington-dc", {"geoid": "11001"}, "geoid", {"geoid-length"}),
    ],
)
def test_a_place_that_does_not_agree_with_itself_is_found(folder, place, cells, column, codes):
    edit(folder, "jurisdictions", place, **cells)
    assert set(found_in(folder)) == {(place, column, code) for code in codes}


@pytest.mark.parametrize(("column", "value"), [("name", "Evanston"), ("geoid", "1724582")])
def test_a_place_that_stands_twice_is_found(folder, column, value):
    edit(folder, "jurisdictions", "chicago-il", **{column: value})
    assert found_in(folder) == [("evanston-il", column, "place-twice")]


def test_a_point_whose_degrees_changed_places_is_found(folder):
    edit(folder, "jurisdictions", "jackson-ms", latitude="-90.18481", longitude="32.29876")
    found = [("jackson-ms", "latitude", "number"), ("jackson-ms", "longitude", "longitude-sign")]
    assert found_in(folder) == found


@pytest.mark.parametrize(
    ("place", "state", "kind"),
    [("jackson-ms", "MN", "city"), ("state-of-oregon", "OH", "state"), ("state-of-oregon", "OR", "county")],
)
def test_an_id_that_names_another_state_is_found(folder, place, state, kind):
    edit(folder, "jurisdictions", place, state=state, kind=kind)
    assert (place, "jurisdiction_id", "place-id") in found_in(folder)


def test_a_city_may_do_without_a_code(folder):
    edit(folder, "jurisdictions", "jackson-ms", geoid="", county_fips="")
    assert found_in(folder) == []


@pytest.mark.parametrize(
    ("share", "found"), [(0.9, []), (1.1, [("jackson-ms", "latitude", "outside-state")])]
)
def test_a_point_may_lie_as_far_outside_as_a_border_may_be_off(folder, dataset, share, found):
    west = dataset.geography.states.geometry["28"].bounds[0]
    outline = dataset.geography.states.geometry["28"].exterior.coords
    (y,) = {y for x, y in outline if x == west}
    longitude, latitude = unproject(west - share * TOLERANCE, y)
    point = {"longitude": f"{longitude[0]:.6f}", "latitude": f"{latitude[0]:.6f}"}
    edit(folder, "jurisdictions", "jackson-ms", county_fips="", **point)
    assert found_in(folder) == found


def test_every_kind_has_a_length_of_code():
    assert set(GEOID_DIGITS) == set(Kind)
