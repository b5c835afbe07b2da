"""What places are called, whatever their kind; the names that were once wrong on a page."""

import pytest

from tracker.language.placenames import full_name, listed_name, short_name, subject, whole_name
from tracker.pages.engine import render


def a_place(name, kind, state):
    return {"name": name, "kind": kind, "state": state}


JACKSON = a_place("Jackson", "city", "MS")
ILLINOIS = a_place("Illinois", "state", "IL")
DC = "District of Columbia"
DISTRICT = a_place(DC, "district", "DC")
NEW_YORK = a_place("New York City", "city", "NY")


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (JACKSON, ("Jackson, Mississippi", "Jackson, Mississippi", "Jackson", "Jackson, MS")),
        (ILLINOIS, ("Illinois", "the state of Illinois", "the state of Illinois", "Illinois")),
        (
            DISTRICT,
            (DC, f"the {DC}", f"the {DC}", DC),
        ),
        (NEW_YORK, ("New York City", "New York City", "New York City", "New York City, NY")),
    ],
)
def test_every_kind_of_place_has_one_name_for_each_use(place, names):
    assert (whole_name(place), full_name(place), short_name(place), listed_name(place)) == names


def test_a_name_with_its_state_takes_a_comma_before_a_verb():
    assert subject(full_name(JACKSON)) == "Jackson, Mississippi,"
    assert subject(full_name(ILLINOIS)) == "the state of Illinois"


def test_no_record_offers_a_state_followed_by_its_own_code():
    near = [("state-of-illinois", listed_name(ILLINOIS)), ("washington-dc", listed_name(DISTRICT))]

    class Address:
        def link(self, page, **values):
            return page

    html = render("record_unknown.html.j2", sought="x", near=near, address=Address())
    assert "Illinois, IL" not in html
    assert "Columbia, DC" not in html
