"""Counties and cities are found by name, in any usual spelling, in the vintage of the shipped boundaries."""

import pytest

from tracker.editing.lookup import cities_named, county_code, county_name
from tracker.geography import read_geography


@pytest.mark.parametrize(
    ("name", "state", "code"),
    [
        ("Cook County", "IL", "17031"),
        ("cook", "IL", "17031"),
        ("Orleans Parish", "LA", "22071"),
        ("St. Louis County", "MO", "29189"),
        ("Baltimore County", "MD", "24005"),  # and not the independent city, 24510
        ("New Haven", "CT", "09009"),
        ("Cook", "CA", ""),
    ],
)
def test_a_county_has_its_code(name, state, code):
    assert county_code(name, state) == code


def test_every_county_with_a_shape_is_in_the_table():
    counties = read_geography().counties
    assert {code: county_name(code) for code in counties.index} == counties["name"].to_dict()


def test_a_city_has_its_center_and_the_county_of_it():
    (city,) = cities_named("Albany", "NY")
    assert (city.county_fips, city.latitude, city.longitude) == ("36001", "42.65258", "-73.75623")


@pytest.mark.parametrize("name", ["New York", "new york city"])
def test_a_city_is_found_by_the_name_in_use(name):
    assert cities_named(name, "NY")[0].name == "New York City"


def test_of_cities_of_one_name_the_largest_comes_first():
    populations = [city.population for city in cities_named("Jackson", "KY")]
    assert len(populations) > 1
    assert populations == sorted(populations, reverse=True)


def test_a_city_that_is_not_there_is_none():
    assert cities_named("Nowhere", "NY") == []
