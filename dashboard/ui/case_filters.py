"""The controls of the cases page: place, round, end and day; each counts what its options would give."""

from dataclasses import replace

import streamlit as st

from tracker import Selection
from tracker.address import ENDED, PLACE
from tracker.filters import LABELS
from tracker.pages.asked_cases import Asked, ended_options, place_options, round_options
from ui import address, filter_bar


def show(asked: Asked, selection: Selection) -> None:
    """Draw the controls in one row."""
    dataset = selection.dataset
    place, rounds, ended, day = st.columns([3, 3, 3, 2])
    with place:
        _place(asked, place_options(asked, dataset, selection.as_of))
    with rounds:
        _rounds(asked, round_options(asked, dataset, selection.as_of))
    with ended:
        _ended(asked, ended_options(asked, dataset, selection.as_of))
    with day:
        filter_bar.show_day(selection)


def _place(asked: Asked, options: dict[str, str]) -> None:
    st.session_state["cases-place"] = asked.place
    st.selectbox(
        "Place",
        options=list(options),
        format_func=options.get,
        index=None,
        placeholder="Any",
        key="cases-place",
        on_change=lambda: address.put(**{PLACE: st.session_state["cases-place"]}),
    )


def _rounds(asked: Asked, options: dict[str, str]) -> None:
    st.session_state["cases-round"] = list(asked.rounds)
    st.multiselect(
        LABELS["round"],
        options=list(options),
        format_func=options.get,
        placeholder="Any",
        key="cases-round",
        on_change=_rounds_changed,
    )


def _rounds_changed() -> None:
    address.go(replace(address.read().filters, round=tuple(st.session_state["cases-round"])))


def _ended(asked: Asked, options: dict[str, str]) -> None:
    st.session_state["cases-ended"] = asked.ended
    st.selectbox(
        "End",
        options=list(options),
        format_func=options.get,
        key="cases-ended",
        on_change=lambda: address.put(**{ENDED: st.session_state["cases-ended"]}),
    )
