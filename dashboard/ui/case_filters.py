"""The controls of the cases page: place, round, end and day; each counts what its options would give."""

import streamlit as st

from tracker import Selection
from tracker.address import ENDED, PLACE
from tracker.filters import LABELS
from tracker.pages.asked_cases import Asked, ended_options, place_options, round_options
from ui import controls, filter_bar


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
    controls.control(
        st.selectbox,
        "cases-place",
        "Place",
        asked.place,
        controls.puts(PLACE),
        options=options,
        index=None,
        placeholder="Any",
    )


def _rounds(asked: Asked, options: dict[str, str]) -> None:
    controls.control(
        st.multiselect,
        "cases-round",
        LABELS["round"],
        tuple(asked.rounds),
        controls.lists("round"),
        options=options,
        placeholder="Any",
    )


def _ended(asked: Asked, options: dict[str, str]) -> None:
    controls.control(st.selectbox, "cases-ended", "End", asked.ended, controls.puts(ENDED), options=options)
