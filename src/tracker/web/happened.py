"""`/api/v1/changes.json` and `.csv`: the rows of the changes page, under its filters and days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import BY, FROM, TO, WORDS, Address
from tracker.changes import RECORDED, changes
from tracker.dataset import Dataset
from tracker.exports.about import about
from tracker.exports.changerows import FORMS, NAME, changes_csv, changes_json
from tracker.exports.formats import FORMATS
from tracker.exports.naming import file_name
from tracker.exports.paths import OPENAPI, file_path
from tracker.filters import Refused, read_day
from tracker.pages.changes import asked_days
from tracker.selection import Selection
from tracker.web.answers import answer, route
from tracker.web.asking import A_DAY, BadRequest, Wrong, asked_selection
from tracker.web.links import link_header
from tracker.web.site import base

Data = Callable[[], Dataset]

SINCE = "since"
"""The key of a first day of recording: what a program asks that comes back for what is new."""

KEYS = (FROM, TO, BY, SINCE)


@dataclass(frozen=True)
class Window:
    """Which days, and by which day a change counts."""

    start: date
    end: date
    by: str


def routes(data: Data) -> list[BaseRoute]:
    """Return the routes of the changes.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    return [route(f"/{file_path(NAME, form)}", partial(_changes, data, form)) for form in FORMS]


def _changes(data: Data, form: str, request: Request) -> Response:
    dataset, here = data(), base(request)
    selection = asked_selection(request, dataset, frozenset(KEYS))
    window = _window(request, selection)
    found = changes(dataset, selection.filters.drop("as_of"), window.start, window.end, window.by)
    told, links = about(selection), _links(here, form, selection, window)
    body = changes_csv(found, told.campaign) if form == "csv" else changes_json(found, told, window.by, links)
    return answer(
        request,
        body,
        FORMATS[form].media_type,
        file_name=file_name(NAME, selection, form),
        extra_headers={"link": link_header(links, told.licence.url)},
    )


def _window(request: Request, selection: Selection) -> Window:
    """Read the days as the page does, but refuse what means nothing.

    Raises:
        BadRequest: a key has no meaning, stands twice, or stands beside `since`.
    """
    pairs = [(key, value.strip()) for key, value in parse_qsl(request.url.query, keep_blank_values=True)]
    given = [(key, value) for key, value in pairs if key in KEYS]
    values = dict(given)
    problems = [
        _wrong(key, value, "stands beside another value")
        for place, (key, value) in enumerate(given)
        if key in dict(given[:place])
    ]
    problems += [wrong for key, value in values.items() if (wrong := _unread(key, value))]
    if SINCE in values and len(values) > 1:
        problems.append(_wrong(SINCE, values[SINCE], f"cannot stand beside {FROM}, {TO} or {BY}"))
    if problems:
        raise BadRequest(tuple(problems))
    if SINCE in values:
        start = date.fromisoformat(values[SINCE])
        return Window(start, max(start, selection.as_of), RECORDED)
    days = asked_days(Address(selection.filters, values), selection.dataset, selection.as_of)
    return Window(days.start, days.end, values.get(BY, WORDS[BY][0]))


def _unread(key: str, value: str) -> Wrong | None:
    """Say what is wrong with a value, if anything is."""
    if key == BY:
        return None if value in WORDS[BY] else _wrong(key, value, f"is none of: {', '.join(WORDS[BY])}")
    refused: list[Refused] = []
    day = read_day(key, value, refused)
    return None if day else _wrong(key, value, refused[0].reason if refused else "is empty")


def _wrong(key: str, value: str, reason: str) -> Wrong:
    return Wrong(key, value, reason, WORDS[BY] if key == BY else (A_DAY,))


def _links(here: str, form: str, selection: Selection, window: Window) -> dict[str, str]:
    """Return the links of an answer, with the days that it has read."""
    own = {FROM: window.start.isoformat(), TO: window.end.isoformat(), BY: window.by}
    query = "&".join(filter(None, (selection.filters.to_query(), urlencode(own))))
    forms = {other: here + file_path(NAME, other, query) for other in FORMS}
    page = here + Address(selection.filters).link(NAME, **own)
    return {"self": forms[form], **forms, "page": page, "openapi": here + OPENAPI}
