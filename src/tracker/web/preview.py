"""`/card.png`, and the cards of pages that have their own: a preview for whoever shares a link."""

from collections.abc import Callable
from datetime import date
from functools import partial

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import KEYS, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages.card import card_of, card_png
from tracker.pages.head import OWN_CARDS
from tracker.web.answers import Turns, answer, route
from tracker.web.parameters import requested_address

PAINTERS = 2
"""How many cards are painted at once, so that pages are not kept waiting by them."""


def routes(data: Callable[[], Dataset]) -> list[BaseRoute]:
    """Return the routes of the cards, with the parameters of the pages."""

    def card(path: str, request: Request) -> Response:
        dataset = data()
        day = today(dataset.campaign.time_zone)
        address = requested_address(request, dataset, also=KEYS)
        png = _drawn(address.filters.day(dataset, day), address, dataset, path)
        return answer(request, png, "image/png")

    turns = Turns(CapacityLimiter(PAINTERS))
    others = [route(f"/cards/{path}.png", partial(card, path), turns) for path in OWN_CARDS]
    return [route("/card.png", partial(card, ""), turns), *others]


@once(16_000_000, size=len)
def _drawn(day: date, address: Address, dataset: Dataset, path: str) -> bytes:
    """Draw the card of a view once for all who ask on the same day."""
    return card_png(card_of(address, dataset, day, path))
