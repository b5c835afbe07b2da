"""An inset shows what crowds, all its marks inside it and apart, and nothing of the map is hidden by it."""

from datetime import date

import numpy as np
import pytest
import shapely

from tracker import Filters
from tracker.geography import ALASKA, HAWAII
from tracker.views.insets import INSETS, insets_for
from tracker.views.map import live_map
from tracker.views.outlines import WIDTH, to_picture
from tracker.views.placing import FRAME, SPACING, coarse_states, spread_in
from tracker.views.scene import map_scene
from tracker.views.svg import map_svg

BOXES = [shapely.box(*inset.box) for inset in INSETS]


@pytest.mark.parametrize("inset", INSETS, ids=lambda inset: inset.name[0])
def test_an_inset_shows_its_part_of_the_map_in_its_box(inset):
    x0, y0, x1, y1 = inset.area
    x, y = inset.spots([x0, x1], [y0, y1])
    assert (x[0], y[0], x[1], y[1]) == pytest.approx(inset.box)
    assert inset.covers([(x0 + x1) / 2, x1 + 1], [(y0 + y1) / 2, y1]).tolist() == [True, False]
    (shape,) = inset.shapes([shapely.box(*inset.area).buffer(100), shapely.box(x1 + 10, y0, x1 + 20, y1)])
    assert shape.bounds == pytest.approx(inset.box)


def test_insets_stand_at_sea_in_the_frame_and_not_on_each_other(dataset):
    land = shapely.union_all(list(coarse_states(dataset).values()))
    frame = shapely.box(*FRAME)
    for number, box in enumerate(BOXES):
        assert frame.contains(box)
        assert not box.intersects(land)
        assert not any(box.intersects(other) for other in BOXES[:number])
        assert not any(box.intersects(shapely.box(*part.box)) for part in (ALASKA, HAWAII))


def test_an_inset_is_drawn_where_two_marks_would_hide_each_other():
    inset = INSETS[0]
    (x, y), near, far = inset.centre, SPACING / 4, SPACING * 2
    assert insets_for([x, x + near], [y, y], SPACING) == (inset,)
    assert insets_for([x], [y], SPACING) == ()
    assert insets_for([x, x], [y, y + far], SPACING) == ()
    assert insets_for([], [], SPACING) == ()
    assert insets_for([x, 0], [y, 0], SPACING) == ()


def test_marks_stand_in_their_inset_and_all_others_clear_of_it(view):
    scene = map_scene(view)
    places = scene.places
    marks = shapely.points(places["mark_x"], places["mark_y"])
    for inset in scene.insets:
        box = shapely.box(*inset.box)
        spot_inside = shapely.contains(box, shapely.points(places["x"], places["y"]))
        assert spot_inside.sum() > 1
        assert (shapely.contains(box, marks) == spot_inside).all()
        apart = shapely.union_all([box, shapely.box(*inset.area)])
        assert shapely.distance(apart, marks[~spot_inside]).min() > 250  # 3 px on a map of 620 px


def test_every_place_of_two_rounds_is_on_one_map(dataset):
    view = Filters(round=("2018-01", "2025-08")).apply(dataset, date(2026, 11, 26))
    assert [inset.name[0] for inset in map_scene(view).insets] == ["Bay Area", "Chicago", "New York and"]


def test_the_painters_draw_the_insets_of_the_view(view):
    scene, svg = map_scene(view), map_svg(view, str)
    names = [" ".join(inset.name) for inset in scene.insets]
    labels = [trace for trace in live_map(view).data if trace.name == "insets"]
    assert [text.replace("<br>", " ") for trace in labels for text in trace.text] == names
    assert svg.count('class="inset"') == len(names)
    for inset in scene.insets:
        (x,), _ = to_picture([inset.label_at[0]], [0])
        assert 0 <= x <= WIDTH
        assert all(f">{line}</tspan>" in svg for line in inset.name)


def test_marks_beyond_all_room_stay_in_the_box():
    inset = INSETS[1]
    x0, y0, x1, y1 = inset.box
    x, y = spread_in(inset, np.linspace(x0, x1, 300), np.full(300, (y0 + y1) / 2))
    assert ((x > x0) & (x < x1) & (y > y0) & (y < y1)).all()
