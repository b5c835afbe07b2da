"""Changes: what differs between two days."""

import streamlit as st

from tracker.clock import today
from tracker.pages.changes import asked_days, changes_page
from ui import address, change_controls, filter_bar, notes, share
from ui.data import dataset

asked = address.read()
days = asked_days(asked, dataset(), today())
page = changes_page(asked, dataset(), today())
selection = asked.filters.drop("as_of").apply(dataset(), days.end)
st.set_page_config(page_title=f"{page.title} · DOJ letters tracker")
notes.show_refused("changes", asked, page.refused)
with st.container(key="brief"):
    st.html(page.sections["head"])
change_controls.show(days)
with st.container(key="filters"):
    filter_bar.show(selection, "changes", days=("due_from", "due_to"))
with st.container(key="changes"):
    st.html(page.sections["told"])
    if "table" in page.sections:
        st.html(page.sections["table"])
share.show("changes")
