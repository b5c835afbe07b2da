"""Feed and calendar over HTTP: strict about the query, kind to caches, and honest when the data fail."""

from datetime import date

import feedparser
import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from tracker import DataError, Filters, Report
from tracker.exports.atom import atom_feed
from tracker.exports.ical import deadlines_calendar
from tracker.web import feeds, parameters
from tracker.web.public_address import PublicAddress

PATHS = ["/feed.atom", "/feed.json", "/deadlines.ics"]
CALIFORNIA = "round=2018-01&state=CA&as_of=2018-01-25"


@pytest.fixture
def client(dataset):
    return TestClient(Starlette(routes=feeds.routes(lambda: dataset)), base_url="https://letters.example.org")


def test_the_feed_is_that_of_the_view(client, dataset):
    answer = client.get(f"/feed.atom?{CALIFORNIA}")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    selection = Filters.parse(CALIFORNIA, dataset)[0].apply(dataset)
    assert answer.content == atom_feed(selection, "https://letters.example.org/")
    assert "content-disposition" not in answer.headers


def test_the_calendar_is_that_of_the_view_and_is_saved_under_its_filters(client, dataset):
    answer = client.get(f"/deadlines.ics?{CALIFORNIA}")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    selection = Filters.parse(CALIFORNIA, dataset)[0].apply(dataset)
    assert answer.content == deadlines_calendar(selection, "https://letters.example.org/")
    name = f"doj-deadlines_round-2018-01_state-CA_as-of-2018-01-25_{dataset.version.name}.ics"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_without_a_day_the_feed_reaches_to_today(client, monkeypatch):
    monkeypatch.setattr(parameters, "today", lambda zone: date(2018, 1, 25))
    read = feedparser.parse(client.get("/feed.atom?round=2018-01").content)
    assert "as of Jan. 25, 2018" in read.feed.subtitle
    happened = [entry for entry in read.entries if ":recorded/" not in entry.id]
    assert max(entry.published for entry in happened) <= "2018-01-25T00:00:00Z"


def test_without_a_day_a_status_is_that_of_today(client, monkeypatch):
    def labels():
        read = Calendar.from_ical(client.get("/deadlines.ics?round=2018-01&q=Jackson").content)
        return [str(one["CATEGORIES"].cats[0]) for one in read.walk("VEVENT")]

    monkeypatch.setattr(parameters, "today", lambda zone: date(2018, 1, 25))
    assert labels() == ["Awaiting answer"]
    monkeypatch.setattr(parameters, "today", lambda zone: date(2018, 3, 1))
    assert labels() == ["Deadline passed, no answer on public record"]


@pytest.mark.parametrize("path", PATHS)
def test_a_query_that_means_nothing_is_refused_with_what_would(client, path):
    answer = client.get(f"{path}?state=XX&colour=red")
    assert answer.status_code == 400
    problems = {problem["parameter"]: problem for problem in answer.json()["problems"]}
    assert set(problems) == {"state", "colour"}
    assert "CA" in problems["state"]["allowed"]


@pytest.mark.parametrize("path", PATHS)
def test_what_has_not_changed_is_not_sent_again(client, path):
    first = client.get(f"{path}?{CALIFORNIA}")
    again = client.get(f"{path}?{CALIFORNIA}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(f"{path}?{CALIFORNIA}").headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("path", PATHS)
def test_no_other_method_is_answered(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", PATHS)
def test_data_that_fail_are_said_to_fail(path):
    def failing():
        raise DataError(Report(()))

    answer = TestClient(Starlette(routes=feeds.routes(failing))).get(path)
    assert answer.status_code == 503


def test_links_are_those_of_the_configured_site(dataset):
    site = [Middleware(PublicAddress, url="https://news.example.org/doj/")]
    client = TestClient(Starlette(routes=feeds.routes(lambda: dataset), middleware=site))
    read = feedparser.parse(client.get(f"/feed.atom?{CALIFORNIA}").content)
    assert read.feed.link == f"https://news.example.org/doj/?{CALIFORNIA}"


@pytest.mark.parametrize("path", ["/feed.atom", "/feed.json"])
@pytest.mark.parametrize("page", ["0", "-1", "two", "", "1&page=2", "10000"])
def test_a_page_that_is_none_is_refused(client, path, page):
    answer = client.get(f"{path}?page={page}")
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["parameter"] == "page"


def test_the_pages_of_the_feed_follow_one_another(client):
    first = feedparser.parse(client.get("/feed.atom").content)
    (following,) = (link.href for link in first.feed.links if link.rel == "next")
    assert following == "https://letters.example.org/feed.atom?page=2"
    second = feedparser.parse(client.get(following).content)
    assert second.entries
    assert not {one.id for one in first.entries} & {one.id for one in second.entries}
    beyond = feedparser.parse(client.get("/feed.atom?page=9999").content)
    assert beyond.entries == []


def test_the_calendar_has_no_pages(client):
    assert client.get("/deadlines.ics?page=2").status_code == 400
