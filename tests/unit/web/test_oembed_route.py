"""oEmbed: a page of this site, and of no other, as a frame that fits."""

from datetime import date
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from tracker.address import Address
from tracker.exports.embedding import iframe, resizer
from tracker.pages.head import head_tags
from tracker.pages.site import PAGES, RECORD
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.parts import PARTS
from tracker.web import wellknown
from tracker.web.public_address import PublicAddress

HOME = "https://letters.example.org/"
JANUARY = f"{HOME}?round=2018-01&as_of=2018-01-25"


@pytest.fixture
def client(dataset):
    return TestClient(Starlette(routes=wellknown.routes(lambda: dataset)), base_url=HOME)


class Frame(HTMLParser):
    """The elements of a fragment."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def ask(client, **parameters):
    return client.get("/oembed", params=parameters)


def frame(client, **parameters):
    (tag, attributes), *more = Frame(ask(client, **parameters).json()["html"]).found
    assert tag == "iframe"
    assert more in ([], [("script", {})])
    return attributes


def test_a_view_is_a_frame_of_its_embedded_page(client):
    answer = ask(client, url=JANUARY)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["type"], body["version"]) == ("rich", "1.0")
    assert body["title"] == "DOJ letters of the January 2018 round, as of Jan. 25, 2018"
    assert body["provider_url"] == HOME
    shown = frame(client, url=JANUARY)
    assert shown["src"] == f"{JANUARY}&embed=true"
    assert (int(shown["width"]), int(shown["height"])) == (body["width"], body["height"])
    assert shown["title"] == f"{body['title']} · {body['provider_name']}"


def test_the_frame_has_the_script_that_fits_it_unless_its_height_has_a_limit(client, dataset):
    script = resizer(dataset.campaign.channel)
    assert ask(client, url=JANUARY).json()["html"].endswith(f"</iframe>{script}")
    assert ask(client, url=JANUARY, maxwidth="400").json()["html"].endswith(script)
    assert ask(client, url=JANUARY, maxheight="400").json()["html"].endswith("</iframe>")


@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
def test_a_frame_is_as_high_as_the_part_it_shows(client, part):
    heights = [
        ask(client, url=f"{view}&show={part.word}").json()["height"]
        for view in (f"{HOME}?round=2018-01&state=MS", JANUARY)
    ]
    assert heights == [part.frame_height(1), part.frame_height(23)]
    assert (heights[0] < heights[1]) == bool(part.row)


def test_the_frame_of_another_page_is_as_high_as_in_the_code_to_copy(client):
    height = ask(client, url=f"{HOME}compare").json()["height"]
    assert f'height="{height}"' in iframe(f"{HOME}compare", "A title")


def test_the_frame_fits_what_is_allowed(client):
    body = ask(client, url=JANUARY, maxwidth=320, maxheight=200).json()
    assert (body["width"], body["height"]) == (320, 200)
    assert "thumbnail_url" not in body


@pytest.mark.parametrize("path", [path for path in PAGES if path != RECORD])
def test_title_and_picture_are_those_of_the_preview_where_the_picture_fits(client, dataset, path):
    query = "round=2018-01&as_of=2018-01-25"
    body = ask(client, url=f"{HOME}{path}?{query}", maxwidth=1200).json()
    request = PageRequest(path, Address.parse(query, dataset), date(2026, 11, 26))
    head = unescape(head_tags(snapshot(request, dataset), dataset, HOME))
    assert f'<meta property="og:title" content="{body["title"]}">' in head
    assert f'<meta property="og:image" content="{body["thumbnail_url"]}">' in head
    assert (body["thumbnail_width"], body["thumbnail_height"]) == (1200, 630)


def test_a_record_is_a_page_too(client):
    shown = frame(client, url=f"{HOME}record?id=jackson-ms&as_of=2018-01-25")
    assert urlsplit(shown["src"]).path == "/record"
    assert parse_qs(urlsplit(shown["src"]).query) == {
        "id": ["jackson-ms"],
        "as_of": ["2018-01-25"],
        "embed": ["true"],
    }


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_either_scheme_is_this_site(client, scheme):
    assert ask(client, url=f"{scheme}://letters.example.org/rounds").status_code == 200


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/",
        "https://letters.example.org.elsewhere.example/",
        "https://letters.example.org@elsewhere.example/",
        "https://letters.example.org:8443/",
        "javascript:alert(1)",
        "ftp://letters.example.org/",
        "https://[letters.example.org/",
        "https://letters.example.org:x/",
        "//letters.example.org/",
        "not a link",
        f"{HOME}no-such-page",
        f"{HOME}api/v1/letters.json",
        f"{HOME}record?id=atlantis",
        f"{HOME}record",
    ],
)
def test_what_is_no_page_of_this_site_is_not_found(client, link):
    assert ask(client, url=link).status_code == 404


def test_a_site_in_a_folder_owns_that_folder_only(dataset):
    site = [Middleware(PublicAddress, url="https://news.example.org/doj/")]
    client = TestClient(Starlette(routes=wellknown.routes(lambda: dataset), middleware=site))
    assert frame(client, url="https://news.example.org/doj/rounds")["src"] == (
        "https://news.example.org/doj/rounds?embed=true"
    )
    assert ask(client, url="https://news.example.org/doj").status_code == 200
    assert ask(client, url="https://news.example.org/rounds").status_code == 404


def test_what_means_nothing_in_an_address_is_not_carried_into_the_frame(client):
    hostile = f'{HOME}?round=2018-01&state=XX&evil="><script>alert(1)</script>&q="><script>'
    shown = frame(client, url=hostile)
    assert set(parse_qs(urlsplit(shown["src"]).query)) == {"round", "q", "embed"}
    assert '"><script>' in shown["title"]  # as text


def test_the_answer_is_there_as_xml(client):
    answer = ask(client, url=JANUARY, format="xml")
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {part.tag: part.text for part in root} == {
        name: str(value) for name, value in ask(client, url=JANUARY).json().items()
    }


def test_another_format_is_not_implemented(client):
    assert ask(client, url=JANUARY, format="yaml").status_code == 501


@pytest.mark.parametrize(
    "parameters",
    [{}, {"url": ""}, {"url": JANUARY, "maxwidth": "0"}, {"url": JANUARY, "maxheight": "wide"}],
)
def test_a_question_that_makes_no_sense_is_refused(client, parameters):
    answer = ask(client, **parameters)
    assert answer.status_code == 400
    assert answer.json()["problems"]


def test_what_a_consumer_adds_is_passed_over(client):
    assert ask(client, url=JANUARY, consumer="x").status_code == 200
