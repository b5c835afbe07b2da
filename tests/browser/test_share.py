"""A view taken elsewhere: links, files, credits, frames."""

import csv
import io
import re
import urllib.request
from urllib.parse import urljoin

import pytest

from reader import LINK, reading

pytestmark = pytest.mark.browser


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


def test_the_share_box_has_the_live_and_the_frozen_link(reader, dataset):
    reader.open("?round=2018-01&state=CA")
    said = reader.text("share")
    assert "/?round=2018-01&state=CA\n" in said
    assert re.search(rf"as_of=\d{{4}}-\d\d-\d\d&version={re.escape(dataset.version.name)}", said)


def test_the_files_of_a_view_hold_its_rows(reader):
    reader.open(f"{LINK}&state=CA")
    href = reader.page.locator(".st-key-share a[href*='letters.csv']").get_attribute("href")
    table = csv.DictReader(io.StringIO(get(urljoin(reader.page.url, href)).decode("utf-8-sig")))
    assert len(list(table)) == 9


def test_feed_and_calendar_stand_beside_the_share_box(reader):
    reader.open(f"{LINK}&state=CA")
    for path in ("feed.atom", "deadlines.ics"):
        href = reader.page.locator(f".st-key-share a[href*='{path}']").first.get_attribute("href")
        assert b"San Francisco" in get(urljoin(reader.page.url, href))


def test_a_link_to_other_data_says_so(reader):
    reader.open(f"{LINK}&version=2020.01.01")
    assert "2020.01.01" in reader.page.locator(".stHtml", has_text="2020.01.01").first.inner_text()


@pytest.mark.parametrize(
    ("part", "there", "gone"),
    [
        ("map", ".st-key-map .js-plotly-plot", ".st-key-letters"),
        ("timeline", ".st-key-timeline .lanes", ".st-key-map"),
        ("table", ".st-key-letters table", ".st-key-brief"),
        ("brief", ".st-key-brief .headline", ".st-key-timeline"),
    ],
)
def test_an_embedded_page_shows_the_part_asked_for(reader, part, there, gone):
    reader.open(f"{LINK}&embed=true&show={part}")
    reader.page.wait_for_selector(there)
    assert reader.page.locator(gone).count() == 0
    assert reader.page.locator(".st-key-masthead").count() == 0
    credit = reader.page.locator("#root .embed-credit a")
    assert credit.get_attribute("target") == "_blank"
    assert "embed" not in credit.get_attribute("href")


def test_a_frame_tells_the_page_around_it_how_high_it_is(browser, server):
    with reading(browser, server, width=900, height=700) as reader:
        reader.open("about")
        reader.page.evaluate(
            """address => {
                window.heights = [];
                addEventListener("message", ({data}) => {
                    if (data && data.type === "doj-letters-tracker:height") heights.push(data.height);
                });
                const frame = document.createElement("iframe");
                frame.src = address;
                document.body.append(frame);
            }""",
            f"{server}/{LINK}&embed=true&show=brief",
        )
        reader.page.wait_for_function("() => window.heights.some(height => height > 100)", timeout=30_000)


HEAD = """() => [...document.head.querySelectorAll(
        "link[rel=canonical], link[rel=alternate], meta[property^='og:'], meta[name^='twitter:']")]
    .map(tag => [tag.type ?? "", tag.getAttribute("href") ?? tag.content]).sort()"""
"""What the head names: media type and address of each link, and the texts and the picture of a preview."""


def canonical_has(reader, part):
    reader.page.wait_for_function(
        "part => document.querySelector('link[rel=canonical]')?.href.includes(part)", arg=part
    )
    reader.settle()
    return reader.page.evaluate(HEAD)


def test_the_head_names_the_view_that_is_shown_after_a_click_as_a_new_request_would(reader):
    reader.open(LINK)
    first = reader.page.evaluate(HEAD)
    reader.page.locator("#root [data-key=status-awaiting]").click()
    followed = canonical_has(reader, "status=awaiting")
    assert followed != first
    assert any(kind == "application/atom+xml" and "status=awaiting" in href for kind, href in followed)
    assert any("/card.png?" in said and "status=awaiting" in said for _, said in followed)
    reader.page.locator(".st-key-pages a", has_text="Cases").click()
    on_cases = canonical_has(reader, "/cases")
    assert any("/cards/cases.png?" in said for _, said in on_cases)
    assert not any("/card.png?" in said for _, said in on_cases)
    reader.page.reload(wait_until="commit")
    reader.page.wait_for_selector("#snapshot", state="attached")
    assert reader.page.evaluate(HEAD) == on_cases
