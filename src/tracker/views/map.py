"""The map: a quiet country, the states and counties written to tinted, and one mark for every place.

A mark's colour is the status of the place's newest letter in the view, its shape the kind of place. Marks
that would hide each other stand apart, each with a thin line to its true spot. Only marks can be clicked:
Plotly reports no click on a filled area. Where a seen mark stands, no unseen one of a state does.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import shapely

from tracker.brief.evidence_sentences import NOT_NAMED
from tracker.brief.where import in_states
from tracker.evidence import Count, certain, inferred
from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.language.placenames import listed_name
from tracker.memo import once
from tracker.row_types import PlaceOnDay, typed_rows
from tracker.views import legend
from tracker.views.insets import Inset
from tracker.views.layout import CONFIG, layout
from tracker.views.placing import FRAME, LED, Gapped, MarkedPlace, country, gapped, home_of, outline
from tracker.views.scene import MapScene, map_scene
from tracker.views.style import OUTLINED, PALETTES, Palette, Theme, faint
from tracker.views.wording import (
    NO_ADDRESSEE,
    capital,
    credit,
    deadline,
    lines,
    plural,
    tally,
)
from tracker.vocabulary import Evidence, Kind, Status

MAP_CONFIG = CONFIG
"""Plotly's settings for whatever draws the map."""

REACH = 1200.0
"""How far apart the unseen marks of a state stand, in units of the plane: within Plotly's reach of 20 px."""

CLEAR = 1000.0
"""How far around each mark no unseen mark stands, in units of the plane: 7 px on a phone's map of 340."""

SIZE = 10
"""How wide a mark is, in px."""


