"""The filters: each shows what the address says, and counts what its options would give."""

from dataclasses import replace
from datetime import date

import streamlit as st

from tracker import Filters, Selection, pages
from tracker.address import Address
from tracker.choices import Choice
from tracker.filters import CHOICES_BY_KEY, LABELS
from tracker.pages.filter_form import (
    FIRST,
    MORE,
    chips_html,
    counted_options,
    days_on,
    filters_label,
    round_counts,
)
from ui import address_bar, controls
from ui.held import Change
from ui.shared_data import today

_ALL = ""
"""The pill for every round."""


def show(selection: Selection, path: str = "") -> None:
    """Draw the filters in one row, the rare ones folded; of the days only those that the page has."""
    with st.container(key="skip-filters"):
        st.html(pages.skip_filters())
    _show_button(filters_label(selection.filters))
    with st.container(key="filter-controls"):
        with st.container(key="menu-round"), st.expander("Rounds"):
            _round_pills(selection)
            st.html(pages.rounds_key(selection.dataset))
        for key in FIRST:
            _choice(selection, CHOICES_BY_KEY[key])
        if "as_of" in days_on(path):
            show_day(selection, "as_of")
        with st.container(key="menu-more"):
            # No fragment: what is chosen goes into the address, which is read where a whole run begins.
            more = st.expander("More", key="more", on_change="rerun")
            if more.open:  # few readers want one of these, and the browser takes long to draw so many fields
                with more:
                    _show_more(selection, path)
        st.html(pages.sheet_end(selection))
    if chips := chips_html(selection, address_bar.read(), path):
        with st.container(key="active-filters", horizontal=True, vertical_alignment="center"):
            st.html(chips, width="content")
            show_clear(selection)


@st.fragment
def _show_button(label: str) -> None:
    """Draw what opens the filters on a phone, by the style sheet alone: nothing else is drawn anew."""
    st.toggle(label, key="show-filters")


def _show_more(selection: Selection, path: str) -> None:
    """Draw the filters that few readers want."""
    for choice in CHOICES_BY_KEY.values():
        if choice.key in MORE:
            _choice(selection, choice)
    controls.control(
        st.text_input,
        "filter-q",
        LABELS["q"],
        selection.filters.q,
        controls.sets("q", lambda text: text or ""),
        placeholder="name, addressee, demand…",
        type="search",
    )
    for key in (key for key in days_on(path) if key in MORE):
        show_day(selection, key)


def show_clear(selection: Selection) -> None:
    """Draw the button that clears all filters, where any is on."""
    if selection.filters.active():
        controls.button("Clear all", "clear-all", lambda filters: Filters(), type="tertiary")


def _round_pills(selection: Selection) -> None:
    """Draw a pill for each round. The browser names a choice by its label, so counts are no part of it."""
    choice = CHOICES_BY_KEY["round"]
    options = {_ALL: "All"} | dict(choice.options(selection.dataset))
    st.html(pages.pill_counts("filter-round", round_counts(selection)))
    chosen = selection.filters.round or (_ALL,)
    controls.control(
        st.pills,
        "filter-round",
        LABELS["round"],
        chosen,
        _rounds,
        options=options,
        selection_mode="multi",
    )


def _rounds(address: Address, change: Change) -> Address:
    """Choose rounds. “All” stands alone: it replaces what was chosen before it, and is replaced after."""
    chosen: tuple[str, ...] = change.onto(address.filters.round)
    if _ALL in chosen:
        chosen = chosen[chosen.index(_ALL) + 1 :]
    return replace(address, filters=replace(address.filters, round=chosen))


def _choice(selection: Selection, choice: Choice) -> None:
    """Draw one list filter: the values there are letters for, or that are chosen, with counts."""
    controls.control(
        st.multiselect,
        f"filter-{choice.key}",
        selection.campaign.say(LABELS[choice.key]),
        getattr(selection.filters, choice.key),
        controls.lists(choice.key),
        options=counted_options(selection, choice.key),
        placeholder="Any",
        select_all=False,  # else Enter takes every option that holds what is typed: “West” in “Midwest”, too
        wrap=False,
    )


def show_day(selection: Selection, key: str = "as_of") -> None:
    """Draw one of the days alone."""
    value = selection.as_of if key == "as_of" else getattr(selection.filters, key)
    day(f"filter-{key}", LABELS[key], value, controls.sets(key, _but_today if key == "as_of" else _same))


def day(key: str, label: str, value: date | None, write: controls.Write) -> None:
    """Draw a field for a day."""
    controls.control(
        st.date_input,
        key,
        label,
        value,
        write,
        value=None,
        # Any day can be typed: a narrower field calls the first digit of a year a mistake. One that no filter
        # may name is refused in the address, with the reason.
        min_value=date.min,
        max_value=date.max,
        format="YYYY-MM-DD",
    )


def _but_today(chosen: date | None) -> date | None:
    """Leave today out: it is what a link without a day means."""
    return None if chosen == today() else chosen


def _same(chosen: date | None) -> date | None:
    return chosen
