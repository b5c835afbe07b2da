"""What readers see when the line to the server is lost, was never had, or leads to a newer site."""

import json
import re

import pytest

from reader import JANUARY, LINK, pill, reading
from serving import free_port, started

pytestmark = pytest.mark.browser

STREAM = "**/_stcore/stream"
FIND = ".st-key-find input"
COUNT_DIALOGS = """() => {
    window.dialogs = 0;
    new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
        if (node.matches('.stDialog')) window.dialogs += 1;
    }))).observe(document.body, {childList: true});
}"""
ALL_LOADING_FAILS = re.compile("Failed to load resource|WebSocket|ERR_|dynamically imported module")


class Line:
    """The line of a reader to the server, which can be let go silent, or refused."""

    def __init__(self, page):
        self.is_silent = self.is_refused = False
        page.route_web_socket(STREAM, self._open)

    def _open(self, socket):
        if self.is_refused:
            socket.close()
            return
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if self.is_silent else server.send(message))
        server.on_message(lambda message: None if self.is_silent else socket.send(message))


@pytest.fixture
def cut(browser, server):
    """A reader whose browser may complain of what cannot be had."""
    with reading(browser, server, width=1280, height=1000) as reader:
        yield reader
        reader.errors = [error for error in reader.errors if not ALL_LOADING_FAILS.search(error)]


def said(page, text, seconds=15):
    page.locator("#connection[role=status]", has_text=text).wait_for(timeout=seconds * 1000)


def is_held(page):
    return page.locator(FIND).evaluate("field => field.closest('[inert]') !== null")


def test_a_line_that_goes_silent_is_noticed_and_heals(cut):
    page, line = cut.page, Line(cut.page)
    cut.open(LINK)
    assert page.locator("#connection").inner_text() == ""
    line.is_silent = True
    said(page, "connection to the server is lost")
    assert is_held(page)
    assert page.locator("#root h1").is_visible()
    line.is_silent = False
    page.locator("#connection:empty").wait_for(state="attached")
    assert not is_held(page)


def test_a_choice_made_before_the_loss_is_noticed_is_in_the_page_after_it(cut):
    page, line = cut.page, Line(cut.page)
    cut.open(LINK)
    line.is_silent = True
    page.locator(FIND).fill("Jackson")
    said(page, "connection to the server is lost")
    line.is_silent = False
    page.locator(".st-key-hits a", has_text="Jackson").first.wait_for()
    assert page.locator(FIND).input_value() == "Jackson"


def test_a_status_chosen_offline_is_in_field_address_and_page_once_the_line_is_back(cut):
    page, line = cut.page, Line(cut.page)
    cut.open("?round=2018-01&as_of=2018-03-01")
    page.evaluate(COUNT_DIALOGS)
    line.is_silent = True
    page.context.set_offline(True)
    page.locator(".st-key-filter-status input").click()
    page.get_by_role("option", name="Answered").click()
    said(page, "connection to the server is lost")
    assert page.locator("#root h1").is_visible()
    assert is_held(page)
    line.is_silent = False
    page.context.set_offline(False)
    cut.wait_for_query(("round", "2018-01"), ("as_of", "2018-03-01"), ("status", "answered"))
    page.wait_for_selector("#root [data-key=status-answered][aria-current=true]")
    assert page.locator(".st-key-filter-status").inner_text().count("Answered") == 1
    assert not is_held(page)
    assert page.evaluate("window.dialogs") == 0


def test_a_server_that_is_started_again_goes_on_with_the_view(browser, tmp_path, toll):
    port = free_port()
    with (
        started(log=tmp_path / "log", port=port) as (home, process),
        reading(browser, home, width=1280, height=1000) as reader,
    ):
        page = reader.open(LINK).page
        process.kill()
        process.wait(timeout=20)
        said(page, "connection to the server is lost")
        with started(log=tmp_path / "again", port=port):
            page.locator("#connection:empty").wait_for(state="attached", timeout=150_000)
            reader.settle()
            assert page.locator(".stDialog").count() == 0
            assert "Twenty-three jurisdictions" in reader.text("brief")
            pill(reader, "Nov. 2017").click()
            reader.wait_for_query(*JANUARY, ("round", "2017-11"))
            page.close()  # before the second server goes, too
        reader.errors.clear()
    toll("replicas killed")


