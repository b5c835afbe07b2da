"""Compare: the letters counted by state, region, kind of place, round or period, then and now."""

import streamlit as st

from tracker.pages.compare_page import compare_page
from ui import address_bar, filter_bar, notes, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
page = compare_page(request, dataset(), today())
title.show(page.title)
notes.show("compare", request, page.refused)
with st.container(key="filters"):
    filter_bar.show(request.filters.apply(dataset(), today()), "compare")
with st.container(key="brief"):
    st.html(page.sections["head"])
for name in ("sides", "groups", "answers", "eras", "suits"):
    if html := page.sections[name]:
        with st.container(key=name):
            st.html(html)
share.show("compare")
