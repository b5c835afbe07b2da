"""Changes: what differs between two days."""

import streamlit as st

from tracker.changes import days_of
from tracker.pages.changes_page import changes_page
from ui import address_bar, change_controls, filter_bar, notes, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
days = days_of(request, dataset(), today())
page = changes_page(request, dataset(), today())
selection = request.filters.drop("as_of").apply(dataset(), days.end)
title.show(page.title)
notes.show("changes", request, page.refused)
with st.container(key="brief"):
    st.html(page.sections["head"])
with st.container(key="days"):
    change_controls.show(days)
with st.container(key="filters"):
    filter_bar.show(selection, "changes")
with st.container(key="changes"):
    st.html(page.sections["sentences"])
    if "table" in page.sections:
        st.html(page.sections["table"])
share.show("changes")
