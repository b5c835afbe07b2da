"""The whole server: which path is answered by what, and what holds for every answer.

machines     API, feed, calendar, card, pictures, robots, health: `responses`
/static/     the live page's scripts: `assets`
pages        Streamlit's page with the view in it: `rewriting`, `shell`
/_stcore/…   the few doors to the live application: `live`
all else     404
"""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.pages.site import PAGES
from tracker.problems import DataError
from tracker.served import CurrentData
from tracker.settings import Settings
from tracker.web import api, card_routes, feeds, picture_files, wellknown
from tracker.web.assets import Assets, icon_routes
from tracker.web.live import DOORS, STREAM, Door, Stream
from tracker.web.public_address import PublicAddress
from tracker.web.responses import OPEN, is_for_machines
from tracker.web.rewriting import Pages, page_response
from tracker.web.security import SecurityHeaders, general_headers
from tracker.web.shell import Shell
from tracker.web.warm import prepare
from tracker.web.watching import Lifespan

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Live:
    """The live application: what answers, what starts and ends it, and the folder of its scripts."""

    app: ASGIApp
    lifespan: Lifespan
    static: Path


def server(live: Live, data: CurrentData, settings: Settings) -> dict[str, Any]:
    """Return what a `Starlette` application is made with.

    Not the application itself: Streamlit looks for its making in the dashboard's own `app.py`.
    """
    shell = Shell(data, live.static, settings.contact, settings.frame_ancestors)
    return {
        "routes": _routes(live, data, settings, shell),
        "middleware": [
            Middleware(SecurityHeaders, hsts=settings.hsts),
            Middleware(PublicAddress, url=settings.url),
        ],
        "exception_handlers": {HTTPException: _Refusal(shell), Exception: _Fault(settings.hsts)},
        "lifespan": _lifespan(live.lifespan, data),
    }


def _routes(live: Live, data: CurrentData, settings: Settings, shell: Shell) -> list[BaseRoute]:
    missing = _Missing(shell)
    return [
        *api.routes(data),
        *card_routes.routes(data),
        *picture_files.routes(data),
        *feeds.routes(data),
        *icon_routes(),
        *wellknown.routes(data),
        Mount("/static", Assets(live.static)),
        *(Route(f"/{path}", Pages(live.app, shell)) for path in PAGES),
        *(Route(path, Door(live.app, missing)) for path in DOORS),
        WebSocketRoute(STREAM, Stream(live.app, settings.origin)),
        Route("/{path:path}", missing),
    ]


class _Missing:
    """What answers where there is nothing; a path with a slash too many leads to the one without."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = _without_slash(request)
        if response is None:
            response = await run_in_threadpool(_missing_page, request, self.shell)
        await response(scope, receive, send)


class _Refusal:
    """What answers an error that a part of the server reports by its status."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    async def __call__(self, request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return await run_in_threadpool(_missing_page, request, self.shell)
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)


class _Fault:
    """What answers when something went wrong that nobody foresaw; the log says what, the answer does not."""

    def __init__(self, hsts: int) -> None:
        self.headers: Mapping[str, str] = general_headers(hsts) | {"cache-control": "no-store"}

    async def __call__(self, request: Request, error: Exception) -> Response:
        return PlainTextResponse("Something went wrong on this server.\n", 500, self.headers)


def _missing_page(request: Request, shell: Shell) -> Response:
    return page_response(request, shell.missing(request))


def _without_slash(request: Request) -> Response | None:
    """Lead from `/record/` to `/record`, by a link that stays below whatever folder a proxy adds."""
    path: str = request.scope["path"]
    name = path.strip("/")
    route = _route_at(f"/{name}", request) if name and path == f"/{name}/" else None
    if route is None:
        return None
    target = f"../{name.rpartition('/')[2]}"
    target = f"{target}?{request.url.query}" if request.url.query else target
    return RedirectResponse(target, 308, OPEN if is_for_machines(route) else None)


def _route_at(path: str, request: Request) -> Route | None:
    app: Starlette = request.app
    *routes, _everything_else = app.routes
    return next((route for route in routes if isinstance(route, Route) and route.path == path), None)


def _lifespan(live: Lifespan, data: CurrentData) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:  # noqa: ANN401 - whatever application it is
        async with live(app):
            await run_in_threadpool(_begin, data)
            yield

    return lifespan


def _begin(data: CurrentData) -> None:
    """Load the data before the first reader comes, and say on the terminal where they cannot be served."""
    try:
        prepare(data())
    except DataError as error:
        _LOG.error("%s", error)
    except Exception:  # a reader will meet it again; what needs no data can be served
        _LOG.exception("the data could not be loaded")
