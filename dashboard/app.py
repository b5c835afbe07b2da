"""The server of the pages in `main.py`: start it with `tracker serve` or `streamlit run` on this file."""

import os

import streamlit as st
from starlette.middleware import Middleware

from tracker.web import api, card, feeds, happened, icon, machines
from tracker.web.rewriting import HtmlRewriting
from tracker.web.security import ANYONE
from tracker.web.shell import Shell
from ui.contact import contact
from ui.data import dataset

routes = [
    *happened.routes(dataset),
    *api.routes(dataset),
    *card.routes(dataset),
    *feeds.routes(dataset),
    *icon.routes(),
    *machines.routes(dataset),
]
shell = Shell(dataset, routes, contact(), os.environ.get("TRACKER_FRAME_ANCESTORS", ANYONE))
rewriting = Middleware(HtmlRewriting, rewrite=shell, claim=shell.claims)
app = st.App("main.py", routes=routes, middleware=[rewriting])
