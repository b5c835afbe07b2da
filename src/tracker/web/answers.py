"""Answers for machines: the same headers, refusals and savings on every route.

Each is open to scripts of any origin, may be kept for five minutes, says when nothing changed, and is JSON
when it is an error, whatever went wrong.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from inspect import iscoroutinefunction

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tracker.exports.json import dumps
from tracker.problems import DataError
from tracker.web.caching import NEVER, file_control
from tracker.web.parameters import BadRequest
from tracker.web.sending import whole

Endpoint = Callable[[Request], Response] | Callable[[Request], Awaitable[Response]]

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


def route(path: str, endpoint: Endpoint) -> Route:
    """Make a route for GET, HEAD and OPTIONS that turns errors into answers.

    A `BadRequest` gives 400, a `DataError` 503, another method 405, and whatever else goes wrong 500, with
    the reason in the log; a plain function runs in a thread.
    """
    return Route(path, _Machine(endpoint), methods=None, include_in_schema=False)


def is_for_machines(route: Route) -> bool:
    """Tell whether a route was made by `route`."""
    return isinstance(route.endpoint, _Machine)


class _Machine:
    """One route as an application, since Starlette's own answers to a wrong method are not JSON."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN | _PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            return wrong_method(request, METHODS)
        try:
            return await self._called(request)
        except BadRequest as bad:
            return refusal(request, 400, bad.as_json())
        except DataError as error:
            problems = [str(problem) for problem in error.report.problems]
            body = {"error": "the data did not pass its checks", "problems": problems}
            return refusal(request, 503, body, {"retry-after": "300"})
        except Exception:
            _LOG.exception("no answer to %s", request.url.path)
            return refusal(request, 500, {"error": "internal error"})

    async def _called(self, request: Request) -> Response:
        if iscoroutinefunction(self.endpoint):
            awaited: Response = await self.endpoint(request)
            return awaited
        called: Response = await run_in_threadpool(self.endpoint, request)  # type: ignore[arg-type]
        return called
