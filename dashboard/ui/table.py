"""The rows of a view: a sortable grid, and the same rows as a plain HTML table."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from tracker import Selection, pages
from tracker.address import PLACE
from tracker.views.table import letters_html, letters_table, table_alt
from ui import address, controls


def show(selection: Selection) -> None:
    """Draw the table; choosing a row opens the summary of its place."""
    st.html(pages.part_heading("Letters"))
    plain = st.toggle(
        "Plain table",
        key="plain-table",
        help="The same rows as ordinary text, for screen readers, for copying and for small screens.",
    )
    if plain:
        st.html(letters_html(selection, address.record_link))
        return
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
    controls.opener(grid, key, partial(_chosen, places), controls.puts(PLACE))


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
