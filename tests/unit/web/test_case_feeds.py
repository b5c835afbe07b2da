"""A court case is followed as places are: a feed of just its changes, in both forms."""

import json
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker.changes import history
from tracker.web import feeds

ATOM = "{http://www.w3.org/2005/Atom}"
CASE = "west-palm-beach-v-sessions-2018"


@pytest.fixture(scope="module")
def client(dataset):
    return TestClient(
        Starlette(routes=feeds.routes(lambda: dataset)), base_url="https://letters.example.org/"
    )


def test_the_feed_of_a_case_has_what_happened_in_it_and_no_more(client, dataset):
    mine = {change.key for change in history(dataset) if change.case_id == CASE}
    assert mine
    items = json.loads(client.get(f"feed.json?case={CASE}&as_of=2026-11-26").content)["items"]
    assert len(items) == len(mine) < len(history(dataset))


def test_the_feed_says_which_case_it_is_of_and_where_it_stands(client):
    feed = json.loads(client.get(f"feed.json?case={CASE}").content)
    assert feed["title"].endswith(": City of West Palm Beach v. Sessions")
    assert feed["home_page_url"] == f"https://letters.example.org/cases?case={CASE}"
    assert feed["feed_url"] == f"https://letters.example.org/feed.json?case={CASE}"
    root = ElementTree.fromstring(client.get(f"feed.atom?case={CASE}").content)
    other = ElementTree.fromstring(client.get("feed.atom").content)
    assert root.findtext(f"{ATOM}title") == feed["title"]
    assert root.findtext(f"{ATOM}id") != other.findtext(f"{ATOM}id")


@pytest.mark.parametrize("query", ["case=none", "case=", f"case={CASE}&case={CASE}"])
def test_a_case_that_means_nothing_is_an_error_that_lists_the_cases(client, query):
    answer = client.get(f"feed.atom?{query}")
    assert answer.status_code == 400
    (problem,) = answer.json()["problems"]
    assert problem["parameter"] == "case"
    assert CASE in problem["allowed"]
