"""About: what the record is, how it is made and by which rules."""

import streamlit as st

from tracker.clock import today
from tracker.pages.about import about_page
from ui import address, notes
from ui.data import dataset
from ui.settings import settings

asked = address.read()
page = about_page(asked, dataset(), today(), settings().contact)
st.set_page_config(page_title=f"{page.title} · DOJ letters tracker")
notes.show_refused((*asked.refused, *page.refused))
with st.container(key="about"):
    st.html("".join(page.sections.values()))
