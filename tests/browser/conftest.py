"""A real server and a real Chromium: what a reader's browser sees, asks for and complains of."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reader import Reader, reading

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTING = 60
"""Seconds that a server may take to answer."""


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start servers, each on its own port and data folder; all are stopped at the end."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> str:
        port = _free_port()
        log = (tmp_path_factory.mktemp("server") / "log").open("wb")
        command = [sys.executable, "-m", "tracker", "serve", "--port", str(port), *options]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        running.append(process)
        _wait_until_up(f"http://localhost:{port}", process, Path(log.name))
        return f"http://localhost:{port}"

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=20)


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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer in {STARTING} seconds: {log.read_text()}")


def _chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium: install the package chromium, or name one in CHROMIUM"
    return found
