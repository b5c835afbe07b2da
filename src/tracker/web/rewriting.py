"""Middleware that rewrites the HTML of Streamlit's pages on its way out, and leaves all else alone."""

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Rewrite = Callable[[Request, str], str]
"""From the request and the page's HTML to the HTML that is sent."""

_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
"""Headers that would bring a compressed, partial or empty answer, which cannot be rewritten."""


class HtmlRewriting:
    """Buffer each answer of the type text/html, rewrite it, and send it with its new length."""

    def __init__(self, app: ASGIApp, rewrite: Rewrite) -> None:
        """Wrap `app`; `rewrite` is called once for each HTML page."""
        self.app = app
        self.rewrite = rewrite

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or not _wants_page(scope):
            await self.app(scope, receive, send)
            return
        plain = [(key, value) for key, value in scope["headers"] if key.lower() not in _CONDITIONS]
        answer = _Answer(send, lambda html: self.rewrite(Request(scope), html))
        await self.app({**scope, "headers": plain}, receive, answer)


class _Answer:
    """The sending side of one answer: holds an HTML page back until it is whole."""

    def __init__(self, send: Send, rewrite: Callable[[str], str]) -> None:
        self.send = send
        self.rewrite = rewrite
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = self.rewrite(self.body.decode("utf-8")).encode("utf-8")
        headers = MutableHeaders(raw=start["headers"])
        headers["content-length"] = str(len(body))
        for name in ("etag", "last-modified"):  # they speak of the page before it was rewritten
            del headers[name]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def _wants_page(scope: Scope) -> bool:
    """Tell a request that may be answered by a page from one for a script, an image or data."""
    return scope["method"] in ("GET", "HEAD") and "text/html" in Headers(scope=scope).get(
        "accept", "*/*,text/html"
    )


def _is_html(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
