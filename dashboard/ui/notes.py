"""Notes above a page."""

from collections.abc import Sequence

import streamlit as st

from tracker import Refused, pages


def show_refused(refused: Sequence[Refused]) -> None:
    """Name what in the link means nothing here, if anything."""
    if refused:
        st.html(pages.refusals(refused))
