"""The journeys of a reader over the court cases, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

LINK = "cases?place=west-palm-beach-fl&as_of=2018-03-01"
PARAMETERS = (("place", "west-palm-beach-fl"), ("as_of", "2018-03-01"))
RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


def test_a_deep_link_shows_what_was_on_record_by_its_day(reader):
    reader.open(LINK)
    assert "One court case names West Palm Beach, Florida, as of March 1, 2018" in reader.text("brief")
    said = reader.page.locator(".cases > li").inner_text()
    assert "no decision that ends it is on record" in said
    assert "Settled" not in said
    assert reader.page.title().startswith("One court case names West Palm Beach")


def test_a_control_writes_the_link_and_a_reload_and_back_keep_it_true(reader):
    reader.open("cases?as_of=2026-07-01")
    reader.page.locator(".st-key-cases-place input").click()
    reader.page.keyboard.type("West Palm")
    reader.page.keyboard.press("Enter")
    reader.wait_for_query(("as_of", "2026-07-01"), ("place", "west-palm-beach-fl"))
    reader.page.wait_for_selector(".brief:has-text('One court case names West Palm Beach')")
    reader.page.reload()
    reader.settle()
    assert "One court case names West Palm Beach" in reader.text("brief")
    reader.page.go_back()
    reader.wait_for_query(("as_of", "2026-07-01"))
    reader.page.wait_for_selector(".brief:has-text('court cases on record')")


def test_the_end_is_chosen_and_dropped_again(reader):
    reader.open(LINK)
    fold = reader.page.locator(".st-key-filters details")
    fold.locator("summary").click()
    # A list that is opened while its fold still moves closes again.
    reader.page.wait_for_function(
        "fold => fold.open && !document.getAnimations().length", arg=fold.element_handle()
    )
    reader.page.locator(".st-key-cases-ended input").click()
    reader.page.locator("[role=option]", has_text="No end on record").click()
    reader.wait_for_query(*PARAMETERS, ("ended", "no"))
    reader.page.locator(".st-key-cases-ended input").click()
    reader.page.locator("[role=option]", has_text="All (").click()
    reader.wait_for_query(*PARAMETERS)


def test_a_place_of_a_case_leads_to_its_record_the_day_kept_and_back(reader):
    reader.open(LINK)
    reader.page.locator(".cases a", has_text="West Palm Beach, FL").click()
    reader.wait_for_query(("as_of", "2018-03-01"), ("id", "west-palm-beach-fl"))
    reader.page.wait_for_selector(".headline:has-text('West Palm Beach, Florida')")
    reader.page.go_back()
    reader.wait_for_query(*PARAMETERS)
    reader.page.wait_for_selector(".brief:has-text('One court case')")


def test_sources_are_one_tap_away(reader):
    reader.open(LINK)
    reader.page.locator(".cases summary").first.click()
    link = reader.page.locator(".cases .sources a").first
    link.wait_for(state="visible")
    assert link.get_attribute("href").startswith("http")


def test_on_a_phone_nothing_runs_off_the_side(phone):
    phone.open("cases")
    phone.page.wait_for_selector(".cases")
    assert not phone.page.evaluate(RUNS_OFF)
