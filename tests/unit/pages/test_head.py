"""The head of a page says exactly this view, in attributes that nothing breaks out of."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tracker.address import Address
from tracker.pages.head import head_tags
from tracker.pages.site import PAGES
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 11, 25)
BASE = "https://example.org/letters/"


def head(dataset, path="", query=""):
    return head_tags(
        snapshot(PageRequest(path, Address.parse(query, dataset), TODAY), dataset), dataset, BASE
    )


def content(html, name):
    return unescape(re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)[1])


def link(html, marks):
    return unescape(re.search(rf'<link {marks}[^>]* href="([^"]*)">', html)[1])


def test_title_and_description_are_those_of_the_view(dataset):
    html = head(dataset, "", "round=2018-01&state=CA&as_of=2018-01-25")
    title = "DOJ letters of the January 2018 round to places in California, as of Jan. 25, 2018"
    assert f"<title>{title} · DOJ letters tracker</title>" in html
    assert content(html, "og:title") == title
    assert content(html, "description").startswith("Nine jurisdictions in California got a letter")
    assert (
        content(html, "og:description")
        == content(html, "twitter:description")
        == content(html, "description")
    )


def test_a_description_ends_with_a_sentence_and_fits_a_preview(dataset):
    said = content(head(dataset), "description")
    assert said.endswith(".")
    assert len(said) <= 300


def test_the_canonical_link_is_absolute_and_has_the_query_in_its_one_form(dataset):
    html = head(dataset, "", "as_of=2018-01-25&round=2018-01&nothing=1&embed=true")
    assert link(html, 'rel="canonical"') == f"{BASE}?round=2018-01&as_of=2018-01-25"
    assert content(html, "og:url") == link(html, 'rel="canonical"')


@pytest.mark.parametrize(
    ("path", "query", "card"),
    [
        ("", "state=CA&as_of=2018-01-25&sort=sent", "card.png?state=CA&as_of=2018-01-25"),
        ("record", "id=jackson-ms&order=oldest", f"card.png?id=jackson-ms&as_of={TODAY}"),
        ("changes", "from=2018-01-01", f"cards/changes.png?as_of={TODAY}&from=2018-01-01"),
        ("about", "version=2026.11.25-f7a34f41", f"card.png?as_of={TODAY}"),
    ],
)
def test_the_picture_is_the_card_of_the_view_by_day_and_version(dataset, path, query, card):
    html = head(dataset, path, query)
    assert content(html, "og:image") == f"{BASE}{card}&version={dataset.version}"
    assert content(html, "twitter:image") == content(html, "og:image")
    assert content(html, "twitter:card") == "summary_large_image"


def test_another_day_and_other_data_have_another_picture(dataset):
    newer = replace(dataset, version=replace(dataset.version, content_hash="0" * 64))
    later = PageRequest("", Address(), TODAY + timedelta(days=1))
    heads = (head(dataset), head(newer), head_tags(snapshot(later, dataset), dataset, BASE))
    assert len({content(html, "og:image") for html in heads}) == 3


def test_other_forms_are_linked_relative_to_the_page(dataset):
    html = head(dataset, "", "state=CA")
    assert link(html, 'rel="alternate" type="application/atom\\+xml"') == "feed.atom?state=CA"
    assert link(html, 'rel="alternate" type="text/calendar"') == "deadlines.ics?state=CA"
    assert link(html, 'rel="alternate" type="text/csv"') == "api/v1/letters.csv?state=CA"
    assert link(html, 'rel="alternate" type="application/json"') == "api/v1/letters.json?state=CA"


def test_oembed_is_asked_about_the_canonical_link(dataset):
    html = head(dataset, "record", "id=jackson-ms")
    asked = parse_qs(urlsplit(link(html, 'rel="alternate" type="application/json\\+oembed"')).query)
    assert asked == {"url": [f"{BASE}record?id=jackson-ms"], "format": ["json"]}


def test_what_is_not_found_is_kept_out_of_search(dataset):
    html = head(dataset, "record", "id=nowhere")
    assert content(html, "robots") == "noindex"
    assert "canonical" not in html


def test_the_data_page_alone_describes_the_dataset(dataset):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', head(dataset, "data"), re.DOTALL)
    assert json.loads(found[1])["@type"] == "Dataset"
    assert "ld+json" not in head(dataset, "about")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("query", ["", "id=jackson-ms", 'q="><script>alert(1)</script>', "place=jackson-ms"])
def test_hostile_texts_break_out_of_nothing(hostile, path, query):
    html = head(hostile, path, query)
    without_data = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)
    assert "<script" not in without_data
    tag = re.compile(r"<title>[^<>]*</title>|<(?:meta|link)(?: [a-z]+=\"[^\"<>]*\")+>")
    assert tag.sub("", without_data).strip() == ""
