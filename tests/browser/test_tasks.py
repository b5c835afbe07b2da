"""What people come to do, from the front page, with clicks and typing alone; every action is counted.

An action is a click, a tap, a typed word or an Enter. Words for the search are typed with Ctrl+K before them,
which puts the cursor there; to type into another field is one action, with the cursor put there. What a page
shows without an action counts as none.
"""

import csv
import io
import re
import urllib.request
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator

from reader import Reader, click_mark, seen

pytestmark = pytest.mark.browser


@dataclass
class Hand:
    """A reader at the front page, and how many actions were taken."""

    reader: Reader
    actions: int = 0

    def click(self, target: Locator) -> None:
        target.click()
        self._acted()

    def tap(self, target: Locator) -> None:
        target.tap()
        self._acted()

    def type(self, field: Locator, word: str) -> None:
        field.focus()
        self.reader.page.keyboard.type(word)
        self._acted()

    def search(self, words: str) -> None:
        self.find(".st-key-find input")
        self.reader.page.keyboard.press("Control+k")
        self.reader.page.keyboard.type(words)
        self._acted()

    def press_enter(self) -> None:
        self.reader.page.keyboard.press("Enter")
        self._acted()

    def mark(self, place: str) -> None:
        click_mark(self.reader, place)
        self._acted()

    def _acted(self) -> None:
        self.actions += 1
        self.reader.settle()

    def link(self, name: str, within: str = "#root") -> Locator:
        return self.reader.page.locator(f"{within} a", has_text=re.compile(name)).first

    def find(self, selector: str, text: str = "") -> Locator:
        part = self.reader.page.locator(f"#root {selector}", has_text=text).first
        part.wait_for()
        return part

    def page(self) -> str:
        return seen(self.reader.page.locator("#root .st-key-answer"))

    def file(self, link: Locator) -> bytes:
        href = urljoin(self.reader.page.url, link.get_attribute("href"))
        with urllib.request.urlopen(href, timeout=60) as answer:
            return answer.read()


@pytest.fixture
def hand(reader):
    return Hand(reader.open())


def test_1_everything_on_jackson(hand):
    hand.search("jackson")
    hand.press_enter()
    hand.find(".record .headline", "Jackson, Mississippi")
    said = hand.page()
    for fact in (
        "It was the only one of the 23 in Mississippi",
        "The only two others in the South were Louisville, Kentucky, and West Palm Beach, Florida",
        "Nine of the 23 are in California",
        "Chokwe Antar Lumumba",
        "Feb. 23, 2018",
        "All orders, directives, instructions or guidance",
        "A subpoena",
        "Nov. 15, 2017",
        "April 2021",
    ):
        assert fact in said, fact
    assert hand.actions <= 2


def test_2_who_answered_by_the_deadline_with_the_source_of_each(hand):
    hand.click(hand.link("Jan. 2018", "#root .front-rounds"))
    hand.find(".brief .headline", "Jan. 24, 2018")
    hand.click(hand.find("table.letters .col-answer a"))
    rows = hand.reader.page.locator("#root table.letters tbody tr", has_text="Answered on time")
    named = [seen(row.locator("th")) for row in rows.all()]
    assert {"Chicago, IL", "Cook County, IL", "New York City, NY", "West Palm Beach, FL"} <= set(named)
    for row in rows.all():
        assert row.locator("td a[href^='http']").count() > 0
    assert hand.actions <= 3


def test_3_what_happened_in_california_in_half_a_year_as_a_file(hand):
    hand.search("California, Jan. 1 to June 30, 2018")
    hand.press_enter()
    hand.find(".brief .headline", "from Jan. 1, 2018, through June 30, 2018")
    hand.reader.wait_for_query(("state", "CA"), ("from", "2018-01-01"), ("to", "2018-06-30"))
    file = hand.file(hand.find(".st-key-share a[href*='changes.csv']"))
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    assert len(rows) == hand.reader.page.locator("#root table.changes tbody tr").count() > 5
    hand.actions += 1  # the click on the file
    assert hand.actions <= 4


def test_4_the_places_of_both_periods_then_and_now(hand):
    hand.click(hand.link("Places written to in two periods"))
    hand.find(".eras tbody")
    assert hand.reader.page.locator("#root .eras tbody").count() > 10
    assert hand.actions <= 2


