"""The pages: Streamlit's own, rewritten on its way out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.caching import NEVER, page_control
from tracker.web.responses import wrong_method
from tracker.web.sending import whole

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Rewritten:
    """A page as it is sent: its HTML, its status, and headers that are its own."""

    html: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Rewrite = Callable[[Request, str], Rewritten]
"""From the request and the page's HTML to what is sent; it runs in a thread of its own."""

_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
"""Headers that would bring a compressed, partial or empty answer, which cannot be rewritten."""


def page_response(request: Request, page: Rewritten) -> Response:
    """Answer with a page; only one that is whole and right may be kept."""
    kept = page_control(request) if page.status == 200 else NEVER
    return whole(request, page.html.encode(), HTML, {"cache-control": kept, **page.headers}, page.status)


class Pages:
    """The application behind the path of a page: asks the live application for its HTML and rewrites it."""

    def __init__(self, live: ASGIApp, rewrite: Rewrite) -> None:
        """Take the live application, and what is called once for each page."""
        self.live, self.rewrite = live, rewrite

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        request = Request(scope, receive)
        if request.method not in ("GET", "HEAD"):
            await wrong_method(request)(scope, receive, send)
            return
        plain = [(key, value) for key, value in scope["headers"] if key.lower() not in _CONDITIONS]
        answer = _Answer(request, send, self.rewrite)
        # A page is asked for as by GET, so that HEAD has the status and the length that GET has.
        await self.live({**scope, "method": "GET", "headers": plain}, receive, answer)


class _Answer:
    """The sending side of one answer: holds an HTML page back until it is whole; errors pass as they are."""

    def __init__(self, request: Request, send: Send, rewrite: Rewrite) -> None:
        self.request, self.send, self.rewrite = request, send, rewrite
        self.is_html = False
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = Headers(raw=message["headers"]).get("content-type", "")
            self.is_html = message["status"] == 200 and kind.startswith("text/html")
        if not self.is_html:
            await self.send(message)
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                response = await run_in_threadpool(self._response)
                await response(self.request.scope, self.request.receive, self.send)

    def _response(self) -> Response:
        """Rewrite and compress the page, which takes time."""
        return page_response(self.request, self.rewrite(self.request, self.body.decode("utf-8")))
