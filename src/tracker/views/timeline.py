"""The timeline: each letter’s time to answer as a bar, and what is on record since.

A bar is from letter to deadline in the colour of the letter's status. Events are in the colour of text, with
a symbol for their group; a date not known to the day is a thin line over the days it may be. All days go to
Plotly as ISO text, which it draws the same in every time zone.
"""

from collections.abc import Iterator
from math import sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tracker.dates import table_date
from tracker.selection import Selection
from tracker.views import legend, timeaxes
from tracker.views.daterange import date_range
from tracker.views.history import Group, History, history
from tracker.views.layout import CONFIG, layout
from tracker.views.style import PALETTES, Palette, Theme, faint
from tracker.views.wording import plural

TIMELINE_CONFIG = CONFIG
"""Plotly's settings for whatever draws the timeline."""

BAR, ROUND_BAR = 0.2, 0.33
"""How far below the middle of its row a bar lies, in rows: the events stand above it."""

DAY = 86_400_000
"""Milliseconds in a day, Plotly's unit of a bar's length on an axis of dates."""

SYMBOLS: dict[Group, str] = {
    Group.ANSWER: "triangle-up",
    Group.OUTCOME: "triangle-down",
    Group.COURT: "x",
    Group.OTHER: "line-ns",
}
"""The symbol of each group: none is the shape of a kind of place."""

LANES: dict[Group, float] = {Group.ANSWER: 0.12, Group.OUTCOME: -0.05, Group.COURT: -0.05, Group.OTHER: -0.24}
"""Where the events of each group stand in the row of a round, from its middle down."""


def timeline_figure(selection: Selection, theme: Theme = "light", selected: str | None = None) -> go.Figure:
    """Return the timeline of a view.

    Args:
        selection: the view.
        theme: which palette.
        selected: the jurisdiction whose row to shade, if it has one.

    Returns:
        A figure with its own height. `customdata` of bars and marks is the jurisdiction's id, or "" where
        the row is a round and the mark is not of one place alone.
    """
    palette, content = PALETTES[theme], history(selection)
    days = date_range(content, selection.as_of)
    traces = [_bars(content, palette), _starts(content, palette), _ranges(content, palette)]
    traces += [_events(content, group, palette) for group in Group]
    traces += list(_entries(content, palette))
    figure = go.Figure(traces, layout(palette) | timeaxes.axes(content, palette, days))
    figure.update_layout(uirevision=f"{selection.filters.to_query()} {selection.as_of}", barmode="overlay")
    figure.update_layout(shapes=[*_shaded(content, selected, palette)])
    if content.labels:
        timeaxes.add_day(figure, selection.as_of, days, palette)
        timeaxes.add_cuts(figure, days, palette)
    return figure


def timeline_alt(selection: Selection) -> str:
    """Describe the timeline in words."""
    content = history(selection)
    if not content.labels:
        return "Timeline with no letters."
    first, last = (content.spans["begin"].agg(end).date() for end in ("min", "max"))
    sent = f"on {table_date(first)}" if first == last else f"from {table_date(first)} to {table_date(last)}"
    events = plural(int(content.events["count"].sum()), "event")
    rows = plural(len(content.labels), "round" if content.by_round else "place")
    return (
        f"Timeline of {plural(len(selection.letters), 'letter')} sent {sent}, in rows for {rows}, "
        f"with {events} on record by {table_date(selection.as_of)}."
    )


def _iso(stamps: "pd.Series[pd.Timestamp]") -> list[str]:
    return [stamp.date().isoformat() for stamp in stamps]


def _bars(content: History, palette: Palette) -> go.Bar:
    spans = content.spans[content.spans["end"].notna()]
    marks = [palette.mark(status) if status else None for status in spans["status"]]
    look = legend.marker(palette, spans["status"], spans["kind"], 1) if not content.by_round else {}
    return go.Bar(
        orientation="h", name="letters", base=_iso(spans["begin"]), y=_below(spans, content),
        x=[int(days) * DAY for days in (spans["end"] - spans["begin"]).dt.days],
        width=0.18 if content.by_round else 0.24,
        marker={
            "color": look.get("color") or faint(palette.text, 0.3),
            "line": {"color": [mark.colour if mark else palette.muted for mark in marks], "width": 1.5},
        },
        customdata=spans["opens"].tolist(), hovertext=spans["hover"].tolist(),
        hovertemplate="%{hovertext}<extra></extra>", **_UNCHANGED,
    )  # fmt: skip


