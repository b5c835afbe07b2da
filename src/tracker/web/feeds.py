"""`/feed.atom`, `/feed.json` and `/deadlines.ics`: what happened in a view, and its deadlines, to follow."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.case_filters import CASE, CASE_CHOICES
from tracker.dataset import Dataset
from tracker.exports import atom, ical, jsonfeed
from tracker.exports.atom import atom_feed
from tracker.exports.feed import PAGE
from tracker.exports.ical import deadlines_calendar
from tracker.exports.jsonfeed import json_feed
from tracker.exports.naming import file_name
from tracker.filters import Filters, Selection
from tracker.memo import once
from tracker.served import CurrentData
from tracker.web.parameters import BadRequest, Wrong, requested_selection
from tracker.web.public_address import base
from tracker.web.responses import answer, route

Write = Callable[[Selection, str], bytes]
WritePage = Callable[..., bytes]

_A_PAGE = "a whole number from 1 to 9999, once"


def routes(data: CurrentData) -> list[BaseRoute]:
    """Return the routes of feeds and calendar, with the filters of the pages as parameters.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    return [
        route(f"/{atom.PATH}", partial(_feed, data, atom_feed, atom.MEDIA_TYPE)),
        route(f"/{jsonfeed.PATH}", partial(_feed, data, json_feed, jsonfeed.MEDIA_TYPE)),
        route(f"/{ical.PATH}", partial(_calendar, data)),
    ]


def _feed(data: CurrentData, write: WritePage, media_type: str, request: Request) -> Response:
    """Answer with a page of a feed; one past the last has no entries and leads back."""
    dataset, page = data(), _page(request)
    written = _of_page(write, page, _case(request, dataset))
    return _answer(request, dataset, written, media_type, also=frozenset({PAGE, CASE}))


@once(256)
def _of_page(write: WritePage, page: int, case_id: str) -> Write:
    """Fix the page and the case of a feed; the same writer for the same, so that what it wrote is kept."""
    return lambda selection, here: write(selection, here, page, case_id=case_id)


def _case(request: Request, dataset: Dataset) -> str:
    """Read which court case a feed is of; "" for all that the filters hold.

    Raises:
        BadRequest: there is no such case, or more than one is named.
    """
    given = [value for key, value in parse_qsl(request.url.query, keep_blank_values=True) if key == CASE]
    known = CASE_CHOICES[CASE].options(dataset)
    if len(given) > 1 or any(value not in known for value in given):
        noun = CASE_CHOICES[CASE].noun
        raise BadRequest((Wrong(CASE, given[-1], f"is not {noun}, given once", tuple(known)),))
    return given[0] if given else ""


def _page(request: Request) -> int:
    """Read which page of a feed is wanted.

    Raises:
        BadRequest: the number means nothing.
    """
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    given = [value for key, value in pairs if key == PAGE]
    if not given:
        return 1
    if len(given) > 1 or not re.fullmatch(r"[1-9]\d{0,3}", given[0], re.ASCII):
        raise BadRequest((Wrong(PAGE, given[-1], f"is not {_A_PAGE}", (_A_PAGE,)),))
    return int(given[0])


def _calendar(data: CurrentData, request: Request) -> Response:
    """Answer with a file: a reader who opens the link wants it in the calendar, not in the browser."""
    return _answer(request, data(), deadlines_calendar, ical.MEDIA_TYPE, saved_as=("deadlines", "ics"))


def _answer(
    request: Request,
    dataset: Dataset,
    write: Write,
    media_type: str,
    saved_as: tuple[str, str] | None = None,
    also: frozenset[str] = frozenset(),
) -> Response:
    selection = requested_selection(request, dataset, also)
    name = file_name(saved_as[0], selection, saved_as[1]) if saved_as else None
    return answer(
        request,
        _written(write, selection.filters, selection.as_of, dataset, base(request)),
        f"{media_type}; charset=utf-8",
        file_name=name,
    )


@once(16_000_000, size=len)
def _written(write: Write, filters: Filters, day: date, dataset: Dataset, base: str) -> bytes:
    """Write a view once for all who follow it on the same day."""
    return write(filters.apply(dataset, day), base)
