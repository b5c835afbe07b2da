"""The scripts, styles and fonts of the live page, compressed once and kept for a year by readers; the icon.

Their names carry a hash of what is in them, so what is kept under a name stays right.
"""

from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from tracker.resources import dashboard_folder
from tracker.web.caching import IMMUTABLE, etag, is_known
from tracker.web.encoding import best_coding, encoded, is_compressible
from tracker.web.security import OWN, POLICY


class Assets(StaticFiles):
    """A folder of files whose names change with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file, in the coding that the client reads best."""
        response = await super().get_response(path, scope)
        response.headers.update({"cache-control": IMMUTABLE, POLICY: OWN})
        if is_compressible(response.headers.get("content-type", "")):
            response.headers["vary"] = "Accept-Encoding"
            headers = Headers(scope=scope)
            coding = best_coding(headers.get("accept-encoding", ""))
            if coding and isinstance(response, FileResponse) and "range" not in headers:
                return await run_in_threadpool(_in_coding, response, coding, scope["method"] == "HEAD")
        return response

    def is_not_modified(self, response_headers: Headers, request_headers: Headers) -> bool:
        """Tell by the tag, whatever the coding it was given for."""
        return is_known(response_headers["etag"].strip('"'), request_headers.get("if-none-match", ""))


def _in_coding(plain: FileResponse, coding: str, head: bool) -> Response:
    """Turn the answer with a file into one with its compressed content."""
    body = _packed(Path(plain.path), plain.headers["etag"], coding)
    own = {
        "content-length": str(len(body)),
        "content-encoding": coding,
        "etag": etag(plain.headers["etag"].strip('"'), coding),
    }
    kept = {name: plain.headers[name] for name in ("cache-control", "content-type", "vary", POLICY)}
    return Response(b"" if head else body, headers=kept | own)


@lru_cache(maxsize=1024)
def _packed(path: Path, tag: str, coding: str) -> bytes:
    """Compress a file once; all files of the live page together come to some six megabytes.

    `tag` changes when the file does.
    """
    return encoded(path.read_bytes(), coding, once=True)


_HEADERS = {"cache-control": "public, max-age=86400"}


def icon_routes() -> list[BaseRoute]:
    """Return the routes of the tracker's own icon, where browsers look for one, in place of Streamlit's."""
    return [Route(path, _icon) for path in ("/favicon.png", "/favicon.ico")]


async def _icon(request: Request) -> Response:
    return FileResponse(dashboard_folder() / "icon.png", media_type="image/png", headers=_HEADERS)
