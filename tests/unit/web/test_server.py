"""Every path has one answer, every answer the headers, and the live application is behind few doors."""

import gzip
import logging
import re
import shutil

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from live import INDEX, STATIC, fake_live
from tracker import DataError, Report, load
from tracker.problems import Problem, Severity
from tracker.resources import data_folder
from tracker.settings import Settings
from tracker.web.live import is_own
from tracker.web.server import server

STREAM = "/_stcore/stream"
CLOSED = [
    "/_stcore/upload_file/session/file",
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/nope",
    "/_stcore",
    "/component/x/index.html",
    "/app",
    "/app/static/x",
    "/auth/login",
    "/auth/x",
    "/oauth2callback",
    "/manifest.json",
    "/index.html",
    "/static/none.js",
    "/static//etc/passwd",
    "/static/../index.html",
    "/static/%2e%2e/index.html",
    "/media/nothing.png",
]
EAGER = b"//# allFunctionsCalledOnLoad\n"
"""What has Chromium compile a script before it runs; it stands in what is sent compressed."""

(SCRIPT,) = re.findall(r'<script type="module" crossorigin src="\.(/static/js/[^"]+)"', INDEX)
ANSWERS = [
    ("/", 200),
    ("/nothing", 404),
    ("/record/?id=jackson-ms", 308),
    ("/?print=true", 200),
    ("/feed.atom", 200),
    ("/feed.atom?state=XX", 400),
    ("/api/nothing", 404),
    ("/robots.txt", 200),
    ("/favicon.png", 200),
    ("/card.png?as_of=x", 400),
    ("/pictures/map.svg?round=2018-01", 200),
    ("/pictures/timeline.png?width=1", 400),
    ("/oembed", 400),
    ("/healthz", 200),
    (SCRIPT, 200),
    ("/static/none.js", 404),
    ("/_stcore/health", 200),
    ("/_stcore/metrics", 404),
    ("/broken", 500),
]


@pytest.fixture
def live():
    return fake_live()


def serving(live, data, **settings):
    parts = server(live, data, Settings(data_folder(), **settings))
    parts["routes"].insert(0, Route("/broken", lambda request: 1 / 0))
    client = TestClient(Starlette(**parts), base_url="http://letters.example", raise_server_exceptions=False)
    client.follow_redirects = False
    return client


