"""The head of every page: the name, the other pages with the filters kept, and a search for a place."""

from pathlib import Path

import streamlit as st

from tracker.address import ID, filter_parameters
from tracker.language.placenames import listed_name
from tracker.pages.site import PAGES, RECORD
from tracker.search import find_places
from ui import address_bar
from ui.shared_data import dataset

ICON = Path(__file__).parents[1] / "icon.png"
_SCRIPTS = Path(__file__).parents[1] / "app_pages"


def pages() -> list[st.Page]:
    """The pages in the order of the masthead; the first answers at `/`."""
    return [_page(path) for path in PAGES]


def show(path: str) -> None:
    """Draw the name, the links and the search."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="masthead-name">{dataset().campaign.name}</p>', width="content")
        st.checkbox("Menu", key="show-menu", width="content")  # on a phone alone
        kept = filter_parameters(address_bar.read().leaving(path).filters)
        with st.container(key="pages", horizontal=True, width="content"):
            for page in pages()[:-1]:
                st.page_link(page, query_params=kept)
        with st.container(key="search", width="content"):
            sought = st.text_input(
                "Find a place",
                key="find",
                type="search",
                placeholder="Find a place",
                label_visibility="collapsed",
                live=True,
                width=220,
            )
    # The place of the matches is there before them: what stands below would else be drawn anew.
    with st.container(key="found", horizontal=True):
        if sought:
            _show_found(sought)


def _show_found(sought: str) -> None:
    """Draw a link to the record of each place found."""
    places = {place["jurisdiction_id"]: place for place in dataset().jurisdictions.to_dict("records")}
    found = find_places(dataset().jurisdictions, sought, counties=dict(dataset().geography.counties["name"]))
    kept = filter_parameters(address_bar.read().filters)
    for key in found:
        st.page_link(_page(RECORD), label=listed_name(places[key]), query_params=kept | {ID: key})
    if not found:
        st.markdown("No place on record is called that, or anything like it.")


def _page(path: str) -> st.Page:
    return st.Page(_SCRIPTS / f"{path or 'overview'}.py", title=PAGES[path].name, default=not path)
