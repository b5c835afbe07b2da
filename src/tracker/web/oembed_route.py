"""`/oembed?url=…`: how a page of the site is shown in somebody else's (oEmbed 1.0, https://oembed.com)."""

import re
from datetime import date
from functools import partial
from urllib.parse import SplitResult, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import PRINT, SHOW, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.exports.embedding import resizer
from tracker.exports.oembed import WIDTH, Embed, Thumbnail, as_json, as_xml, rich
from tracker.pages.head import CARD_SIZE, card_link
from tracker.pages.page_links import absolute
from tracker.pages.site import PAGES, page_at
from tracker.parts import PARTS
from tracker.served import CurrentData
from tracker.web.parameters import BadRequest, Wrong
from tracker.web.public_address import base
from tracker.web.responses import JSON, answer, refusal, route

FORMATS = {"json": (JSON, as_json), "xml": ("text/xml; charset=utf-8", as_xml)}
"""Media type and writer of each format."""

_LIMITS = ("maxwidth", "maxheight")
_PORTS = {"http": 80, "https": 443}


def routes(data: CurrentData) -> list[BaseRoute]:
    """Return the route; parameters of its own that a consumer adds are passed over, as is the custom."""
    return [route("/oembed", partial(_oembed, data))]


def _oembed(data: CurrentData, request: Request) -> Response:
    form = request.query_params.get("format", "json")
    if form not in FORMATS:
        return refusal(request, 501, {"error": "format not implemented", "allowed": list(FORMATS)})
    dataset, home = data(), base(request)
    link, limits = _requested(request)
    embed = _embed_of(link, home, dataset, limits)
    if embed is None:
        return refusal(request, 404, {"error": "not a page of this site", "url": link})
    media_type, write = FORMATS[form]
    return answer(request, write(rich(embed)), media_type)


def _requested(request: Request) -> tuple[str, tuple[int | None, ...]]:
    """Read the address asked about and the largest width and height.

    Raises:
        BadRequest: the address is missing, or a size is no whole number from 1 on.
    """
    link = request.query_params.get("url", "")
    problems = [] if link else [Wrong("url", "", "is missing", ("the address of a page of this site",))]
    sizes = []
    for key in _LIMITS:
        value = request.query_params.get(key)
        sizes.append(int(value) if value and _is_size(value) else None)
        if value is not None and not _is_size(value):
            problems.append(Wrong(key, value, "is not a size in pixels", ("a whole number from 1 to 99999",)))
    if problems:
        raise BadRequest(tuple(problems))
    return link, tuple(sizes)


def _is_size(value: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,4}", value, re.ASCII))


def _embed_of(link: str, home: str, dataset: Dataset, limits: tuple[int | None, ...]) -> Embed | None:
    """Find the page at an address and make it fit; None where the site has no such page."""
    path = _path(link, home)
    if path is None:
        return None
    address = Address.parse(urlsplit(link).query, dataset)
    day = today(dataset.campaign.time_zone)
    page = page_at(path, address, dataset, day)
    if not page.exists:
        return None
    kept = {key: value for key, value in sorted(address.values.items()) if key != PRINT}
    usual = (WIDTH, _height(path, address, dataset, day))
    width, height = (min(size, most or size) for size, most in zip(usual, limits, strict=True))
    return Embed(
        link=absolute(home, address.link(path, **kept, embed="true")),
        title=page.title,
        width=width,
        height=height,
        provider=dataset.campaign.name,
        provider_link=home,
        thumbnail=_thumbnail(absolute(home, card_link(address, dataset, day, path)), limits),
        # A script would make the frame higher than asked for.
        script="" if limits[-1] else resizer(dataset.campaign.channel),
    )


def _height(path: str, address: Address, dataset: Dataset, day: date) -> int:
    """Return how high the frame of a page is, by the part and the letters that the overview shows."""
    if path:
        return PARTS["all"].frame_height(0)
    letters = address.filters.apply(dataset, day).letters
    return PARTS[address.word(SHOW)].frame_height(len(letters))


def _thumbnail(link: str, limits: tuple[int | None, ...]) -> Thumbnail | None:
    """Offer the card where it is not larger than the frame may be, which holds for thumbnails too."""
    fits = all(most is None or size <= most for size, most in zip(CARD_SIZE, limits, strict=True))
    return Thumbnail(link, *CARD_SIZE) if fits else None


def _path(link: str, home: str) -> str | None:
    """Return the page that an address of this site names; None for that of another site, or of no page.

    The scheme may be either: people paste what their browser shows.
    """
    try:
        target, own = urlsplit(link), urlsplit(home)
        same = _host(target) == _host(own)
    except ValueError:
        return None
    folder = f"{target.path}/"
    if not same or target.scheme not in _PORTS or not folder.startswith(own.path):
        return None
    path = folder.removeprefix(own.path).strip("/")
    return path if path in PAGES else None


def _host(parts: SplitResult) -> tuple[str | None, int | None]:
    """Give host and port, the usual port of either scheme as none."""
    port = None if parts.port in _PORTS.values() else parts.port
    return parts.hostname, port
