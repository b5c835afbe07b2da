"""Where the site is, for links that are to be taken elsewhere."""

from urllib.parse import urljoin, urlsplit

import streamlit as st

from tracker.pages.site import PAGES
from ui.server_settings import settings


def home() -> str:
    """Return the address of the site with its last slash: the configured one, or where the browser has it."""
    return settings().url or home_of(st.context.url or "")


def home_of(page: str) -> str:
    """Return the address above that of a page: that of the first page comes without its last slash."""
    name = urlsplit(page).path.rpartition("/")[2]
    return urljoin(page, ".") if name in PAGES and name else f"{page.rstrip('/')}/"
