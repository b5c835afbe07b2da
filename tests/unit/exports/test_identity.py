"""Names that last are valid where they stand, whatever an id holds."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from lxml import etree

from hostile import HOSTILE
from tracker.exports.identity import tag, uid
from tracker.exports.plaintext import allowed, one_line, web_address
from tracker.exports.sitemap import changed_on, sitemap

# RFC 4151: an authority, a date, and what a path and a query may hold.
A_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:([\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*", re.ASCII)


@pytest.fixture(scope="module")
def campaign(published):
    return published.campaign


def test_a_tag_is_one_of_the_rfc(campaign):
    name = tag(campaign, "event", "jackson-ms:2018-02-14:statement:2")
    assert name == "tag:doj-letter-tracker.invalid,2026:event/jackson-ms:2018-02-14:statement:2"
    assert A_TAG.fullmatch(name)
    assert A_TAG.fullmatch(tag(campaign, "feed", query="round=2018-01&q=police+chief"))
    assert A_TAG.fullmatch(tag(campaign, HOSTILE))


def test_parts_that_differ_give_names_that_differ(campaign):
    assert tag(campaign, "a/b", "c") != tag(campaign, "a", "b/c")
    assert uid(campaign, "a/b", "c") != uid(campaign, "a", "b/c")


def test_a_uid_is_one_word(campaign):
    assert (
        uid(campaign, "deadline", "2018-01", "jackson-ms")
        == "deadline/2018-01/jackson-ms@doj-letter-tracker.invalid"
    )
    assert re.fullmatch(r"[!-~]+", uid(campaign, HOSTILE))


def test_one_line_is_one_line_of_characters_that_formats_allow():
    line = one_line(HOSTILE)
    assert len(line.splitlines()) == 1
    element = etree.Element("a")
    element.text = allowed(HOSTILE)  # lxml refuses what XML forbids
    assert "alert(1)" in element.text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org/naïve 100%", "https://example.org/na%C3%AFve%20100%25"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_web_address_is_written_as_one_or_is_none(text, address):
    assert web_address(text) == address


def test_a_sitemap_names_each_page_with_its_day():
    raw = sitemap([("https://letters.example.org/record?id=a&as_of=2018-01-25", date(2018, 1, 25))])
    (url,) = etree.fromstring(raw)
    assert [part.text for part in url] == [
        "https://letters.example.org/record?id=a&as_of=2018-01-25",
        "2018-01-25",
    ]
    assert urlsplit(url[0].text).query == "id=a&as_of=2018-01-25"


def test_a_place_changed_when_its_newest_row_entered_the_dataset(dataset):
    changed = changed_on(dataset)
    assert set(changed) == set(dataset.jurisdictions["jurisdiction_id"])
    assert changed["jackson-ms"] <= dataset.version.released_on
