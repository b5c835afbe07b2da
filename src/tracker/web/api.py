"""The HTTP interface `/api/v1`: the public rows of a view in every format, and the whole data package.

It only reads. Every table takes the filters of the pages, and `limit` and `offset`; without an extension its
rows come as JSON.
"""

from dataclasses import dataclass
from functools import partial

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
from tracker.exports.view import View
from tracker.memo import once
from tracker.served import CurrentData
from tracker.web.link_headers import link_header, links_of
from tracker.web.openapi import openapi
from tracker.web.parameters import Slice, requested_rows
from tracker.web.public_address import base
from tracker.web.responses import JSON, answer, refusal, route

_whole = once(2)(package_file)


def routes(data: CurrentData) -> list[BaseRoute]:
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
        route(f"/{API}/{{table}}", partial(_bare, data)),
        route("/api/{rest:path}", _not_found),
        route("/api", _not_found),
    ]


def _rows(data: CurrentData, table: str, extension: str, request: Request) -> Response:
    """Answer with the rows of a table in a format."""
    form = FORMATS[extension]
    view, part = requested_rows(request, data(), table, extension)
    written = _written(view, extension, part, base(request))
    return answer(
        request,
        written.body,
        form.media_type,
        file_name=written.name,
        extra_headers={"link": written.link},
    )


def _bare(data: CurrentData, request: Request) -> Response:
    """Answer for a table without an extension as JSON."""
    table = request.path_params["table"]
    return _rows(data, table, "json", request) if table in TITLES else _not_found(request)


@dataclass(frozen=True)
class _Written:
    """Rows in a format: the file, its name, and the header of its links."""

    body: bytes
    name: str
    link: str


@once(64_000_000, size=lambda written: 1000 + len(written.body))
def _written(view: View, extension: str, part: Slice, here: str) -> _Written:
    """Write the rows once for all who ask for the same."""
    rows = view.rows(here).page(part.offset, part.limit)
    links = links_of(here, extension, view, rows, part)
    data, is_marked = view.selection.dataset, part.is_marked
    export = Export(rows, view.about, links, links["frozen"], data, is_marked)
    link = link_header(links, export.about.licence.url)
    return _Written(FORMATS[extension].write(export), view.file_name(extension), link)


def _package(data: CurrentData, request: Request) -> Response:
    dataset = data()
    name = package_name(dataset.campaign, dataset.version.name)
    return answer(request, _whole(dataset), "application/zip", file_name=name)


def _release(data: CurrentData, request: Request) -> Response:
    """Answer with the whole package of a released version."""
    dataset, name = data(), request.path_params["name"]
    kept = dataset.releases.get(name)
    if kept is None:
        return _not_found(request)
    return answer(request, kept, "application/zip", file_name=package_name(dataset.campaign, name))


def _description(data: CurrentData, request: Request) -> Response:
    return answer(request, _described(data(), base(request)), JSON)


@once(8)
def _described(dataset: Dataset, here: str) -> bytes:
    return dumps(openapi(dataset, here))


def _index(data: CurrentData, request: Request) -> Response:
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
    home = base(request)
    search = f"{home}{API}/letters.json?q={{words}}"
    body = {"error": "not found", "path": request.url.path, "see": home + API, "search": search}
    return refusal(request, 404, body)
