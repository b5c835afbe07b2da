"""The server of the pages in `main.py`: start it with `tracker serve` or `streamlit run` on this file."""

import streamlit as st

app = st.App("main.py")
