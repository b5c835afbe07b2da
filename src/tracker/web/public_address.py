"""The public address of the site, from which every absolute link is made.

It is a setting (TRACKER_URL), which goes along with each request. Without it links carry whatever host a
request names.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.settings import is_host

_KEY = "tracker.url"


def base(request: Request) -> str:
    """Return the address of the site with its last slash: the configured one, or else the request's."""
    configured: str = request.scope.get(_KEY, "")
    return configured or str(request.base_url).rstrip("/") + "/"


def is_configured(request: Request) -> bool:
    """Tell whether links are the same for everybody."""
    return bool(request.scope.get(_KEY))


class PublicAddress:
    """Middleware that hands the configured address down with each request.

    Where there is none, it refuses a request whose Host could not stand in a link.
    """

    def __init__(self, app: ASGIApp, url: str = "") -> None:
        """Wrap `app`; `url` is the address with its last slash, "" for none."""
        self.app, self.url = app, url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "http" and not self.url and not _has_good_host(scope):
            error = {"error": "bad request", "reason": "the Host of the request is no host name"}
            refusal = JSONResponse(
                error, 400, {"access-control-allow-origin": "*", "cache-control": "no-store"}
            )
            refusal.body = b"" if scope["method"] == "HEAD" else refusal.body
            await refusal(scope, receive, send)
        else:
            await self.app({**scope, _KEY: self.url}, receive, send)


def _has_good_host(scope: Scope) -> bool:
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]
    return all(map(is_host, hosts))
