"""Cases: the court cases on record, and where each stands."""

import streamlit as st

from tracker.case_filters import CaseFilters
from tracker.pages.cases_page import cases_page
from ui import address_bar, case_controls, notes, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
page = cases_page(request, dataset(), today())
title.show(page.title)
notes.show("cases", request, page.refused)
with st.container(key="brief"):
    st.html(page.sections["head"])
with st.container(key="filters"):
    chosen = CaseFilters.of(request.filters, request.values)
    case_controls.show(chosen, request.filters.apply(dataset(), today()))
with st.container(key="cases"):
    st.html(page.sections["list"])
share.show("cases")
