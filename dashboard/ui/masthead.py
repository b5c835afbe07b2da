"""The head of every page: the name, and links to the pages that keep the filters and the day."""

from pathlib import Path

import streamlit as st

TITLE = "DOJ letters tracker"
ICON = Path(__file__).parents[1] / "icon.png"
_PAGES = Path(__file__).parents[1] / "app_pages"


def pages() -> list[st.Page]:
    """The pages in the order of the masthead; the first answers at `/`."""
    return [st.Page(_PAGES / "overview.py", title="Overview", default=True)]


def show() -> None:
    """Draw the name and one line of what this is."""
    st.html(
        '<header class="masthead"><a class="masthead-name" href="./">DOJ letters tracker</a>'
        "<p>Which cities, counties and states the U.S. Justice Department wrote to over immigration"
        " enforcement, and what is on public record since.</p></header>"
    )
