"""A real server and a real Chromium: what a reader's browser sees, asks for and complains of."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from reader import Reader, reading
from serving import served

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        yield started
        started.close()


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


def _chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium: install the package chromium, or name one in CHROMIUM"
    return found
