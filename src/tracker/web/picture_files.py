"""`/pictures/map.svg` and its like: the pictures of a view, for who prints or embeds them."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import parse_qsl

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.exports.naming import file_name
from tracker.exports.picture_links import (
    GROUND,
    LOOKS,
    PICTURE_FORMS,
    PICTURES,
    THEME,
    WIDTH,
    picture_path,
    table_of_picture,
)
from tracker.language.words import listed
from tracker.pictures import Look, picture_file
from tracker.served import CurrentData
from tracker.web.parameters import BadRequest, Wrong, requested_view
from tracker.web.public_address import base
from tracker.web.responses import Turns, answer, route

PAINTERS = 2
"""How many pictures are painted at once: a large one of all letters takes 140 MB while it is."""

QUEUE = 20
"""How many requests may wait for a picture."""


def routes(data: CurrentData) -> list[BaseRoute]:
    """Return the route of each picture in each form, with the filters of the pages as parameters.

    Args:
        data: returns the dataset, or raises `DataError`, which answers 503.
    """
    turns = Turns(CapacityLimiter(PAINTERS), QUEUE)
    return [
        route(f"/{picture_path(picture, extension)}", partial(_picture, data, picture, extension), turns)
        for picture in PICTURES
        for extension in PICTURE_FORMS
    ]


def _picture(data: CurrentData, picture: str, extension: str, request: Request) -> Response:
    form = PICTURE_FORMS[extension]
    view = requested_view(request, data(), table_of_picture(picture), frozenset(form.keys))
    look = _look(request, form.keys)
    body = picture_file(picture, view, base(request), extension, look)
    # Shown where it is opened, and saved under a name that says what it shows.
    name = file_name(picture, view.selection, extension, view.own)
    shown = {"content-disposition": f'inline; filename="{name}"'}
    return answer(request, body, form.media_type, extra_headers=shown)


def _look(request: Request, keys: tuple[str, ...]) -> Look:
    """Read how the picture is to look.

    Raises:
        BadRequest: a word means nothing, or is given twice.
    """
    given: dict[str, list[str]] = {key: [] for key in keys}
    for key, value in parse_qsl(request.url.query, keep_blank_values=True):
        given.get(key, []).append(value)
    if problems := tuple(wrong for key in keys for wrong in _wrong(key, given[key])):
        raise BadRequest(problems)
    words = {key: values[0] for key, values in given.items() if values}
    theme, ground, width = (words.get(key, LOOKS[key][0]) for key in (THEME, GROUND, WIDTH))
    return Look("dark" if theme == "dark" else "light", ground, int(width))


def _wrong(key: str, values: list[str]) -> Iterator[Wrong]:
    for place, value in enumerate(values):
        if place or value not in LOOKS[key]:
            reason = "is given twice" if place else f"is not {listed(list(LOOKS[key]), 'or')}"
            yield Wrong(key, value, reason, LOOKS[key])
