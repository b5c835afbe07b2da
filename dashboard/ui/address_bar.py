"""The address bar is the one place where a view is kept: read it, and make the reader's choices in it.

Widgets hold no state of their own. Each run works out the newest address, makes the choices since the last
run in it, and draws what it says. So a link, a reload, Back and Forward all give the same page.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tracker.address import Address
from ui.controls import Report
from ui.shared_data import dataset, today

_STANDING = "standing"


@dataclass
class Standing:
    """The newest address of a session.

    Attributes:
        page: which page it is of, by Streamlit's mark of it.
        query: its query string.
        behind: what the browser's address bar may still say while the newest is on its way there.
        drawn: whether the page of it was drawn to the end.
    """

    page: str = ""
    query: str = ""
    behind: frozenset[str] = frozenset()
    drawn: bool = False


def settle() -> None:
    """Write the choices since the last run into the address: the first thing of each run.

    Each run brings the browser's address, which is an old one where the last choice has not reached it yet.
    """
    standing: Standing = st.session_state.setdefault(_STANDING, Standing())
    shown, page, moved = query(), *_navigation()
    report = Report.read()
    # From here to the end of the choices nothing asks Streamlit, which could break this off for the next run.
    if page != standing.page:
        report.forget()
    if moved or page != standing.page or shown not in (standing.query, *standing.behind):
        report.take()
        standing.query = shown
    else:
        standing.query = _chosen(report, standing, shown)
    standing.page, standing.drawn = page, False
    standing.behind = standing.behind | {shown} if shown != standing.query else frozenset()
    if shown != standing.query:
        st.query_params.from_dict(parse_qs(standing.query))


def _chosen(report: Report, standing: Standing, shown: str) -> str:
    """Return the query string with the choices made; where they change nothing, it stays as it is."""
    newest = Address.parse(standing.query, dataset())
    chosen = report.onto(newest, settled=standing.drawn and shown == standing.query)
    changed = chosen.parameters() != newest.parameters()
    return (
        urlencode(chosen.parameters(), doseq=True)
        if changed or (newest.refused and chosen is not newest)
        else standing.query
    )


def drawn() -> None:
    """Note that the page is drawn: the last thing of each run."""
    st.session_state[_STANDING].drawn = True


def query() -> str:
    """Return the query string of the address."""
    return urlencode([(key, value) for key in st.query_params for value in st.query_params.get_all(key)])


def read() -> Address:
    """Return what the address asks for."""
    return Address.parse(query(), dataset())


def day() -> date:
    """Return the day to look from: the one in the address, or today."""
    return read().filters.day(dataset(), today())


def _navigation() -> tuple[str, bool]:
    """Return the mark of the page, and whether Back or Forward led to its address."""
    context = get_script_run_ctx()
    return (context.page_script_hash, context.is_history_navigation) if context else ("", False)
