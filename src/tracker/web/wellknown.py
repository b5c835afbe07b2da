"""`/robots.txt`, `/sitemap.xml`, `/healthz`, `/oembed`: what machines ask of a site before they use it."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import ID, Address
from tracker.dataset import Dataset
from tracker.exports.json import dumps
from tracker.exports.sitemap import SITEMAP, changed_on, sitemap
from tracker.memo import once
from tracker.pages.site import PAGES, RECORD
from tracker.problems import DataError, Problem, Report
from tracker.served import CurrentData
from tracker.versions import Version
from tracker.web import oembed_route
from tracker.web.caching import NEVER, file_control
from tracker.web.public_address import base
from tracker.web.responses import JSON, Turns, answer, refusal, route
from tracker.web.running_code import RunningCode

ROBOTS = """\
# Everything here is public. Left out: the live page's own channels, and what only repeats a page.
User-agent: *
Disallow: /_stcore/
Disallow: /media/
Disallow: /oembed
Disallow: /pictures/
Disallow: /*?*embed=true
Disallow: /*?*print=true

Sitemap: {sitemap}
"""

A_DAY = 86400
"""Seconds that the rules for robots may be kept."""


def routes(data: CurrentData) -> list[BaseRoute]:
    """Return the routes.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    return [
        route("/robots.txt", _robots),
        route(f"/{SITEMAP}", partial(_sitemap, data)),
        # In a thread of its own: a server whose threads are all busy is well, and must say so.
        route("/healthz", partial(_health, data, RunningCode()), Turns(CapacityLimiter(1))),
        *oembed_route.routes(data),
    ]


def _robots(request: Request) -> Response:
    """Answer whatever the data say: without an answer search engines would stay away from the whole site."""
    rules = ROBOTS.format(sitemap=base(request) + SITEMAP).encode()
    kept = {"cache-control": file_control(request, A_DAY)}
    return answer(request, rules, "text/plain; charset=utf-8", extra_headers=kept)


def _sitemap(data: CurrentData, request: Request) -> Response:
    return answer(request, _written(data(), base(request)), "application/xml; charset=utf-8")


@once(4)
def _written(dataset: Dataset, here: str) -> bytes:
    """Write the sitemap once for all who ask."""
    return sitemap((here + link, day) for link, day in _pages(dataset))


def _pages(dataset: Dataset) -> Iterator[tuple[str, date]]:
    """Give every page and every record, with the day of its last change."""
    for path in PAGES:
        if path != RECORD:
            yield Address().link(path).removeprefix("./"), dataset.version.released_on
    for place, day in changed_on(dataset).items():
        yield Address().link(RECORD, **{ID: place}), day


def _health(data: CurrentData, code: RunningCode, request: Request) -> Response:
    """Say whether the data are served, which, what is wrong with them, and whether the code is current."""
    current = {"code_is_current": code.is_current()}
    try:
        dataset = data()
    except DataError as error:
        body = _state(error.report, None, Report()) | current
        return refusal(request, 503, body, {"retry-after": "300"})
    body = _state(dataset.report, dataset.version, dataset.refused) | current
    return answer(request, dumps(body), JSON, extra_headers={"cache-control": NEVER})


def _state(report: Report, version: Version | None, refused: Report) -> dict[str, Any]:
    """Say how the data are; without a version they are not served.

    `refused` is what keeps newer files of the folder from being served in place of this version.
    """
    which = version and {
        "name": version.name,
        "content_hash": version.content_hash,
        "released_on": version.released_on.isoformat(),
        "researched_to": version.researched_to.isoformat(),
    }
    return {
        "ready": version is not None,
        "version": which,
        "problems": _problems(report),
        "refused": _problems(refused),
    }


def _problems(report: Report) -> list[dict[str, Any]]:
    return [_problem(problem) for problem in report.problems]


def _problem(problem: Problem) -> dict[str, Any]:
    """Say what is wrong, and where an editor finds it."""
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "file": problem.file,
        "line": problem.line,
        "row": problem.row,
        "column": problem.column,
        "message": problem.message,
    }
