"""The router: page settings, the data or a clear failure, the masthead, then the page asked for."""

import streamlit as st

from tracker import pages
from tracker.pages import live_colours
from tracker.pages.head import current
from tracker.web.warm import spare
from ui import address_bar, embed, masthead
from ui.shared_data import dataset_or_failure, today
from ui.site_address import home

st.set_page_config(page_icon=str(masthead.ICON), layout="wide")
st.html(live_colours(st.context.theme.type))  # the sheet itself came with the answer
dataset = dataset_or_failure()
site = masthead.pages()
page = st.navigation(site, position="hidden")
address_bar.settle()
if not embed.wanted():
    masthead.show(site, page.url_path)
st.button("Send again", key="resend")  # unseen: it asks for one more run, see connection.js.j2 and live.js.j2
with st.container(key="answer"):
    page.run()
with st.container(key="foot"):
    now = current(page.url_path, address_bar.read(), dataset, today(), home())
    st.html(pages.footer(dataset) + now)
address_bar.drawn()
spare(page.url_path)
