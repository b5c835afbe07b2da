"""The axes of a timeline: days above, rows below each other, the day of the view, and what is left out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import plotly.graph_objects as go

from tracker.dates import table_date
from tracker.views.daterange import DateRange
from tracker.views.history import History
from tracker.views.style import Palette

ROW, ROUND_ROW = 30, 52
"""Height of a row, in px, where it is a place and where it is a round."""

TICK_GAP = 0.17
"""The least distance between two written days, as a share of all days shown: about 30 px on a phone."""

CUT_WORDS = 30
"""Room below the rows, in px, for the words of a cut."""


def add_day(figure: go.Figure, as_of: date, days: DateRange, palette: Palette) -> None:
    """Draw the day of the view; beyond the right edge, say so with an arrow."""
    label = f"as of {table_date(as_of)}"
    look = {"showarrow": False, "yref": "paper", "y": 1, "yanchor": "top", "font": {"color": palette.muted}}
    if as_of > days.last:
        figure.add_annotation(text=f"{label} →", xref="paper", x=1, xanchor="right", **look)
        return
    figure.add_shape(
        type="line", x0=as_of.isoformat(), x1=as_of.isoformat(), yref="paper", y0=0, y1=1,
        line={"color": palette.muted, "width": 1, "dash": "dot"},
    )  # fmt: skip
    late = days.before(as_of) > days.days / 2
    figure.add_annotation(
        text=label, x=as_of.isoformat(), xanchor="right" if late else "left", xshift=-3 if late else 3, **look
    )


def add_cuts(figure: go.Figure, days: DateRange, palette: Palette) -> None:
    """Show where days are left out: a thick line, and below the rows which days they are."""
    for begin, end in days.cuts:
        figure.add_shape(
            type="line", x0=begin.isoformat(), x1=begin.isoformat(), yref="paper", y0=0, y1=1,
            line={"color": palette.border, "width": 3},
        )  # fmt: skip
        late = days.before(begin) > days.days / 2
        figure.add_annotation(
            text=f"{begin:%b %Y} to<br>{end:%b %Y} left out", align="right" if late else "left",
            x=begin.isoformat(), xanchor="right" if late else "left", xshift=-4 if late else 4,
            yref="paper", y=0, yanchor="bottom", showarrow=False, font={"color": palette.muted, "size": 11},
        )  # fmt: skip


def axes(content: History, palette: Palette, days: DateRange) -> dict[str, Any]:
    """Return height, margin and both axes of the layout."""
    count = len(content.labels)
    entries = len(set(content.spans["status"]) - {""}) + len(set(content.events["group"]))
    row = ROUND_ROW if content.by_round else ROW
    words = CUT_WORDS if days.cuts else 0
    quiet = {"zeroline": False, "ticks": ""}
    grid = {"showgrid": True, "gridcolor": palette.grid}
    return {
        "height": 120 + count * row + words + 20 * entries,
        # Above the days there is room for the buttons.
        "margin": {"l": 0, "r": 0, "t": 64, "b": 0},
        "xaxis": quiet | grid | {
            "type": "date", "range": [days.first.isoformat(), days.last.isoformat()], "side": "top",
            "tickfont": {"color": palette.muted}, "tickangle": 0, **_ticks(days),
            "rangebreaks": [{"bounds": [begin.isoformat(), end.isoformat()]} for begin, end in days.cuts],
        },
        "yaxis": quiet | {
            "range": [count - 0.4 + words / row, -1.15],
            "tickvals": list(range(count)), "ticktext": list(content.labels),
            "automargin": True, "fixedrange": True, "showgrid": False,
            # Lines between the rows, not through them.
            "minor": grid | {"tickvals": [place + 0.5 for place in range(-1, count)], "ticks": ""},
        },
    }  # fmt: skip


def _ticks(days: DateRange) -> dict[str, Any]:
    """Say where the days are written: Plotly's choice, but its own would crowd at the edge of a cut."""
    if not days.cuts:
        return {"tickformatstops": _STOPS, "nticks": 4}
    months = list(_months(days))
    after_cuts = [min(month for month in months if month > end) for _, end in days.cuts if end < months[-1]]
    chosen: list[date] = []
    for month in [*after_cuts, *months]:
        gaps = [abs(days.before(month) - days.before(other)) for other in chosen]
        if all(gap > TICK_GAP * days.days for gap in gaps):
            chosen.append(month)
    return {"tickvals": [month.isoformat() for month in sorted(chosen)], "tickformat": "%b<br>%Y"}


def _months(days: DateRange) -> Iterator[date]:
    """Give the first day of each month shown."""
    for count in range(days.first.year * 12 + days.first.month, days.last.year * 12 + days.last.month):
        month = date(count // 12, count % 12 + 1, 1)
        if not any(begin <= month <= end for begin, end in days.cuts):
            yield month


_STOPS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b<br>%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b<br>%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