def test_a_server_that_is_gone_leaves_the_answer_and_no_dialog(browser, tmp_path):
    with (
        started(log=tmp_path / "log") as (home, process),
        reading(browser, home, width=1280, height=1000) as reader,
    ):
        page = reader.open(LINK).page
        page.evaluate(COUNT_DIALOGS)
        process.kill()
        said(page, "connection to the server is lost")
        page.wait_for_function("() => window.dialogs > 0")  # Streamlit's own, which comes up unseen
        page.locator(".stDialog").wait_for(state="detached")
        assert page.locator("#root h1").is_visible()
        assert is_held(page)
        assert page.get_by_role("link", name="Reload the page").is_visible()
        page.close()  # it tries again and again, and complains each time
        reader.errors.clear()


def test_where_no_live_connection_can_be_made_the_page_says_what_is_missing(cut):
    page = cut.page
    Line(page).is_refused = True
    page.goto(f"{cut.home}/{LINK}")
    said(page, "Plain mode", 30)
    assert page.locator("#snapshot table.letters tbody tr").count() == 23
    page.locator("#snapshot table.letters a", has_text="Jackson").first.click()
    assert page.locator("h1").first.inner_text() == "Jackson, Mississippi"


@pytest.mark.parametrize(
    ("part", "fact"),
    [
        ("brief", "Twenty-three jurisdictions"),
        ("map", "Program ended"),
        ("timeline", "23 letters sent"),
        ("table", "Albany, NY"),
    ],
)
def test_a_part_in_a_sandboxed_frame_says_its_facts_and_why_links_may_not_open(cut, part, fact):
    page, address = cut.page, f"{cut.home}/?embed=true&show={part}&round=2018-01"
    boxes = (f"<iframe sandbox='{what}' src='{address}'></iframe>" for what in ("", "allow-scripts"))
    body = "".join(boxes)
    page.route(f"{cut.home}/news", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{cut.home}/news", wait_until="domcontentloaded")
    silent, scripted = (page.frame_locator("iframe").nth(number).locator("body") for number in (0, 1))
    silent.locator("noscript p").wait_for()
    assert "the frame around this page keeps it from opening" in silent.inner_text()
    scripted.get_by_text("may keep its links from opening").wait_for(timeout=30_000)
    assert f"By itself it is at {cut.home}/?round=2018-01" in scripted.inner_text()
    for frame in (silent, scripted):
        assert "data version" in frame.inner_text()
        assert fact in frame.inner_text()
    cut.errors.clear()  # the browser says of each script that it was kept from running


def test_scripts_that_are_gone_leave_the_answer_and_offer_a_reload(cut):
    page = cut.page
    page.route("**/static/js/PlotlyChart*.js", lambda route: route.fulfill(status=404))
    page.goto(f"{cut.home}/{LINK}")
    said(page, "Part of this page could not be loaded", 30)
    assert page.locator("#snapshot .map-svg").is_visible()
    page.unroute("**/static/js/PlotlyChart*.js")
    page.get_by_role("link", name="Reload the page").click()
    cut.settle()
    assert page.locator("#root .st-key-map .main-svg").first.is_visible()


def test_a_grid_whose_scripts_are_gone_shows_no_error(cut):
    page = cut.page
    cut.open(LINK)
    page.route("**/static/js/DataFrame*.js", lambda route: route.fulfill(status=404))
    page.locator(".st-key-grid label").first.click()
    said(page, "Part of this page could not be loaded")
    page.get_by_text("Failed to fetch").first.wait_for(state="hidden")
    assert page.locator("#root table.letters tbody tr").count() == 23
    assert not is_held(page)


def test_an_open_page_learns_of_newer_data(cut):
    page = cut.page
    cut.open(LINK)
    newer = {"version": {"content_hash": "another"}}
    page.route("**/healthz", lambda route: route.fulfill(body=json.dumps(newer)))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    said(page, "Newer data are on the server")
    assert not is_held(page)


def test_a_page_that_was_opened_before_the_site_was_renewed_says_so(reader):
    page = reader.open(LINK).page
    assert page.locator("#connection").inner_text() == ""
    page.evaluate("() => { document.getElementById('sheet').dataset.sheet = 'of another release'; }")
    page.evaluate("() => { document.documentElement.dataset.live = ''; }")  # has the line look again
    page.wait_for_selector("#connection[data-state=outdated] a")
