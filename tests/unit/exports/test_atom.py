"""The feed is one of RFC 4287, says what the page says, and is the same however often it is made."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from builders import a_correction, a_dataset
from hostile import hostile_dataset
from tracker import Filters
from tracker.exports.atom import LIMIT, atom_feed
from tracker.exports.happenings import happenings
from tracker.exports.plaintext import web_address

BASE = "https://letters.example.org/"
CALIFORNIA = "round=2018-01&state=CA&as_of=2018-01-25"
VIEWS = ["", "as_of=2018-01-25", CALIFORNIA, "status=cleared&as_of=2018-12-31", "q=no+such+place"]
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
NAMES = {"atom": "http://www.w3.org/2005/Atom"}


def select(dataset, query):
    return Filters.parse(query, dataset)[0].apply(dataset)


def feed(dataset, query, **options):
    return atom_feed(select(dataset, query), BASE, **options)


def assert_is_rfc_4287(raw):
    """Hold a feed against the grammar, and against what a grammar cannot say."""
    document = etree.fromstring(raw)
    assert GRAMMAR.validate(document), GRAMMAR.error_log
    ids = document.xpath("//atom:id/text()", namespaces=NAMES)
    assert len(ids) == len(set(ids))
    assert all(urlsplit(one).scheme for one in ids)
    for part in (document, *document.iterfind("atom:entry", NAMES)):
        alternates = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in part.iterfind("atom:link[@rel='alternate']", NAMES)
        )
        assert set(alternates.values()) == {1}
    assert len(document.findall("atom:link[@rel='self']", NAMES)) == 1


@pytest.mark.parametrize("query", VIEWS)
def test_the_feed_is_valid(dataset, query):
    assert_is_rfc_4287(feed(dataset, query))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"updated>", b"update>"),
        (b"T00:00:00Z", b""),
        (b'href="https', b'ref="https'),
        (b"<name>The DOJ letters tracker contributors</name>", b""),
    ],
)
def test_the_grammar_notices_what_is_not_a_feed(dataset, right, wrong):
    broken = feed(dataset, CALIFORNIA).replace(right, wrong)
    assert not GRAMMAR.validate(etree.fromstring(broken))


@pytest.mark.parametrize("query", VIEWS)
def test_another_reader_understands_the_feed(dataset, query):
    read = feedparser.parse(feed(dataset, query))
    assert not read.bozo
    assert read.version == "atom10"
    assert len(read.entries) == min(LIMIT, len(happenings(select(dataset, query))))


def test_the_feed_says_its_filters_day_and_licence(dataset):
    read = feedparser.parse(feed(dataset, CALIFORNIA)).feed
    title = "DOJ letters of the January 2018 round to places in California, as of Jan. 25, 2018"
    assert read.title == f"DOJ letters tracker: {title}"
    assert read.subtitle.startswith(f"{title}. All ")
    assert read.updated == "2018-01-25T00:00:00Z"
    assert "CC BY 4.0" in read.rights
    links = {link.rel: link.href for link in read.links}
    assert links["self"] == f"{BASE}feed.atom?{CALIFORNIA}"
    assert links["alternate"] == f"{BASE}?{CALIFORNIA}"


def test_a_live_feed_names_no_day_in_its_title(dataset):
    read = feedparser.parse(feed(dataset, "state=CA")).feed
    assert read.title == "DOJ letters tracker: DOJ letters to places in California"


def test_california_in_january_2018_holds_exactly_its_nine_recipients(dataset):
    entries = feedparser.parse(feed(dataset, CALIFORNIA)).entries
    sent = [one.id for one in entries if one.tags[0].term == "letter_sent"]
    places = select(dataset, CALIFORNIA).places["jurisdiction_id"]
    assert set(sent) == {f"tag:doj-letter-tracker.invalid,2026:letter/2018-01/{place}" for place in places}
    assert len(sent) == 9
    assert {one.link for one in entries} == {f"{BASE}record?as_of=2018-01-25&id={place}" for place in places}


def test_entries_come_newest_first_and_are_dated_by_their_happening(dataset):
    entries = feedparser.parse(feed(dataset, "as_of=2018-03-01")).entries
    days = [one.updated for one in entries]
    assert days == sorted(days, reverse=True)
    assert days[0] <= "2018-03-01T00:00:00Z"


def test_a_feed_is_capped_and_says_so(dataset):
    read = feedparser.parse(feed(dataset, "as_of=2018-03-01", limit=5))
    assert len(read.entries) == 5
    assert " The newest 5 of " in read.feed.subtitle


def test_an_entry_keeps_its_id_on_another_day_at_another_address_and_under_other_filters(dataset):
    one = {entry.id for entry in feedparser.parse(feed(dataset, CALIFORNIA)).entries}
    later = atom_feed(select(dataset, "state=CA&as_of=2018-02-01"), "http://elsewhere.example/x/", limit=1000)
    assert one < {entry.id for entry in feedparser.parse(later).entries}


def test_an_entry_names_its_sources(dataset):
    entries = feedparser.parse(feed(dataset, CALIFORNIA)).entries
    urls = set(map(web_address, dataset.sources["url"]))
    cited = [link.href for entry in entries for link in entry.links if link.rel == "via"]
    assert cited
    assert set(cited) <= urls


def test_a_correction_of_no_place_leads_to_the_log_of_corrections(dataset):
    row = a_correction(table="rounds", row="2018-01", column="demand")
    raw = feed(a_dataset(dataset, corrections=[row]), "state=CA&as_of=2026-12-01")
    assert_is_rfc_4287(raw)
    assert feedparser.parse(raw).entries[0].link == f"{BASE}about?as_of=2026-12-01"


def test_an_empty_feed_is_dated_by_the_release(dataset):
    read = feedparser.parse(feed(dataset, "q=no+such+place"))
    assert read.entries == []
    assert read.feed.updated == f"{dataset.version.released_on}T00:00:00Z"


def test_the_same_view_is_the_same_feed(dataset):
    assert feed(dataset, CALIFORNIA) == feed(dataset, CALIFORNIA)


@pytest.mark.parametrize("query", ["", CALIFORNIA])
def test_hostile_cells_stay_text(dataset, query):
    hostile = hostile_dataset(dataset)
    raw = atom_feed(Filters.parse(query, hostile)[0].apply(hostile), BASE)
    assert_is_rfc_4287(raw)
    names = {etree.QName(element).localname for element in etree.fromstring(raw).iter()}
    assert "script" not in names
    assert "alert(1)" in etree.fromstring(raw).findtext(".//atom:summary", namespaces=NAMES)


def test_an_address_that_is_not_of_the_web_is_no_link(dataset):
    sources = dataset.sources.assign(url="javascript:alert(1)")
    hostile = a_dataset(
        dataset, sources=sources.drop(columns=["published_on_earliest", "published_on_latest"])
    )
    assert b"javascript:" not in feed(hostile, CALIFORNIA)
