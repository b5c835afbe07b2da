"""A running server looks for newer data, so that an update needs no restart."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any

from starlette.concurrency import run_in_threadpool

from tracker.served import Prepare
from tracker.web.warm import prepare

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
            await run_in_threadpool(look, prepare)
        except Exception:  # one look that fails must not be the last
            _LOG.exception("the folder of the data could not be looked at")
