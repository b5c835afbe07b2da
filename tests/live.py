"""A live application without Streamlit: it has Streamlit's own page at every path, and notes what it got."""

from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from tracker.web.server import Live

STATIC = Path(streamlit.__file__).parent / "static"
INDEX = (STATIC / "index.html").read_text("utf-8")
"""Streamlit's own page, as this version of it serves it."""


@asynccontextmanager
async def _always(_app):
    yield


def fake_live():
    """Return a live application; `app.state.requests` lists what reached it."""

    async def page(request):
        app.state.requests.append(f"{request.method} {request.url.path}")
        return HTMLResponse(INDEX, headers={"etag": '"one"', "last-modified": "x", "accept-ranges": "bytes"})

    async def media(request):
        return PlainTextResponse("File not found", 404)

    async def stream(websocket):
        app.state.requests.append(f"WEBSOCKET {websocket.headers.get('origin')}")
        await websocket.accept()
        async for message in websocket.iter_bytes():
            await websocket.send_bytes(message)

    routes = [
        Route("/media/{file}", media),
        WebSocketRoute("/_stcore/stream", stream),
        Route("/{path:path}", page, methods=["GET", "PUT", "POST", "DELETE"]),
    ]
    app = Starlette(routes=routes)
    app.state.requests = []
    return Live(app, _always, STATIC / "static")
