"""The controls of the rounds page: which two rounds to compare."""

import streamlit as st

from tracker import Selection
from tracker.address import FROM, TO
from tracker.pages.compared import Pair, choices
from ui import address

_LABELS = {FROM: "First round", TO: "Second round"}


def show(pair: Pair, selection: Selection) -> None:
    """Draw the two lists of rounds."""
    options = choices(selection.dataset, selection.as_of, pair)
    for column, key, chosen in zip(st.columns(2), _LABELS, (pair.first, pair.second), strict=True):
        with column:
            _choice(key, chosen, options)


def _choice(key: str, chosen: str | None, options: dict[str, str]) -> None:
    widget = f"compare-{key}"
    st.session_state[widget] = chosen
    st.selectbox(
        _LABELS[key],
        options=list(options),
        format_func=options.get,
        index=None,
        placeholder="Choose a round",
        key=widget,
        on_change=lambda: address.put(**{key: st.session_state[widget]}),
    )
