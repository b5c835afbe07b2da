"""The share box: the links to exactly this view, and every way to take it away."""

import streamlit as st

from tracker import pages
from tracker.pages.alternates import follow_links
from tracker.pages.site import view_of
from tracker.pages.use_panel import use_panel
from ui import address_bar
from ui.shared_data import dataset, today
from ui.site_address import home


def show(path: str) -> None:
    """Draw the box of a page: links, pictures, credits and code, then files and feeds."""
    address = address_bar.read()
    view = view_of(path, address, dataset(), today())
    if view is None:
        return
    with st.container(key="share"):
        st.html(pages.part_heading("Use this view"))
        st.html(use_panel(view, address, home()))
        st.html(pages.download_links(view))
        st.html(follow_links(view))
