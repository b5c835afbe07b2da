"""The marks of statuses and kinds in figures, and the legend that names them there."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

import plotly.graph_objects as go

from tracker.campaign import Campaign
from tracker.views.style import SHAPES, UNNAMED, WIDTHS, Form, Palette
from tracker.vocabulary import Evidence, Kind, Status


def marker(
    palette: Palette, statuses: Iterable[str], kinds: Iterable[str], size: int, grades: Iterable[str] = ()
) -> dict[str, Any]:
    """Return Plotly's description of marks: one per status and kind, `size` px across.

    `grades` are those of the evidence, one per status; left out, no mark is hollow.
    """
    graded = zip_longest(statuses, grades, fillvalue="")
    marks = [palette.mark(status, grade) for status, grade in graded]
    filled = [not mark.form.is_open for mark in marks]
    dot = ["-dot" if mark.form is Form.DOTTED_RING else "" for mark in marks]
    return {
        "symbol": [SHAPES[Kind.of(kind)].symbol + end for kind, end in zip(kinds, dot, strict=True)],
        # A ring is a mark filled with the page's colour, so that nothing shows through it.
        "color": [mark.colour if full else palette.page for mark, full in zip(marks, filled, strict=True)],
        "line": {
            "color": [mark.line for mark in marks],
            "width": [WIDTHS[mark.form] for mark in marks],
        },
        "size": [size * mark.form.scale for mark in marks],
        "opacity": 1,
    }


STROKES: Mapping[Form, tuple[str, int]] = {
    Form.BARRED: ("line-ew", 8),
    Form.CROSS: ("x-thin", 7),
    Form.HOLED: ("circle", 4),
}
"""What is drawn on the marks of a form in the colour of the page: Plotly's symbol, and its size in px."""


def strokes(palette: Palette, statuses: Iterable[str]) -> dict[str, Any]:
    """Return Plotly's description of what is drawn on marks of these statuses, all of `STROKES`."""
    drawn = [STROKES[palette.mark(status).form] for status in statuses]
    return {
        "symbol": [symbol for symbol, _ in drawn],
        "size": [size for _, size in drawn],
        "color": palette.page,
        "line": {"color": palette.page, "width": 2},
        "opacity": 1,
    }


def status_entries(palette: Palette, present: Iterable[str], campaign: Campaign) -> list[go.Scatter]:
    """Return a legend entry for each status present, in the order of the vocabulary."""
    statuses = set(present)
    return [
        entry(campaign.say(status.label), marker(palette, [status], [Kind.CITY], 11))
        for status in Status
        if status in statuses
    ]


def evidence_entries(palette: Palette, present: Iterable[str]) -> list[go.Scatter]:
    """Return the legend entry of hollow marks, if any place present has one."""
    if Evidence.INFERRED not in set(present):
        return []
    look = {"symbol": SHAPES[Kind.CITY].symbol, "size": 11, "color": palette.page}
    return [entry(UNNAMED, look | {"line": {"color": palette.muted, "width": WIDTHS[Form.HOLLOW]}})]


def kind_entries(palette: Palette, present: Iterable[str]) -> list[go.Scatter]:
    """Return a legend entry for each kind present: shapes in the colour of text, since colour is status."""
    kinds = set(present)
    return [
        entry(kind.label, {"symbol": SHAPES[kind].symbol, "size": 11, "color": palette.muted})
        for kind in Kind
        if kind in kinds
    ]


def entry(label: str, look: dict[str, Any]) -> go.Scatter:
    """Return a legend entry: a point at no place, which shows in the legend alone."""
    return go.Scatter(x=[None], y=[None], mode="markers", marker=look, name=label, hoverinfo="skip")
