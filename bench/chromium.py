"""The installed Chromium on a line and a processor of our choice, and what a page showed in it, and when."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE = 120_000
"""Milliseconds that a page may take."""

WATCH = """(() => {
    const CONDITIONS = {%s};
    const seen = window.benchSeen = {};
    const look = () => {
        for (const [name, holds] of Object.entries(CONDITIONS))
            if (!(name in seen) && holds()) seen[name] = performance.now();
        if (Object.keys(CONDITIONS).some((name) => !(name in seen))) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver(list => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) seen.painted = entry.startTime;
    }).observe({ type: 'paint', buffered: true });
})()"""
"""Runs before any script of the page, and notes at each frame which conditions hold for the first time."""


@dataclass(frozen=True)
class Condition:
    """A line and a processor: how many times slower, bits a second, milliseconds there and back."""

    name: str
    slower: float = 1
    bits: float = 0
    latency: float = 0


QUICK = Condition("loopback")
SLOW_LINE = Condition("10 Mbit/s and 40 ms", bits=10e6, latency=40)
PHONE = Condition("processor 4 times slower", slower=4)


class Bytes:
    """How many bytes came to a page: answers as they were sent, compressed, and what came over sockets."""

    def __init__(self, session: CDPSession) -> None:
        self.count = 0.0
        session.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", lambda event: self._add(_size(event["response"])))

    def _add(self, size: float) -> None:
        self.count += size


def _size(frame: Mapping[str, object]) -> float:
    """Return the bytes of a frame, which are given in base 64 unless it is text."""
    return len(str(frame["payloadData"])) * (1 if frame["opcode"] == 1 else 0.75)


@dataclass(frozen=True)
class Visit:
    """A page that is opened, what has come to it, and the line to what the browser knows of it."""

    page: Page
    came: Bytes
    session: CDPSession

    def seen(self, name: str) -> float:
        """Wait until a condition has held, and return when that was, in ms since the page was asked for."""
        self.page.wait_for_function("name => name in window.benchSeen", arg=name, timeout=PATIENCE)
        when: float = self.page.evaluate("name => window.benchSeen[name]", name)
        return when


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        with closing(browser):
            yield browser


Commands = Mapping[str, Mapping[str, object]]
"""What a browser is told, by the names of its protocol, each with its settings."""


@contextmanager
def visiting(
    browser: Browser,
    address: str,
    condition: Condition = QUICK,
    watched: Mapping[str, str] | None = None,
    before: Commands | None = None,
) -> Iterator[Visit]:
    """Open an address with nothing cached.

    Args:
        browser: the browser.
        address: what to open.
        condition: the line and the processor.
        watched: by its name, what is to be watched for, as an expression of JavaScript.
        before: what the browser is told before the page is asked for.
    """
    with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as context:
        yield _opened(context, address, condition, watched or {}, before or {})


def _opened(
    context: BrowserContext,
    address: str,
    condition: Condition,
    watched: Mapping[str, str],
    before: Commands,
) -> Visit:
    """Open an address under a condition, with what is watched for."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if condition.bits:
        through = condition.bits / 8
        line = {"latency": condition.latency, "downloadThroughput": through, "uploadThroughput": through}
        session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Emulation.setCPUThrottlingRate", {"rate": condition.slower})
    functions = ", ".join(f"{name}: () => {holds}" for name, holds in watched.items())
    page.add_init_script(WATCH % functions)
    came = Bytes(session)
    for command, settings in before.items():
        session.send(command, dict(settings))
    page.goto(address, wait_until="commit", timeout=PATIENCE)
    return Visit(page, came, session)


def installed(which: Callable[[str], str | None] = shutil.which) -> str:
    """Find the installed Chromium; CHROMIUM in the environment names another."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((path for name in names if name and (path := which(name))), None)
    if not path:
        raise SystemExit("no Chromium: install the package chromium, or name one in CHROMIUM")
    return path
