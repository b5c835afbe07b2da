"""Cases: the court cases on record, and where each stands."""

import streamlit as st

from tracker.clock import today
from tracker.pages.asked_cases import Asked
from tracker.pages.cases import cases_page
from ui import address, case_filters, notes
from ui.data import dataset

asked = address.read()
page = cases_page(asked, dataset(), today())
st.set_page_config(page_title=f"{page.title} · DOJ letters tracker")
notes.show_refused((*asked.refused, *page.refused))
with st.container(key="brief"):
    st.html(page.sections["head"])
with st.container(key="filters"):
    case_filters.show(Asked.of(asked), asked.filters.apply(dataset(), today()))
with st.container(key="cases"):
    st.html(page.sections["list"])
