"""A real server and a real Chromium: what a reader's browser sees, asks for and complains of."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from chromium import chromium
from playwright.sync_api import Browser

from reader import Reader, reading
from serving import served


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start servers, each on its own port and data folder; all are stopped at the end."""
    with ExitStack() as running:
        yield lambda *options: running.enter_context(
            served(*options, log=tmp_path_factory.mktemp("server") / "log")
        )


@pytest.fixture(scope="session")
def server(serve: Callable[..., str]) -> str:
    """The address of a server on the shipped data."""
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the system's own."""
    with chromium() as started:
        yield started


@pytest.fixture
def reader(browser: Browser, server: str) -> Iterator[Reader]:
    """A reader at a desk; at the end the browser has complained of nothing and asked no other host."""
    with reading(browser, server, width=1280, height=1000) as started:
        yield started


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Reader]:
    """A reader on a phone."""
    with reading(browser, server, width=360, height=740, is_mobile=True, has_touch=True) as started:
        yield started
