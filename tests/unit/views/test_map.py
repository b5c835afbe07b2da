"""The map marks every place once, says where it stands, and never changes what it is given."""

import json
import re
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
import shapely

from tracker.views.legend import STROKES
from tracker.views.map import CLEAR, live_map, map_alt
from tracker.views.placing import ASPECT, FRAME, SPACING, coarse_states
from tracker.views.style import FORMS, PALETTES, SHAPES
from tracker.vocabulary import Kind, Status


def trace(figure, name):
    (found,) = [trace for trace in figure.data if trace.name == name]
    return found


def test_one_mark_per_place(view, theme):
    places = view.places
    marks = trace(live_map(view, theme), "places")
    assert list(marks.customdata) == list(places["jurisdiction_id"])
    assert len(marks.x) == len(marks.y) == len(marks.hovertext) == len(places)


def test_all_readers_are_sent_one_preparation_of_the_live_map(view, theme):
    assert live_map(view, theme).to_dict() is live_map(view, theme).to_dict()


def test_shape_is_kind_and_colour_is_status(view, theme):
    palette = PALETTES[theme]
    marks = trace(live_map(view, theme), "places")
    for row, symbol, colour, line in zip(
        view.places.itertuples(),
        marks.marker.symbol,
        marks.marker.color,
        marks.marker.line.color,
        strict=True,
    ):
        assert symbol.removesuffix("-dot") == SHAPES[Kind.of(row.kind)].symbol
        assert palette.statuses[Status.of(row.status)] in (colour, line)


def test_hover_names_place_day_status_and_source(january):
    hover = trace(live_map(january), "places").hovertext
    jackson = next(text for text in hover if "Jackson" in text)
    assert jackson.startswith("<b>Jackson, MS</b><br>Awaiting answer<br>")
    words = jackson.replace("<br>", " ")
    assert "City, letter of Jan. 24, 2018 Due Feb. 23, 2018, 29 days left" in words
    assert "Source: " in words


def test_hover_says_what_is_not_known(everything):
    hover = trace(live_map(everything), "places").hovertext
    for row, text in zip(everything.places.itertuples(), hover, strict=True):
        words = text.replace("<br>", " ")
        assert ("addressee not on record" in words) == (row.addressee == "")
        assert ("no deadline" in words.lower()) == pd.isna(row.deadline_on)


def test_hover_has_no_gaps(view):
    for text in trace(live_map(view), "places").hovertext:
        assert text
        assert not re.search(r"\b(nan|None|NaT|<NA>)\b", text)


def test_marks_stand_apart_and_in_the_frame(view):
    marks = trace(live_map(view), "places")
    spots = np.column_stack([marks.x, marks.y])
    gaps = np.hypot(*(spots[:, None] - spots[None, :]).transpose(2, 0, 1)) + np.eye(len(spots)) * SPACING
    assert gaps.min() >= SPACING * 0.94
    x0, y0, x1, y1 = FRAME
    assert ((spots > [x0, y0]) & (spots < [x1, y1])).all()


def test_the_unseen_marks_of_a_state_stand_clear_of_every_mark(everything):
    figure = live_map(everything)
    marks = trace(figure, "places")
    unseen = [trace for trace in figure.data if trace.customdata is not None and trace.marker.opacity == 0]
    assert unseen
    for state in unseen:
        apart = np.hypot(
            np.subtract.outer(state.x, np.asarray(marks.x)), np.subtract.outer(state.y, np.asarray(marks.y))
        )
        assert apart.min() > CLEAR - 1


def test_the_legend_is_left_to_the_page(view, theme):
    assert all(trace.showlegend is False for trace in live_map(view, theme).data)


def test_a_form_lies_on_each_mark_that_has_one(everything, theme):
    figure = live_map(everything, theme)
    marks, forms = trace(figure, "places"), trace(figure, "forms")
    statuses = [Status.of(status) for status in everything.places["status"]]
    formed = [FORMS.get(status) in STROKES for status in statuses]
    assert sum(formed) == len(forms.x) > 10
    assert set(zip(forms.x, forms.y, strict=True)) <= set(zip(marks.x, marks.y, strict=True))
    assert forms.hoverinfo == "skip"


def test_states_and_counties_are_tinted(january):
    tinted = [trace.fillcolor for trace in live_map(january).data if trace.fill == "toself"]
    land, tint = PALETTES["light"].land, "rgba(11,74,133,0.38)"
    assert tinted == [land, land, tint, tint]  # the country, what insets show of it; states, then counties


def test_an_empty_view_is_the_quiet_map(nothing, theme):
    figure = live_map(nothing, theme)
    assert len(trace(figure, "places").x) == 0
    assert figure.data[0].fillcolor == PALETTES[theme].land
    assert map_alt(nothing) == "Map of the United States with no places marked."


def test_the_frame_is_the_same_for_every_view(everything, nothing):
    one, other = live_map(everything).layout, live_map(nothing).layout
    assert (one.xaxis, one.yaxis, one.uirevision) == (other.xaxis, other.yaxis, other.uirevision)
    assert pytest.approx(1.77, abs=0.1) == ASPECT  # and 30 px for the buttons above it


def test_the_figure_is_small(everything):
    text = live_map(everything).to_json()
    assert len(text) < 160_000
    assert json.loads(text)["layout"].get("template", {}).get("layout") is None


def pieces(lines):
    """Return the straight pieces of lines with gaps, each by its two ends."""
    points = list(zip(lines.x.tolist(), lines.y.tolist(), strict=True))
    return [frozenset(piece) for piece in pairwise(points) if not np.isnan([y for _, y in piece]).any()]


def test_the_borders_of_all_states_are_sent_each_once(nothing):
    coast, borders = live_map(nothing).data[:2]
    sent = [*pieces(coast), *pieces(borders)]
    edges = shapely.union_all(shapely.boundary(list(coarse_states(nothing.dataset).values())))
    assert len(sent) == len(set(sent))
    assert shapely.equals(shapely.union_all([shapely.LineString(piece) for piece in sent]), edges)


def test_alt_text_counts(january):
    assert map_alt(january) == (
        "Map of the United States: 23 places, marked by the newest letter to each in this view: in 12 "
        "states. Most: California 9, Illinois 3, New York 2. "
        "By status: Awaiting answer 23."
    )
