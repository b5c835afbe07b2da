"""`/card.png`, and the cards of pages that have their own: a preview for whoever shares a link.

Pages name their card with day and version, so that a preview that somebody keeps by its address is no older
than the page that it stands for. Without them a card is that of today, and with an older version it is drawn
from the data that are served, and says so.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import KEYS, VERSION, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages.head import OWN_CARDS, card_address
from tracker.pictures.card import card_of, card_png, other_version
from tracker.served import CurrentData
from tracker.web.parameters import requested_address
from tracker.web.responses import Turns, answer, route

PAINTERS = 2
"""How many cards are painted at once, so that pages are not kept waiting by them."""


def routes(data: CurrentData) -> list[BaseRoute]:
    """Return the routes of the cards, with the parameters of the pages."""

    def card(path: str, request: Request) -> Response:
        dataset = data()
        day = today(dataset.campaign.time_zone)
        address = requested_address(request, dataset, also=KEYS)
        other = other_version(address.values.get(VERSION, ""), dataset)
        png = _drawn(address.filters.day(dataset, day), card_address(address, path), dataset, path, other)
        return answer(request, png, "image/png")

    turns = Turns(CapacityLimiter(PAINTERS))
    others = [route(f"/cards/{path}.png", partial(card, path), turns) for path in OWN_CARDS]
    return [route("/card.png", partial(card, ""), turns), *others]


@once(16_000_000, size=len)
def _drawn(day: date, address: Address, dataset: Dataset, path: str, other: str) -> bytes:
    """Draw the card of a view once for all who ask on the same day."""
    return card_png(replace(card_of(address, dataset, day, path), other=other))
