"""`/card.png`: the preview card of a view, for whoever shares its link."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import KEYS, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.pages.card import card_of, card_png
from tracker.web.answers import answer, route
from tracker.web.asking import requested_selection


def routes(data: Callable[[], Dataset]) -> list[BaseRoute]:
    """Return the route of the card, with the parameters of the pages."""

    def card(request: Request) -> Response:
        dataset, day = data(), today()
        # Refuses what means nothing, as every such route does.
        requested_selection(request, dataset, also=KEYS)
        address = Address.parse(request.url.query, dataset)
        png = _drawn(address.filters.day(dataset, day), request.url.query, dataset)
        return answer(request, png, "image/png")

    return [route("/card.png", card)]


@lru_cache(maxsize=64)
def _drawn(day: date, query: str, dataset: Dataset) -> bytes:
    """Draw the card of a query once for all who ask on the same day."""
    return card_png(card_of(Address.parse(query, dataset), dataset, day))
