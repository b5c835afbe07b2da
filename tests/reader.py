"""A reader in a real browser: what a page says, what its address holds, what the browser noticed."""

import json
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

JANUARY = (("round", "2018-01"), ("as_of", "2018-01-25"))
"""The view of the report of 25 January 2018, as parameters."""

LINK = "?round=2018-01&as_of=2018-01-25"

PATIENCE = 60
"""Seconds that a busy machine may take for a step that takes a quiet one half a second."""

MARK_POSITION = """place => {
    const chart = document.querySelector('.st-key-map .js-plotly-plot');
    const trace = chart.data.find(trace => trace.name === 'places');
    const index = trace.customdata.findIndex(data => [data].flat()[0] === place);
    const {xaxis, yaxis} = chart._fullLayout;
    const box = chart.getBoundingClientRect();
    return [
        box.left + xaxis._offset + xaxis.d2p(trace.x[index]),
        box.top + yaxis._offset + yaxis.d2p(trace.y[index]),
    ];
}"""


STILL = """() => new Promise(done => {
    let timer;
    const isBusy = () => document.querySelector('.stApp')?.dataset.testScriptState === 'running'
        || document.getAnimations().some(one => one.effect.getComputedTiming().endTime < Infinity);
    const seen = new MutationObserver(() => later());
    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            if (isBusy()) return later();
            seen.disconnect();
            done(true);
        }, 100);
    };
    seen.observe(document.body, {subtree: true, childList: true, characterData: true});
    later();
})"""
"""Until no script runs, nothing moves and nothing has changed for a tenth of a second.

Streamlit draws the last parts after a run ends, and colors and folds take a while to get where they go.
"""


@dataclass
class Reader:
    """A page with the address it started from, and what the browser noticed on the way."""

    page: Page
    home: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    is_run_awaited: bool = False
    """Whether the page has asked for a run that the server has not begun yet: no sign on the page tells."""

    def open(self, path: str = "") -> "Reader":
        self.page.goto(f"{self.home}/{path}")
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until the script has run, the page is drawn and has taken the place of its snapshot."""
        self.page.wait_for_selector(".stApp[data-test-script-state='notRunning']")
        self.page.wait_for_selector("#snapshot", state="detached")
        self.page.evaluate(STILL)
        end = time.monotonic() + PATIENCE
        while self.is_run_awaited:
            assert time.monotonic() < end, "the server did not run the script that the page asked for"
            self.page.evaluate(STILL)

    def listen(self, socket: WebSocket) -> None:
        """Follow which runs the page asks for and the server begins."""
        self.is_run_awaited = False
        socket.on("framesent", self._note_request)
        socket.on("framereceived", self._note_run)

    def _note_request(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self.is_run_awaited = True

    def _note_run(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "new_session":
            self.is_run_awaited = False

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.page.url).query)

    def wait_for_query(self, *pairs: tuple[str, str]) -> None:
        """Wait until the address holds exactly these parameters, then until the page is drawn."""
        wanted = sorted(pairs)
        self.page.wait_for_function(
            "wanted => JSON.stringify([...new URLSearchParams(location.search)].sort()) === wanted",
            arg=json.dumps([list(pair) for pair in wanted], separators=(",", ":")),
        )
        self.settle()

    def text(self, key: str) -> str:
        return seen(self.page.locator(f".st-key-{key}"))


def seen(element: Locator) -> str:
    """The text of an element as a reader sees it: a no-break space is a space."""
    return element.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def click_mark(reader, place):
    reader.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
    reader.page.locator(".st-key-map").scroll_into_view_if_needed()
    reader.page.mouse.click(*reader.page.evaluate(MARK_POSITION, place))


def pill(reader, name):
    """The pill of a round, in its fold, which is opened if it is not yet."""
    fold = reader.page.locator(".st-key-menu-round details").first
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    return reader.page.locator(".st-key-filter-round button", has_text=name)


class reading:  # noqa: N801 - used as a context manager, reads as a verb
    """A page at a server, that must leave no complaint behind."""

    def __init__(self, browser: Browser, home: str, *, width: int, height: int, **options: object) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.reader = Reader(self.context.new_page(), home)

    def __enter__(self) -> Reader:
        reader, host = self.reader, urlsplit(self.reader.home).netloc
        page = reader.page
        page.on("console", lambda said: None if _is_no_complaint(said) else reader.errors.append(said.text))
        page.on("websocket", reader.listen)
        page.on("pageerror", lambda error: reader.errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                reader.outside.append(request.url) if urlsplit(request.url).netloc not in (host, "") else None
            ),
        )
        return reader

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.context.close()
        if kind is None:
            assert self.reader.errors == []
            assert self.reader.outside == []


def _is_no_complaint(said: ConsoleMessage) -> bool:
    """Tell what is no error, or Chromium's note that the page itself was answered 404 or 503, as meant."""
    of_the_page = said.page is not None and said.location["url"] == said.page.url
    return said.type != "error" or (of_the_page and said.text.startswith("Failed to load resource"))
