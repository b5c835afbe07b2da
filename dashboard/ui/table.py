"""The rows of a view: a sortable grid, and the same rows as a plain HTML table."""

import streamlit as st

from tracker import Selection
from tracker.views.table import letters_html, letters_table, table_alt
from ui import address


def show(selection: Selection) -> None:
    """Draw the table; choosing a row opens the summary of its place."""
    st.subheader("Letters")
    plain = st.toggle(
        "Plain table",
        key="plain-table",
        help="The same rows as ordinary text, for screen readers, for copying and for small screens.",
    )
    if plain:
        st.html(letters_html(selection, address.record_link))
        return
    st.dataframe(
        letters_table(selection),
        key="letters-grid",
        hide_index=True,
        alt=table_alt(selection),
        on_select=lambda: _open_chosen(selection),
        selection_mode=["single-row", "single-cell"],
        placeholder="–",
        column_config=_columns(),
    )


def _columns() -> dict[str, object]:
    day = st.column_config.DateColumn(format="YYYY-MM-DD")
    return {
        "Sent": day,
        "Deadline": day,
        "Days": st.column_config.NumberColumn(
            help="Days to the deadline, negative once past; not counted when answered or over."
        ),
    }


def _open_chosen(selection: Selection) -> None:
    chosen = st.session_state["letters-grid"].selection
    for row in [*chosen.rows, *(row for row, _ in chosen.cells)]:
        address.put(place=selection.letters["jurisdiction_id"].iloc[row])
