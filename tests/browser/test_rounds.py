"""The journeys of a reader over the rounds, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

DAY = ("as_of", "2018-01-25")
PAIR = (("from", "2017-11"), ("to", "2018-01"))
LINK = "rounds?from=2017-11&to=2018-01&as_of=2018-01-25"

IS_SEEN = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""
RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


def choose(reader, key, label):
    reader.page.locator(f".st-key-compare-{key} input").click()
    reader.page.locator("[role=option]", has_text=label).click()


def test_a_deep_link_compares_two_rounds(reader):
    reader.open(LINK)
    said = reader.text("compare")
    assert "Only in November 2017 (10)" in said
    assert "Only in January 2018 (4)" in said
    assert "In both (19)" in said
    assert "November 2017 and of January 2018 compared" in reader.page.title()


def test_choosing_rounds_writes_the_link_and_back_takes_it_back(reader):
    reader.open("rounds?as_of=2018-01-25")
    choose(reader, "from", "Nov. 2017")
    reader.wait_for_query(DAY, PAIR[0])
    choose(reader, "to", "Jan. 2018")
    reader.wait_for_query(DAY, *PAIR)
    reader.page.wait_for_selector(".compare-headline")
    reader.page.reload()
    reader.settle()
    assert "In both (19)" in reader.text("compare")
    reader.page.go_back()
    reader.wait_for_query(DAY, PAIR[0])
    reader.page.wait_for_selector(".compare:has-text('Choose a second round')")


def test_neighbours_are_one_click_away(reader):
    reader.open("rounds?as_of=2018-01-25")
    reader.page.locator(".compare a", has_text="Nov. 2017 and Jan. 2018").click()
    reader.wait_for_query(DAY, *PAIR)
    assert "In both (19)" in reader.text("compare")


def test_a_round_is_one_click_down_the_page(reader):
    reader.open("rounds")
    reader.page.locator(".rounds-index a[href='#round-2018-01']").click()
    reader.page.wait_for_function(IS_SEEN, arg="#round-2018-01 h3")


def test_the_head_of_the_matrix_stays_in_sight(reader):
    reader.open("rounds?as_of=2026-07-01")
    reader.page.locator(".matrix tbody tr").nth(40).scroll_into_view_if_needed()
    assert reader.page.evaluate(IS_SEEN, ".matrix-corner")
    assert not reader.page.evaluate(RUNS_OFF)


def test_a_place_of_the_matrix_opens_its_record(reader):
    reader.open("rounds?as_of=2018-01-25")
    reader.page.locator(".matrix a", has_text="Jackson").click()
    reader.wait_for_query(DAY, ("id", "jackson-ms"))


def test_on_a_phone_the_whole_matrix_fits_and_every_mark_is_named(phone):
    phone.open("rounds?as_of=2026-07-01")
    width = "document.querySelector('.matrix-scroll').scrollWidth"
    assert phone.page.evaluate(f"{width} <= document.querySelector('.matrix-scroll').clientWidth")
    assert phone.page.locator(".matrix-word").first.is_hidden()
    assert phone.page.locator(".matrix-section .legend").is_visible()
    assert not phone.page.evaluate(RUNS_OFF)


def test_in_print_all_columns_fit_the_paper(reader):
    reader.page.set_viewport_size({"width": 740, "height": 1000})
    reader.open("rounds?as_of=2026-07-01")
    reader.page.emulate_media(media="print")
    box = reader.page.locator("table.matrix").bounding_box()
    assert box["x"] + box["width"] <= 740
    corner = "getComputedStyle(document.querySelector('.matrix-corner')).position"
    assert reader.page.evaluate(corner) == "static"
    assert reader.page.locator(".matrix-word").first.is_visible()
