"""The feed is one of RFC 4287, says what the page says, and is the same however often it is made."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pandas as pd
import pytest
from lxml import etree

from builders import a_correction, a_dataset, a_letter, an_event
from hostile import hostile_dataset
from tracker import Filters
from tracker.exports.atom import PATH, atom_feed
from tracker.exports.feed import SIZE, feed_of
from tracker.exports.jsonfeed import json_feed
from tracker.exports.plaintext import web_address
from tracker.language.words import counted

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
    assert len(read.entries) == min(SIZE, len(feed_of(select(dataset, query), BASE).entries))


def test_the_feed_says_its_filters_day_and_licence(dataset):
    read = feedparser.parse(feed(dataset, CALIFORNIA)).feed
    title = "DOJ letters of the January 2018 round to places in California, as of Jan. 25, 2018"
    assert read.title == f"DOJ letters tracker: {title}"
    assert read.subtitle.startswith(f"{title}. ")
    assert "what happened by it and what was corrected, the newest on record first." in read.subtitle
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
    links = {one.link for one in entries if one.tags[0].term == "letter_sent"}
    assert links == {f"{BASE}record?as_of=2018-01-25&id={place}" for place in places}


def test_entries_come_by_the_day_of_recording_and_are_published_on_the_day_of_their_happening(dataset):
    raw = feed(dataset, "round=2018-01&q=Jackson&as_of=2018-03-01")
    entries = feedparser.parse(raw).entries
    days = [one.updated for one in entries]
    assert days == sorted(days, reverse=True)
    (sent,) = (one for one in entries if one.tags[0].term == "letter_sent")
    assert (sent.published, sent.updated) == ("2018-01-24T00:00:00Z", "2026-11-25T00:00:00Z")


def with_a_fact_of_2018_added(dataset, day):
    """The real data, and a statement of Feb. 2, 2018, that the editors found on a later day."""
    late = an_event(date="2018-02-02", summary="The council met on the letter.", recorded_on=day)
    events = pd.concat([dataset.events, a_dataset(dataset, events=[late]).events], ignore_index=True)
    return replace(dataset, tables=dict(dataset.tables) | {"events": events})


@pytest.mark.parametrize("query", ["as_of=2026-12-05", "state=MS&as_of=2026-12-05"])
def test_a_fact_of_2018_added_today_is_todays_first_entry(dataset, query):
    raw = feed(with_a_fact_of_2018_added(dataset, "2026-12-05"), query)
    assert_is_rfc_4287(raw)
    read = feedparser.parse(raw)
    first, second = read.entries[:2]
    assert first.id.endswith(":event/jackson-ms:2018-02-02:statement")
    assert first.title == "Jackson, Mississippi: Statement, Jan. 2018 round"
    assert first.summary == "On Feb. 2, 2018: The council met on the letter."
    assert (first.published, first.updated) == ("2018-02-02T00:00:00Z", "2026-12-05T00:00:00Z")
    assert second.updated < first.updated
    assert read.feed.updated == first.updated


def test_a_corrected_entry_is_refreshed_and_its_correction_stands_beside_it(dataset):
    entries = feedparser.parse(
        feed(a_dataset(dataset, corrections=[a_correction()]), "q=Jackson&as_of=2026-12-02")
    ).entries
    newest = {one.id.partition(",2026:")[2]: one for one in entries if one.updated == "2026-12-01T00:00:00Z"}
    assert "letter/2018-01/jackson-ms" in newest
    assert newest["letter/2018-01/jackson-ms"].published == "2018-01-24T00:00:00Z"
    correction = newest["correction/2026-12-01/letters/2018-01%20+%20jackson-ms/addressee"]
    assert correction.title == "Correction of “Addressee”: the January 2018 letter to Jackson, Mississippi"
    assert correction.summary == (
        "The January 2018 letter to Jackson, Mississippi: “Addressee” is “Chokwe Antar Lumumba, Mayor”, no "
        "longer “Tony Yarber, Mayor”. The letter names the mayor in office."
    )
    assert entries[0].id == correction.id


@pytest.mark.parametrize("query", ["q=Jackson&as_of=2026-11-30", "state=CA&as_of=2026-12-01"])
def test_a_correction_of_another_place_or_a_later_day_is_no_entry(dataset, query):
    corrected = a_dataset(dataset, corrections=[a_correction()])
    assert ":correction/" not in str(feed(corrected, query, page=0))


def test_what_a_large_release_brings_is_led_by_a_summary(dataset):
    entries = feedparser.parse(feed(dataset, "state=CA&as_of=2026-11-26")).entries
    lead = entries[0]
    day = date(2026, 11, 26)
    every = feed_of(select(dataset, "state=CA&as_of=2026-11-26"), BASE).entries
    same = sum(entry.updated == day for entry in every)
    assert lead.title == (
        f"DOJ letters to places in California: {same - 1} entries recorded or corrected on Nov. 26, 2026"
    )
    sent = sum(entry.updated == day and entry.term == "letter_sent" for entry in every)
    assert f": {counted(sent, 'letter', 'letters')} sent; " in lead.summary
    assert lead.link.startswith(f"{BASE}changes?state=CA&as_of=2026-11-26&by=recorded&from={day}&to={day}")


def test_a_deadline_that_passes_later_is_news_on_the_day_after_it(dataset):
    letter = a_letter(round_id="2025-08", sent_on="2026-11-24", deadline_on="2026-12-24")
    edited = a_dataset(dataset, letters=[letter], events=[an_event()], cases=[])
    first = feedparser.parse(feed(edited, "as_of=2026-12-25")).entries[0]
    assert first.title == "Boston, Massachusetts: Deadline passed, Aug. 2025 round"
    assert first.updated == "2026-12-25T00:00:00Z"
    assert first.summary == "The deadline of Dec. 24, 2026, passed with no answer on public record."


def test_every_entry_is_within_reach_page_by_page(dataset):
    ids, href = [], f"{BASE}{PATH}?as_of=2026-11-26"
    for page in range(1, 50):
        raw = feed(dataset, "as_of=2026-11-26", page=page)
        assert_is_rfc_4287(raw)
        read = feedparser.parse(raw)
        links = {link.rel: link.href for link in read.feed.links}
        assert links["self"] == href
        assert ("previous" in links) == (page > 1)
        ids += [one.id for one in read.entries]
        if "next" not in links:
            break
        href = links["next"]
    assert page > 2
    assert ids == [entry.id for entry in feed_of(select(dataset, "as_of=2026-11-26"), BASE).entries]
    assert f"(page {page} of {page}): " in read.feed.subtitle


def test_a_whole_feed_in_one_document_says_that_it_is_complete(dataset):
    raw = feed(dataset, "as_of=2026-11-26", page=0)
    assert_is_rfc_4287(raw)
    (complete,) = etree.fromstring(raw).iterfind("{http://purl.org/syndication/history/1.0}complete")
    assert complete.text is None
    assert len(feedparser.parse(raw).entries) > SIZE


def test_the_json_feed_has_the_same_entries(dataset):
    selection = select(dataset, "as_of=2026-11-26")
    read, atom = (
        json.loads(json_feed(selection, BASE, 2)),
        feedparser.parse(feed(dataset, "as_of=2026-11-26", page=2)),
    )
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert read["next_url"] == f"{BASE}feed.json?as_of=2026-11-26&page=3"
    assert [
        (item["id"], item["url"], item["date_published"], item["date_modified"]) for item in read["items"]
    ] == [(one.id, one.link, one.published, one.updated) for one in atom.entries]
    assert "next_url" not in json.loads(json_feed(select(dataset, CALIFORNIA), BASE))


def test_an_entry_keeps_its_id_on_another_day_at_another_address_and_under_other_filters(dataset):
    one = {entry.id for entry in feedparser.parse(feed(dataset, CALIFORNIA)).entries}
    later = atom_feed(select(dataset, "state=CA&as_of=2018-02-01"), "http://elsewhere.example/x/", page=0)
    happened = {key for key in one if ":recorded/" not in key}
    assert happened < {entry.id for entry in feedparser.parse(later).entries}


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
    # A correction of a round is news of every view.
    read = feedparser.parse(feed(a_dataset(dataset, corrections=[]), "q=no+such+place"))
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
    summaries = etree.fromstring(raw).xpath("//atom:summary/text()", namespaces=NAMES)
    assert any("alert(1)" in text for text in summaries)


def test_an_address_that_is_not_of_the_web_is_no_link(dataset):
    sources = dataset.sources.assign(url="javascript:alert(1)")
    hostile = a_dataset(
        dataset, sources=sources.drop(columns=["published_on_earliest", "published_on_latest"])
    )
    assert b"javascript:" not in feed(hostile, CALIFORNIA)
