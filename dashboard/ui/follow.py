"""The ways to follow a view: its feed and the calendar of its deadlines, as plain links."""

import streamlit as st

from tracker.exports.view import View
from tracker.pages.follow_links import subscribe


def show(view: View) -> None:
    """Draw the links."""
    if links := subscribe(view):
        st.html(links)
