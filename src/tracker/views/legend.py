"""The marks of statuses and kinds, in figures and as small pictures, and the legends that name them."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import zip_longest
from typing import Any
from urllib.parse import quote

import plotly.graph_objects as go

from tracker.campaign import Campaign
from tracker.memo import once
from tracker.selection import Selection
from tracker.views.style import (
    PALETTES,
    SHAPES,
    UNNAMED,
    WIDTHS,
    Form,
    Mark,
    Palette,
    Theme,
    shape_path,
)
from tracker.vocabulary import Evidence, Kind, Status


def marker(
    palette: Palette, statuses: Iterable[str], kinds: Iterable[str], size: int, grades: Iterable[str] = ()
) -> dict[str, Any]:
    """Return Plotly's description of marks: one per status and kind, `size` px across.

    `grades` are those of the evidence, one per status; left out, no mark is hollow.
    """
    graded = zip_longest(statuses, grades, fillvalue="")
    marks = [palette.mark(status, grade) for status, grade in graded]
    filled = [mark.form is Form.FILLED for mark in marks]
    dot = ["-dot" if mark.form is Form.DOTTED_RING else "" for mark in marks]
    return {
        "symbol": [SHAPES[Kind.of(kind)].symbol + end for kind, end in zip(kinds, dot, strict=True)],
        # A ring is a mark filled with the page's colour, so that nothing shows through it.
        "color": [mark.colour if full else palette.page for mark, full in zip(marks, filled, strict=True)],
        "line": {
            "color": [mark.line for mark in marks],
            "width": [WIDTHS[mark.form] for mark in marks],
        },
        "size": size,
        "opacity": 1,
    }


def status_entries(palette: Palette, present: Iterable[str], campaign: Campaign) -> list[go.Scatter]:
    """Return a legend entry for each status present, in the order of the vocabulary."""
    found = set(present)
    return [
        entry(campaign.say(status.label), marker(palette, [status], [Kind.CITY], 11))
        for status in Status
        if status in found
    ]


def evidence_entries(palette: Palette, present: Iterable[str]) -> list[go.Scatter]:
    """Return the legend entry of hollow marks, if any place present has one."""
    if Evidence.INFERRED not in set(present):
        return []
    look = {"symbol": SHAPES[Kind.CITY].symbol, "size": 11, "color": palette.page}
    return [entry(UNNAMED, look | {"line": {"color": palette.muted, "width": WIDTHS[Form.HOLLOW]}})]


def kind_entries(palette: Palette, present: Iterable[str]) -> list[go.Scatter]:
    """Return a legend entry for each kind present: shapes in the colour of text, since colour is status."""
    found = set(present)
    return [
        entry(kind.label, {"symbol": SHAPES[kind].symbol, "size": 11, "color": palette.muted})
        for kind in Kind
        if kind in found
    ]


def entry(label: str, look: dict[str, Any]) -> go.Scatter:
    """Return a legend entry: a point at no place, which shows in the legend alone."""
    return go.Scatter(x=[None], y=[None], mode="markers", marker=look, name=label, hoverinfo="skip")


@once(512)
def legend_html(selection: Selection, theme: Theme = "light") -> str:
    """Return the map's legend as an HTML list, which on a phone takes less room than the figure's own."""
    places, palette = selection.places, PALETTES[theme]
    items = [
        *_status_items(set(places["status"]), palette, selection.campaign),
        *_evidence_items(set(places["evidence"]), palette),
        *_kind_items(set(places["kind"]), palette),
    ]
    return f'<ul class="legend">{"".join(items)}</ul>' if items else ""


def _status_items(present: set[str], palette: Palette, campaign: Campaign) -> Iterator[str]:
    for status in Status:
        if status in present:
            worded = campaign.word(status)
            mark = svg_mark(Kind.CITY, palette.mark(status), palette)
            yield _item(mark, worded.label, worded.definition)


def _evidence_items(present: set[str], palette: Palette) -> Iterator[str]:
    if Evidence.INFERRED in present:
        hollow = Mark(palette.muted, palette.muted, Form.HOLLOW)
        yield _item(svg_mark(Kind.CITY, hollow, palette), UNNAMED, Evidence.INFERRED.definition)


def _kind_items(present: set[str], palette: Palette) -> Iterator[str]:
    for kind in Kind:
        if kind in present:
            neutral = Mark(palette.muted, palette.muted, Form.FILLED)
            yield _item(svg_mark(kind, neutral, palette), kind.label, kind.definition)


def _item(mark: str, label: str, definition: str) -> str:
    # A picture in an address of its own: what shows it may let no SVG into its HTML, as Streamlit does.
    picture = f'<img class="mark" alt="" src="data:image/svg+xml,{quote(mark)}">'
    return f'<li title="{escape(definition)}">{picture} {escape(label)}</li>'


def svg_mark(kind: str, mark: Mark, palette: Palette, size: int = 14) -> str:
    """Return a mark as a small SVG picture, for a place beside its label."""
    full = mark.form is Form.FILLED
    fill, width = mark.colour if full else palette.page, WIDTHS[mark.form]
    dot = f'<circle r="1.5" fill="{mark.colour}"/>' if mark.form is Form.DOTTED_RING else ""
    look = f'fill="{fill}" stroke="{mark.line}" stroke-width="{width:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="-8 -8 16 16">'
        f'<path d="{shape_path(kind, 0, 0, 5)}" {look}/>{dot}</svg>'
    )
