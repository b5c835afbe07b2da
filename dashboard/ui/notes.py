"""Notes above a page."""

from collections.abc import Sequence

import streamlit as st

from tracker import Dataset, Refused, pages
from tracker.address import Address


def show_refused(path: str, request: Address, more: Sequence[Refused] = ()) -> None:
    """Name what in the link means nothing on the page at a path, if anything."""
    if refused := (*request.refused_on(path), *more):
        st.html(pages.refusals(refused))


def show_version(request: Address, dataset: Dataset) -> None:
    """Say so when the link pins another version of the data than the one served."""
    if note := pages.version_note(request, dataset):
        st.html(note)
