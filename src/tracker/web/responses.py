"""Answers for machines: the same headers, refusals and savings on every route.

Each is open to scripts of any origin, may be kept for five minutes, says when nothing changed, and is JSON
when it is an error, whatever went wrong.
"""

import logging
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tracker.exports.json import dumps
from tracker.problems import DataError
from tracker.web.caching import NEVER, file_control
from tracker.web.parameters import BadRequest
from tracker.web.sending import whole

Endpoint = Callable[[Request], Response]

JSON = "application/json"
METHODS = "GET, HEAD, OPTIONS"

_LOG = logging.getLogger(__name__)

OPEN = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Disposition, ETag, Link",
}
_PREFLIGHT = {
    "allow": METHODS,
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": "If-None-Match",
    "access-control-max-age": "86400",
}


@dataclass(frozen=True)
class Turns:
    """Threads that some answers have for themselves, and how many requests may wait for one.

    Who waits takes no thread, so that costly answers keep only each other waiting.
    """

    threads: CapacityLimiter
    queue: float = math.inf

    def is_long(self) -> bool:
        """Tell whether one more request had better come back later."""
        return self.threads.statistics().tasks_waiting >= self.queue


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    file_name: str | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response:
    """Answer a request with a body, or with 304 where the client has it already.

    Args:
        request: its conditional and accepting headers are heeded.
        body: the whole body, whatever the method.
        media_type: its type; text types are UTF-8.
        file_name: the name to save it under; JSON is shown, all else is saved.
        extra_headers: more headers.
    """
    headers = {**OPEN, "cache-control": file_control(request), **(extra_headers or {})}
    if file_name:
        shown = "inline" if media_type == JSON else "attachment"
        headers["content-disposition"] = f'{shown}; filename="{file_name}"'
    return whole(request, body, media_type, headers)


def refusal(
    request: Request, status: int, content: object, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with an error as JSON."""
    headers = {**OPEN, "cache-control": NEVER, **(headers or {})}
    body = dumps(content)
    length = {"content-length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, status, headers | length, JSON)


def wrong_method(request: Request, allowed: str = "GET, HEAD") -> Response:
    """Answer a request by a method that there is not; nothing here can be written."""
    error = {"error": "method not allowed", "allowed": allowed.split(", ")}
    return refusal(request, 405, error, {"allow": allowed})


def route(path: str, endpoint: Endpoint, turns: Turns | None = None) -> Route:
    """Make a route for GET, HEAD and OPTIONS that turns errors into answers.

    A `BadRequest` gives 400, a `DataError` 503, another method 405, and whatever else goes wrong 500, with
    the reason in the log.

    Args:
        path: what is asked for.
        endpoint: what answers, in a thread.
        turns: which threads; without it, those that all routes share. A full queue gives 503.
    """
    return Route(path, _Machine(endpoint, turns), methods=None, include_in_schema=False)


def is_for_machines(route: Route) -> bool:
    """Tell whether a route was made by `route`."""
    return isinstance(route.endpoint, _Machine)


class _Machine:
    """One route as an application, since Starlette's own answers to a wrong method are not JSON."""

    def __init__(self, endpoint: Endpoint, turns: Turns | None) -> None:
        self.endpoint, self.turns = endpoint, turns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN | _PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            return wrong_method(request, METHODS)
        threads = self.turns.threads if self.turns else None
        if self.turns and self.turns.is_long():
            return refusal(request, 503, {"error": "too many wait for this already"}, {"retry-after": "10"})
        try:
            return await to_thread.run_sync(self.endpoint, request, limiter=threads)
        except BadRequest as bad:
            return refusal(request, 400, bad.as_json())
        except DataError as error:
            problems = [str(problem) for problem in error.report.problems]
            body = {"error": "the data did not pass its checks", "problems": problems}
            return refusal(request, 503, body, {"retry-after": "300"})
        except Exception:
            _LOG.exception("no answer to %s", request.url.path)
            return refusal(request, 500, {"error": "internal error"})
