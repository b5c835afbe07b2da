"""Rounds: each with its terms, who got which, and any two compared."""

import streamlit as st

from tracker.pages.rounds_page import rounds_page
from tracker.rounds import pair_of
from ui import address_bar, filter_bar, notes, round_controls, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
selection = request.filters.apply(dataset(), today())
page = rounds_page(request, dataset(), today())
title.show(page.title)
notes.show("rounds", request, page.refused)
words, day = st.columns([4, 1])
with words:
    st.html(page.sections["head"])
with day:
    filter_bar.show_day(selection)
st.html(page.sections["index"])
with st.container(key="compare"):
    st.html(page.sections["compare_head"])
    with st.container(key="pair"):
        round_controls.show(pair_of(request, dataset()), selection)
    st.html(page.sections["compare"])
st.html(page.sections["matrix_head"])
with st.container(key="filters"):
    filter_bar.show(selection, "rounds")
with st.container(key="matrix"):
    st.html(page.sections["matrix"])
with st.container(key="rounds"):
    st.html(page.sections["rounds"])
share.show("rounds")
