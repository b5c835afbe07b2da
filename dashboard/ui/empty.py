"""What a page says when no letter is left: which filter empties it, and a way out."""

from collections.abc import Callable

import streamlit as st

from tracker import Filters, Selection, pages
from tracker.evidence import Count
from tracker.filters import LABELS
from ui import controls


def show(selection: Selection) -> None:
    """Say which filters empty the view, each with a button that drops it."""
    guilty = selection.emptied_by
    with st.container(key="empty"):
        st.html(pages.emptiness(selection))
        with st.container(horizontal=True):
            for key in guilty:
                left, label = Count.of(selection.without(key)), selection.campaign.say(LABELS[key])
                controls.button(
                    f"Drop “{label}” ({left.letters})",
                    f"drop-{key}",
                    _without(key),
                )
            controls.button("Clear all filters", "empty-clear", lambda filters: Filters())


def _without(key: str) -> Callable[[Filters], Filters]:
    """Return what drops one filter."""
    return lambda filters: filters.drop(key)
