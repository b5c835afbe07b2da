"""What all figures share: no template, the page's fonts and colours, a few buttons."""

from typing import Any

from tracker.views.style import FONT, Palette

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    # The wheel scrolls the page; the buttons zoom.
    "scrollZoom": False,
    "displayModeBar": True,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d"]],
    "showSendToCloud": False,
    "showTips": False,
    "responsive": True,
    # Two quick clicks open two places: Plotly would take the second for the end of a double click.
    "doubleClick": False,
    "doubleClickDelay": 0,
}
"""Plotly's settings for whatever draws a figure."""


def layout(palette: Palette) -> dict[str, Any]:
    """Return what every figure's layout begins with: no template, own colours; legends are of the page."""
    return {
        "template": {},
        "font": {"family": FONT, "size": 12, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {
            "bgcolor": palette.page,
            "bordercolor": palette.border,
            "align": "left",
            "font": {"family": FONT, "size": 12, "color": palette.text},
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "hovermode": "closest",
        "clickmode": "event+select",  # from the first drawing: Streamlit sets it in a second one
        "dragmode": "pan",
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": palette.muted,
            "activecolor": palette.text,
        },
    }
