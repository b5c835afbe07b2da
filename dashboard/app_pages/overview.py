"""Overview: the answer first, then the pictures, then the rows, of one view of the letters."""

import streamlit as st

from tracker import pages
from tracker.clock import today
from tracker.pages.directory import SITE
from ui import address, charts, embed, empty, filter_bar, notes, place, share, table
from ui.data import dataset

asked = address.read()
selection = asked.filters.apply(dataset(), today())
st.set_page_config(page_title=f"{selection.description.removesuffix('.')} · {SITE}")
if embed.wanted():
    embed.show(selection, asked)
    st.stop()
notes.show_refused(asked.refused)
notes.show_version(asked, dataset())
st.html(pages.tagline())
with st.container(key="filters"):
    filter_bar.show(selection)
with st.container(key="brief"):
    st.html(pages.brief(selection))
    filter_bar.show_active(selection)
if selection.letters.empty:
    empty.show(selection)
else:
    drawing, summary = st.columns([5, 3], gap="medium")
    with drawing, st.container(key="map"):
        charts.show_map(selection, asked.place)
    with summary, st.container(key="place"):
        place.show(selection)
    with st.container(key="timeline"):
        charts.show_timeline(selection)
    with st.container(key="letters"):
        table.show(selection)
with st.container(key="share"):
    share.show(selection)
