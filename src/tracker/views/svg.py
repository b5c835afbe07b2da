"""The map as SVG text: the live map's places, spread, colours and shapes, for pages that run no script.

Colours are the style sheet's variables, so that one text serves both themes. To a screen reader the whole is
one picture with a description: the table beside it has every place as text, and 100 more stops for the Tab
key would help nobody. So its links are for the mouse.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

import geopandas as gpd

from tracker.campaign import Campaign
from tracker.filters import Selection
from tracker.row_types import typed_rows
from tracker.views.map import map_alt
from tracker.views.outlines import (
    HEIGHT,
    WIDTH,
    country_path,
    in_picture,
    lines_path,
    moved,
    shapes_path,
    to_picture,
)
from tracker.views.placing import MarkedPlace
from tracker.views.scene import MapScene, map_scene
from tracker.views.style import PALETTES, WIDTHS, form_of, inner_path, shape_path
from tracker.views.wording import place_words
from tracker.vocabulary import Evidence, Kind, Status

Link = Callable[[str], str]

RADIUS = 13.0
"""Of a mark: 10 px across on a map of 770 px. The style sheet draws marks larger on a phone (`.mark`)."""

_CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, escaped or not."""


def map_svg(
    selection: Selection,
    link: Link,
    selected: str | None = None,
    near: str | None = None,
) -> str:
    """Return the map of a view as one SVG element.

    Args:
        selection: the view.
        link: gives the address of a place by its id.
        selected: the jurisdiction to ring, if it is in the view.
        near: a place whose state alone is shown; None for the country.
    """
    scene = map_scene(selection, near=near)
    places = in_picture(scene.places)
    alt = escape(map_alt(selection, near))
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map-svg" viewBox="0 0 {WIDTH} {HEIGHT}" ',
            # What is one picture to a reader who hears it could hold no link.
            'role="group" aria-labelledby="map-title map-desc">',
            f'<title id="map-title">Map of the places</title><desc id="map-desc">{alt}</desc>',
            "<style>.map-svg path{vector-effect:non-scaling-stroke}</style>",
            f'<path fill="{_colour("land")}" stroke="{_colour("border")}" stroke-width=".7" ',
            f'd="{shapes_path(scene.land) if near else country_path(selection.dataset)}"/>',
            *_inset_ground(scene),
            *_areas(scene),
            *_outlined(scene),
            *_inset_lines(scene),
            *_leaders(places),
            *_halo(places[places["jurisdiction_id"] == (selected or "")]),
            *_marks(places, link, selection.campaign),
            "</svg>",
        ]
    )


def _colour(name: str) -> str:
    """Return the colour of a part of the page, or of a status."""
    return f"var(--{name})"


def _line(status: Status) -> str:
    """Return the colour of the line around a filled mark: the page's, but for one that is too light."""
    line = PALETTES["light"].mark(status).line
    return _colour("page") if line == PALETTES["light"].page else line


def mark_look(status: Status, evidence: str) -> str:
    """Return the look of a status's marks as attributes; that of an inferred letter is hollow."""
    colour, form = _colour(status), form_of(status, evidence)
    fill = _colour("page") if form.is_open else colour
    edge = _colour("text") if status is Status.IN_COURT else colour
    line = edge if form.is_open else _line(status)
    return f'fill="{fill}" stroke="{line}" stroke-width="{WIDTHS[form]:g}"'


def _areas(scene: MapScene) -> Iterator[str]:
    """Tint what is written to, as strongly as the live map does."""
    for status, grade, shapes in scene.areas:
        tint, colour = form_of(status, grade).tint, _colour(status)
        yield f'<path fill="{colour}" fill-opacity="{tint:g}" stroke="{colour}" d="{shapes_path(shapes)}"/>'


def _outlined(scene: MapScene) -> Iterator[str]:
    if scene.outlined:
        look = f'fill="none" stroke="{_colour("text")}" stroke-width="1.5"'
        yield f'<path {look} d="{shapes_path(scene.outlined)}"/>'


