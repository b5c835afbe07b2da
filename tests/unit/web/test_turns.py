"""Costly answers keep each other waiting, and nobody else."""

import asyncio
from threading import Event

import httpx2
from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.responses import Response

from tracker.web import card_routes, picture_files, wellknown
from tracker.web.responses import Turns, route


def test_who_waits_for_a_turn_keeps_no_other_answer_waiting_and_a_full_queue_says_so():
    turns, may_end = Turns(CapacityLimiter(1), queue=1), Event()

    def slow(request):
        may_end.wait(30)
        return Response("painted")

    app = Starlette(
        routes=[route("/slow", slow, turns), route("/quick", lambda request: Response("at once"))]
    )

    async def ask():
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://site") as site:
            asked = [asyncio.create_task(site.get("/slow")) for _ in range(2)]
            while not turns.is_long():
                await asyncio.sleep(0)
            refused, quick = await site.get("/slow"), await site.get("/quick")
            may_end.set()
            return await asyncio.gather(*asked), refused, quick

    answers, refused, quick = asyncio.run(ask())
    assert [answer.text for answer in answers] == ["painted"] * 2
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "10")
    assert "too many" in refused.json()["error"]
    assert quick.text == "at once"


def test_pictures_cards_and_health_have_threads_of_their_own(dataset):
    """All other threads may be busy with pages when a machine asks whether the server is well."""
    modules = (picture_files, card_routes, wellknown)
    routes = [one for module in modules for one in module.routes(lambda: dataset)]
    own = {one.path for one in routes if one.app.turns}
    painted = {one.path for one in routes if one.path.startswith(("/pictures/", "/card"))}
    assert own == painted | {"/healthz"}
