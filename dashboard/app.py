"""The server of the pages in `main.py`: start it with `tracker serve` or `streamlit run` on this file."""

from pathlib import Path

import streamlit as st
from starlette.applications import Starlette

from tracker.web.server import Live, server
from tracker.web.watching import watching
from ui.server_settings import settings
from ui.shared_data import served

pages = st.App("main.py")
lifespan = watching(pages.lifespan(), served().look)
live = Live(pages, lifespan, static=Path(st.__file__).parent / "static" / "static")
app = Starlette(**server(live, served(), settings()))
