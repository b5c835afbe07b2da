"""The summary of one place beside the map, and the list to choose it from without a mouse."""

import streamlit as st

from tracker import Selection, pages
from tracker.address import ID, PLACE, filter_parameters
from tracker.place_record import Record
from ui import address_bar, controls


def show(selection: Selection) -> None:
    """Draw the list of places in the view and the summary of the one chosen."""
    chosen = address_bar.read().place
    names = dict(zip(selection.places["jurisdiction_id"], selection.places["name"], strict=True))
    if chosen and chosen not in names:
        names[chosen] = f"{Record(selection.dataset, chosen, selection.as_of).name} (not in this view)"
    controls.control(
        st.selectbox,
        "chosen-place",
        "Place",
        chosen,
        controls.puts(PLACE),
        options=names,
        index=None,
        placeholder="Choose a place",
    )
    if chosen:
        record = Record(selection.dataset, chosen, selection.as_of)
        st.html(pages.place_panel(record))
        kept = filter_parameters(address_bar.read().filters) | {ID: chosen}
        st.page_link("app_pages/record.py", label="Open the full record", query_params=kept)
