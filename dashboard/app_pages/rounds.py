"""Rounds: each with its terms, who got which, and any two compared."""

import streamlit as st

from tracker.clock import today
from tracker.pages.compared import asked_pair
from tracker.pages.rounds import rounds_page
from ui import address, filter_bar, notes, round_controls, share
from ui.data import dataset

asked = address.read()
selection = asked.filters.apply(dataset(), today())
page = rounds_page(asked, dataset(), today())
st.set_page_config(page_title=f"{page.title} · DOJ letters tracker")
notes.show_refused("rounds", asked, page.refused)
told, day = st.columns([4, 1])
with told:
    st.html(page.sections["head"])
with day:
    filter_bar.show_day(selection)
st.html(page.sections["index"])
with st.container(key="compare"):
    st.html(page.sections["compare_head"])
    round_controls.show(asked_pair(asked, dataset()), selection)
    st.html(page.sections["compare"])
st.html(page.sections["matrix_head"])
with st.container(key="filters"):
    filter_bar.show(selection, "rounds", days=("due_from", "due_to"))
with st.container(key="matrix"):
    st.html(page.sections["matrix"])
with st.container(key="rounds"):
    st.html(page.sections["rounds"])
share.show("rounds")
