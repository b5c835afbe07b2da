"""The controls of the changes page: the two days, and whether to go by the event or by its recording."""

from datetime import date

import streamlit as st

from tracker.address import BY, FROM, TO, WORDS
from tracker.filters import FIRST_DAY, LAST_DAY
from tracker.pages.changes import Days
from ui import address

_LABELS = {FROM: "From", TO: "Through"}
_BY = {"happened": "When it happened", "recorded": "When we recorded it"}


def show(days: Days) -> None:
    """Draw the two days and the choice."""
    first, second, by = st.columns([1, 1, 2])
    with first:
        _day(FROM, days.start)
    with second:
        _day(TO, days.end)
    with by:
        _by()


def _day(key: str, shown: date) -> None:
    """Draw one of the days; emptied, it goes back to its default."""
    widget = f"changes-{key}"
    st.session_state[widget] = shown
    st.date_input(
        _LABELS[key],
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=widget,
        on_change=lambda: _day_changed(key),
    )


def _day_changed(key: str) -> None:
    chosen = st.session_state[f"changes-{key}"]
    address.put(**{key: chosen and chosen.isoformat()})


def _by() -> None:
    st.session_state["changes-by"] = address.read().word(BY)
    st.segmented_control(
        "Go by",
        WORDS[BY],
        format_func=_BY.get,
        key="changes-by",
        on_change=_by_changed,
        required=True,
        wrap=True,
    )


def _by_changed() -> None:
    chosen = st.session_state["changes-by"]
    address.put(by=None if chosen == WORDS[BY][0] else chosen)
