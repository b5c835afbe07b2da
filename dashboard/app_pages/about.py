"""About: what the record is, how it is made and by which rules."""

import streamlit as st

from tracker.pages.about_page import about_page
from ui import address, notes, title
from ui.data import dataset, today
from ui.settings import settings

asked = address.read()
page = about_page(asked, dataset(), today(), settings().contact)
title.show(page.title)
notes.show_refused("about", asked, page.refused)
with st.container(key="about"):
    st.html("".join(page.sections.values()))
