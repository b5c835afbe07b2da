"""The answer before the app sorts its table in place, in the server's order; the live page takes it over."""

import pytest

from reader import JANUARY, LINK, reading
from tracker.pages.letters_table import COLUMNS

pytestmark = pytest.mark.browser

HEAD = "#snapshot [data-key=sort-{}]"
FIRST = "#snapshot table.letters tbody tr:first-child th"
SERVERS = """async () => {
    const answer = await (await fetch(location.href)).text();
    const theirs = new DOMParser().parseFromString(answer, "text/html");
    const all = (page, part) => [...page.querySelectorAll(`#snapshot main ${part}`)];
    const links = page => all(page, "a[href^='./']").map(link => link.getAttribute("href"));
    const fields = page => [...new URLSearchParams(new FormData(page.querySelector("#choices")))].sort();
    // What a row says again of the row above it, paper leaves out; rows that were moved say it all.
    const rows = page => all(page, "table.letters tr")
        .map(row => row.outerHTML.replace(/ class="(again)?"/g, ""));
    return [document, theirs].map(page => ({rows: rows(page), links: links(page), fields: fields(page)}));
}"""
"""The rows of the page and where it leads, and the same of the server's answer to its address."""


@pytest.fixture(params=[1280, 360])
def held(request, browser, server):
    """A reader, at a desk and on a phone, who saves data: the live page does not start."""
    saving = {"extra_http_headers": {"Save-Data": "on"}}
    with reading(browser, server, width=request.param, height=1000, **saving) as started:
        yield started


@pytest.mark.parametrize("path", ["", "?state=CA&as_of=2018-03-01&sort=-answer"])
def test_each_head_sorts_as_the_server_does_in_both_directions(held, path):
    page = held.page
    page.goto(f"{held.home}/{path}")
    page.evaluate("document.isTheSame = true")
    for word in COLUMNS:
        for _ in range(2):
            page.locator(HEAD.format(word)).click()
            ours, theirs = page.evaluate(SERVERS)
            assert ours == theirs
            assert dict(held.query)["sort"].endswith(word)
    assert page.evaluate("document.isTheSame")


def test_back_brings_the_order_before(held):
    page = held.page
    page.goto(f"{held.home}/{LINK}")
    usual = page.locator(FIRST).inner_text()
    page.locator(HEAD.format("place")).click()
    assert page.locator(FIRST).inner_text() == "Albany, NY"
    page.go_back()
    assert held.query == [*JANUARY]
    assert page.locator(FIRST).inner_text() == usual


def test_without_scripts_a_head_is_a_link(browser, server):
    with reading(browser, server, width=1280, height=1000, java_script_enabled=False) as started:
        page = started.page
        page.goto(f"{started.home}/{LINK}")
        page.locator(HEAD.format("place")).click()
        page.wait_for_url("**sort=place")
        assert page.locator(FIRST).inner_text() == "Albany, NY"


@pytest.mark.parametrize("is_late", [False, True])
def test_the_live_page_has_the_order_and_the_focus(reader, is_late):
    """A field with the focus holds the live page back until it is drawn, in the order that was."""
    page = reader.page
    page.goto(f"{reader.home}/{LINK}", wait_until="commit")
    if is_late:
        page.locator("#snapshot .masthead input[type=search]").focus()
        page.wait_for_selector("#root table.letters tbody", state="attached")
        page.wait_for_selector(".stApp[data-test-script-state='notRunning']", state="attached")
    page.locator(HEAD.format("place")).click()
    assert page.locator(FIRST).inner_text() == "Albany, NY"
    reader.settle()
    assert reader.query == [*JANUARY, ("sort", "place")]
    assert page.locator("#root table.letters tbody th").first.inner_text() == "Albany, NY"
    assert page.evaluate("document.activeElement.dataset.key") == "sort-place"
    page.go_back()
    reader.wait_for_query(*JANUARY)
    page.wait_for_selector("#root .col-sent[aria-sort=descending]")
