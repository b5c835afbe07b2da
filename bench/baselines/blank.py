"""The least that Streamlit paints."""

import streamlit as st

st.write("Hello")
