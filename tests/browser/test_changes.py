"""The journeys of a reader over the changes, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

SPRING = (("from", "2018-01-23"), ("to", "2018-04-13"))
LINK = "changes?from=2018-01-23&to=2018-04-13"
RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


def test_a_deep_link_tells_what_changed(reader):
    reader.open(LINK)
    said = reader.text("changes")
    assert "went to 23 jurisdictions" in said
    assert "City of West Palm Beach v. Sessions was filed" in said
    assert "Settlement" in said
    louisville = "Louisville, Kentucky, went past the deadline on Feb. 24"
    assert f"{louisville} and was cleared by DOJ on April 12, 2018" in said


def test_a_filter_writes_the_link_and_a_reload_and_back_keep_it_true(reader):
    reader.open(LINK)
    reader.page.locator(".st-key-filter-state input").click()
    reader.page.keyboard.type("Flor")
    reader.page.keyboard.press("Enter")
    reader.wait_for_query(*SPRING, ("state", "FL"))
    reader.page.wait_for_selector(".brief:has-text('DOJ letters to places in Florida')")
    reader.page.reload()
    reader.settle()
    assert "DOJ letters to places in Florida" in reader.text("brief")
    reader.page.go_back()
    reader.wait_for_query(*SPRING)
    reader.page.wait_for_selector(".brief:has-text('letters sent')")


def test_what_it_goes_by_is_in_the_link(reader):
    reader.open(LINK)
    reader.page.locator(".st-key-changes-by button", has_text="When we recorded it").click()
    reader.wait_for_query(*SPRING, ("by", "recorded"))
    reader.page.wait_for_selector(".brief:has-text('What entered the record')")
    reader.page.locator(".st-key-changes-by button", has_text="When it happened").click()
    reader.wait_for_query(*SPRING)


def test_an_emptied_day_goes_back_to_its_default(reader):
    reader.open(LINK)
    reader.page.locator(".st-key-changes-from [aria-label*=lear]").first.click()
    reader.wait_for_query(SPRING[1])
    reader.page.wait_for_selector(".brief:has-text('from April 13, 2017, through April 13, 2018')")


def test_a_place_opens_its_record_and_back_returns(reader):
    reader.open(f"{LINK}&state=KY")
    reader.page.locator("table.changes a", has_text="Louisville").first.click()
    reader.wait_for_query(("state", "KY"), ("as_of", "2018-04-13"), ("id", "louisville-ky"))
    reader.page.go_back()
    reader.wait_for_query(*SPRING, ("state", "KY"))


def test_days_in_the_wrong_order_are_named(reader):
    reader.open("changes?from=2018-04-13&to=2018-01-23")
    assert "the days the other way round" in reader.text("brief")
    assert "from Jan. 23, 2018, through April 13, 2018" in reader.text("brief")


def test_on_a_phone_rows_are_read_without_going_sideways(phone):
    phone.open(LINK)
    scroll = "document.querySelector('.scroll:has(table.changes)')"
    assert phone.page.evaluate(f"{scroll}.scrollWidth <= {scroll}.clientWidth")
    assert not phone.page.evaluate(RUNS_OFF)
