"""The summary of one place beside the map, and the list to choose it from without a mouse."""

import streamlit as st

from tracker import Selection, pages
from tracker.address import ID, filter_parameters
from tracker.record import Record
from ui import address


def show(selection: Selection) -> None:
    """Draw the list of places in the view and the summary of the one chosen."""
    chosen = address.read().place
    names = dict(zip(selection.places["jurisdiction_id"], selection.places["name"], strict=True))
    if chosen and chosen not in names:
        names[chosen] = f"{Record(selection.dataset, chosen, selection.as_of).name} (not in this view)"
    st.session_state["chosen-place"] = chosen
    st.selectbox(
        "Place",
        options=list(names),
        format_func=names.get,
        index=None,
        placeholder="Choose a place here, on the map or in the table",
        key="chosen-place",
        on_change=lambda: address.put(place=st.session_state["chosen-place"]),
    )
    if chosen:
        record = Record(selection.dataset, chosen, selection.as_of)
        st.html(pages.place_panel(record))
        kept = filter_parameters(address.read().filters) | {ID: chosen}
        st.page_link("app_pages/record.py", label="Open the full record", query_params=kept)
