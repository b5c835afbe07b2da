"""The controls of the cases page; each option counts what it would give."""

import streamlit as st

from tracker import Selection
from tracker.address import CONCERN, COURT, ENDED, OUTCOME_FOR, PLACE, SIDE, SORT
from tracker.filters import LABELS
from tracker.pages.asked_cases import (
    SORTS,
    Asked,
    concern_options,
    court_options,
    ended_options,
    outcome_options,
    place_options,
    round_options,
    side_options,
)
from ui import controls, filter_bar

_KINDS = (
    ("Brought by", SIDE, side_options),
    ("About", CONCERN, concern_options),
    ("Court", COURT, court_options),
    ("End", ENDED, ended_options),
)


def show(asked: Asked, selection: Selection) -> None:
    """Draw the controls that most readers want in one row, and the others folded until one is in use."""
    dataset, as_of = selection.dataset, selection.as_of
    words, place, outcome, order, day = st.columns([3, 3, 3, 2, 2])
    with words:
        _words(asked)
    with place:
        _place(asked, place_options(asked, dataset, as_of))
    with outcome:
        _kind("Outcome", OUTCOME_FOR, asked.outcome_for, outcome_options(asked, dataset, as_of))
    with order:
        _kind("Order", SORT, asked.sort or next(iter(SORTS)), dict(SORTS))
    with day:
        filter_bar.show_day(selection)
    in_use = bool(asked.rounds) or any(getattr(asked, key) for _, key, _ in _KINDS)
    with st.expander("More filters", expanded=in_use):
        for column, (label, key, options) in zip(st.columns(len(_KINDS)), _KINDS, strict=True):
            with column:
                _kind(label, key, getattr(asked, key), options(asked, dataset, as_of))
        _rounds(asked, round_options(asked, dataset, as_of))


def _words(asked: Asked) -> None:
    controls.control(
        st.text_input,
        "cases-words",
        "Words or docket",
        asked.words,
        controls.sets("q", str.strip),
        placeholder="18-cv-805, Boston, grants",
    )


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


def _kind(label: str, key: str, chosen: str, options: dict[str, str]) -> None:
    """Draw the choice of one key that takes one of a few words."""
    controls.control(st.selectbox, f"cases-{key}", label, chosen, controls.puts(key), options=options)


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
