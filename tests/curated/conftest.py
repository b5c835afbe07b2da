"""The views of `recount`, each rendered by the tracker and counted again from the tables."""

import re
from datetime import date

import pytest

import tracker
from recount import VIEWS, Recount
from tracker.address import Address
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pictures.card import card_of

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="session", params=VIEWS, ids=lambda query: query or "all")
def seen(request):
    """Render a view, and count its letters again."""
    data, query = tracker.load(), request.param
    day = re.search(r"as_of=(\S+)", query)
    recount = Recount(VIEWS[query], day[1] if day else TODAY.isoformat())
    body = snapshot(PageRequest("", Address.parse(query, data), TODAY), data).body
    return recount, body, card_of(Address.parse(query, data), data, TODAY)


@pytest.fixture(scope="session")
def selection(seen):
    """Give the selection of the view."""
    _, _, card = seen
    return card.selection
