"""The server of the pages in `main.py`: start it with `tracker serve` or `streamlit run` on this file."""

import streamlit as st
from starlette.middleware import Middleware

from tracker.web.rewriting import HtmlRewriting
from tracker.web.shell import with_scripts

app = st.App("main.py", middleware=[Middleware(HtmlRewriting, rewrite=with_scripts)])
