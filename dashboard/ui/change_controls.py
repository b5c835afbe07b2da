"""The controls of the changes page: the two days, and whether to go by the event or by its recording."""

from datetime import date

import streamlit as st

from tracker.address import BY, FROM, TO, WAYS
from tracker.changes import Days
from tracker.pages.changes_page import DAY_LABELS, WAY_LABEL, WAY_LABELS
from ui import controls, filter_bar


def show(days: Days) -> None:
    """Draw the two days and the choice."""
    first, second, by = st.columns([1, 1, 2])
    with first:
        _day(FROM, days.start)
    with second:
        _day(TO, days.end)
    with by:
        _by(days.by)


def _day(key: str, shown: date) -> None:
    """Draw one of the days; emptied, it goes back to its default."""
    filter_bar.day(
        f"changes-{key}", DAY_LABELS[key], shown, controls.puts(key, lambda day: day and day.isoformat())
    )


def _by(shown: str) -> None:
    words = WAYS["changes"]
    controls.control(
        st.segmented_control,
        "changes-by",
        WAY_LABEL,
        shown,
        controls.puts(BY, lambda chosen: None if chosen == words[0] else chosen),
        options={word: WAY_LABELS[word] for word in words},
        required=True,
        wrap=True,
    )
