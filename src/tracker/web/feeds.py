"""`/feed.atom` and `/deadlines.ics`: what happened in a view, and its deadlines, for programs to follow."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.dataset import Dataset
from tracker.exports import atom, ical
from tracker.exports.atom import atom_feed
from tracker.exports.ical import deadlines_calendar
from tracker.exports.naming import file_name
from tracker.filters import Filters
from tracker.selection import Selection
from tracker.web.answers import answer, route
from tracker.web.asking import asked_selection
from tracker.web.site import base

Data = Callable[[], Dataset]
Write = Callable[[Selection, str], bytes]


def routes(data: Data) -> list[BaseRoute]:
    """Return the routes of feed and calendar, with the filters of the pages as parameters.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    return [
        route(f"/{atom.PATH}", partial(_feed, data)),
        route(f"/{ical.PATH}", partial(_calendar, data)),
    ]


def _feed(data: Data, request: Request) -> Response:
    return _answer(request, data(), atom_feed, atom.MEDIA_TYPE)


def _calendar(data: Data, request: Request) -> Response:
    """Answer with a file: a reader who opens the link wants it in the calendar, not in the browser."""
    return _answer(request, data(), deadlines_calendar, ical.MEDIA_TYPE, saved_as=("deadlines", "ics"))


def _answer(
    request: Request, dataset: Dataset, write: Write, media_type: str, saved_as: tuple[str, str] | None = None
) -> Response:
    selection = asked_selection(request, dataset)
    name = file_name(saved_as[0], selection, saved_as[1]) if saved_as else None
    return answer(
        request,
        _written(write, selection.filters, selection.as_of, dataset, base(request)),
        f"{media_type}; charset=utf-8",
        file_name=name,
    )


@lru_cache(maxsize=64)
def _written(write: Write, filters: Filters, day: date, dataset: Dataset, base: str) -> bytes:
    """Write a view once for all who follow it on the same day."""
    return write(filters.apply(dataset, day), base)
