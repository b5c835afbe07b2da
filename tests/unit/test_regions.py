"""Fifty states and the District of Columbia, in the Census Bureau's regions."""

from collections import Counter

from tracker.regions import STATES, Region


def test_there_are_fifty_states_and_the_district():
    assert len(STATES) == 51
    assert all(code == state.code for code, state in STATES.items())


def test_names_and_codes_stand_for_one_state_each():
    assert len({state.name for state in STATES.values()}) == 51
    fips = {state.fips for state in STATES.values()}
    assert len(fips) == 51
    assert all(len(code) == 2 and code.isdigit() for code in fips)


def test_regions_have_the_states_that_the_census_bureau_gives_them():
    counts = Counter(state.region for state in STATES.values())
    assert [counts[region] for region in Region] == [9, 12, 17, 13]


def test_divisions_have_the_states_that_the_census_bureau_gives_them():
    counts = Counter((state.region.value, state.division) for state in STATES.values())
    assert counts == {
        ("Northeast", "New England"): 6,
        ("Northeast", "Middle Atlantic"): 3,
        ("Midwest", "East North Central"): 5,
        ("Midwest", "West North Central"): 7,
        ("South", "South Atlantic"): 9,
        ("South", "East South Central"): 4,
        ("South", "West South Central"): 4,
        ("West", "Mountain"): 8,
        ("West", "Pacific"): 5,
    }


def test_states_are_in_order_of_name():
    names = [state.name for state in STATES.values()]
    assert names == sorted(names)
