"""The downloads of exactly this view, as plain links that can be copied."""

import streamlit as st

from tracker import Selection, pages


def show(selection: Selection) -> None:
    """Draw a link for each format, and one for the whole data package."""
    st.html(pages.download_links(selection))
