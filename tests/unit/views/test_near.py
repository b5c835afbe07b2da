"""The map of a record shows the state of its place, with the county of a city outlined."""

from datetime import date

import pytest
import shapely

from tracker import Filters
from tracker.place_record import Record
from tracker.regions import STATES
from tracker.views.map import live_map, map_alt
from tracker.views.placing import FRAME, home_of
from tracker.views.scene import map_scene, near_of
from tracker.views.style import OUTLINED
from tracker.views.svg import map_svg

TODAY = date(2026, 11, 26)


def view(dataset, place):
    return Record(dataset, place, TODAY).selection


def test_every_place_lies_in_its_state_and_in_the_frame(published):
    frame = shapely.box(*FRAME)
    for place in published.jurisdictions["jurisdiction_id"]:
        scene = map_scene(view(published, place), near=place)
        marks = shapely.points(scene.places["mark_x"], scene.places["mark_y"])
        assert shapely.contains(frame, marks).all()
        assert all(frame.buffer(1).covers(shape) for shape in scene.land)
        assert scene.near.scale > 1
        x0, y0, x1, y1 = scene.near.area
        assert shapely.box(x0, y0, x1, y1).contains(home_of(published, place).shape)
        assert scene.insets == ()


COUNTIES = {"jackson-ms": ["Hinds", "Madison", "Rankin"], "cook-county-il": [], "state-of-illinois": []}


@pytest.mark.parametrize(("place", "counties"), COUNTIES.items())
def test_the_county_of_a_city_is_outlined(dataset, place, counties):
    assert list(home_of(dataset, place).counties["name"]) == counties
    selection, line = view(dataset, place), 'fill="none" stroke="var(--text)" stroke-width="1.5"'
    assert len(map_scene(selection, near=place).outlined) == len(counties)
    assert (OUTLINED in map_alt(selection, place)) == bool(counties)
    drawn = [trace for trace in live_map(selection, near=place).data if trace.line.width == 1.5]
    assert len(drawn) == map_svg(selection, str, near=place).count(line) == bool(counties)


def test_it_is_said_in_words(dataset):
    alt = map_alt(view(dataset, "jackson-ms"), "jackson-ms")
    assert alt.startswith(f"Map of Mississippi with Jackson, MS marked. {OUTLINED}. By status: ")
    before = Record(dataset, "jackson-ms", date(2017, 1, 1)).selection
    assert "not marked, as no letter to it is in this view" in map_alt(before, "jackson-ms")


def test_the_state_is_drawn_as_large_as_the_frame_allows(dataset):
    wide = map_scene(view(dataset, "state-of-illinois"), near="state-of-illinois")
    state = dataset.geography.states.geometry[STATES["IL"].fips]
    (drawn,) = wide.near.shapes([state])
    assert drawn.bounds[3] - drawn.bounds[1] > 0.85 * (FRAME[3] - FRAME[1])


def test_a_picture_shows_one_state_where_all_places_lie_in_it_and_else_the_country(dataset):
    assert near_of(Filters().apply(dataset, TODAY)) is None
    assert near_of(Filters(q="no such words").apply(dataset, TODAY)) is None
    assert near_of(Filters(id=("jackson-ms",)).apply(dataset, TODAY)) == "jackson-ms"
    of_state = Filters(state=("CA",)).apply(dataset, TODAY)
    place = near_of(of_state)
    assert dataset.places_by_id[place]["state"] == "CA"
    scene, alt = map_scene(of_state, place), map_alt(of_state, place)
    assert (scene.outlined, scene.insets) == ((), ())
    assert alt.startswith(f"Map of California: {len(scene.places)} places, marked by the newest letter")
    assert "of them entered without a source that names the place. By status: " in alt
