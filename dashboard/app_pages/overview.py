"""Overview: the answer first, then the pictures, then the rows, of one view of the letters."""

import streamlit as st

from tracker import pages
from ui import address, charts, embed, empty, filter_bar, notes, place, share, table, title
from ui.data import dataset, today

asked = address.read()
selection = asked.filters.apply(dataset(), today())
title.show(selection.description.removesuffix("."))
if embed.wanted():
    embed.show(selection, asked)
    st.stop()
notes.show_refused("", asked)
notes.show_version(asked, dataset())
st.html(pages.tagline(dataset().campaign))
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
share.show("")
