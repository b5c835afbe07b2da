"""What follows the address on the live page is what a new request for it would get."""

from datetime import date
from html import unescape

import pytest

from tracker.address import Address
from tracker.pages.head import current, head_tags
from tracker.pages.site import PAGES
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 11, 25)
HOME = "https://example.org/letters/"


def links(dataset, path, query):
    html = current(path, Address.parse(query, dataset), dataset, TODAY, HOME)
    return unescape(html.partition('data-links="')[2].partition('"></div>')[0])


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("query", ["", "round=2018-01&as_of=2018-01-25", "id=jackson-ms", "id=nowhere"])
def test_links_and_preview_are_those_of_the_head_of_a_new_request(dataset, path, query):
    head = head_tags(
        snapshot(PageRequest(path, Address.parse(query, dataset), TODAY), dataset), dataset, HOME
    )
    lines = links(dataset, path, query).splitlines()
    assert lines
    others = ("<title", '<meta name="robots"', "<script")
    assert lines == [line for line in head.splitlines() if line and not line.startswith(others)]


def test_a_sheet_is_told_whose_page_it_is_of_which_day_and_where(dataset):
    html = current("cases", Address.parse("as_of=2018-01-25", dataset), dataset, TODAY, HOME)
    assert f"{dataset.campaign.name}, as of Jan. 25, 2018: {HOME}cases?as_of=2018-01-25" in html


def test_a_hostile_text_ends_neither_style_nor_attribute(hostile):
    html = current("", Address.parse('q="></style><script>', hostile), hostile, TODAY, HOME)
    assert html.count("<style") == html.count("</style>") == html.count("</div>") == 1
    assert "<script" not in html
