"""A running server looks for newer data, so that an update needs no restart."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any

from starlette.concurrency import run_in_threadpool

from tracker.clock import today
from tracker.dataset import Dataset
from tracker.served import Prepare
from tracker.web.warm import warm

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]

EVERY = 2.0
"""Seconds between two looks at the folder; what changed is shown when it stood still from one to the next."""

_LOG = logging.getLogger(__name__)


def watching(live: Lifespan, look: Callable[[Prepare], None], seconds: float = EVERY) -> Lifespan:
    """Return a lifespan in which `look` is called again and again, in a thread of its own."""

    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:  # noqa: ANN401 - whatever application it is
        async with live(app):
            watch = asyncio.create_task(_again(look, seconds))
            try:
                yield
            finally:
                watch.cancel()
                with suppress(asyncio.CancelledError):
                    await watch

    return lifespan


async def _again(look: Callable[[Prepare], None], seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds)
        try:
            await run_in_threadpool(look, _prepare)
        except Exception:  # one look that fails must not be the last
            _LOG.exception("the folder of the data could not be looked at")


def _prepare(dataset: Dataset) -> None:
    try:
        warm(dataset, today(dataset.campaign.time_zone))
    except Exception:  # a reader will meet it again, and the log says it; the rest can be served
        _LOG.exception("the first views could not be made")