@pytest.fixture
def site(live, dataset):
    return serving(live, lambda: dataset)


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
def test_what_the_tracker_does_not_need_is_not_there(site, live, path, method):
    answer = site.request(method, path, content=b"x" if method == "PUT" else None)
    assert answer.status_code in ((404,) if method == "GET" else (404, 405))
    assert live.app.state.requests == []
    if method == "GET":
        assert "no such page" in answer.text
        assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(("path", "status"), ANSWERS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
def test_every_answer_has_the_headers_once(site, path, status, method):
    answer = site.request(method, path)
    assert answer.status_code == status or method in ("PUT", "OPTIONS")
    for name in (
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
    ):
        assert len(answer.headers.get_list(name)) == 1, name
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src *" not in answer.headers["content-security-policy"]
    assert len(answer.headers.get_list("vary")) <= 1
    assert "strict-transport-security" not in answer.headers
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/nothing", SCRIPT, "/feed.atom", "/broken"])
def test_https_is_kept_to_where_that_is_configured(live, dataset, path):
    site = serving(live, lambda: dataset, hsts=600)
    assert site.get(path).headers["strict-transport-security"] == "max-age=600"


def test_an_unforeseen_fault_says_nothing_of_itself(site):
    answer = site.get("/broken")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.text


def test_a_script_is_compressed_once_and_kept_for_a_year(site, monkeypatch):
    plain = site.get(SCRIPT, headers={"accept-encoding": "identity"})
    assert plain.content == (STATIC / SCRIPT.lstrip("/")).read_bytes()
    for coding in ("br", "gzip"):
        packed = site.get(SCRIPT, headers={"accept-encoding": coding})
        assert packed.headers["content-encoding"] == coding
        assert packed.content == EAGER + plain.content
        assert int(packed.headers["content-length"]) < len(plain.content) / 2
        assert packed.headers["etag"] != plain.headers["etag"]
        assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert packed.headers["vary"] == "Accept-Encoding"
        assert "javascript" in packed.headers["content-type"]
        again = site.get(SCRIPT, headers={"if-none-match": packed.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        headed = site.head(SCRIPT, headers={"accept-encoding": coding})
        assert (headed.headers, headed.content) == (packed.headers, b"")
    monkeypatch.setattr("tracker.web.assets.encoded", None)  # a second time would fail
    again = site.get(SCRIPT, headers={"accept-encoding": "gzip"})
    assert (again.headers["content-encoding"], again.content) == ("gzip", EAGER + plain.content)


def test_a_part_of_a_script_is_sent_as_it_is(site):
    answer = site.get(SCRIPT, headers={"range": "bytes=0-9", "accept-encoding": "gzip"})
    assert (answer.status_code, len(answer.content)) == (206, 10)


@pytest.mark.parametrize("compress", [gzip.compress])
def test_compressing_leaves_the_event_loop_alone(site, monkeypatch, compress):
    """A page, a file and a script are compressed in threads that have no running loop."""
    import asyncio

    from tracker.web import assets, sending

    seen = []

    def noting(body, coding, **_):
        with pytest.raises(RuntimeError):
            asyncio.get_running_loop()
        seen.append(coding)
        return compress(body)

    monkeypatch.setattr(assets, "encoded", noting)
    monkeypatch.setattr(sending, "encoded", noting)
    for path in ("/", "/nothing", "/api/v1/letters.csv", "/feed.atom", SCRIPT):
        assert site.get(path, headers={"accept-encoding": "gzip"}).status_code in (200, 404)
    assert seen == ["gzip"] * 5


def test_a_page_of_another_site_is_refused_before_the_live_application_sees_it(site, live, caplog):
    for _ in range(3):
        with (
            pytest.raises(WebSocketDenialResponse) as refusal,
            site.websocket_connect(STREAM, headers={"origin": "https://evil.example"}),
        ):
            pass
        assert refusal.value.status_code == 403
        assert refusal.value.headers["x-content-type-options"] == "nosniff"
    assert live.app.state.requests == []
    assert caplog.text.count("evil.example") == 1
    assert "TRACKER_URL" in caplog.text


@pytest.mark.parametrize("origin", [None, "http://letters.example", "HTTPS://LETTERS.EXAMPLE:443"])
def test_a_page_of_this_site_is_let_through_and_nobody_is_asked_about_it(site, live, origin):
    headers = {"host": "letters.example"} | ({"origin": origin} if origin else {})
    with site.websocket_connect(STREAM, headers=headers) as socket:
        socket.send_bytes(b"x")
        assert socket.receive_bytes() == b"x"
    assert live.app.state.requests == ["WEBSOCKET None"]


def test_the_configured_site_is_let_through_where_the_proxy_does_not_pass_host(live, dataset):
    site = serving(live, lambda: dataset, url="https://news.example.org/doj/")
    with site.websocket_connect(STREAM, headers={"origin": "https://news.example.org"}) as socket:
        socket.send_bytes(b"x")
        assert socket.receive_bytes() == b"x"


def test_text_over_the_socket_ends_it_without_a_word_in_the_log(site, caplog):
    with site.websocket_connect(STREAM) as socket:
        socket.send_text("hello")
        with pytest.raises(WebSocketDisconnect):
            socket.receive_bytes()
    assert caplog.records == []


@pytest.mark.parametrize(
    ("origin", "host", "public", "own"),
    [
        ("http://localhost:8501", "localhost:8501", "", True),
        ("http://localhost:3000", "localhost:8501", "", False),
        ("https://a.example", "127.0.0.1:8501", "a.example", True),
        ("https://a.example", "127.0.0.1:8501", "", False),
        ("https://a.example:8443", "127.0.0.1:8501", "a.example:8443", True),
        ("https://a.example.evil.example", "a.example", "a.example", False),
        ("http://[::1]:8501", "[::1]:8501", "", True),
        ("http://[::1", "[::1", "", False),
        ("null", "a.example", "", False),
        ("", "", "", False),
        ("file://", "", "", False),
        ("chrome-extension://a.example", "a.example", "", False),
    ],
)
def test_whose_a_page_is(origin, host, public, own):
    assert is_own(origin, host, public) is own


def test_data_that_cannot_be_served_are_named_when_the_server_starts(live, caplog):
    def failing():
        problem = Problem("letters.csv", 12, "x", "sent_on", "type", Severity.ERROR, "is no day")
        raise DataError(Report((problem,)))

    with caplog.at_level(logging.ERROR), serving(live, failing):
        assert "letters.csv:12 [x] sent_on: error: is no day (type)" in caplog.text


@pytest.mark.parametrize(
    "missing", ["datapackage.json", "boundaries/states.json", "boundaries/counties.json"]
)
@pytest.mark.parametrize("path", ["/", "/?print=true", "/healthz", "/api/v1", "/feed.atom"])
def test_no_answer_names_a_folder_of_the_machine(live, tmp_path, missing, path):
    shutil.copytree(data_folder(), tmp_path / "data")
    (tmp_path / "data" / missing).unlink()
    answer = serving(live, lambda: load(tmp_path / "data")).get(path)
    assert answer.status_code == 503
    assert missing.rpartition("/")[2] in answer.text
    assert str(tmp_path) not in answer.text
