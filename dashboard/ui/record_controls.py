"""The controls of a record: the day to look from, the order of its story, and the way back to the map."""

import streamlit as st

from tracker import pages
from tracker.address import ORDER, PLACE, WORDS, filter_parameters
from tracker.pages.record_page import ORDER_LABELS
from tracker.place_record import Record
from ui import address_bar, controls, filter_bar


def show(record: Record) -> None:
    """Draw the day, and the link that shows the place on the overview's map."""
    filter_bar.show_day(record.selection)
    kept = filter_parameters(address_bar.read().leaving("record").filters) | {PLACE: record.jurisdiction_id}
    st.page_link("app_pages/overview.py", label="Show on the map of all places", query_params=kept)


def show_order() -> None:
    """Draw the heading of the story and the choice of its order."""
    st.html(pages.story_heading())
    controls.control(
        st.segmented_control,
        "story-order",
        "Order",
        address_bar.read().word(ORDER),
        controls.puts(ORDER),
        options={word: ORDER_LABELS[word] for word in WORDS[ORDER]},
        label_visibility="collapsed",
    )
