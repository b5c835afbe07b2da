"""The router: page settings, the data or a clear failure, the masthead, then the page asked for."""

from pathlib import Path

import streamlit as st

from tracker.pages import style
from ui import masthead
from ui.data import dataset_or_failure

st.set_page_config(page_title=masthead.TITLE, page_icon=str(masthead.ICON), layout="wide")
st.html(f"<style>{style(st.context.theme.type)}</style>")
touch = Path(__file__).with_name("ui") / "touch.js"
st.html(f"<script>{touch.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
dataset_or_failure()
page = st.navigation(masthead.pages(), position="hidden")
masthead.show()
page.run()
