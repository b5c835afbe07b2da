"""Sentences carry the numbers of their sources, and every number has its source on the page."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from tracker.address import Address
from tracker.pages.footnotes import Footnotes, spans
from tracker.pages.record_page import record_page
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.parts import PARTS

TODAY = date(2026, 11, 26)


def assert_resolved(html):
    links = set(re.findall(r'href="#(note-\d+)"', html))
    ids = re.findall(r'id="(note-\d+)"', html)
    assert links
    assert len(ids) == len(set(ids))
    assert links <= set(ids)


def test_sources_are_numbered_by_first_use(dataset):
    notes = Footnotes.of(dataset, [("doj-20180124-23-release",), ("doj-20171115-29-release",)] * 2)
    assert [row["source_id"] for row in notes.sources] == [
        "doj-20180124-23-release",
        "doj-20171115-29-release",
    ]
    assert notes.numbers(("doj-20171115-29-release", "doj-20180124-23-release")) == [1, 2]


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ([], []),
        ([1, 2, 3, 4, 5], [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),
        ([1, 2, 3, 4, 5, 6], [(1, 6)]),
        ([1, 2, 4, 5, 6, 9, 11], [(1, 1), (2, 2), (4, 6), (9, 9), (11, 11)]),
    ],
)
def test_many_numbers_that_follow_each_other_are_written_from_to(numbers, written):
    assert spans(numbers) == written


def test_on_every_record_each_number_has_its_source(published):
    for place in published.jurisdictions["jurisdiction_id"]:
        page = record_page(Address.parse(urlencode({"id": place}), published), published, TODAY)
        if "note-" in page.sections["letters"]:
            assert_resolved("".join(page.sections.values()))


def test_on_a_record_what_came_of_a_letter_is_cited(published):
    page = record_page(Address.parse("id=boston-ma", published), published, TODAY)
    for name in ("Status", "Answer", "In court"):
        (cell,) = re.findall(rf"<dt>{name}</dt><dd>(.*?)</dd>", page.sections["letters"])
        assert 'href="#note-' in cell
    (litigation,) = re.findall(r'<p class="litigation">(.*?)</p>', page.sections["rest"])
    assert 'href="#note-' in litigation


def test_of_many_sources_a_brief_says_how_many_in_one_link(published):
    body = snapshot(PageRequest("", Address.parse("region=West", published), TODAY), published).body
    (headline,) = re.findall(r'<p class="headline-sources">(.*?)</p>', body)
    ((listed, count),) = re.findall(r'data-numbers="([^"]+)".*?>Sources: (\d+), listed below</a>', headline)
    assert f'aria-label="Sources: {count}, listed below: {listed}"' in headline
    assert headline.count("<a ") == 1
    brief = body[body.index('<section class="brief"') : body.index('class="figures"')]
    assert all(int(number) >= 6 for number in re.findall(r">\[(\d+) sources\]</a>", brief))
    for marks in re.findall(r'<span class="notes">(.*?)</span>', brief):
        assert len(re.findall(r">\[\d+\]</a>", marks)) < 6


@pytest.mark.parametrize("query", ["round=2018-01&as_of=2018-01-25", "state=IL", "id=jackson-ms"])
def test_the_brief_of_a_view_carries_numbers_wherever_it_stands(published, query):
    address = Address.parse(query, published)
    assert_resolved(snapshot(PageRequest("", address, TODAY), published).body)
    assert_resolved(snapshot(PageRequest("", address, TODAY, paper="https://example.org/"), published).body)
    for part in PARTS.values():
        part_of_it = Address.parse(f"{query}&show={part.word}", published)
        shown = snapshot(PageRequest("", part_of_it, TODAY, embedded=True), published).body
        if "brief" in part.sections:
            assert_resolved(shown)
