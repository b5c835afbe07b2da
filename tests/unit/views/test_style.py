"""Marks stand out in both themes, and differ from each other to every reader."""

import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import pytest

from tracker.views.style import FORMS, PALETTES, SHAPES, Form, faint, on_paper, shape_path, written
from tracker.vocabulary import Evidence, Kind, Status

CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"
MARKS, TEXT = 3.0, 4.5
DIFFERENT = 12  # CIE76; about five times the least difference that an eye sees side by side

# Machado, Oliveira and Fernandes 2009, full severity, on linear light.
SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour):
    parts = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    darker, lighter = sorted(linear(colour) @ TO_XYZ[1] for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(light):
    xyz = TO_XYZ @ light / TO_XYZ.sum(axis=1)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(one, other, sight):
    seen = [lab(np.clip(SIGHT[sight] @ linear(colour), 0, 1)) for colour in (one, other)]
    return np.linalg.norm(seen[0] - seen[1])


@pytest.mark.parametrize("status", Status)
def test_marks_stand_out_from_page_and_land(theme, status):
    palette = PALETTES[theme]
    mark = palette.mark(status)
    edges = [mark.colour] if mark.form.is_open else [mark.colour, mark.line]
    assert max(contrast(edge, palette.page) for edge in edges) >= MARKS
    assert max(contrast(edge, palette.land) for edge in edges) >= MARKS


def test_yellow_has_a_dark_line(theme):
    mark = PALETTES[theme].mark(Status.IN_COURT)
    assert contrast(mark.colour, mark.line) >= 7


@pytest.mark.parametrize("status", Status)
def test_the_edge_of_a_hollow_mark_stands_out_alone(theme, status):
    """Whatever the status, yellow of the courts included, of which the edge would not be seen."""
    palette = PALETTES[theme]
    mark = palette.mark(status, Evidence.INFERRED)
    assert mark.form is Form.HOLLOW
    assert min(contrast(mark.line, ground) for ground in (palette.page, palette.land)) >= MARKS


def test_text_is_readable(theme):
    palette = PALETTES[theme]
    assert contrast(palette.text, palette.page) >= TEXT
    assert contrast(palette.muted, palette.page) >= TEXT


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_statuses_look_alike(theme, sight):
    palette = PALETTES[theme]
    alike = [
        (one, other)
        for one, other in combinations(Status, 2)
        if palette.mark(one).form is palette.mark(other).form
        and difference(palette.statuses[one], palette.statuses[other], sight) < DIFFERENT
    ]
    assert alike == []


def test_no_two_statuses_look_alike_in_grey_print():
    palette = PALETTES["light"]  # paper is white whatever the reader's theme
    alike = [
        (one, other)
        for one, other in combinations(Status, 2)
        if palette.mark(one).form is palette.mark(other).form
        and abs(lightness(palette.statuses[one]) - lightness(palette.statuses[other])) < DIFFERENT
    ]
    assert alike == []


def lightness(colour):
    return lab(linear(colour))[0]


def test_every_status_and_kind_has_a_style(theme):
    assert set(PALETTES[theme].statuses) == set(Status)
    assert set(SHAPES) == set(Kind)
    assert set(FORMS) < set(Status)


def test_every_kind_has_its_own_shape():
    assert len({shape.symbol for shape in SHAPES.values()}) == len(Kind)
    assert len({shape_path(kind, 0, 0, 5) for kind in Kind}) == len(Kind)
    go.Scatter(marker={"symbol": [shape.symbol for shape in SHAPES.values()]})  # raises on an unknown name


@pytest.mark.parametrize("kind", Kind)
def test_shapes_cover_about_the_same_area(kind):
    corners = np.array(
        SHAPES[kind].corners or [(np.sin(a), np.cos(a)) for a in np.linspace(0, 2 * np.pi, 99)]
    )
    x, y = corners.T
    area = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
    assert np.pi * 0.85 <= area <= np.pi * 1.15


def test_a_path_is_placed():
    assert shape_path("state", 10, 20, 10) == "M10,7L23,20L10,33L-3,20Z"


def test_faint():
    assert faint("#0b4a85", 0.35) == "rgba(11,74,133,0.35)"


def test_page_colours_are_those_of_the_dashboard(theme):
    dashboard = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][theme]
    palette = PALETTES[theme]
    assert (palette.page, palette.text) == (dashboard["backgroundColor"], dashboard["textColor"])


def test_each_colour_of_the_dark_page_is_one_colour_on_paper():
    dark, light = PALETTES["dark"], PALETTES["light"]
    paper = on_paper()
    assert {status: paper[written(colour)] for status, colour in dark.statuses.items()} == {
        status: written(colour) for status, colour in light.statuses.items()
    }
    for part in ("page", "land", "border", "grid", "text", "muted", "link"):
        assert paper[written(getattr(dark, part))] == written(getattr(light, part))