class SharedFigure(go.Figure):  # type: ignore[misc]  # plotly comes without types
    """A figure for many readers: what is sent of it is made once, and nobody changes it."""

    _sent: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return what is sent of it, which plotly would copy and encode anew for each reader."""
        if self._sent is None:
            self._sent = super().to_dict()
        return self._sent


@once(64)
def live_map(selection: Selection, theme: Theme = "light", near: str | None = None) -> SharedFigure:
    """Return the map of a view, the same figure for all readers; the page has its legend beside it.

    The style sheet gives its height by its width, so that a phone has no gap below it. Which place is open is
    no part of it: a map that is drawn anew at each click has no marks to click meanwhile.

    Args:
        selection: the view.
        theme: which palette.
        near: a place whose state alone is shown; None for the country.

    Returns:
        A figure whose trace named `places` has one point per `customdata` being the jurisdiction's id.
    """
    palette, scene = PALETTES[theme], map_scene(selection, near=near)
    places = scene.places
    traces = [
        *_land(scene, palette),
        *_insets(scene, palette),
        *_areas(scene, palette),
        *_outlined(scene, palette),
        _leaders(places, palette),
    ]
    hovers = list(_hover(places, selection))
    if not scene.near:
        traces += _reach(places, hovers)
    traces += [_marks(places, hovers, palette), _forms(places, palette)]
    return SharedFigure(traces, layout(palette) | _axes())


@once(512)
def map_alt(selection: Selection, near: str | None = None) -> str:
    """Describe the map in words: how many places, in which states most, and where they stand.

    It counts marks, each of which is for the newest letter to its place; those of places that no source names
    for that letter are counted apart.
    """
    places = selection.places
    if near is not None:
        return _alt_near(selection, near) if len(places) <= 1 else _alt_of_state(selection, near)
    if places.empty:
        return "Map of the United States with no places marked."
    by_status = tally(typed_rows(places, PlaceOnDay), selection.campaign)
    words = f"Map of the United States: {_marked(places)}{_apart(places)}."
    return f"{words} {_most(certain(places))}{by_status}"


def _marked(places: pd.DataFrame) -> str:
    """Say how many places have a mark, and what a mark shows."""
    return f"{plural(len(places), 'place')}, marked by the newest letter to each in this view"


def _apart(places: pd.DataFrame) -> str:
    """Say where the places are, those apart that are entered without a source that names them."""
    sure, unnamed = certain(places), len(inferred(places))
    if not unnamed:
        return f": {in_states(places)}"
    without = "entered without a source that names the place"
    if unnamed == len(places):
        return f", {without}: {in_states(places)}"
    return f": {len(sure)} {in_states(sure)}, and {unnamed} {without}"


def _alt_of_state(selection: Selection, place: str) -> str:
    """Describe the map of the state of some places, `place` among them, and how they stand."""
    places, state = selection.places, home_of(selection.dataset, place).state
    unnamed = len(inferred(places))
    apart = f"; {unnamed} of them entered without a source that names the place" if unnamed else ""
    by_status = tally(typed_rows(places, PlaceOnDay), selection.campaign)
    return f"Map of {state.name}: {_marked(places)}{apart}. {by_status}".rstrip()


def _alt_near(selection: Selection, place: str) -> str:
    """Describe the map of the state of a place: whether it is marked, and where it stands."""
    home = home_of(selection.dataset, place)
    name = listed_name(selection.dataset.places_by_id[place])
    marked = "marked" if len(selection.places) else "not marked, as no letter to it is in this view"
    outlined = f" {OUTLINED}." if len(home.counties) else ""
    by_status = tally(typed_rows(selection.places, PlaceOnDay), selection.campaign)
    words = f"Map of {home.state.name} with {name} {marked}.{outlined}"
    return f"{words} {by_status}".rstrip()


def _most(places: pd.DataFrame) -> str:
    """Name the states with most places, if any has more than one and there are several."""
    counts = places.groupby("state_name").size().sort_values(ascending=False, kind="stable")
    most = [f"{name} {count}" for name, count in counts[:3].items() if count > 1]
    return f"Most: {', '.join(most)}. " if most and len(counts) > 1 else ""


def _land(scene: MapScene, palette: Palette) -> Iterator[go.Scatter]:
    if scene.near:
        yield _area(outline(scene.land), palette.land, palette.border, 0.7)
        return
    land = country(scene.dataset)
    yield _area(land.coast, palette.land, palette.border, 0.7)
    yield _lines(land.borders, palette.border, 0.7)


def _outlined(scene: MapScene, palette: Palette) -> Iterator[go.Scatter]:
    if scene.outlined:
        yield _lines(outline(scene.outlined), palette.text, 1.5)


def _insets(scene: MapScene, palette: Palette) -> Iterator[go.Scatter]:
    """Draw the land of the insets, their edges and their names."""
    if not scene.insets:
        return
    ground = scene.inset_ground
    yield _area(outline(ground.states), palette.land, palette.border, 0.7)
    yield _lines(outline(ground.counties), palette.border, 0.7)
    yield _lines(gapped(shapely.get_coordinates(line) for line in scene.inset_lines), palette.muted, 1.0)
    x, y = zip(*(inset.label_at for inset in scene.insets), strict=True)
    yield go.Scatter(
        x=x, y=y, mode="text", name="insets", text=["<br>".join(inset.name) for inset in scene.insets],
        textposition=[_label_side(inset) for inset in scene.insets],
        textfont={"size": 11, "color": palette.text}, hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _label_side(inset: Inset) -> str:
    """Say in Plotly's words on which side of its point a name stands."""
    above, leftward = inset.is_named_above, inset.is_named_leftward
    return f"{'top' if above else 'bottom'} {'left' if leftward else 'right'}"


