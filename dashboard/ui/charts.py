"""Map and timeline: the library's figures, drawn, and a click on a mark handed to the address."""

from collections.abc import Callable
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from tracker import Selection, pages
from tracker.address import PLACE
from tracker.pages.timeline import timeline_html
from tracker.views import map as map_view
from ui import address, controls

Figure = Callable[..., Any]


def show_map(selection: Selection, selected: str | None, with_statuses: bool = True) -> None:
    """Draw the map and its legend; a click on a mark opens the summary of its place."""
    # The style sheet gives the map's height by its width, so that a phone has no gap below it.
    figure = map_view.map_figure(selection, _theme(), selected, height=None, key=False)
    _draw("map-figure", figure, map_view.map_alt(selection), map_view.MAP_CONFIG, height="stretch")
    st.html(pages.map_key(selection, with_statuses))


def show_timeline(selection: Selection) -> None:
    """Draw the timeline, which is the same HTML as in the answer before the live page."""
    st.html(timeline_html(selection, address.read()))


def _draw(key: str, figure: Any, alt: str, config: dict[str, Any], height: str = "content") -> None:
    with st.container(key=key):
        chart = partial(
            st.plotly_chart,
            figure,
            theme=None,
            alt=alt,
            config=config,
            selection_mode="points",
            height=height,
        )
        controls.opener(chart, f"{key}-{crc32(figure.to_json().encode()):x}", _clicked, controls.puts(PLACE))


def _clicked(state: Any) -> str | None:
    """Return the place of the clicked mark, by the id that the mark carries, never by its position."""
    for point in state.selection.points:
        data = point.get("customdata")
        if jurisdiction_id := data[0] if isinstance(data, list) else data:
            return str(jurisdiction_id)
    return None


def _theme() -> str:
    return st.context.theme.type or "light"
