"""The headers of every answer: what it may load and run, who may show it in a frame, what it tells others.

Scripts run from this server or by their hash; nothing comes from elsewhere. Streamlit's styles are written by
its scripts, so styles are free. Frames: a page with `?embed=true` is made for other people's sites, and the
settings say whose (by default anybody's: the pages hold nothing private and change nothing). Every other page
stands in this site's own frames only. What is no page loads nothing.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.settings import ANYONE

POLICY = "content-security-policy"
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
OWN = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of a script: a worker that it starts is held to it."""

_STARTS = ("http.response.start", "websocket.http.response.start")
_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
_INLINE = re.compile(r"<script(?: type=\"[^\"]*javascript\")?>(.*?)</script>", re.DOTALL)


def inline_scripts(html: str) -> list[str]:
    """Return the text of each inline script of a page."""
    return _INLINE.findall(html)


def general_headers(hsts: int = 0) -> dict[str, str]:
    """Return the headers of every answer; an answer may have a policy of its own."""
    headers = {
        POLICY: NOTHING,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    }
    return headers | ({"strict-transport-security": f"max-age={hsts}"} if hsts else {})


class SecurityHeaders:
    """Middleware that adds the general headers to every answer, refusals and refused sockets included."""

    def __init__(self, app: ASGIApp, hsts: int = 0) -> None:
        """Wrap `app`; `hsts` is for how many seconds browsers are to keep to HTTPS, 0 for no word on it."""
        self.app, self.headers = app, general_headers(hsts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in _STARTS:
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def page_policy(scripts: Iterable[str], embedded: bool, ancestors: str = ANYONE) -> dict[str, str]:
    """Return the policy of a page as a header.

    Args:
        scripts: the inline scripts that may run, as they stand in the page.
        embedded: whether the page is made to stand in others.
        ancestors: in whose pages it may then stand, as checked by the settings.
    """
    hashes = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
    policy = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": ancestors if embedded else "'self'",
    }
    return {POLICY: "; ".join(f"{name} {value}" for name, value in policy.items())}
