"""The doors to the live application: those that its pages need, and no others.

Streamlit has more of them (uploads, metrics, components, logins, agents), which no page uses. Whatever is not
listed here never reaches it.
"""

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from tracker.web.responses import wrong_method

DOORS = ("/_stcore/health", "/_stcore/host-config", "/media/{file}")
"""What the live page asks for over HTTP: whether the server is up, how it may be framed, its icon."""

STREAM = "/_stcore/stream"
"""The WebSocket over which the live page is drawn."""

_PORTS = {"http": ":80", "https": ":443"}
_LOG = logging.getLogger(__name__)


class Door:
    """One HTTP path of the live application; where it has nothing, `missing` answers."""

    def __init__(self, live: ASGIApp, missing: ASGIApp) -> None:
        """Take both applications."""
        self.live, self.missing = live, missing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["method"] not in ("GET", "HEAD"):
            await wrong_method(Request(scope))(scope, receive, send)
            return
        is_missing = False

        async def send_found(message: Message) -> None:
            nonlocal is_missing
            is_missing = is_missing or message.get("status") == 404
            if not is_missing:
                await send(message)

        await self.live(scope, receive, send_found)
        if is_missing:
            await self.missing(scope, receive, send)


class Stream:
    """The WebSocket, for this site's own pages only.

    Streamlit would ask an outside address for the server's own before it refuses a foreign page, and keep
    all readers waiting meanwhile. So that is decided here, and Streamlit gets no origin to ask about.
    """

    def __init__(self, live: ASGIApp, origin: str = "") -> None:
        """Take the live application, and host and port of the public address; "" without one."""
        self.live, self.origin = live, origin
        self.has_warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one handshake and all that follows."""
        headers = Headers(scope=scope)
        if not is_own(headers.get("origin"), headers.get("host", ""), self.origin):
            self._warn(headers)
            refusal = PlainTextResponse("This page may not connect to the tracker.\n", 403)
            await WebSocket(scope, receive, send).send_denial_response(refusal)
            return
        kept = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
        socket = _BytesOnly(receive, send)
        await self.live({**scope, "headers": kept}, socket.receive, socket.send)
        await socket.end()

    def _warn(self, headers: Headers) -> None:
        """Say it once: whoever set up a proxy needs to know, and nobody should be able to fill the log."""
        if not self.has_warned:
            self.has_warned = True
            _LOG.warning(
                "Refused a live page of %.100r: the request was for the host %.100r. If the page is this "
                "site's own, set TRACKER_URL to its address or let the proxy pass Host. This is said once.",
                headers["origin"],
                headers.get("host", ""),
            )


def is_own(origin: str | None, host: str, public: str) -> bool:
    """Tell whether a page is this site's, by its origin.

    Args:
        origin: as the browser names it; None for programs, which name none.
        host: the host that the request is for.
        public: host and port of the public address; "" without one.
    """
    if origin is None:
        return True
    try:
        parts = urlsplit(origin.lower())
    except ValueError:
        return False
    usual = _PORTS.get(parts.scheme, "")
    own = {name.removesuffix(usual) for name in (host.lower(), public) if name}
    return bool(usual) and parts.netloc.removesuffix(usual) in own


class _BytesOnly:
    """A connection that ends when it is sent text, which no live page does and Streamlit cannot read."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self.got_text = self.is_closed = False

    async def receive(self) -> Message:
        """Hand on what came; in place of text, that the other side is gone."""
        message = await self._receive()
        self.got_text = message["type"] == "websocket.receive" and message.get("bytes") is None
        return {"type": "websocket.disconnect", "code": 1003} if self.got_text else message

    async def send(self, message: Message) -> None:
        """Send, and note when that ends the connection."""
        self.is_closed = self.is_closed or message["type"] == "websocket.close"
        await self._send(message)

    async def end(self) -> None:
        """Tell whoever sent text why the connection ends, unless that was done."""
        if self.got_text and not self.is_closed:
            await self.send({"type": "websocket.close", "code": 1003, "reason": "binary messages only"})
