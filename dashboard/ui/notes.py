"""Notes above a page."""

from collections.abc import Sequence

import streamlit as st

from tracker import Refused, pages
from tracker.address import Address
from ui.shared_data import dataset, today


def show(path: str, request: Address, more: Sequence[Refused] = ()) -> None:
    """Name what in a link means nothing on the page at a path, another version of the data, a day to come."""
    if refused := (*request.refused_on(path), *more):
        st.html(pages.refusals(refused))
    if note := pages.version_note(request, dataset()):
        st.html(note)
    if note := pages.day_note(request, today()):
        st.html(note)
