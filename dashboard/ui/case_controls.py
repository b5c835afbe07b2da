"""The controls of the cases page; each option counts what it would give."""

import streamlit as st

from tracker import Selection
from tracker.case_filters import CASE_CHOICES, ORDERS, SORT, CaseFilters
from tracker.pages.case_form import FOLDED, ORDER_LABEL, WORDS_HINT, WORDS_LABEL, case_options
from ui import controls, filter_bar


def show(filters: CaseFilters, selection: Selection) -> None:
    """Draw the controls that most readers want in one row, and the others folded until one is in use."""
    words, place, outcome, order, day = st.columns([8, 8, 8, 6, 7])
    with words:
        _words(filters)
    with place:
        _place(filters, selection)
    with outcome:
        _kind("outcome_for", filters, selection)
    with order:
        _order(filters)
    with day:
        filter_bar.show_day(selection)
    in_use = any(getattr(filters, key) for key in ("round", *FOLDED))
    with st.expander("More filters", expanded=in_use):
        for column, key in zip(st.columns(len(FOLDED)), FOLDED, strict=True):
            with column:
                _kind(key, filters, selection)
        _rounds(filters, selection)


def _options(key: str, filters: CaseFilters, selection: Selection) -> dict[str, str]:
    return case_options(filters, key, selection.dataset, selection.as_of)


def _words(filters: CaseFilters) -> None:
    controls.control(
        st.text_input,
        "cases-words",
        WORDS_LABEL,
        filters.q,
        controls.sets("q", str.strip),
        placeholder=WORDS_HINT,
    )


def _place(filters: CaseFilters, selection: Selection) -> None:
    options = _options("place", filters, selection)
    controls.control(
        st.selectbox,
        "cases-place",
        CASE_CHOICES["place"].label,
        filters.place or None,
        controls.puts("place"),
        options={place: label for place, label in options.items() if place},
        index=None,
        placeholder="Any",
    )


def _kind(key: str, filters: CaseFilters, selection: Selection) -> None:
    """Draw the choice of one key that takes one of a few words."""
    controls.control(
        st.selectbox,
        f"cases-{key}",
        CASE_CHOICES[key].label,
        getattr(filters, key),
        controls.puts(key),
        options=_options(key, filters, selection),
    )


def _order(filters: CaseFilters) -> None:
    default = next(iter(ORDERS))
    controls.control(
        st.selectbox,
        f"cases-{SORT}",
        ORDER_LABEL,
        filters.sort or default,
        controls.puts(SORT, lambda chosen: None if chosen == default else chosen),
        options={word: order.label for word, order in ORDERS.items()},
    )


def _rounds(filters: CaseFilters, selection: Selection) -> None:
    options = _options("round", filters, selection)
    controls.control(
        st.multiselect,
        "cases-round",
        CASE_CHOICES["round"].label,
        filters.round,
        controls.lists("round"),
        options={key: label for key, label in options.items() if key},
        placeholder="Any",
    )
