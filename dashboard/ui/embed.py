"""A view inside somebody else's page: the part asked for, compact, with a credit that opens the full view."""

import streamlit as st

from tracker import Selection, pages
from tracker.address import SHOW, Address
from tracker.pages.letters_table import letters_html
from tracker.parts import PARTS
from ui import charts


def wanted() -> bool:
    """Tell whether the page stands in somebody else's."""
    return bool(st.context.is_embedded)


def show(selection: Selection, request: Address) -> None:
    """Draw the parts asked for, and the credit."""
    for section in PARTS[request.word(SHOW)].drawn(len(selection.letters)):
        with st.container(key=section):
            _DRAW[section](selection, request)
    st.html(pages.embed_credit(selection, request))


def _show_brief(selection: Selection, request: Address) -> None:
    st.html(pages.brief(selection))


def _show_figures(selection: Selection, request: Address) -> None:
    st.html(pages.figures_line(selection))


def _show_map(selection: Selection, request: Address) -> None:
    charts.show_map(selection, request.place)


def _show_timeline(selection: Selection, request: Address) -> None:
    charts.show_timeline(selection)


def _show_table(selection: Selection, request: Address) -> None:
    st.html(letters_html(selection, request, sortable=False))


def _show_sources(selection: Selection, request: Address) -> None:
    st.html(pages.sources(selection))


_DRAW = {
    "brief": _show_brief,
    "figures": _show_figures,
    "map": _show_map,
    "timeline": _show_timeline,
    "letters": _show_table,
    "sources": _show_sources,
}
"""What draws each section."""
