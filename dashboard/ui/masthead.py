"""The head of every page: the name, the other pages with the filters kept, and a search of the record."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode, urljoin

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.address import filter_parameters
from tracker.address_values import LONGEST_WORDS
from tracker.filters import Filters
from tracker.hits import Hit, find_hits, find_hits_of_one_word, first_hit, no_letter
from tracker.language.datewords import ap_date
from tracker.pages import fragments
from tracker.pages.site import PAGES
from ui import address_bar
from ui.shared_data import dataset
from ui.site_address import home

ICON = Path(__file__).parents[1] / "icon.png"
_SCRIPTS = Path(__file__).parents[1] / "app_pages"


def pages() -> list[st.Page]:
    """The pages in the order of the masthead; the first answers at `/`."""
    return [_page(path) for path in PAGES]


def show(site: Sequence[st.Page], path: str) -> None:
    """Draw the name, the links to the pages of the site and the search, on the page at a path."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="masthead-name">{escape(dataset().campaign.name)}</p>', width="content")
        st.checkbox("Menu", key="show-menu", width="content")  # on a phone alone
        kept = filter_parameters(address_bar.read().leaving(path).filters)
        with st.container(key="pages", horizontal=True, width="content"):
            for page in site[:-1]:
                st.page_link(page, query_params=kept)
        search = st.container(key="search", width="content")
    # The place of the matches is there before them: what stands below would else be drawn anew.
    matches = st.empty()
    with search:
        _show_search(matches)


@st.fragment
def _show_search(matches: DeltaGenerator) -> None:
    """Draw the search, and what it finds into its place; typing draws nothing else anew."""
    sought = st.text_input(
        "Search the record",
        key="find",
        type="search",
        placeholder="Search the record",
        label_visibility="collapsed",
        live=True,
        max_chars=LONGEST_WORDS,
        width=220,
    )
    with matches.container(key="hits", horizontal=True):
        st.html(fragments.search_hint())
        if sought:
            _show_hits(sought)


def _show_hits(words: str) -> None:
    """Draw a link to each page that the words may mean; Enter opens the first, see `live.js.j2`.

    What is only under one of the words is not opened so: it is a guess, and links of earlier words may still
    stand behind it.
    """
    if hits := find_hits(dataset(), words, address_bar.day()):
        first = first_hit(dataset(), words, address_bar.day()) or hits[0]
        _link_hits([first, *(hit for hit in hits if hit != first)])
        st.html(fragments.sought(words))
        return
    nothing = f"Nothing on record by {ap_date(address_bar.day())} is called that, or anything like it."
    st.html(f"<p>{escape(no_letter(dataset(), words) or nothing)}</p>")
    word, hits = find_hits_of_one_word(dataset(), words, address_bar.day())
    if hits:
        st.html(f"<p>On record for “{escape(word)}”:</p>")
        _link_hits(hits)


def _link_hits(hits: Iterable[Hit]) -> None:
    """Draw a link to each. A search is a question of its own: of the view before it keeps the day alone."""
    kept = filter_parameters(Filters(as_of=address_bar.read().filters.as_of))
    for hit in hits:
        label = _plain(hit.words)
        if hit.path in PAGES and not hit.url:
            st.page_link(_page(hit.path), label=label, query_params=kept | dict(hit.values))
        else:
            beside = f"{hit.path}?{urlencode(kept | dict(hit.values), doseq=True)}"
            st.page_link(hit.url or urljoin(home(), beside), label=label)


def _plain(words: str) -> str:
    """Keep words, a reader's own among them, from being read as Markdown, which labels are."""
    return re.sub(r"[\\`*_\[\]$~<>#]|:(?=\S)", r"\\\g<0>", words)


def _page(path: str) -> st.Page:
    return st.Page(_SCRIPTS / f"{path or 'overview'}.py", title=PAGES[path].name, default=not path)
