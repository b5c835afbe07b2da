"""What machines ask of a site before they use it."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker import DataError, Report
from tracker.address import Address
from tracker.pages.site import PAGES, page_at
from tracker.problems import Problem, Severity
from tracker.web import wellknown

HOME = "https://letters.example.org/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def client(dataset):
    return serving(lambda: dataset)


@pytest.fixture
def failing():
    problem = Problem(
        "letters.csv", 12, "2018-01 + jackson-ms", "sent_on", "type", Severity.ERROR, "is no day"
    )

    def data():
        raise DataError(Report((problem,)))

    return serving(data)


def serving(data):
    return TestClient(Starlette(routes=wellknown.routes(data)), base_url=HOME)


def links(client):
    return etree.fromstring(client.get("/sitemap.xml").content).xpath("//s:loc/text()", namespaces=NAMES)


def test_robots_may_read_the_pages_and_the_data_and_find_the_sitemap(client):
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    robots = RobotFileParser()
    robots.parse(answer.text.splitlines())
    for path in ("", "record?id=jackson-ms", "api/v1/letters.json", "?round=2018-01", "feed.atom"):
        assert robots.can_fetch("Googlebot", HOME + path)
    assert not robots.can_fetch("Googlebot", f"{HOME}_stcore/stream")
    assert robots.site_maps() == [f"{HOME}sitemap.xml"]


def test_robots_are_answered_even_when_the_data_fail(failing):
    assert failing.get("/robots.txt").status_code == 200


def test_the_sitemap_has_every_page_and_every_record(client, dataset):
    found = links(client)
    assert len(found) == len(set(found)) == len(PAGES) - 1 + len(dataset.jurisdictions)
    assert {f"{HOME}{path}" for path in PAGES if path != "record"} < set(found)
    records = {parse_qs(urlsplit(link).query)["id"][0] for link in found if "/record?" in link}
    assert records == set(dataset.jurisdictions["jurisdiction_id"])


def test_every_record_of_the_sitemap_is_there(client, dataset):
    for link in links(client)[-3:]:
        address = Address.parse(urlsplit(link).query, dataset)
        assert page_at("record", address, dataset, dataset.version.released_on).exists


def test_the_days_of_the_sitemap_are_days_up_to_the_release(client, dataset):
    document = etree.fromstring(client.get("/sitemap.xml").content)
    days = document.xpath("//s:lastmod/text()", namespaces=NAMES)
    assert len(days) == len(links(client))
    assert max(days) <= str(dataset.version.released_on)


def test_healthy_data_are_said_to_be_ready_with_their_version(client, dataset):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert body["ready"] is True
    assert body["version"]["name"] == dataset.version.name
    assert body["version"]["content_hash"] == dataset.version.content_hash
    assert len(body["problems"]) == len(dataset.report.problems)
    assert body["refused"] == []
    assert body["code_is_current"] is True


def test_what_is_wrong_with_newer_files_is_said_while_the_last_good_version_is_served(dataset):
    problem = Problem("letters.csv", 12, "x", "sent_on", "day", Severity.ERROR, "is no day")
    answer = serving(lambda: replace(dataset, refused=Report((problem,)))).get("/healthz")
    body = answer.json()
    assert (answer.status_code, body["ready"]) == (200, True)
    assert [(one["file"], one["line"], one["code"]) for one in body["refused"]] == [
        ("letters.csv", 12, "day")
    ]


def test_data_that_fail_are_not_ready_and_say_why(failing):
    answer = failing.get("/healthz")
    assert answer.status_code == 503
    body = answer.json()
    assert (body["ready"], body["version"]) == (False, None)
    assert body["problems"] == [
        {
            "severity": "error",
            "code": "type",
            "file": "letters.csv",
            "line": 12,
            "row": "2018-01 + jackson-ms",
            "column": "sent_on",
            "message": "is no day",
        }
    ]
    assert failing.get("/sitemap.xml").status_code == 503
