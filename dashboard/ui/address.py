"""The address bar is the one place where a view is kept: read it, or write it and let the page be drawn anew.

Widgets hold no state of their own. Each run reads the address, sets the widgets to it and draws; a
widget's change writes the address. So a link, a reload, Back and Forward all give the same page.
"""

from datetime import date
from urllib.parse import urlencode, urljoin

import streamlit as st

from tracker import Filters
from tracker.address import ID, Address
from tracker.clock import today
from ui.data import dataset


def query() -> str:
    """Return the query string of the address."""
    return urlencode([(key, value) for key in st.query_params for value in st.query_params.get_all(key)])


def read() -> Address:
    """Return what the address asks for."""
    return Address.parse(query(), dataset())


def day() -> date:
    """Return the day to look from: the one in the address, or today."""
    return read().filters.day(dataset(), today())


def go(filters: Filters) -> None:
    """Write filters into the address; what else the page has there stays."""
    _write(Address(filters, read().values), {})


def put(**values: str | None) -> None:
    """Write values of the page's own keys into the address (None takes a key out); the filters stay."""
    _write(read(), values)


def whole(asked: Address, path: str = "") -> str:
    """Return the whole address of a page, as it would stand in the address bar."""
    return urljoin(urljoin(st.context.url or "", "."), asked.link(path, **asked.values))


def record_link(jurisdiction_id: str) -> str:
    """Return the address of a place's record, the filters and the day kept."""
    return read().link("record", **{ID: jurisdiction_id})


def _write(address: Address, changed: dict[str, str | None]) -> None:
    """Replace the address, unless it says this already: each writing is one step for Back."""
    new = address.parameters(**changed)
    if new != read().parameters() or read().refused:
        st.query_params.from_dict(new)
