"""The HTTP interface `/api/v1`: the public rows of a view in every format, and the whole data package.

It only reads. Every table takes the filters of the pages, and `limit` and `offset`.
"""

from collections.abc import Callable
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.dataset import Dataset
from tracker.exports.formats import FORMATS, Export, extensions
from tracker.exports.json import dumps
from tracker.exports.naming import package_name
from tracker.exports.package import package_file
from tracker.exports.paths import API, DATA_PACKAGE, OPENAPI, RELEASES, file_path
from tracker.exports.rows import TITLES
from tracker.web.answers import JSON, answer, refusal, route
from tracker.web.asking import requested_rows
from tracker.web.links import link_header, links_of
from tracker.web.openapi import openapi
from tracker.web.site import base

Data = Callable[[], Dataset]

_whole = lru_cache(maxsize=1)(package_file)


def routes(data: Data) -> list[BaseRoute]:
    """Return the routes of the interface.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    files = [
        route(f"/{file_path(table, extension)}", partial(_rows, data, table, extension))
        for table in TITLES
        for extension in extensions(table)
    ]
    return [
        *files,
        route(f"/{DATA_PACKAGE}", partial(_package, data)),
        route(f"/{RELEASES}/{{name}}.zip", partial(_release, data)),
        route(f"/{OPENAPI}", partial(_description, data)),
        route(f"/{API}", partial(_index, data)),
        route(f"/{API}/", partial(_index, data)),
        route("/api/{rest:path}", _not_found),
        route("/api", _not_found),
    ]


def _rows(data: Data, table: str, extension: str, request: Request) -> Response:
    """Answer with the rows of a table in a format."""
    dataset, form, here = data(), FORMATS[extension], base(request)
    view, window = requested_rows(request, dataset, table, form.limit)
    rows = view.rows(here).page(window.offset, window.limit)
    links = links_of(here, extension, view, rows, window)
    export = Export(rows, view.about, links, links["frozen"], dataset)
    return answer(
        request,
        form.write(export),
        form.media_type,
        file_name=view.file_name(extension),
        extra_headers={"link": link_header(links, export.about.licence.url)},
    )


def _package(data: Data, request: Request) -> Response:
    dataset = data()
    name = package_name(dataset.campaign, dataset.version.name)
    return answer(request, _whole(dataset), "application/zip", file_name=name)


def _release(data: Data, request: Request) -> Response:
    """Answer with the whole package of a released version."""
    dataset, name = data(), request.path_params["name"]
    kept = dataset.releases.get(name)
    if kept is None:
        return _not_found(request)
    return answer(request, kept, "application/zip", file_name=package_name(data().campaign, name))


def _description(data: Data, request: Request) -> Response:
    dataset = data()
    return answer(request, dumps(openapi(dataset, base(request))), JSON)


def _index(data: Data, request: Request) -> Response:
    """Say what there is."""
    dataset, here = data(), base(request)
    body = {
        "title": dataset.descriptor["title"],
        "version": dataset.version.name,
        "tables": {
            table: {"rows_are": TITLES[table]}
            | {extension: here + file_path(table, extension) for extension in extensions(table)}
            for table in TITLES
        },
        "datapackage": here + DATA_PACKAGE,
        "releases": {name: f"{here}{RELEASES}/{name}.zip" for name in dataset.releases},
        "openapi": here + OPENAPI,
    }
    return answer(request, dumps(body), JSON)


def _not_found(request: Request) -> Response:
    return refusal(request, 404, {"error": "not found", "path": request.url.path, "see": base(request) + API})
