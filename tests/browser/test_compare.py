"""The journeys of a reader who compares, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

DAY = ("as_of", "2026-07-01")
RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


def test_from_a_grouping_to_an_order_to_just_the_letters_of_a_number(reader):
    reader.open("compare?as_of=2026-07-01")
    reader.page.locator(".ways a", has_text="Region").click()
    reader.wait_for_query(DAY, ("by", "region"))
    reader.page.wait_for_selector(".st-key-groups #group-South")
    reader.page.locator(".groups th.col-answered a").click()
    reader.wait_for_query(DAY, ("by", "region"), ("sort", "-answered"))
    head = reader.page.locator(".st-key-groups .groups th[aria-sort=descending]", has_text="Answered")
    head.wait_for()
    number = reader.page.locator(".st-key-groups .groups tbody tr").first.locator("td.col-answered a")
    count = int(number.inner_text())
    number.click()
    reader.page.wait_for_selector(".st-key-letters table.letters")
    reader.settle()
    assert reader.page.locator(".st-key-letters table.letters tbody tr").count() == count > 0
    reader.page.go_back()
    reader.wait_for_query(DAY, ("by", "region"), ("sort", "-answered"))
    head.wait_for()


def test_the_places_of_both_periods_are_two_clicks_from_the_front_page(reader):
    reader.open("?as_of=2026-07-01")
    reader.page.locator(".front a", has_text="Places written to in two periods").click()
    reader.page.wait_for_selector(".st-key-eras .eras")
    assert reader.page.locator(".st-key-eras .eras tbody").count() > 10
    assert "have letters from both 2017-18 and 2025-26" in reader.text("eras")


def test_a_number_of_suits_leads_to_the_list_of_them(reader):
    reader.open("compare?as_of=2026-07-01&by=region")
    link = reader.page.locator(".st-key-groups #group-South td.col-suits a")
    count = int(link.inner_text())
    link.click()
    listed = reader.page.locator(".st-key-suits #suits-South + dd li")
    listed.first.wait_for()
    assert listed.count() == count > 0


def test_on_a_phone_the_table_scrolls_in_its_own_box_with_the_groups_in_sight(phone):
    phone.open("compare")
    box = phone.page.locator(".st-key-groups .scroll")
    box.wait_for()
    assert not phone.page.evaluate(RUNS_OFF)
    first = phone.page.locator(".st-key-groups .groups tbody th").first
    before = first.bounding_box()["x"]
    box.evaluate("box => box.scrollTo({left: 400})")
    assert box.evaluate("box => box.scrollLeft") > 100
    assert first.bounding_box()["x"] == pytest.approx(before, abs=1)
