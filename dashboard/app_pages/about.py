"""About: what the record is, how it is made and by which rules."""

import streamlit as st

from tracker.pages.about_page import about_page
from ui import address_bar, notes, title
from ui.server_settings import settings
from ui.shared_data import dataset, today

request = address_bar.read()
page = about_page(request, dataset(), today(), settings().contact)
title.show(page.title)
notes.show("about", request, page.refused)
with st.container(key="about"):
    st.html("".join(page.sections.values()))
