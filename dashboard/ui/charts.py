"""Map and timeline: the library's figures, drawn, and a click on a mark handed to the address."""

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


def show_map(
    selection: Selection, selected: str | None, with_statuses: bool = True, near: str | None = None
) -> None:
    """Draw the map, or that of the state of a place, and its legend; a click on a mark opens its summary."""
    figure, mark = _map(selection, _theme(), near)
    chart = partial(
        st.plotly_chart,
        figure,
        theme=None,
        alt=map_view.map_alt(selection, near),
        config=map_view.MAP_CONFIG,
        selection_mode="points",
        height="stretch",
    )
    with st.container(key="map-figure"):
        controls.opener(chart, f"map-figure-{mark}", selected, _clicked, controls.puts(PLACE))
    st.html(pages.map_key(selection, address_bar.read(), with_statuses, selected, near))


@once(64)
def _map(selection: Selection, theme: Theme, near: str | None) -> tuple[Any, str]:
    """Draw the map once for all readers, and give a mark of what it shows."""
    figure = map_view.live_map(selection, theme, near)
    return figure, f"{crc32(figure.to_json().encode()):x}"


def show_timeline(selection: Selection) -> None:
    """Draw the timeline, which is the same HTML as in the answer before the live page."""
    st.html(timeline_html(selection, address_bar.read()))


def _clicked(state: Any) -> str | None:
    """Return the place of the clicked mark, by the id that the mark carries, never by its position."""
    for point in state.selection.points:
        data = point.get("customdata")
        if jurisdiction_id := data[0] if isinstance(data, list) else data:
            return str(jurisdiction_id)
    return None


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"
