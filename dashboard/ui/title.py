"""The title of the tab: what the page shows, then the name of the site."""

import streamlit as st

from ui.shared_data import dataset


def show(words: str) -> None:
    """Set the title."""
    st.set_page_config(page_title=f"{words} · {dataset().campaign.name}")
