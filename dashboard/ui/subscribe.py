"""The ways to follow a view: its feed and the calendar of its deadlines, as plain links."""

import streamlit as st

from tracker import Selection
from tracker.pages.subscribe import subscribe


def show(selection: Selection) -> None:
    """Draw the links."""
    st.html(subscribe(selection))
