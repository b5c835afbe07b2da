"""When the live page starts: at once, or once it is seen, or at the word of a reader who saves data."""

import re

import pytest

from live import INDEX, STATIC
from reader import LINK, reading, seen
from tracker.pages.site import PAGES

pytestmark = pytest.mark.browser

MAIN = STATIC / re.search(r'<script type="module"[^>]* src="\./([^"]+)"', INDEX)[1]
START = "Start the interactive page"
ASKED_BY_BROWSER = "Object.defineProperty(navigator.connection, 'saveData', {get: () => true})"
UNSEEN = """
    window.isUnseen = true;
    Object.defineProperty(Document.prototype, '%s', {get: () => window.isUnseen});
"""
SEE = "window.isUnseen = false; document.dispatchEvent(new Event('visibilitychange'))"
TAKE_LINKS = """() => {
    const files = document.getElementById("live-files").content;
    const links = [...files.querySelectorAll("link[fetchpriority=low]")];
    for (const link of links) link.remove();
    return links.map(link => link.getAttribute("href").split("/").pop());
}"""


def scripts_of(page):
    """The list of the live page's files, as the browser goes on to ask for them."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/static/" in request.url else None)
    return asked


@pytest.fixture(params=["header", "browser"])
def saver(request, browser, server):
    """A reader who asks to save data, by the header of the request alone or by the browser alone."""
    headers = {"extra_http_headers": {"Save-Data": "on"}} if request.param == "header" else {}
    with reading(browser, server, width=1280, height=1000, **headers) as started:
        if not headers:
            started.page.add_init_script(ASKED_BY_BROWSER)
        yield started


def open_plain(reader, path):
    asked = scripts_of(reader.page)
    reader.page.goto(f"{reader.home}/{path}", wait_until="networkidle")
    assert reader.page.locator("#connection").inner_text().startswith("Plain mode")
    assert asked == []


def test_who_saves_data_has_the_whole_page_and_no_script_of_the_live_one(saver):
    open_plain(saver, LINK)
    assert saver.page.locator("#snapshot table.letters tbody tr").count() == 23
    saver.page.locator("#snapshot table.letters a", has_text="Jackson").first.click()
    assert saver.page.locator("h1").inner_text() == "Jackson, Mississippi"
    assert saver.page.get_by_role("button", name=START).is_visible()


def test_the_button_starts_the_live_page_and_what_was_typed_stays(saver):
    page = saver.page
    open_plain(saver, LINK)
    page.locator("#snapshot .masthead input[type=search]").fill("Jackson")
    page.get_by_role("button", name=START).click()
    saver.settle()
    assert page.locator(".st-key-find input").input_value() == "Jackson"
    page.locator(".st-key-hits a", has_text="Jackson").first.wait_for()
    assert page.locator("#connection").inner_text() == ""
    assert page.evaluate("document.activeElement.tagName") in ("H1", "H2")


def test_what_was_chosen_and_not_sent_is_in_the_live_page(saver):
    page = saver.page
    open_plain(saver, LINK)
    page.locator("#snapshot select[name=state]").select_option("CA")
    page.get_by_role("button", name=START).click()
    saver.settle()
    assert ("state", "CA") in saver.query
    assert "California" in seen(page.locator("#root h1"))


@pytest.mark.parametrize("state", ["hidden", "prerendering"])
def test_a_tab_that_nobody_sees_starts_when_it_is_seen(reader, state):
    page = reader.page
    page.add_init_script(UNSEEN % state)
    asked = scripts_of(page)
    page.goto(f"{reader.home}/{LINK}", wait_until="networkidle")
    assert asked == []
    assert page.locator("#connection").inner_text() == ""
    page.evaluate(SEE)
    reader.settle()
    assert page.locator("#root .st-key-map .main-svg").first.is_visible()


def test_the_live_page_brings_no_font(reader):
    asked = scripts_of(reader.page)
    reader.open(LINK)
    assert [url for url in asked if ".woff" in url] == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_asked_for_ahead_is_what_the_page_asks_for(reader, path):
    """Without the links the page asks for the same scripts, and for that of no other widget."""
    page = reader.page
    page.add_init_script(UNSEEN % "hidden")
    asked = scripts_of(page)
    page.goto(f"{reader.home}/{path}{'?id=jackson-ms' if path == 'record' else ''}")
    ahead = page.evaluate(TAKE_LINKS)
    page.evaluate(SEE)
    reader.settle()
    names = {url.rpartition("/")[2] for url in asked}
    assert ahead
    assert [name for name in ahead if name not in names] == []
    widgets = re.findall(r"import\(`\./([\w.-]+\.js)`\)", MAIN.read_text("utf-8"))
    assert sorted(names.intersection(widgets).difference(ahead)) == []