def _inset_ground(scene: MapScene) -> Iterator[str]:
    """Draw the states and counties in the insets."""
    ground, look = scene.inset_ground, f'stroke="{_colour("border")}" stroke-width=".7"'
    if scene.insets:
        yield f'<path fill="{_colour("land")}" {look} d="{shapes_path(ground.states)}"/>'
        yield f'<path fill="none" {look} d="{shapes_path(ground.counties)}"/>'


def _inset_lines(scene: MapScene) -> Iterator[str]:
    """Draw the edges of the insets, and write their names; the style sheet writes them larger on a phone."""
    if scene.insets:
        yield f'<path fill="none" stroke="{_colour("muted")}" d="{lines_path(scene.inset_lines)}"/>'
    for inset in scene.insets:
        (x,), (y,) = to_picture(*([value] for value in inset.label_at))
        anchor = ' text-anchor="end"' if inset.is_named_leftward else ""
        first, more = ("0" if inset.is_named_above else ".9em"), "1.1em"
        steps = [first, *[more] * (len(inset.name) - 1)]
        lines = "".join(
            f'<tspan x="{x:.0f}" dy="{step}">{xml_text(line)}</tspan>'
            for step, line in zip(steps, inset.name, strict=True)
        )
        look = f'font-size="36"{anchor} fill="{_colour("text")}"'
        yield f'<text class="inset" y="{y:.0f}" {look}>{lines}</text>'


def _leaders(places: gpd.GeoDataFrame) -> Iterator[str]:
    """Draw a line from each mark that was moved to its true spot, and a dot there."""
    rows = typed_rows(moved(places), MarkedPlace)
    if not rows:
        return
    lines = "".join(f"M{row['x']:g} {row['y']:g}L{row['mark_x']:g} {row['mark_y']:g}" for row in rows)
    dots = "".join(f"M{row['x']:g} {row['y']:g}h0" for row in rows)
    yield f'<g fill="none" stroke="{_colour("text")}"><path stroke-width=".8" d="{lines}"/>'
    yield f'<path stroke-width="3" stroke-linecap="round" d="{dots}"/></g>'


def _halo(places: gpd.GeoDataFrame) -> Iterator[str]:
    """Ring the selected place."""
    for row in typed_rows(places, MarkedPlace):
        circle = shape_path(Kind.CITY, row["mark_x"], row["mark_y"], 2 * RADIUS)
        yield f'<path class="mark" fill="none" stroke="{_colour("text")}" stroke-width="2.5" d="{circle}"/>'


def _marks(places: gpd.GeoDataFrame, link: Link, campaign: Campaign) -> Iterator[str]:
    """Draw the marks, those of one status together, those that no source names apart."""
    unnamed = places["evidence"] == Evidence.INFERRED
    for status in Status:
        label = campaign.say(status.label)
        for grade in ("", Evidence.INFERRED):
            rows = typed_rows(
                places[(places["status"] == str(status)) & (unnamed == bool(grade))], MarkedPlace
            )
            drawn = "".join(_mark(row, status, label, link) for row in rows)
            if drawn:
                yield f"<g {mark_look(status, grade)}>{drawn}</g>"


def _mark(row: MarkedPlace, status: Status, label: str, link: Link) -> str:
    form = form_of(status, row["evidence"])
    outer = shape_path(Kind.of(row["kind"]), row["mark_x"], row["mark_y"], RADIUS * form.scale)
    shape = f'<path class="mark" d="{outer}"/>'
    if inner := inner_path(form, row["mark_x"], row["mark_y"], RADIUS):
        ink = _colour(status) if form.is_open else _colour("page")
        shape += f'<path class="mark" fill="{ink}" stroke="none" d="{inner}"/>'
    title = f"<title>{xml_text(place_words(row, label))}</title>"
    return f'<a href="{xml_text(link(row["jurisdiction_id"]))}" tabindex="-1">{title}{shape}</a>'


def xml_text(text: str) -> str:
    """Escape a text, with what XML cannot hold replaced."""
    return escape(_CONTROL.sub("\ufffd", text))
