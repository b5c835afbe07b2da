"""The timeline as HTML: one drawing wherever it stands, which can be read without seeing it."""

import re
from datetime import date
from html import unescape

import pytest

from hostile import hostile_dataset
from tracker.address import Address
from tracker.language.datewords import unbroken
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pages.timeline_section import timeline_html
from tracker.periods import eras

TODAY = date(2026, 11, 25)


def drawn(dataset, query):
    address = Address.parse(query, dataset)
    return timeline_html(address.filters.apply(dataset, TODAY), address)


def test_every_lane_leads_to_its_record_with_the_view_kept(dataset):
    shown = drawn(dataset, "round=2018-01&as_of=2018-01-25")
    links = re.findall(r'<th scope="row"><a href="(record\?[^"]+)"', shown)
    assert len(links) == 23
    assert "record?round=2018-01&amp;as_of=2018-01-25&amp;id=jackson-ms" in links


def test_each_period_of_the_view_can_be_drawn_alone(dataset):
    zooms = re.compile(r'<p class="zoom">(.*?)</p>')
    (links,) = zooms.findall(drawn(dataset, "state=CA"))
    hrefs = re.findall(r'href="\./\?([^"]+)">([^<]+)</a>', links)
    assert [years for _, years in hrefs] == list(eras(dataset, TODAY))
    parts = [Address.parse(unescape(query), dataset).filters.apply(dataset, TODAY) for query, _ in hrefs]
    whole = Address.parse("state=CA", dataset).filters.apply(dataset, TODAY)
    assert sum(len(part.letters) for part in parts) == len(whole.letters)
    assert not zooms.search(drawn(dataset, "round=2018-01"))


def test_a_lane_says_in_words_all_that_it_draws(dataset):
    shown = drawn(dataset, "round=2018-01&as_of=2018-03-01")
    (palm,) = re.findall(r'West Palm Beach, FL</a></th>.*?aria-label="([^"]+)"', shown, re.DOTALL)
    assert palm.startswith(unbroken("Letter of Jan. 24, 2018, due Feb. 23, 2018, "))
    assert unbroken("Feb. 6, 2018: Suit filed.") in palm


def test_nothing_in_it_is_taken_out_by_the_live_page(dataset):
    """Streamlit drops SVG, scripts and handlers from HTML; then part of the drawing would be missing."""
    assert not re.search(r"<(svg|use|script|style)\b| on\w+=", drawn(dataset, ""))


def test_folded_years_are_said(dataset):
    assert re.search(r"Folded where the axis is broken: [A-Z]\w+ 20\d\d to", drawn(dataset, ""))
    assert "Folded" not in drawn(dataset, "round=2018-01&as_of=2018-03-01")


@pytest.mark.parametrize("paper", ["", "/"])
def test_it_stands_in_the_first_answer_and_on_paper(dataset, paper):
    page_request = PageRequest("", Address.parse("round=2018-01", dataset), TODAY, paper=paper)
    lanes = drawn(dataset, "round=2018-01")
    if paper:  # where nothing is folded
        lanes = lanes.replace("<details", "<details open")
    assert lanes in snapshot(page_request, dataset).body


def test_names_cannot_become_markup(dataset):
    shown = drawn(hostile_dataset(dataset), "")
    assert "<script" not in shown
    assert "&lt;script" in shown
