"""Map and timeline: the library's figures, drawn, and a click on a mark handed to the address."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from tracker import Selection, pages
from tracker.pages.timeline import timeline_html
from tracker.views import map as map_view
from tracker.views.legend import legend_html
from ui import address

Figure = Callable[..., Any]


def show_map(selection: Selection, selected: str | None) -> None:
    """Draw the map; a click on a mark opens the summary of its place."""
    # The style sheet gives the map's height by its width, so that a phone has no gap below it.
    figure = map_view.map_figure(selection, _theme(), selected, height=None, key=False)
    _draw("map-figure", figure, map_view.map_alt(selection), map_view.MAP_CONFIG, height="stretch")
    st.html(legend_html(selection, _theme()) + pages.map_key())


def show_timeline(selection: Selection) -> None:
    """Draw the timeline, which is the same HTML as in the answer before the live page."""
    st.html(timeline_html(selection, address.read()))


def _draw(key: str, figure: Any, alt: str, config: dict[str, Any], height: str = "content") -> None:
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        alt=alt,
        config=config,
        on_select=lambda: _open_clicked(key),
        selection_mode="points",
        height=height,
    )


def _open_clicked(key: str) -> None:
    """Open the place of the clicked mark, by the id that the mark carries, never by its position."""
    for point in st.session_state[key].selection.points:
        data = point.get("customdata")
        if jurisdiction_id := data[0] if isinstance(data, list) else data:
            address.put(place=jurisdiction_id)
            return


def _theme() -> str:
    return st.context.theme.type or "light"
