"""Cases: the court cases on record, and where each stands."""

import streamlit as st

from tracker.pages.asked_cases import Asked
from tracker.pages.cases import cases_page
from ui import address, case_filters, notes, share, title
from ui.data import dataset, today

asked = address.read()
page = cases_page(asked, dataset(), today())
title.show(page.title)
notes.show_refused("cases", asked, page.refused)
with st.container(key="brief"):
    st.html(page.sections["head"])
with st.container(key="filters"):
    case_filters.show(Asked.of(asked), asked.filters.apply(dataset(), today()))
with st.container(key="cases"):
    st.html(page.sections["list"])
share.show("cases")
