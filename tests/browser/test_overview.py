"""The journeys of a reader over the overview, in a real browser."""

import pytest

from builders import a_data_folder
from reader import JANUARY, LINK, MARK_POSITION, click_mark, reading

pytestmark = pytest.mark.browser


def test_a_deep_link_shows_exactly_its_view(reader):
    reader.open(LINK)
    assert "Twenty-three jurisdictions in 12 states" in reader.text("brief")
    assert "Nine of the 23 are in California" in reader.text("brief")
    assert "29 days left" in reader.text("brief")
    reader.page.wait_for_selector(".st-key-map .js-plotly-plot")
    reader.page.wait_for_selector(".st-key-timeline .js-plotly-plot")
    reader.page.wait_for_selector(".st-key-letters [data-testid=stDataFrame]")
    assert "round=2018-01&as_of=2018-01-25" in reader.text("share")


def test_a_filter_writes_the_link_and_a_reload_keeps_it(reader):
    reader.open(LINK)
    reader.page.locator(".st-key-filter-state input").click()
    reader.page.keyboard.type("Calif")
    reader.page.keyboard.press("Enter")
    reader.wait_for_query(*JANUARY, ("state", "CA"))
    assert "Nine jurisdictions in California" in reader.text("brief")
    reader.page.reload()
    reader.settle()
    assert "Nine jurisdictions in California" in reader.text("brief")


def test_a_round_pill_replaces_all_rounds(reader):
    reader.open("?as_of=2026-07-01")
    reader.page.locator(".st-key-filter-round button", has_text="Jan 2018 · 23").click()
    reader.wait_for_query(("round", "2018-01"), ("as_of", "2026-07-01"))
    reader.page.locator(".st-key-filter-round button", has_text="All").click()
    reader.wait_for_query(("as_of", "2026-07-01"))


def test_back_and_forward_never_leave_a_stale_page(reader):
    reader.open("?as_of=2018-01-25")
    reader.page.locator(".st-key-filter-round button", has_text="Jan 2018").click()
    reader.wait_for_query(*JANUARY)
    reader.page.go_back()
    reader.wait_for_query(("as_of", "2018-01-25"))
    reader.page.wait_for_selector(".brief .headline:has-text('70 letters')")
    reader.page.go_forward()
    reader.wait_for_query(*JANUARY)
    reader.page.wait_for_selector(".brief .headline:has-text('Twenty-three')")


def test_a_click_on_the_map_opens_the_place_and_back_closes_it(reader):
    reader.open(LINK)
    click_mark(reader, "jackson-ms")
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    summary = reader.text("place")
    assert "Mayor Chokwe Antar Lumumba" in summary
    assert "29 days left" in summary
    assert "Awaiting answer" in summary
    reader.page.go_back()
    reader.wait_for_query(*JANUARY)
    reader.page.wait_for_selector(".st-key-place .place", state="detached")


@pytest.mark.parametrize(
    "place", ["berkeley-ca", "san-francisco-ca", "fremont-ca", "chicago-il", "cook-county-il"]
)
def test_places_that_overlap_are_each_reachable_on_the_map(reader, place):
    reader.open(LINK)
    click_mark(reader, place)
    reader.wait_for_query(*JANUARY, ("place", place))


def test_a_tap_on_a_phone_opens_the_place(phone):
    phone.open(LINK)
    phone.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
    phone.page.locator(".st-key-map").scroll_into_view_if_needed()
    phone.page.touchscreen.tap(*phone.page.evaluate(MARK_POSITION, "jackson-ms"))
    phone.wait_for_query(*JANUARY, ("place", "jackson-ms"))


def test_a_row_of_the_table_opens_the_same_summary(reader):
    reader.open(f"{LINK}&q=Jackson&state=MS")
    grid = reader.page.locator(".st-key-letters [data-testid=stDataFrame] canvas").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    reader.page.mouse.click(box["x"] + 14, box["y"] + 54)
    reader.wait_for_query(*JANUARY, ("q", "Jackson"), ("state", "MS"), ("place", "jackson-ms"))
    assert "Mayor Chokwe Antar Lumumba" in reader.text("place")


def test_the_rows_can_be_read_as_a_plain_table(reader):
    reader.open(LINK)
    reader.page.locator(".st-key-plain-table label").first.click()
    reader.page.wait_for_selector(".st-key-letters table")
    assert reader.page.locator(".st-key-letters tbody tr").count() == 23


def test_an_empty_view_says_which_filter_empties_it_and_drops_it(reader):
    reader.open(f"{LINK}&state=TX")
    assert "No letter" in reader.text("brief")
    reader.page.locator(".st-key-drop-state button").click()
    reader.wait_for_query(*JANUARY)
    assert "Twenty-three" in reader.text("brief")


def test_a_bad_link_says_what_was_ignored(reader):
    reader.open(f"{LINK}&state=XX&place=nowhere&colour=red&as_of=2018-13-01")
    said = reader.page.locator(".refusals").inner_text()
    assert "state=XX is not a state; ignored" in said
    assert "place=nowhere is not a place on record; ignored" in said
    assert "colour=red is not a filter; ignored" in said
    assert "Twenty-three" in reader.text("brief")


def test_clear_all_brings_back_the_whole_record(reader):
    reader.open(f"{LINK}&state=CA")
    reader.page.locator(".st-key-clear-all button").click()
    reader.wait_for_query()
    assert "On record are" in reader.text("brief")


def test_on_a_phone_the_filters_are_folded_and_nothing_runs_off_the_side(phone):
    phone.open(LINK)
    assert not phone.page.locator(".st-key-filter-state").is_visible()
    phone.page.locator(".st-key-show-filters label").first.click()
    phone.page.locator(".st-key-filter-state").wait_for(state="visible")
    assert phone.page.evaluate("document.body.scrollWidth") <= 361


def test_days_are_the_same_in_every_time_zone(browser, server):
    seen = []
    for zone in ("Pacific/Honolulu", "Asia/Tokyo"):
        with reading(browser, server, width=1280, height=1000, timezone_id=zone) as reader:
            reader.open(f"{LINK}&state=MS")
            cells = reader.page.locator(".st-key-letters [data-testid=stDataFrame] table td")
            cells.first.wait_for(state="attached")
            seen.append(cells.all_inner_texts())
    assert seen[0] == seen[1]
    assert "2018-02-23" in seen[0]


def test_data_that_fails_its_checks_shows_the_problems_and_no_numbers(browser, serve, tmp_path):
    folder = a_data_folder(tmp_path)
    letters = folder / "letters.csv"
    letters.write_text(letters.read_text().replace("2018-02-23", "2018-02-30", 1))
    with reading(browser, serve("--data", str(folder)), width=1280, height=1000) as reader:
        reader.page.goto(reader.home)
        said = reader.page.locator(".failure").inner_text()
        assert "letters.csv:" in said
        assert "2018-02-30" in said
        assert reader.page.locator(".st-key-brief").count() == 0
