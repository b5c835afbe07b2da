"""Record: everything on record for one place."""

import streamlit as st

from tracker.pages.record_page import record_at, record_page
from ui import address_bar, charts, notes, record_controls, share, title
from ui.shared_data import dataset, today

request = address_bar.read()
page = record_page(request, dataset(), today())
record = record_at(request, dataset(), today())
title.show(page.title)
notes.show("record", request, page.refused)
if record is None:
    st.html(page.sections["head"])
else:
    words, picture = st.columns([5, 3], gap="medium")
    with words:
        st.html(page.sections["head"])
    with picture:
        record_controls.show(record)
        with st.container(key="map"):
            charts.show_map(record.selection, record.jurisdiction_id, near=record.jurisdiction_id)
    st.html(page.sections["letters"])
    with st.container(key="timeline"):
        charts.show_timeline(record.selection)
    record_controls.show_order()
    st.html(page.sections["story"] + page.sections["rest"])
share.show("record")
