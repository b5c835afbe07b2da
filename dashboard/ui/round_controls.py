"""The controls of the rounds page: which two rounds to compare."""

import streamlit as st

from tracker import Selection
from tracker.pages.round_pair import PAIR_LABELS, choices
from tracker.rounds import Pair
from ui import controls


def show(pair: Pair, selection: Selection) -> None:
    """Draw the two lists of rounds."""
    options = choices(selection.dataset, selection.as_of, pair)
    for column, key, chosen in zip(st.columns(2), PAIR_LABELS, (pair.first, pair.second), strict=True):
        with column:
            _choice(key, chosen, options)


def _choice(key: str, chosen: str | None, options: dict[str, str]) -> None:
    controls.control(
        st.selectbox,
        f"compare-{key}",
        PAIR_LABELS[key],
        chosen,
        controls.puts(key),
        options=options,
        index=None,
        placeholder="Choose a round",
    )
