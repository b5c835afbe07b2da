"""The scripts, styles and fonts of the live page, compressed once and kept for a year by readers; the icon.

Their names carry a hash of what is in them, so what is kept under a name stays right.
"""

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

_EAGER = b"//# allFunctionsCalledOnLoad\n"
"""Has Chromium compile a whole script while it comes, beside the page, not each function when it is called.

A page calls most of them at once, of Plotly's some six thousand. To other browsers it is a comment.
"""

_CONDITIONS = ("if-modified-since", "if-none-match", "range")


class Assets(StaticFiles):
    """A folder of files whose names change with their content: what was sent once is sent again."""

    def __init__(self, directory: Path) -> None:
        """Take the folder."""
        super().__init__(directory=directory, follow_symlink=True)
        self.kept: dict[tuple[str, str], tuple[bytes, dict[str, str]]] = {}

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file, in the coding that the client reads best."""
        headers = Headers(scope=scope)
        coding = best_coding(headers.get("accept-encoding", ""))
        is_whole = scope["method"] == "GET" and not any(name in headers for name in _CONDITIONS)
        if is_whole and (kept := self.kept.get((path, coding))):
            body, fields = kept  # no thread is asked: a page asks for a hundred of them at a time
            return Response(body, headers=fields)
        response = await super().get_response(path, scope)
        response.headers.update({"cache-control": IMMUTABLE, POLICY: OWN})
        if is_compressible(response.headers.get("content-type", "")):
            response.headers["vary"] = "Accept-Encoding"
            if coding and isinstance(response, FileResponse) and "range" not in headers:
                body, fields = await run_in_threadpool(_in_coding, response, coding)
                self.kept[path, coding] = body, fields
                return Response(b"" if scope["method"] == "HEAD" else body, headers=fields)
        return response

    def is_not_modified(self, response_headers: Headers, request_headers: Headers) -> bool:
        """Tell by the tag, whatever the coding it was given for."""
        return is_known(response_headers["etag"].strip('"'), request_headers.get("if-none-match", ""))


def _in_coding(plain: FileResponse, coding: str) -> tuple[bytes, dict[str, str]]:
    """Compress the file of an answer; all files of the live page together come to some six megabytes."""
    path = Path(plain.path)
    body = encoded(_EAGER * (path.suffix == ".js") + path.read_bytes(), coding, once=True)
    own = {
        "content-length": str(len(body)),
        "content-encoding": coding,
        "etag": etag(plain.headers["etag"].strip('"'), coding),
    }
    kept = {name: plain.headers[name] for name in ("cache-control", "content-type", "vary", POLICY)}
    return body, kept | own


_HEADERS = {"cache-control": "public, max-age=86400"}


def icon_routes() -> list[BaseRoute]:
    """Return the routes of the tracker's own icon, where browsers look for one, in place of Streamlit's."""
    return [Route(path, _icon) for path in ("/favicon.png", "/favicon.ico")]


async def _icon(request: Request) -> Response:
    return FileResponse(dashboard_folder() / "icon.png", media_type="image/png", headers=_HEADERS)
