"""The map on a card or a picture: the same boundaries, spread, colours and shapes as the page's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, pi, sin

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from tracker.filters import Selection
from tracker.geography import Box, Numbers
from tracker.pictures.cardtext import LEADING, SANS, Pen, Point, width_of
from tracker.row_types import typed_rows
from tracker.views.insets import Inset
from tracker.views.outlines import HEIGHT, WIDTH, in_picture, moved, rings, to_picture
from tracker.views.placing import MarkedPlace, areas, outlined_country, placed
from tracker.views.scene import MapScene
from tracker.views.style import INNER, PALETTES, SHAPES, WIDTHS, Palette
from tracker.views.wording import place_words
from tracker.vocabulary import Kind, Status

Area = tuple[Status, str, list[BaseGeometry]]
"""Shapes of places of one status and grade of the evidence."""

RADIUS, SMALL = 6.5, 4.5
"""How far a mark reaches, on the map and on a small one."""

_NAME = 13
"""Size of the names of insets."""

_LIGHT = PALETTES["light"]
_CIRCLE = tuple((cos(pi * step / 24), sin(pi * step / 24)) for step in range(48))
"""Corners of what passes for a circle."""


class Frame:
    """Where the picture of the map lies: as large as its box allows, in the middle of it."""

    def __init__(self, box: Box) -> None:
        left, top, right, bottom = box
        self.scale = min((right - left) / WIDTH, (bottom - top) / HEIGHT)
        self.left = left + (right - left - WIDTH * self.scale) / 2
        self.top = top + (bottom - top - HEIGHT * self.scale) / 2

    def spot(self, x: float, y: float) -> Point:
        """Return where a point of the map lies."""
        return self.left + x * self.scale, self.top + y * self.scale

    def box(self, box: Box) -> Box:
        """Return left, top, right and bottom of a rectangle of the plane."""
        (left, right), (top, foot) = to_picture([box[0], box[2]], [box[3], box[1]])
        return (*self.spot(left, top), *self.spot(right, foot))

    def ring(self, ring: Numbers) -> list[Point]:
        """Return where the corners of a shape lie."""
        return [self.spot(x, y) for x, y in ring]


def draw_map(pen: Pen, scene: MapScene, selected: str | None, box: Box, palette: Palette = _LIGHT) -> None:
    """Draw a map into a box, the selected place ringed."""
    frame = Frame(box)
    for ring in rings([*scene.land, *scene.inset_ground.states]):
        pen.area(frame.ring(ring), palette.land, palette.border, 0.8)
    for ring in rings(scene.inset_ground.counties):
        pen.line(frame.ring(ring), palette.border, 0.8)
    _draw_areas(pen, frame, scene.areas, palette)
    for ring in rings(scene.outlined):
        pen.line(frame.ring(ring), palette.text, 1.5)
    _draw_insets(pen, frame, scene, palette)
    places, labels = in_picture(scene.places), scene.dataset.campaign.labels(Status)
    _draw_lead_lines(pen, frame, places, palette)
    _draw_marks(pen, frame, places, palette, labels, selected=selected)


def draw_small_map(pen: Pen, selection: Selection, box: Box, palette: Palette) -> None:
    """Draw the map of a view into a small box: no states, no insets, all marks small circles."""
    frame, dataset = Frame(box), selection.dataset
    for ring in rings([outlined_country(dataset)]):
        pen.area(frame.ring(ring), palette.land)
    places = placed(selection)
    _draw_areas(pen, frame, areas(places, dataset), palette)
    labels = dataset.campaign.labels(Status)
    _draw_marks(pen, frame, in_picture(places), palette, labels, SMALL, shape=Kind.CITY)


def _draw_areas(pen: Pen, frame: Frame, tinted: Iterable[Area], palette: Palette) -> None:
    """Tint the states and counties that got a letter."""
    for status, grade, shapes in tinted:
        mark = palette.mark(status, grade)
        tint = mixed(mark.colour, palette.land, mark.form.tint)
        for ring in rings(shapes):
            pen.area(frame.ring(ring), tint, mark.colour, 1.2)


def draw_mark(
    pen: Pen,
    status: Status,
    kind: Kind,
    at: Point,
    radius: float,
    evidence: str = "",
    palette: Palette = _LIGHT,
) -> None:
    """Draw the mark of a status in the shape of a kind; that of an inferred letter is hollow."""
    mark = palette.mark(status, evidence)
    is_open = mark.form.is_open
    fill, ink = (palette.page, mark.colour) if is_open else (mark.colour, palette.page)
    pen.area(corners_of(kind, at, radius * mark.form.scale), fill, mark.line, 1.2 * WIDTHS[mark.form])
    for corners in INNER.get(mark.form, ()):
        pen.area(_moved(corners, at, radius), ink)


def _draw_insets(pen: Pen, frame: Frame, scene: MapScene, palette: Palette) -> None:
    """Draw the edges of the insets, and write their names."""
    for edge in inset_edges(frame, scene):
        pen.line(edge, palette.muted, 1.0)
    for inset in scene.insets:
        for words, (left, top, _, _) in inset_names(frame, inset):
            pen.text((left, top), words, SANS, _NAME, palette.text)


def inset_edges(frame: Frame, scene: MapScene) -> Iterator[list[Point]]:
    """Give the edges of the insets and of what they show, and the lines between these, in the picture."""
    for line in scene.inset_lines:
        x, y = to_picture(*shapely.get_coordinates(line).T)
        yield frame.ring(np.column_stack([x, y]))


def inset_names(frame: Frame, inset: Inset) -> Iterator[tuple[str, Box]]:
    """Give each line of the name of an inset with what it covers."""
    (x,), (y,) = to_picture(*([value] for value in inset.label_at))
    left, top = frame.spot(x, y)
    top -= len(inset.name) * _NAME * LEADING if inset.is_named_above else 0
    for number, words in enumerate(inset.name):
        width, above = width_of(words, SANS, _NAME), top + number * _NAME * LEADING
        begin = left - width if inset.is_named_leftward else left
        yield words, (begin, above, begin + width, above + _NAME * LEADING)


def _draw_lead_lines(pen: Pen, frame: Frame, places: gpd.GeoDataFrame, palette: Palette) -> None:
    """Lead from marks that stand apart to their true spots."""
    for row in typed_rows(moved(places), MarkedPlace):
        pen.line(
            [frame.spot(row["x"], row["y"]), frame.spot(row["mark_x"], row["mark_y"])], palette.text, 1.0
        )


def _draw_marks(
    pen: Pen,
    frame: Frame,
    places: gpd.GeoDataFrame,
    palette: Palette,
    labels: Mapping[str, str],
    radius: float = RADIUS,
    selected: str | None = None,
    shape: Kind | None = None,
) -> None:
    """Mark the places, all in one shape where it is given, else each in that of its kind."""
    for row in typed_rows(places, MarkedPlace):
        spot = frame.spot(row["mark_x"], row["mark_y"])
        if row["jurisdiction_id"] == selected:
            circle = corners_of(Kind.CITY, spot, 2 * radius)
            pen.line([*circle, circle[0], circle[1]], palette.text, 3.0)
        status, kind = Status.of(row["status"]), shape or Kind.of(row["kind"])
        with pen.named(place_words(row, labels[status])):
            draw_mark(pen, status, kind, spot, radius, row["evidence"], palette)


def corners_of(kind: Kind, at: Point, radius: float) -> list[Point]:
    """Return the corners of a kind's shape around a point."""
    return _moved(SHAPES[kind].corners or _CIRCLE, at, radius)


def _moved(corners: Sequence[Point], at: Point, radius: float) -> list[Point]:
    return [(at[0] + radius * x, at[1] + radius * y) for x, y in corners]


def mixed(colour: str, ground: str, share: float) -> str:
    """Lay a colour over a ground: the share of it that shows, as `#rrggbb`."""
    pairs = [(int(colour[place : place + 2], 16), int(ground[place : place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)
