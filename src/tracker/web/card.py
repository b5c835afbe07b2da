"""`/card.png`: the preview card of a view, for whoever shares its link."""

from collections.abc import Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from tracker.address import KEYS, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages.card import card_of, card_png
from tracker.web.answers import answer, route
from tracker.web.asking import asked_selection


def routes(data: Callable[[], Dataset]) -> list[BaseRoute]:
    """Return the route of the card, with the parameters of the pages."""

    def card(request: Request) -> Response:
        dataset, day = data(), today()
        asked_selection(request, dataset, also=KEYS)  # refuses what means nothing, as every such route does
        address = Address.parse(request.url.query, dataset)
        png = _drawn(address.filters.day(dataset, day), address, dataset)
        return answer(request, png, "image/png")

    return [route("/card.png", card)]


@once(16_000_000, size=len)
def _drawn(day: date, address: Address, dataset: Dataset) -> bytes:
    """Draw the card of a view once for all who ask on the same day."""
    return card_png(card_of(address, dataset, day))
