"""Notes above a page."""

from collections.abc import Sequence

import streamlit as st

from tracker import Refused, pages
from tracker.address import Address
from ui.shared_data import dataset


def show(path: str, request: Address, more: Sequence[Refused] = ()) -> None:
    """Name what in a link means nothing on the page at a path, and a version of the data that is not this."""
    if refused := (*request.refused_on(path), *more):
        st.html(pages.refusals(refused))
    if note := pages.version_note(request, dataset()):
        st.html(note)
