"""The controls: each shows what the address says, counts what its options would give, writes the address."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from tracker import Filters, Selection, pages
from tracker.clock import today
from tracker.filters import CHOICES, DAYS, FIRST_DAY, LABELS, LAST_DAY, Choice
from ui import address

_ALL = ""
"""The pill for every round."""

_CHOICES = {choice.key: choice for choice in CHOICES}


def show(selection: Selection, days: Sequence[str] = tuple(DAYS)) -> None:
    """Draw the round pills and the other filters; of the days only those named, where a page has its own."""
    _round_pills(selection)
    st.html(pages.rounds_key(selection.dataset))
    filters = selection.filters
    st.toggle(_toggle_label(filters), key="show-filters")
    with st.container(key="filter-controls"):
        others = [choice for choice in CHOICES if choice.key != "round"]
        for column, choice in zip(st.columns(len(others)), others, strict=True):
            with column:
                _choice(selection, choice)
        words, *others = st.columns(4)
        with words:
            _control(st.text_input, "q", filters.q, placeholder="name, addressee, demand…", type="search")
        for column, key in zip(others, days, strict=False):
            with column:
                show_day(selection, key)


def show_day(selection: Selection, key: str = "as_of") -> None:
    """Draw one of the days alone."""
    _day(key, selection.as_of if key == "as_of" else getattr(selection.filters, key))


def show_active(selection: Selection) -> None:
    """Write the filters out, with one button that clears them all."""
    with st.container(horizontal=True, vertical_alignment="center", key="active-filters"):
        st.html(f'<p class="view-sentence">{escape(selection.description)}</p>', width="content")
        show_clear(selection)


def show_clear(selection: Selection) -> None:
    """Draw the button that clears all filters, where any is on."""
    if selection.filters.active():
        st.button("Clear all", key="clear-all", type="tertiary", on_click=address.go, args=(Filters(),))


def _round_pills(selection: Selection) -> None:
    choice = _CHOICES["round"]
    counts = selection.counts(choice.key, choice.column)
    labels = choice.options(selection.dataset)
    names = {_ALL: f"All · {counts.sum()}"} | {key: f"{labels[key]} · {counts.get(key, 0)}" for key in labels}
    chosen = list(selection.filters.round) or [_ALL]
    _control(st.pills, "round", chosen, options=list(names), format_func=names.get, selection_mode="multi")


def _choice(selection: Selection, choice: Choice) -> None:
    """Draw one list filter: the values there are letters for, or that are chosen, with counts."""
    counts = selection.counts(choice.key, choice.column)
    chosen = getattr(selection.filters, choice.key)
    labels = choice.options(selection.dataset)
    options = [value for value in labels if value in counts.index or value in chosen]
    _control(
        st.multiselect,
        choice.key,
        list(chosen),
        options=options,
        format_func=lambda value: f"{labels[value]} ({counts.get(value, 0)})",
        placeholder="Any",
    )


def _day(key: str, value: date | None) -> None:
    _control(
        st.date_input, key, value, value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD"
    )


def _control(widget: Callable[..., Any], key: str, state: object, **options: Any) -> None:
    """Draw a widget that shows `state` and writes its change into the address."""
    st.session_state[f"filter-{key}"] = state
    widget(LABELS[key], key=f"filter-{key}", on_change=_changed, args=(key,), **options)


def _changed(key: str) -> None:
    """Write one changed widget into the address."""
    filters = address.read().filters
    address.go(replace(filters, **{key: _value(key, st.session_state[f"filter-{key}"], filters)}))


def _value(key: str, state: Any, filters: Filters) -> Any:
    """Turn a widget's state into a filter's value."""
    if key == "round":
        all_chosen_now = _ALL in state and filters.round
        return () if all_chosen_now else tuple(value for value in state if value != _ALL)
    if key == "as_of":
        return None if state == today() else state
    return tuple(state) if isinstance(state, list) else state or ("" if key == "q" else None)


def _toggle_label(filters: Filters) -> str:
    on = len(filters.drop("round").active())
    return f"Filters ({on} on)" if on else "Filters"
