"""The journeys to a record and back."""

import pytest

from reader import JANUARY, LINK, click_mark, reading, seen

pytestmark = pytest.mark.browser


def test_from_the_map_to_the_record_and_back_to_the_very_view(reader):
    reader.open(LINK)
    click_mark(reader, "jackson-ms")
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    reader.page.get_by_role("link", name="Open the full record").click()
    reader.page.wait_for_selector(".record .headline:has-text('Jackson, Mississippi')")
    reader.wait_for_query(*JANUARY, ("id", "jackson-ms"))
    assert "29 days left" in reader.page.locator(".record").nth(1).inner_text()
    reader.page.go_back()
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    reader.page.wait_for_selector(".st-key-place .place h2:has-text('Jackson')")


def test_from_the_search_to_a_record_and_its_source(reader):
    reader.open("?as_of=2018-03-01")
    reader.page.locator(".st-key-find input").fill("lousville")
    reader.page.locator(".st-key-hits").get_by_role("link", name="Louisville, KY", exact=True).click()
    reader.page.wait_for_selector(".record .headline:has-text('Louisville')")
    reader.wait_for_query(("as_of", "2018-03-01"), ("id", "louisville-ky"))
    note = reader.page.locator(".notes a").first
    target = note.get_attribute("href")
    assert reader.page.locator(f"{target} a").get_attribute("href").startswith("http")


def test_enter_in_the_search_opens_the_best_match(reader):
    reader.open("?round=2018-01&as_of=2018-03-01")
    reader.page.locator(".st-key-find input").fill("jackson")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".record .headline:has-text('Jackson, Mississippi')")
    reader.wait_for_query(("as_of", "2018-03-01"), ("id", "jackson-ms"))


def test_typing_in_the_search_draws_nothing_else_anew(reader):
    sizes = []
    reader.page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame)))
    )
    reader.open("?as_of=2018-03-01")
    opening = sum(sizes)
    sizes.clear()
    reader.page.locator(".st-key-find input").fill("lousville")
    reader.page.locator(".st-key-hits a", has_text="Louisville").first.wait_for()
    assert 0 < sum(sizes) < opening / 20


def test_a_match_on_the_page_that_is_open_writes_its_link(reader):
    """From one record to the next the page stays the same, and Streamlit leaves the address as it was."""
    reader.open("record?id=jackson-ms&as_of=2018-03-01")
    reader.page.locator(".st-key-find input").fill("berkeley")
    reader.page.locator(".st-key-hits a", has_text="Berkeley").first.wait_for()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".record .headline:has-text('Berkeley, California')")
    reader.wait_for_query(("as_of", "2018-03-01"), ("id", "berkeley-ca"))
    reader.page.go_back()
    reader.page.wait_for_selector(".record .headline:has-text('Jackson, Mississippi')")


def test_a_docket_in_any_spelling_leads_to_its_case(reader):
    reader.open("?as_of=2018-04-01")
    reader.page.locator(".st-key-find input").fill("18cv805")
    reader.page.locator(".st-key-hits a", has_text="Court case").click()
    reader.wait_for_query(("as_of", "2018-04-01"), ("case", "california-records-suit-2018"))
    reader.page.wait_for_selector(".brief:has-text('One court case')")
    assert not reader.page.locator(".st-key-hits").is_visible()
    assert "3:18-cv-00805" in reader.text("cases")


def test_the_order_of_the_story_is_in_the_link(reader):
    reader.open("record?id=jackson-ms")
    reader.page.locator(".st-key-story-order").get_by_text("Oldest first").click()
    reader.wait_for_query(("id", "jackson-ms"), ("order", "oldest"))
    assert "March 27, 2017" in seen(reader.page.locator(".chronology li").first)


def test_from_the_record_to_its_place_on_the_map(reader):
    reader.open("record?id=jackson-ms&as_of=2018-01-25")
    reader.page.get_by_role("link", name="Show on the map").click()
    reader.wait_for_query(("as_of", "2018-01-25"), ("place", "jackson-ms"))
    reader.page.wait_for_selector(".st-key-place .place h2:has-text('Jackson')")


def test_an_unknown_record_says_so(browser, server):
    with reading(browser, server, width=1280, height=1000) as reader:
        reader.open("record?id=jakson-ms")
        assert "No such record" in reader.page.locator(".record").inner_text()
        reader.errors.clear()  # the browser logs the answer 404 as an error
