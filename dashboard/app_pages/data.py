"""Data: which data this is, its dictionary, and its files to take away."""

import streamlit as st

from tracker.pages.data_page import data_page
from ui import address_bar, notes, take_away, title
from ui.shared_data import dataset, today

request = address_bar.read()
page = data_page(request, dataset(), today())
title.show(page.title)
notes.show("data", request, page.refused)
with st.container(key="data"):
    st.html(page.sections["head"])
    st.html(page.sections["evidence"])
    st.html(page.sections["downloads"])
    take_away.show(dataset())
    st.html(page.sections["dictionary"] + page.sections["words"] + page.sections["checks"])
