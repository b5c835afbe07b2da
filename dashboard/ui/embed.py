"""A view inside somebody else's page: the part asked for, compact, with a credit that opens the full view."""

import streamlit as st

from tracker import Selection, pages
from tracker.address import SHOW, Address
from tracker.views.table import letters_html
from ui import address, charts


def wanted() -> bool:
    """Tell whether the page stands in somebody else's."""
    return bool(st.context.is_embedded)


def show(selection: Selection, asked: Address) -> None:
    """Draw the parts asked for, and the credit."""
    part = asked.word(SHOW)
    for name, draw in _PARTS.items():
        if part in (name, "all"):
            with st.container(key=_KEYS.get(name, name)):
                draw(selection, asked)
    st.html(pages.embed_credit(selection, asked))


def _show_brief(selection: Selection, asked: Address) -> None:
    st.html(pages.brief(selection))


def _show_map(selection: Selection, asked: Address) -> None:
    charts.show_map(selection, asked.place)


def _show_timeline(selection: Selection, asked: Address) -> None:
    charts.show_timeline(selection)


def _show_table(selection: Selection, asked: Address) -> None:
    st.html(letters_html(selection, address.record_link))


_PARTS = {"brief": _show_brief, "map": _show_map, "timeline": _show_timeline, "table": _show_table}
_KEYS = {"table": "letters"}
"""The element keys of the URL contract, where they differ from the words of the link."""
