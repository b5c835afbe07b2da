"""The map of a picture: places marked as on the page, named where there is room, with a key below."""

from collections.abc import Iterator
from functools import partial

from tracker.filters import Selection
from tracker.geography import Box
from tracker.language.placenames import listed_name
from tracker.pictures.cardmap import RADIUS, Frame, corners_of, draw_map, inset_edges, inset_names
from tracker.pictures.cardtext import SANS, Pen, Point
from tracker.pictures.labels import Label, box_of, is_in, labels
from tracker.pictures.part import INNER, MARGIN, KeyEntry, Part, key, space, stack
from tracker.pictures.status_key import status_entries, tint_entries, unnamed_entries
from tracker.row_types import typed_rows
from tracker.views.outlines import in_picture
from tracker.views.placing import ASPECT, MarkedPlace
from tracker.views.scene import MapScene, map_scene, near_of
from tracker.views.style import Palette
from tracker.vocabulary import Kind

_NAMED = 40
"""With more places than this no place is named on the map: names would cover it."""

_SIZE = 14
"""Of the names of places."""

_WEST, _EAST = 140, 110
"""Room for names in the sea at either side of a map that has any."""


def map_part(selection: Selection, selected: str | None, palette: Palette) -> Part:
    """Draw the map of a view with its key, the selected place ringed."""
    is_named = len(selection.places) <= _NAMED
    width = INNER - (_WEST + _EAST) * is_named
    country = Part(width / ASPECT, partial(_draw_country, selection, selected, palette, is_named))
    return stack([country, space(12), key(_entries(selection, palette), palette.text)])


def _draw_country(
    selection: Selection, selected: str | None, palette: Palette, is_named: bool, pen: Pen, top: float
) -> None:
    left, right = (MARGIN + _WEST * is_named, MARGIN + INNER - _EAST * is_named)
    box = (left, top, right, top + (right - left) / ASPECT)
    scene = map_scene(selection, near_of(selection))
    draw_map(pen, scene, selected, box, palette)
    if is_named:
        bounds = (MARGIN, top, MARGIN + INNER, box[3])
        _draw_names(scene, 2 * RADIUS if selected else RADIUS, palette, pen, Frame(box), bounds)


def _draw_names(
    scene: MapScene, radius: float, palette: Palette, pen: Pen, frame: Frame, bounds: Box
) -> None:
    for label in _names(scene, radius, frame, bounds):
        if label.line:
            pen.line([*label.line], palette.muted, 0.8)
        pen.text(label.at, label.text, SANS, _SIZE, palette.text)


def _names(scene: MapScene, radius: float, frame: Frame, bounds: Box) -> Iterator[Label]:
    """Place the names: those of marks on the map clear of the insets, then those of marks in an inset."""
    rows = typed_rows(in_picture(scene.places), MarkedPlace)
    spots = [frame.spot(row["mark_x"], row["mark_y"]) for row in rows]
    named = [(listed_name(row), spot) for row, spot in zip(rows, spots, strict=True)]
    insets = [frame.box(inset.box) for inset in scene.insets]
    in_inset = [any(is_in(spot, box) for box in insets) for spot in spots]
    edges = list(inset_edges(frame, scene))
    closed = [box for inset in scene.insets for _, box in inset_names(frame, inset)]
    outside = labels(
        [name for name, inside in zip(named, in_inset, strict=True) if not inside],
        spots, _SIZE, radius, bounds, [*insets, *closed], edges,
    )  # fmt: skip
    yield from outside
    yield from labels(
        [name for name, inside in zip(named, in_inset, strict=True) if inside],
        spots, _SIZE, radius, bounds, [*closed, *(box_of(label, _SIZE) for label in outside)], edges,
    )  # fmt: skip


def _entries(selection: Selection, palette: Palette) -> Iterator[KeyEntry]:
    """Say what the colours mean, then the hollow marks, then the shapes."""
    places = selection.places
    kinds = {Kind.of(kind) for kind in places["kind"]}
    yield from status_entries(places, selection.campaign, palette)
    yield from unnamed_entries(places, palette)
    yield from tint_entries(places, palette)
    for kind in Kind:
        if kind in kinds:
            yield KeyEntry(partial(_shape, palette, kind), kind.label)


def _shape(palette: Palette, kind: Kind, pen: Pen, at: Point) -> None:
    pen.area(corners_of(kind, at, RADIUS), palette.muted)
