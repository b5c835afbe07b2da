"""The controls of a record: the day to look from, the order of its story, and the way back to the map."""

from dataclasses import replace

import streamlit as st

from tracker.address import ORDER, PLACE, WORDS, filter_parameters
from tracker.clock import today
from tracker.filters import FIRST_DAY, LABELS, LAST_DAY
from tracker.record import Record
from ui import address

_ORDERS = {"newest": "Newest first", "oldest": "Oldest first"}


def show(record: Record) -> None:
    """Draw the day, and the link that shows the place on the overview's map."""
    st.session_state["record-as_of"] = record.as_of
    st.date_input(
        LABELS["as_of"],
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key="record-as_of",
        on_change=_day_changed,
    )
    kept = filter_parameters(address.read().leaving("record").filters) | {PLACE: record.jurisdiction_id}
    st.page_link("app_pages/overview.py", label="Show on the map of all places", query_params=kept)


def show_order() -> None:
    """Draw the heading of the story and the choice of its order."""
    st.subheader("Everything on record, in order")
    st.session_state["story-order"] = address.read().word(ORDER)
    st.segmented_control(
        "Order",
        WORDS[ORDER],
        format_func=_ORDERS.get,
        key="story-order",
        label_visibility="collapsed",
        on_change=lambda: address.put(order=st.session_state["story-order"]),
    )


def _day_changed() -> None:
    chosen = st.session_state["record-as_of"]
    address.go(replace(address.read().filters, as_of=None if chosen == today() else chosen))
