"""The address bar is the one place where a view is kept: read it into filters, write filters into it.

Widgets hold no state of their own. Each run reads the address, sets the widgets to it and draws; a
widget's change writes the address. So a link, a reload, Back and Forward all give the same page.
"""

from urllib.parse import urlencode, urljoin

import streamlit as st

from tracker import Filters, Refused
from ui.data import dataset

PLACE = "place"
"""The key of the place whose summary is open."""

_PAGE_KEYS = frozenset({PLACE})


def query() -> str:
    """Return the query string of the address."""
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    return urlencode(pairs)


def read() -> tuple[Filters, tuple[Refused, ...]]:
    """Return the filters in the address, and what in it means nothing."""
    filters, refused = Filters.parse(query(), dataset(), also=_PAGE_KEYS)
    if place() is None and (asked := st.query_params.get(PLACE)):
        refused = (*refused, Refused(PLACE, asked, "is not a place on record"))
    return filters, refused


def place() -> str | None:
    """Return the id of the place whose summary is open, if the address names one that is on record."""
    asked = st.query_params.get(PLACE)
    return asked if asked in set(dataset().jurisdictions["jurisdiction_id"]) else None


def go(filters: Filters) -> None:
    """Write filters into the address; the open place stays open."""
    write(filters, place())


def open_place(jurisdiction_id: str | None) -> None:
    """Write the open place into the address; the filters stay as they are."""
    if jurisdiction_id != place():
        write(read()[0], jurisdiction_id)


def write(filters: Filters, jurisdiction_id: str | None) -> None:
    """Replace the address by these filters and this place; what meant nothing is gone from it."""
    st.query_params.from_dict(parameters(filters, jurisdiction_id))


def parameters(filters: Filters, jurisdiction_id: str | None = None) -> dict[str, str | list[str]]:
    """Give the address of a view as parameters."""
    values = {
        key: list(value) if isinstance(value, tuple) else str(value)
        for key, value in filters.active().items()
    }
    return values | ({PLACE: jurisdiction_id} if jurisdiction_id else {})


def absolute(filters: Filters, jurisdiction_id: str | None = None) -> str:
    """Return the whole link to the overview of a view, as it would stand in the address bar."""
    query = urlencode(parameters(filters, jurisdiction_id), doseq=True)
    home = urljoin(st.context.url or "", ".")
    return f"{home}?{query}" if query else home


def record_link(jurisdiction_id: str, filters: Filters) -> str:
    """Return the link to a place's record, the day kept, relative to any page."""
    day = {"as_of": str(filters.as_of)} if filters.as_of else {}
    return "record?" + urlencode({"id": jurisdiction_id} | day)