def test_5_suits_won_lost_and_pending(hand):
    hand.click(hand.link("^Cases$", "#root .st-key-pages"))
    said = seen(hand.find("table.standings"))
    assert all(word in said for word in ("Decided for", "No final decision on record"))
    assert hand.actions <= 2


def test_6_a_map_for_a_story_as_a_frame_and_as_a_picture_with_its_credit(hand):
    frame = hand.find(".use > .copy-field", "Code to embed the map")
    hand.click(frame.locator("[data-copy]"))
    assert frame.locator("[data-copy]").inner_text() == "Copied"
    assert "show=map" in frame.locator("code").inner_text()
    picture = hand.file(hand.find(".use > p a[href*='map.png']", "Map as a picture with its credit"))
    assert picture[:4] == b"\x89PNG"
    hand.actions += 1  # the click on the file
    assert hand.actions <= 2


def test_7_what_is_new_and_a_way_to_follow_illinois(hand):
    news = hand.reader.page.locator("#root .front-news")
    assert news.locator("li").count() > 3
    assert "Of what was recorded last, what happened last." in seen(news)
    hand.search("illinois")
    feed = hand.find(".st-key-hits a", "Follow: Illinois, feed of changes")
    assert b"<feed" in hand.file(feed)
    assert feed.get_attribute("href").endswith("/feed.atom?state=IL")
    hand.actions += 1  # the click on it
    assert hand.actions <= 2


def test_8_the_words_of_the_letter_to_one_place_or_that_there_are_none(hand):
    hand.mark("east-lansing-mi")
    hand.find(".place p", "No public copy of the letter found")
    assert hand.actions <= 1
    hand = Hand(hand.reader.open())
    hand.mark("boston-ma")
    letter = hand.find(".place a.paper-link", "Read the letter")
    assert letter.get_attribute("href").startswith("http")
    hand.actions += 1  # the click on it, which leaves the site
    assert hand.actions <= 2


def test_8_the_same_by_search(hand):
    hand.search("east lansing")
    hand.find(".st-key-hits a", "East Lansing, MI, Aug. 13, 2025: no public copy found")
    assert hand.actions <= 1
    hand = Hand(hand.reader.open())
    hand.search("boston")
    letter = hand.find(".st-key-hits a", "public copy at")
    assert letter.get_attribute("href").startswith("http")
    hand.actions += 1  # the click on it, which leaves the site
    assert hand.actions <= 2


def test_8_the_same_in_the_table(hand):
    letter = hand.find("table.letters tr", "Boston, MA").locator("a.paper-link")
    assert letter.get_attribute("href").startswith("http")
    assert hand.actions == 0


def test_9_the_share_answered_by_state_with_bounds(hand):
    hand.click(hand.link("^Compare$", "#root .st-key-pages"))
    assert "%" in hand.find("#group-CA td.col-share").inner_text()
    assert hand.actions <= 2


def test_10_on_a_phone_from_a_link_to_a_changed_view_sent_on(phone):
    phone.page.add_init_script(
        "Object.defineProperty(navigator, 'share', {value: async (view) => { window.shared = view.url; }});"
    )
    hand = Hand(phone.open("?round=2018-01"))
    hand.tap(hand.find(".st-key-show-filters label"))
    hand.type(hand.find(".st-key-filter-state input"), "Calif")
    hand.press_enter()
    phone.wait_for_query(("round", "2018-01"), ("state", "CA"))
    hand.tap(hand.find(".st-key-brief .share-view"))
    assert phone.page.evaluate("window.shared").endswith("/?round=2018-01&state=CA")
    assert hand.actions <= 4


def test_11_a_footnote_that_still_says_the_same_in_a_year(hand, dataset):
    hand.click(hand.find(".use summary", "Credit and cite"))
    hand.click(hand.find(".use details[open] [data-copy]"))
    assert dataset.version.name in hand.find(".use details[open] code").inner_text()
    assert hand.actions <= 2


def test_a_key_leads_to_the_search_and_enter_to_all_hits_where_none_is_better(hand):
    page = hand.reader.page
    content = "form => getComputedStyle(form, '::after').content"
    assert "Ctrl K" in page.locator(".st-key-search").evaluate(content)
    hand.search("Bondi")
    hand.find(".st-key-hits a", "Everything on record under “Bondi”")
    hand.press_enter()
    hand.reader.wait_for_query(("q", "Bondi"))
    assert hand.find(".st-key-empty li").count() == 1
    assert hand.actions == 2
