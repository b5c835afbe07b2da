"""Overview: the answer first, then the pictures, then the rows, of one view of the letters."""

import streamlit as st

from tracker import pages
from tracker.pages.front import front_html
from tracker.pages.tally import tally_html
from ui import address_bar, charts, embed, empty, filter_bar, letters_grid, notes, place_summary, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
selection = request.filters.apply(dataset(), today())
title.show(selection.description.removesuffix("."))
if embed.wanted():
    embed.show(selection, request)
    st.stop()
notes.show("", request)
st.html(pages.tagline(dataset().campaign))
with st.container(key="filters"):
    filter_bar.show(selection)
with st.container(key="searched"):  # there where nothing is said, too: what stands below would be drawn anew
    if note := pages.search_note(selection):
        st.html(note)
with st.container(key="first"):
    with st.container(key="brief"):
        st.html(pages.brief(selection))
    with st.container(key="figures"):
        st.html(pages.figures_line(selection))
    if selection.letters.empty:
        empty.show(selection)
    else:
        with st.container(key="map"):
            charts.show_map(selection, request.place, with_statuses=False)
        with st.container(key="tally"):
            st.html(tally_html(selection, request))
        with st.container(key="place"):
            place_summary.show(selection)
with st.container(key="front"):  # also where there is none, as what stands below would else be drawn anew
    if front := front_html(selection, request):
        st.html(front)
if len(selection.letters):
    with st.container(key="timeline"):
        charts.show_timeline(selection)
    with st.container(key="letters"):
        letters_grid.show(selection)
    with st.container(key="sources"):
        st.html(pages.sources(selection))
share.show("")
