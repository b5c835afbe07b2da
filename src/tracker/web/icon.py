"""The tracker's own icon where browsers look for one, in place of Streamlit's."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from tracker.resources import dashboard_folder

_HEADERS = {"cache-control": "public, max-age=86400"}


def routes() -> list[BaseRoute]:
    """Return the routes of the icon."""
    return [Route(path, _icon) for path in ("/favicon.png", "/favicon.ico")]


async def _icon(request: Request) -> Response:
    return FileResponse(dashboard_folder() / "icon.png", media_type="image/png", headers=_HEADERS)