def _lines(lines: Gapped, colour: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=lines[0], y=lines[1], mode="lines", line={"color": colour, "width": width},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _areas(scene: MapScene, palette: Palette) -> Iterator[go.Scatter]:
    """Tint states, then the counties on them, in the colour of their status."""
    for status, grade, shapes in scene.areas:
        mark = palette.mark(status, grade)
        tint = faint(mark.colour, mark.form.tint)
        yield _area(outline(shapes), tint, mark.colour, 1.0)


def _area(outline: Gapped, fill: str, line: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=outline[0], y=outline[1], mode="lines", fill="toself", fillcolor=fill,
        line={"color": line, "width": width}, hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _leaders(places: gpd.GeoDataFrame, palette: Palette) -> go.Scatter:
    """Draw a line with a dot at the true spot for each mark that stands apart from it."""
    moved = places[np.hypot(places["mark_x"] - places["x"], places["mark_y"] - places["y"]) > LED]
    gap = np.full(len(moved), np.nan)
    x = np.column_stack([moved["x"], moved["mark_x"], gap]).ravel()
    y = np.column_stack([moved["y"], moved["mark_y"], gap]).ravel()
    return go.Scatter(
        x=x.astype(np.float32), y=y.astype(np.float32), mode="lines+markers",
        line={"color": palette.text, "width": 0.8}, marker={"color": palette.text, "size": 3},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _marks(places: gpd.GeoDataFrame, hovers: Sequence[str], palette: Palette) -> go.Scatter:
    unchanged = {"marker": {"opacity": 1}}  # else a click would fade every other mark
    return go.Scatter(
        x=places["mark_x"].round(1).tolist(), y=places["mark_y"].round(1).tolist(),
        mode="markers", name="places",
        marker=legend.marker(palette, places["status"], places["kind"], SIZE, places["evidence"]),
        customdata=places["jurisdiction_id"].tolist(),
        hovertext=list(hovers), hovertemplate="%{hovertext}<extra></extra>",
        selected=unchanged, unselected=unchanged, showlegend=False,
    )  # fmt: skip


def _forms(places: gpd.GeoDataFrame, palette: Palette) -> go.Scatter:
    """Draw the forms on the marks; a hand or mouse finds the mark below."""
    forms = places["status"].map(lambda status: palette.mark(status).form)
    formed = places[forms.isin(list(legend.STROKES))]
    return go.Scatter(
        x=formed["mark_x"].round(1).tolist(), y=formed["mark_y"].round(1).tolist(),
        mode="markers", name="forms", marker=legend.strokes(palette, formed["status"]),
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _reach(places: gpd.GeoDataFrame, hovers: Sequence[str]) -> Iterator[go.Scatter]:
    """Cover each tinted state with unseen marks: Plotly tells of no click on an area itself."""
    hidden = {"marker": {"opacity": 0}}
    seen = shapely.MultiPoint(places[["mark_x", "mark_y"]].to_numpy())
    for key, kind, shape, hover in zip(
        places["jurisdiction_id"], places["kind"], places.geometry, hovers, strict=True
    ):
        x, y = _inside(shape, seen) if kind == Kind.STATE else ([], [])
        if x:
            yield go.Scatter(
                x=x, y=y, mode="markers", marker={"opacity": 0, "size": 1}, customdata=[key] * len(x),
                hovertemplate=f"{hover}<extra></extra>", selected=hidden, unselected=hidden, showlegend=False,
            )  # fmt: skip


def _inside(shape: shapely.MultiPolygon, seen: shapely.MultiPoint) -> tuple[list[int], list[int]]:
    """Give points of a grid that lie inside a shape and clear of the marks."""
    x0, y0, x1, y1 = shape.bounds
    columns, rows = np.meshgrid(np.arange(x0, x1, REACH), np.arange(y0, y1, REACH))
    x, y = columns.ravel(), rows.ravel()
    inside = shapely.contains_xy(shape, x, y) & (shapely.distance(shapely.points(x, y), seen) > CLEAR)
    return x[inside].astype(int).tolist(), y[inside].astype(int).tolist()


def _hover(places: pd.DataFrame, selection: Selection) -> Iterator[str]:
    known, labels = selection.dataset.sources_by_id, selection.campaign.labels(Status)
    for row in typed_rows(places, MarkedPlace):
        count = Count(row["letter_count"], row["inferred_count"])
        more = f"Newest of {count.letters} in this view." if count.named + count.inferred > 1 else ""
        yield lines(
            labels[row["status"]],
            f"{Kind.of(row['kind']).label}, letter of {ap_date(row['sent_on'].date())}",
            capital(deadline(row)),
            f"To {row['addressee']}" if row["addressee"] else f"To: {NO_ADDRESSEE}",
            more,
            capital(f"{NOT_NAMED}.") if row["evidence"] == Evidence.INFERRED else "",
            credit(row["sources"], known),
            title=listed_name(row),
        )


def _axes() -> dict[str, Any]:
    x0, y0, x1, y1 = FRAME
    hidden = {"visible": False, "constrain": "domain"}
    return {
        "xaxis": hidden | {"range": [x0, x1]},
        "yaxis": hidden | {"range": [y0, y1], "scaleanchor": "x", "constraintoward": "top"},
        "height": None,
        # Above the map there is room for the buttons.
        "margin": {"l": 0, "r": 0, "t": 30, "b": 0},
        # One word for ever: pan and zoom outlive a change of filters.
        "uirevision": "map",
    }
