"""`/card.png`, and the cards of pages that have their own: a preview for whoever shares a link."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import KEYS, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.pages.card import card_of, card_png
from tracker.pages.head import OWN_CARDS
from tracker.web.answers import answer, route
from tracker.web.asking import asked_selection


def routes(data: Callable[[], Dataset]) -> list[BaseRoute]:
    """Return the routes of the cards, with the parameters of the pages."""

    def card(path: str, request: Request) -> Response:
        dataset = data()
        day = today(dataset.campaign.time_zone)
        asked_selection(request, dataset, also=KEYS)  # refuses what means nothing, as every such route does
        address = Address.parse(request.url.query, dataset)
        png = _drawn(address.filters.day(dataset, day), request.url.query, dataset, path)
        return answer(request, png, "image/png")

    others = [route(f"/cards/{path}.png", partial(card, path)) for path in OWN_CARDS]
    return [route("/card.png", partial(card, "")), *others]


@lru_cache(maxsize=64)
def _drawn(day: date, query: str, dataset: Dataset, path: str) -> bytes:
    """Draw the card of a query once for all who ask on the same day."""
    return card_png(card_of(Address.parse(query, dataset), dataset, day, path))