def _starts(content: History, palette: Palette) -> go.Scatter:
    """Mark the day of each letter: with the place's own mark, so that a short time to answer still shows."""
    spans = content.spans
    look: dict[str, Any] = {"symbol": "line-ns", "size": 8, "line": {"width": 2, "color": palette.muted}}
    if not content.by_round:
        look = legend.marker(palette, spans["status"], spans["kind"], 11)
    return _points("sent", spans, spans["begin"], _below(spans, content), look)


def _below(spans: pd.DataFrame, content: History) -> list[float]:
    """Return the height of the bars: below the middle of their rows, since the axis runs down."""
    return (spans["row"] + (ROUND_BAR if content.by_round else BAR)).round(2).tolist()


def _events(content: History, group: Group, palette: Palette) -> go.Scatter:
    events = content.events[content.events["group"] == group]
    size = [round(min(17.0, 9.5 + 1.4 * sqrt(count - 1)), 1) for count in events["count"]]
    look = _symbol(group, palette) | {"size": size, "opacity": 1}
    return _points(group.value, events, events["middle"], _heights(events, content).tolist(), look)


def _heights(events: pd.DataFrame, content: History) -> "pd.Series[float]":
    """Return the height of the events: in lanes by group where rows are rounds, else in piles by day."""
    if content.by_round:
        return (events["row"] + events["group"].map(LANES).astype(float)).round(2)
    return (events["row"] - 0.14 - 0.22 * events["step"].clip(upper=2)).round(2)


_UNCHANGED: dict[str, Any] = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
    "showlegend": False,
}
"""A click chooses a place; it fades nothing."""


def _points(
    name: str, frame: pd.DataFrame, days: "pd.Series[pd.Timestamp]", rows: list[float], look: dict[str, Any]
) -> go.Scatter:
    return go.Scatter(
        x=_iso(days), y=rows, mode="markers", name=name, marker=look,
        customdata=frame["opens"].tolist(), hovertext=frame["hover"].tolist(),
        hovertemplate="%{hovertext}<extra></extra>", **_UNCHANGED,
    )  # fmt: skip


def _symbol(group: Group, palette: Palette) -> dict[str, Any]:
    if group is Group.OTHER:  # a tick is nothing but its line
        return {"symbol": SYMBOLS[group], "line": {"width": 2, "color": palette.text}}
    return {
        "symbol": SYMBOLS[group], "color": palette.text, "line": {"width": 1, "color": palette.page}
    }  # fmt: skip


def _ranges(content: History, palette: Palette) -> go.Scatter:
    """Draw a line over the days on which an event of imprecise date may have happened."""
    loose = content.events[content.events["begin"] < content.events["end"]]
    x: list[str | None] = []
    y: list[float | None] = []
    heights = _heights(loose, content)
    for begin, end, row in zip(_iso(loose["begin"]), _iso(loose["end"]), heights, strict=True):
        x += [begin, end, None]
        y += [row, row, None]
    return go.Scatter(
        x=x, y=y, mode="lines", name="days possible", line={"color": palette.muted, "width": 1.2},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _entries(content: History, palette: Palette) -> Iterator[go.Scatter]:
    present = set(content.events["group"])
    for group in Group:
        if group in present:
            yield legend.entry(group.value, _symbol(group, palette) | {"size": 10})
    yield from legend.status_entries(palette, set(content.spans["status"]) - {""})


def _shaded(content: History, selected: str | None, palette: Palette) -> Iterator[dict[str, Any]]:
    for row in content.spans.loc[content.spans["key"] == selected, "row"].unique():
        yield {
            "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": row - 0.5, "y1": row + 0.5,
            "fillcolor": faint(palette.text, 0.08), "line": {"width": 0}, "layer": "below",
        }  # fmt: skip
