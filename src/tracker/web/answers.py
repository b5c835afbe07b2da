"""Answers for machines: the same headers, refusals and savings on every route.

Each is open to scripts of any origin, may be kept by a cache for five minutes, and says when nothing changed.
"""

import gzip
import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime
from inspect import iscoroutinefunction

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tracker.dataset import Dataset
from tracker.exports.json import dumps
from tracker.problems import DataError
from tracker.web.asking import BadRequest

Endpoint = Callable[[Request], Response] | Callable[[Request], Awaitable[Response]]

JSON = "application/json"
METHODS = "GET, HEAD, OPTIONS"
CACHE_CONTROL = "public, max-age=300, s-maxage=300, stale-while-revalidate=86400"
SMALL = 1000
"""Bytes below which compressing is not worth it."""

_OPEN = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Disposition, ETag, Last-Modified, Link",
    "x-content-type-options": "nosniff",
}
_PREFLIGHT = {
    "allow": METHODS,
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": "If-Modified-Since, If-None-Match",
    "access-control-max-age": "86400",
}
_PACKED = ("image/png", "application/zip", "application/vnd.openxmlformats")
"""Beginnings of the media types that are compressed already."""


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    dataset: Dataset,
    file_name: str | None = None,
    extra_headers: Mapping[str, str] | None = None,
    day: date | None = None,
) -> Response:
    """Answer a request with a body, or with 304 where the client has it already.

    Args:
        request: its conditional and accepting headers are heeded.
        body: the whole body, whatever the method.
        media_type: its type; text types are UTF-8.
        dataset: the data it comes from.
        file_name: the name to save it under; JSON is shown, all else is saved.
        extra_headers: more headers.
        day: the day that it looks from, where that is today and so makes tomorrow's answer another one.
    """
    headers = {**_OPEN, "cache-control": CACHE_CONTROL, **(extra_headers or {})}
    etag = hashlib.sha256(body).hexdigest()[:32]
    if not media_type.startswith(_PACKED):
        headers["vary"] = "Accept-Encoding"
        if len(body) > SMALL and accepts_gzip(request.headers.get("accept-encoding", "")):
            body, etag = gzip.compress(body, 6, mtime=0), f"{etag}-gzip"
            headers["content-encoding"] = "gzip"
    modified = max(filter(None, (dataset.version.released_on, day)))
    headers |= {"etag": f'"{etag}"', "last-modified": _http_date(modified)}
    if is_unchanged(request, etag, modified):
        return Response(status_code=304, headers=_without_body(headers))
    if file_name:
        shown = "inline" if media_type == JSON else "attachment"
        headers["content-disposition"] = f'{shown}; filename="{file_name}"'
    return _sent(request, body, 200, media_type, headers)


def refusal(
    request: Request, status: int, content: object, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with an error as JSON."""
    return _sent(
        request, dumps(content), status, JSON, {**_OPEN, "cache-control": "no-store", **(headers or {})}
    )


def route(path: str, endpoint: Endpoint) -> Route:
    """Make a route for GET, HEAD and OPTIONS that turns errors into answers.

    A `BadRequest` gives 400, a `DataError` 503, another method 405; a plain function runs in a thread.
    """
    return Route(path, _Machine(endpoint), methods=None, include_in_schema=False)


class _Machine:
    """One route as an application, since Starlette's own answers to a wrong method are not JSON."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_OPEN | _PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            error = {"error": "method not allowed", "allowed": METHODS.split(", ")}
            return refusal(request, 405, error, {"allow": METHODS})
        try:
            return await self._called(request)
        except BadRequest as bad:
            return refusal(request, 400, bad.as_json())
        except DataError as error:
            problems = [str(problem) for problem in error.report.problems]
            body = {"error": "the data did not pass its checks", "problems": problems}
            return refusal(request, 503, body, {"retry-after": "300"})

    async def _called(self, request: Request) -> Response:
        if iscoroutinefunction(self.endpoint):
            awaited: Response = await self.endpoint(request)
            return awaited
        called: Response = await run_in_threadpool(self.endpoint, request)  # type: ignore[arg-type]
        return called


def accepts_gzip(header: str) -> bool:
    """Tell from Accept-Encoding whether gzip may be sent."""
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        number = re.fullmatch(r"\s*q\s*=\s*([0-9.]+)\s*", weight)
        try:
            weights[name.strip()] = float(number[1]) if number else 1.0
        except ValueError:
            weights[name.strip()] = 0.0
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def is_unchanged(request: Request, etag: str, modified: date) -> bool:
    """Tell whether the client's copy is good; where it names a tag, its date does not count."""
    if (tags := request.headers.get("if-none-match")) is not None:
        known = {tag.strip().removeprefix("W/").strip('"') for tag in tags.split(",")}
        return "*" in known or etag in known
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.replace(tzinfo=since.tzinfo or UTC) >= _midnight(modified)


def _sent(
    request: Request, body: bytes, status: int, media_type: str, headers: Mapping[str, str]
) -> Response:
    """Send a body, or to HEAD only how long it would be."""
    content = b"" if request.method == "HEAD" else body
    return Response(content, status, {**headers, "content-length": str(len(body))}, media_type)


def _without_body(headers: Mapping[str, str]) -> dict[str, str]:
    """Leave out what speaks of a body that is not sent."""
    return {name: value for name, value in headers.items() if name != "content-encoding"}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _http_date(day: date) -> str:
    return format_datetime(_midnight(day), usegmt=True)
