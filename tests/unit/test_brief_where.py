"""The grammar of places for one, two and many, on small frames."""

import pandas as pd
import pytest

from tracker.brief.where import by_region, by_state, in_states, nouns, only_others
from tracker.language.placenames import full_name
from tracker.regions import STATES


def places(*wanted):
    """Places from words like `city CA`, named A, B, C …"""
    rows = []
    for letter, (kind, state) in zip("ABCDEFGHIJ", (entry.split() for entry in wanted), strict=False):
        name, region = STATES[state].name, str(STATES[state].region)
        rows.append((letter, letter if kind != "state" else name, kind, state, name, region))
    return pd.DataFrame(rows, columns=["jurisdiction_id", "name", "kind", "state", "state_name", "region"])


@pytest.mark.parametrize(
    ("wanted", "called"),
    [
        (["city CA", "city OR"], "cities"),
        (["county CA"], "counties"),
        (["state CA", "state OR"], "states"),
        (["city CA", "county OR"], "jurisdictions"),
        (["city-county CO"], "jurisdictions"),
    ],
)
def test_places_of_one_kind_are_called_by_it(wanted, called):
    assert nouns(places(*wanted))[1] == called


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (["city CA"], "in California"),
        (["district DC"], "in the District of Columbia"),
        (["city CA", "district DC"], "in one state and the District of Columbia"),
        (["city CA", "city OR"], "in two states"),
        (["city CA", "city OR", "district DC"], "in two states and the District of Columbia"),
    ],
)
def test_states_are_counted_and_the_district_named(wanted, written):
    assert in_states(places(*wanted)) == written


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (["city CA", "city CA"], ""),
        (["city OR", "city CA"], "the two are in California and Oregon"),
        (["state OR", "state CA"], "the two are California and Oregon"),
        (["city CA", "city CA", "city OR"], "two of the three are in California; one in Oregon"),
        (
            ["city CA", "city CA", "city OR", "city OR", "district DC"],
            "of the five, two each are in California and Oregon; one in the District of Columbia",
        ),
        (
            ["city CA"] * 3 + ["city OR"] * 2 + ["city WA", "district DC"],
            "three of the seven are in California; two in Oregon; and one each in the District of Columbia "
            "and Washington",
        ),
    ],
)
def test_states_are_told_by_number(wanted, written):
    assert by_state(places(*wanted)) == written


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (["city CA", "city CA"], ""),
        (["city CA", "city OR"], "both cities are in the West"),
        (["city CA", "city OR", "city WA"], "all three cities are in the West"),
        (
            ["city CA", "city MS"],
            "by Census region, one of the two cities is in the South and one in the West",
        ),
    ],
)
def test_regions_are_told_by_number(wanted, written):
    assert by_region(places(*wanted)) == written


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (["city MS"], []),
        (["city MS", "city MS"], []),
        (["city MS", "city CA"], ["it was the only one of the two in the South"]),
        (["city MS", "city MS", "city CA"], ["the only other one in Mississippi was B"]),
        (
            ["city MS", "city FL", "city CA"],
            [
                "it was the only one of the three in Mississippi",
                "the only other one in the South was B, Florida",
            ],
        ),
        (
            ["city MS", "city FL", "city KY", "state DE", "city CA"],
            [
                "it was the only one of the five in Mississippi",
                "the only three others in the South were B, Florida; C, Kentucky; and the state of Delaware",
            ],
        ),
        (["city MS"] * 5 + ["city CA"], ["it was one of five of the six in Mississippi"]),
        (["state MS", "state FL", "state CA"], ["the only other one in the South was the state of Florida"]),
        (["district DC", "city FL", "city CA"], ["the only other one in the South was B, Florida"]),
    ],
)
def test_the_others_of_a_state_and_a_region_are_named_or_counted(wanted, written):
    recipients = places(*wanted)
    assert only_others(recipients.to_dict("records")[0], recipients) == written


@pytest.mark.parametrize(
    ("name", "kind", "state", "written"),
    [
        ("Jackson", "city", "MS", "Jackson, Mississippi"),
        ("Illinois", "state", "IL", "the state of Illinois"),
        ("New York City", "city", "NY", "New York City"),
        ("District of Columbia", "district", "DC", "the District of Columbia"),
    ],
)
def test_a_place_is_named_for_readers_anywhere(name, kind, state, written):
    assert (
        full_name({"name": name, "kind": kind, "state": state, "state_name": STATES[state].name}) == written
    )
