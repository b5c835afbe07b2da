"""What is new since the last visit: kept in the reader's own browser, told on the pages of news."""

import json

import pytest

pytestmark = pytest.mark.browser

KEPT = "() => Object.entries(localStorage).filter(([key]) => key.endsWith(':visit'))"
FORGET_NEWEST = """() => {
    const key = Object.keys(localStorage).find(key => key.endsWith(':visit'));
    const kept = JSON.parse(localStorage[key]);
    const newest = Object.keys(kept.seen).sort().at(-1);
    delete kept.seen[newest];
    localStorage[key] = JSON.stringify({...kept, at: 0});
    return newest;
}"""


def line(reader):
    return reader.page.locator("#root .since-visit")


def test_a_first_visit_says_nothing_and_a_second_what_is_new(reader):
    reader.open()
    assert line(reader).text_content() == ""
    newest = reader.page.evaluate(FORGET_NEWEST)
    reader.open()
    count = json.loads(line(reader).get_attribute("data-entries"))[newest]
    assert str(count) in line(reader).inner_text()
    assert "new on record since your last visit" in line(reader).inner_text()
    marked = reader.page.locator("#root .front-news li:has(.is-new)")
    assert (
        marked.count() == reader.page.locator(f"#root .front-news li[data-recorded='{newest}']").count() > 0
    )
    reader.open(f"changes?by=recorded&from={newest}&to={newest}")
    assert str(count) in line(reader).inner_text()
    reader.page.wait_for_selector("#root table.changes .is-new")


def test_the_note_of_the_visit_stays_in_the_browser(reader):
    sent = []
    reader.page.on("request", lambda request: sent.append(request.headers.get("cookie", "") + request.url))
    reader.open()
    ((_, kept),) = reader.page.evaluate(KEPT)
    days = json.loads(kept)["seen"]
    assert days
    assert not any("visit" in text for text in sent)
    assert not any(":visit" in cookie["name"] for cookie in reader.page.context.cookies())


def test_a_visit_without_news_says_so_before_the_live_page_too(browser, server):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/static/js/**", lambda route: route.abort())
        page.goto(server)
        page.evaluate(
            "() => { const key = Object.keys(localStorage).find(key => key.endsWith(':visit'));"
            " localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), at: 0}); }"
        )
        page.goto(server)
        assert page.locator("#snapshot .since-visit").inner_text() == (
            "Nothing is new on record since your last visit."
        )


def test_a_view_of_an_earlier_day_says_nothing_of_visits(reader):
    reader.open("?as_of=2018-03-01")
    assert line(reader).count() == 0
