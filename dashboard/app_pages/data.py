"""Data: which data this is, its dictionary, and its files to take away."""

import streamlit as st

from tracker.clock import today
from tracker.pages.data import data_page
from ui import address, notes, take_away
from ui.data import dataset

asked = address.read()
page = data_page(asked, dataset(), today())
st.set_page_config(page_title=f"{page.title} · DOJ letters tracker")
notes.show_refused((*asked.refused, *page.refused))
with st.container(key="data"):
    st.html(page.sections["head"])
    st.html(page.sections["evidence"])
    st.html(page.sections["downloads"])
    take_away.show(dataset())
    st.html(page.sections["dictionary"] + page.sections["words"] + page.sections["checks"])
