"""Middleware that rewrites the HTML of Streamlit's pages on its way out, and leaves all else alone."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.answers import SMALL, accepts_gzip


@dataclass(frozen=True)
class Rewritten:
    """A page as it is sent: its HTML, its status, and headers beside those that it has already."""

    html: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Rewrite = Callable[[Request, str], Rewritten]
"""From the request and the page's HTML to what is sent; it runs in a thread of its own."""

Claim = Callable[[Request], bool]
"""Whether a request is for a page; what is not a page is not touched."""

_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
"""Headers that would bring a compressed, partial or empty answer, which cannot be rewritten."""


class HtmlRewriting:
    """Buffer each HTML page, rewrite it, and send it with its new length, compressed where that is wanted."""

    def __init__(self, app: ASGIApp, rewrite: Rewrite, claim: Claim) -> None:
        """Wrap `app`; `claim` tells the pages, `rewrite` is called once for each."""
        self.app = app
        self.rewrite = rewrite
        self.claim = claim

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or not self._is_page(Request(scope)):
            await self.app(scope, receive, send)
            return
        plain = [(key, value) for key, value in scope["headers"] if key.lower() not in _CONDITIONS]
        answer = _Answer(Request(scope), send, self.rewrite)
        # A page is asked for as by GET, so that HEAD has the status and the length that GET has.
        await self.app({**scope, "method": "GET", "headers": plain}, receive, answer)

    def _is_page(self, request: Request) -> bool:
        return request.method in ("GET", "HEAD") and self.claim(request)


class _Answer:
    """The sending side of one answer: holds an HTML page back until it is whole."""

    def __init__(self, request: Request, send: Send, rewrite: Rewrite) -> None:
        self.request = request
        self.send = send
        self.rewrite = rewrite
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif self.start is None:
            await self.send(message if self._wants_body(message) else {**message, "body": b""})
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        page = await run_in_threadpool(self.rewrite, self.request, self.body.decode("utf-8"))
        headers = MutableHeaders(raw=start["headers"])
        for name in ("etag", "last-modified", "accept-ranges"):  # they speak of the page before this
            del headers[name]
        headers.update(page.headers)
        body = self._encoded(page.html.encode("utf-8"), headers)
        headers["content-length"] = str(len(body))
        await self.send({**start, "status": page.status})
        await self.send({"type": "http.response.body", "body": b"" if self._is_head else body})

    def _encoded(self, body: bytes, headers: MutableHeaders) -> bytes:
        """Compress the body where the reader's browser can read that, and say so."""
        headers.add_vary_header("Accept-Encoding")
        if len(body) < SMALL or not accepts_gzip(self.request.headers.get("accept-encoding", "")):
            return body
        headers["content-encoding"] = "gzip"
        return gzip.compress(body, compresslevel=6, mtime=0)

    @property
    def _is_head(self) -> bool:
        return self.request.method == "HEAD"

    def _wants_body(self, message: Message) -> bool:
        return message["type"] != "http.response.body" or not self._is_head


def _is_html(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
