"""Whatever is asked, and however, is answered: requests made at random of what means something or harm.

`make faults` sends thousands of them; among the other tests it is a few hundred. They go straight into the
application, as the server in front of it would hand them on, so that no client mends them on their way.
"""

import gzip
import json
import os
import re
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, unquote
from xml.etree import ElementTree

import brotli
import pytest
from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers

from live import fake_live
from tracker.address import KEYS, WORDS
from tracker.case_filters import CASE_CHOICES
from tracker.exports.own import KEYS as OWN_KEYS
from tracker.exports.picture_links import LOOKS
from tracker.filters import CHOICES, LABELS
from tracker.pages.site import PAGES
from tracker.resources import data_folder
from tracker.settings import Settings
from tracker.web.parameters import LIMIT, OFFSET
from tracker.web.responses import _Machine
from tracker.web.server import server

REQUESTS = int(os.environ.get("REQUESTS", "200"))
PARTS = max(1, REQUESTS // 1_000)
"""Into how many tests they are divided for each address, so that every core has its share."""
SITE = "https://letters.example.org/"
MARKUP = "<zq>\"'&"
"""Markup that stands in no template: as it is, it stands in an answer only if it was let through."""

ODD = (
    "", " ", "0", "-1", "1e9", "9" * 40, "NaN", "null", "true", "2018-01-25", "2018-02-30",
    "2099-12-31", "2018-1-1", "\x00", "\r\nx-injected: 1", "\u202e", "\ufeff", "\udcff", "é",
    "🧿", MARKUP, "javascript:alert(1)", "../../etc/passwd", "..%2f", "%zz", "%", "&", ";", "+", "*", "(",
    "\\", "a" * 101, "x" * 9_000, "=1+1", "{{7*7}}", "' OR 1=1 --", f"{SITE}?state=CA", "https://[::1",
)  # fmt: skip
PATHS = (
    "/", "", "//", "/nothing", "/record/", "/api", "/api/", "/api/v1/", "/api/v2", "/api/v1/letters",
    "/api/v1/letters.exe", "/api/v1/letters.csv/", "/api/v1/releases/x.zip", "/api/v1/releases/..%2fx.zip",
    "/static/none.js", "/static/", "/static/../index.html", "/static/%2e%2e/%2e%2e/index.html",
    "/_stcore/stream", "/_stcore/metrics", "/app", "/%00", "/%ff", "/%C3%A9", "/cards/nothing.png", "/.env",
    "/healthz/", "/record%2f", "/" + "a" * 3_000, "/" + "../" * 30, "/RECORD", f"/{quote(MARKUP)}",
)  # fmt: skip
HEADERS = {
    "if-none-match": ("*", '"', 'W/"', '"a", "b-gzip"', ",,,", '"' * 300, "é", 'W/"a-br", *'),
    "accept-encoding": (
        "br", "gzip", "gzip;q=0", "*;q=0.1", "br;q=nan", "identity;q=0, *;q=0", ";;;", "gzip;q=1e9",
    ),
    "host": ("", "a b", "evil.example", "[::1]:8501", "[", "a" * 3_000, "x:99999", "é", "a@b", "a/b", MARKUP),
    "range": ("bytes=0-9", "bytes=9-0", "bytes=-1", "bytes=0-,5-", "lines=1-2", "bytes=", "x" * 500),
    "origin": ("null", "https://evil.example", "", MARKUP, "https://[::1", "file://"),
    "accept": ("*/*", "application/json", "text/html;q=x", ""),
    "accept-language": ("de", "*", "x" * 500),
    "if-modified-since": ("Thu, 01 Jan 2099 00:00:00 GMT", "yesterday", "0"),
    "if-range": ('"a"', "yesterday"),
    "content-length": ("0", "-1", "x"),
    "content-type": ("application/json", "multipart/form-data", MARKUP),
    "cookie": ("a=b", "=", MARKUP),
    "x-forwarded-proto": ("https", MARKUP),
    "x-forwarded-host": ("evil.example",),
    "user-agent": ("", "Mozilla/5.0", MARKUP),
}  # fmt: skip
METHODS = (*["GET"] * 8, "HEAD", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW")
GENERAL = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")
PARSERS = {"json": json.loads, "xml": ElementTree.fromstring, "html": lambda text: text.index("</html>")}
"""What reads the body of a type, and fails on what is cut or broken."""


@dataclass(frozen=True)
class Request:
    """A request as it stands on the line."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name):
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True)
class Answer:
    """What came back; `error` is what went wrong behind it."""

    status: int
    headers: Headers
    raw: bytes
    error: Exception | None = None

    @property
    def type(self):
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def body(self):
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
        coding = self.headers.get("content-encoding")
        return unpack[coding](self.raw) if coding and self.raw else self.raw


async def asked(app, request):
    """Hand a request on as uvicorn does: the path decoded, the rest as bytes."""
    path = request.path.encode("ascii", "ignore")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": request.method, "path": unquote(path.decode()), "raw_path": path,
        "query_string": request.query.encode("ascii", "ignore"),
        "headers": [(name.encode(), value.encode("utf-8")) for name, value in request.headers],
        "client": ("203.0.113.1", 50_000), "server": ("127.0.0.1", 8501),
    }  # fmt: skip
    got = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        got.append(message)

    error = None
    try:
        await app(scope, receive, send)
    except Exception as raised:
        error = raised
    start = next(message for message in got if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in got[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body, error)


def faults(request, answer, is_machine, url):
    """Give what is wrong with an answer, in words."""
    headers, status = answer.headers, answer.status
    if answer.error is not None or status >= 500:
        yield f"{status}: {answer.error!r}"
    yield from (f"{name} is there {n} times" for name in GENERAL if (n := len(headers.getlist(name))) != 1)
    yield from (
        f"{name} repeats" for name in ("vary", "etag", "cache-control") if len(headers.getlist(name)) > 1
    )
    if "set-cookie" in headers or "x-injected" in headers:
        yield "a header that nobody meant"
    yield from of_body(request, answer)
    opened = headers.get("access-control-allow-origin")
    if status >= 400 and is_machine and (answer.type, opened) != ("application/json", "*"):
        yield f"an error for machines is {answer.type}, open to {opened}"
    if status >= 400 and "etag" in headers:
        yield "an error has a tag"
    if status == 304 and request.header("if-none-match") is None:
        yield "not modified, though nobody asked"
    kept = headers.get("cache-control", "")
    if not url and "public" in kept and "immutable" not in kept:
        yield "a shared cache may keep what names the host of one request"


def of_body(request, answer):
    """Give what is wrong with the body."""
    if request.method == "HEAD" or answer.status in (204, 304):
        if answer.raw:
            yield "a body where none may be"
        return
    if int(answer.headers.get("content-length", len(answer.raw))) != len(answer.raw):
        yield "the length is wrong"
    coding = answer.headers.get("content-encoding")
    if coding and not re.search(rf"{coding}|\*", request.header("accept-encoding") or ""):
        yield f"{coding} was not asked for"
    if MARKUP.encode()[:4] in answer.body and answer.type != "application/json" and "csv" not in answer.type:
        yield "markup of the request stands in the answer"
    for kind, parse in PARSERS.items():
        if re.search(rf"[/+]{kind}$", answer.type) and answer.status != 206 and answer.body:
            try:
                parse(answer.body.decode())
            except ValueError as error:
                yield f"no {kind}: {error}"
            except ElementTree.ParseError as error:
                yield f"no {kind}: {error}"


def values_of(dataset):
    """Give the words of each key that takes one of a few."""
    known = {choice.key: tuple(choice.options(dataset)) for choice in (*CHOICES, *CASE_CHOICES.values())}
    return {**known, **WORDS, **LOOKS, "place": ("jackson-ms",), "format": ("json", "xml")}


def requests(dataset, app):
    """Put requests together: what means something, mixed with what does not."""
    known = values_of(dataset)
    own = {key for keys in OWN_KEYS.values() for key in keys}
    keys = sorted(
        {*LABELS, *KEYS, *own, *known, LIMIT, OFFSET, "url", "maxwidth", "page", MARKUP, "", "utm_source"}
    )
    routes = [re.sub(r"\{.*?\}", "x", route.path) for route in app.routes if hasattr(route, "path")]
    odd = st.sampled_from(ODD)
    good = st.sampled_from(keys).flatmap(
        lambda key: st.tuples(st.just(key), st.sampled_from(known[key]) if known.get(key) else odd)
    )
    pair = st.one_of(good, good, st.tuples(st.sampled_from(keys), odd))
    written = st.lists(pair, max_size=4).map(
        lambda pairs: "&".join(f"{escaped(key)}={escaped(value)}" for key, value in pairs)
    )
    raw = st.sampled_from(
        ("%", "&&&", "=", "?", "a;b", "state=CA&state", "%ff=%ff", "x" * 5_000, "state[]=CA")
    )
    header = st.sampled_from([(name, value) for name, values in HEADERS.items() for value in values])
    return st.builds(
        Request,
        method=st.sampled_from(METHODS),
        path=st.sampled_from([*routes, *routes, *(f"/{page}" for page in PAGES), *PATHS]),
        query=st.one_of(written, written, written, raw),
        headers=st.lists(header, max_size=4, unique_by=lambda pair: pair[0]).map(tuple),
    )


def escaped(text):
    return quote_plus(text, errors="surrogatepass")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("url", ["", SITE], ids=["without an address", "with one"])
def test_no_request_goes_wrong(dataset, url, part, toll):
    app = Starlette(**server(fake_live(), lambda: dataset, Settings(data_folder(), url=url)))
    machines = {route.path for route in app.routes if isinstance(getattr(route, "endpoint", None), _Machine)}
    sent = []
    # In a thread of its own: a test in a browser before it leaves a loop that runs in this one.
    with start_blocking_portal() as portal:

        @settings(max_examples=REQUESTS // 2 // PARTS, database=None, suppress_health_check=list(HealthCheck))
        @given(request=requests(dataset, app))
        def is_answered(request):
            sent.append(request)
            answer = portal.call(asked, app, request)
            is_machine = request.path in machines or request.path.startswith("/api/")
            assert list(faults(request, answer, is_machine, url)) == []

        is_answered()
    toll("requests fuzzed", len(sent))
