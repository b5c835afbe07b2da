"""The rows of a view: a table that every browser shows, and on request a grid with all columns."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from tracker import Selection
from tracker.address import PLACE
from tracker.pages.letters_table import letters_section
from tracker.views.table import letters_table, table_alt
from ui import address_bar, controls


def show(selection: Selection) -> None:
    """Draw the table, and the grid where it is asked for: its scripts are heavy."""
    st.html(letters_section(selection, address_bar.read()))
    # No fragment: a row chosen goes into the address, which is read where a whole run begins.
    if st.toggle("As a grid with all columns", key="grid"):
        _show_grid(selection)


def _show_grid(selection: Selection) -> None:
    """Draw the grid; choosing a row opens the summary of its place."""
    grid = partial(
        st.dataframe,
        letters_table(selection),
        hide_index=True,
        alt=table_alt(selection),
        selection_mode="single-row",
        placeholder="–",
        column_config=_columns(),
    )
    places = tuple(selection.letters["jurisdiction_id"])
    key = f"letters-grid-{crc32(repr(places).encode()):x}"
    controls.opener(grid, key, address_bar.read().place, partial(_chosen, places), controls.puts(PLACE))


def _columns() -> dict[str, object]:
    day = st.column_config.DateColumn(format="YYYY-MM-DD")
    return {
        "Sent": day,
        "Deadline": day,
        "Days": st.column_config.NumberColumn(
            help="Days to the deadline, negative once past; not counted when answered or over."
        ),
    }


def _chosen(places: Sequence[str], state: Any) -> str | None:
    """Return the place of the chosen row."""
    return next((places[row] for row in state.selection.rows), None)
