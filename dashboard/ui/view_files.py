"""The downloads of exactly this view, as plain links that can be copied."""

import streamlit as st

from tracker import pages
from tracker.exports.view import View


def show(view: View) -> None:
    """Draw a link for each format, and one for the whole data package."""
    st.html(pages.download_links(view))
