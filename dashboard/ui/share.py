"""The share box: the link to exactly this view, and the sentence that says what it holds."""

import streamlit as st

from tracker import Selection
from ui import address


def show(selection: Selection) -> None:
    """Draw the link and the sentence, each ready to copy."""
    st.subheader("Share this view")
    st.caption("Link")
    st.code(
        address.absolute(address.read().link("", **address.read().values)), language=None, wrap_lines=True
    )
    st.caption("In a sentence")
    st.code(selection.description, language=None, wrap_lines=True)
    if selection.filters.as_of is None:
        st.caption("The link shows the record as of the day it is opened. Set “As of” to keep it at one day.")
