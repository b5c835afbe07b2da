"""Map and timeline: the library's figures, drawn, and a click on a mark handed to the address."""

from collections.abc import Callable
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from tracker import Selection, pages
from tracker.address import PLACE
from tracker.memo import once
from tracker.pages.timeline_section import timeline_html
from tracker.views import map as map_view
from tracker.views.style import Theme
from ui import address_bar, controls

Figure = Callable[..., Any]


def show_map(selection: Selection, selected: str | None, with_statuses: bool = True) -> None:
    """Draw the map and its legend; a click on a mark opens the summary of its place."""
    figure, mark = _map(selection, _theme(), selected)
    _draw(f"map-figure-{mark}", figure, map_view.map_alt(selection), map_view.MAP_CONFIG, height="stretch")
    st.html(pages.map_key(selection, with_statuses))


@once(64)
def _map(selection: Selection, theme: Theme, selected: str | None) -> tuple[Any, str]:
    """Draw the map once for all readers, and give a mark of what it shows."""
    figure = map_view.live_map(selection, theme, selected)
    return figure, f"{crc32(figure.to_json().encode()):x}"


def show_timeline(selection: Selection) -> None:
    """Draw the timeline, which is the same HTML as in the answer before the live page."""
    st.html(timeline_html(selection, address_bar.read()))


def _draw(key: str, figure: Any, alt: str, config: dict[str, Any], height: str = "content") -> None:
    with st.container(key=key.rpartition("-")[0]):
        chart = partial(
            st.plotly_chart,
            figure,
            theme=None,
            alt=alt,
            config=config,
            selection_mode="points",
            height=height,
        )
        controls.opener(chart, key, _clicked, controls.puts(PLACE))


def _clicked(state: Any) -> str | None:
    """Return the place of the clicked mark, by the id that the mark carries, never by its position."""
    for point in state.selection.points:
        data = point.get("customdata")
        if jurisdiction_id := data[0] if isinstance(data, list) else data:
            return str(jurisdiction_id)
    return None


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"
