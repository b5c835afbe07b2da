"""The journeys of a reader over the overview, in a real browser."""

import math

import pytest

from builders import a_data_folder
from reader import JANUARY, LINK, MARK_POSITION, click_mark, pill, reading
from tracker.language.words import number_in_words

pytestmark = pytest.mark.browser

RINGED = """() => {
    const mark = document.querySelector('.ringed'), at = [...mark.parentElement.children].indexOf(mark);
    const places = document.querySelector('.js-plotly-plot').data.find(trace => trace.name === 'places');
    return places.customdata[at];
}"""


def test_a_deep_link_shows_exactly_its_view(reader):
    reader.open(LINK)
    assert "Twenty-three jurisdictions in 12 states" in reader.text("brief")
    assert "What the letters asked for: all orders, directives, instructions" in reader.text("brief")
    assert "29 days left" in reader.text("figures")
    reader.page.wait_for_selector(".st-key-map .js-plotly-plot")
    reader.page.wait_for_selector(".st-key-timeline .lanes")
    reader.page.wait_for_selector(".st-key-letters table.letters")
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
    pill(reader, "Jan. 2018").click()
    reader.wait_for_query(("round", "2018-01"), ("as_of", "2026-07-01"))
    pill(reader, "All").click()
    reader.wait_for_query(("as_of", "2026-07-01"))


def test_back_and_forward_never_leave_a_stale_page(reader, dataset):
    reader.open("?as_of=2018-01-25")
    pill(reader, "Jan. 2018").click()
    reader.wait_for_query(*JANUARY)
    reader.page.go_back()
    reader.wait_for_query(("as_of", "2018-01-25"))
    sent = number_in_words((dataset.letters["sent_on"] <= "2018-01-25").sum())
    reader.page.wait_for_selector(f".brief .headline:has-text('{sent} DOJ letters')")
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


HOVERED = """async places => {
    const chart = document.querySelector('.st-key-map .js-plotly-plot');
    const position = POSITION;
    const named = {};
    for (const place of places) {
        const [clientX, clientY] = position(place);
        const hovered = new Promise(resolve => chart.once('plotly_hover', ({points}) => resolve(points[0])));
        const late = new Promise(resolve => setTimeout(resolve, 1000, {}));
        document.elementFromPoint(clientX, clientY).dispatchEvent(
            new MouseEvent('mousemove', {clientX, clientY, bubbles: true}));
        named[place] = [(await Promise.race([hovered, late])).customdata].flat()[0];
    }
    return named;
}""".replace("POSITION", MARK_POSITION)
"""Which place answers at the middle of each mark."""


@pytest.mark.parametrize("width", [1280, 360])
def test_every_mark_of_the_map_answers_for_its_own_place(browser, server, width):
    with reading(browser, server, width=width, height=900) as reader:
        reader.open()
        reader.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
        reader.page.locator(".st-key-map").scroll_into_view_if_needed()
        places = reader.page.evaluate(
            "document.querySelector('.st-key-map .js-plotly-plot').data"
            ".find(trace => trace.name === 'places').customdata"
        )
        assert len(places) > 50
        assert reader.page.evaluate(HOVERED, places) == {place: place for place in places}


IN_VIEW = """selector => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
}"""


def test_a_tap_on_a_phone_opens_the_place_and_brings_it_into_view(phone):
    phone.open(LINK)
    phone.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
    phone.page.locator(".st-key-map .js-plotly-plot").evaluate("map => map.scrollIntoView({block: 'end'})")
    phone.page.touchscreen.tap(*phone.page.evaluate(MARK_POSITION, "jackson-ms"))
    phone.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    phone.page.wait_for_function(IN_VIEW, arg=".st-key-place .place h2")
    phone.page.locator(".st-key-timeline .lane").first.tap()
    phone.page.locator("#pointed", has_text="Letter of Jan.").wait_for()
    phone.page.locator("#root #timeline-title").tap()
    phone.page.locator("#pointed:empty").wait_for(state="attached")


MIDDLE = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return [box.left + box.width / 2, Math.min(Math.max(box.top + box.height / 2, 300), innerHeight - 100)];
}"""


@pytest.mark.parametrize("picture", [".st-key-map", ".st-key-timeline"])
def test_a_finger_on_a_picture_scrolls_the_page(phone, picture):
    phone.open(LINK)
    page = phone.page
    page.wait_for_selector(".st-key-map .js-plotly-plot .main-svg")
    page.locator(picture).scroll_into_view_if_needed()
    ranges = "JSON.stringify(document.querySelector('.js-plotly-plot').layout.yaxis.range)"
    before = page.evaluate(ranges)
    scrolled = page.locator("[data-testid=stMain]").evaluate("main => main.scrollTop")
    x, y = page.evaluate(MIDDLE, picture)
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(20, 220, 20):
        at = [{"x": x, "y": y - way}]
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": at})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(
        "from => document.querySelector('[data-testid=stMain]').scrollTop > from + 100", arg=scrolled
    )
    assert page.evaluate(ranges) == before


def test_two_fingers_on_the_map_zoom_the_page_and_not_the_map(phone):
    phone.open(LINK)
    page = phone.page
    page.wait_for_selector(".st-key-map .js-plotly-plot .main-svg")
    page.locator(".st-key-map").scroll_into_view_if_needed()
    ranges = "JSON.stringify(document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range)"
    before = page.evaluate(ranges)
    x, y = page.evaluate(MIDDLE, ".st-key-map-figure")
    fingers = page.context.new_cdp_session(page)
    for event, ways in (("touchStart", (20,)), ("touchMove", range(30, 150, 10)), ("touchEnd", ())):
        for way in ways or (None,):
            spots = [(0, x - way), (1, x + way)] if way else []
            points = [{"x": at, "y": y, "id": finger} for finger, at in spots]
            fingers.send("Input.dispatchTouchEvent", {"type": event, "touchPoints": points})
    page.wait_for_function("() => visualViewport.scale > 1.5")
    assert page.evaluate(ranges) == before


PLACES = """selector => [...document.querySelectorAll(selector)].map(link => {
    const box = link.getBoundingClientRect();
    return [new URL(link.href).searchParams.get('id'), box.x + box.width / 2, box.y + box.height / 2];
})"""
"""The places that links lead to, and the middle of each link."""


def closest(middles):
    """How near each of some spots is to the next."""
    return [min(math.dist(one, other) for other in middles if other is not one) for one in middles]


def test_marks_too_near_each_other_for_a_finger_are_links_in_lists_that_are_not(phone):
    phone.open()
    page = phone.page
    page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
    marks = page.evaluate(
        "document.querySelector('.st-key-map .js-plotly-plot').data"
        ".find(trace => trace.name === 'places').customdata"
    )
    near = closest([tuple(page.evaluate(MARK_POSITION, place)) for place in marks])
    crowded = {place for place, distance in zip(marks, near, strict=True) if distance < 24}
    assert crowded
    page.locator("#root table.letters + details.rest summary").click()
    rows = page.evaluate(PLACES, "#root table.letters tbody th a")
    assert crowded <= {place for place, *_ in rows}
    page.locator("#root .inset-places summary").click()
    parts = page.locator("#root .inset-places ul").count()
    assert parts > 2
    for part in range(parts):
        listed = page.evaluate(PLACES, f"#root .inset-places ul:nth-of-type({part + 1}) a")
        places = [place for place, *_ in listed]
        assert places == [place for place in marks if place in places]  # the order in which the map has them
        assert min(closest([tuple(middle) for _, *middle in listed])) >= 24
    assert min(closest([tuple(middle) for _, *middle in rows])) >= 24


def test_a_row_of_the_grid_opens_the_same_summary(reader):
    reader.open(f"{LINK}&q=Jackson&state=MS")
    reader.page.locator(".st-key-grid label").first.click()
    grid = reader.page.locator(".st-key-letters [data-testid=stDataFrame] canvas").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    reader.page.mouse.click(box["x"] + 14, box["y"] + 54)
    reader.wait_for_query(*JANUARY, ("q", "Jackson"), ("state", "MS"), ("place", "jackson-ms"))
    assert "Mayor Chokwe Antar Lumumba" in reader.text("place")


def test_the_tab_key_alone_opens_no_place(reader):
    reader.open(f"{LINK}&state=MS")
    page = reader.page
    page.locator(".st-key-grid label").first.click()
    page.wait_for_selector(".st-key-letters [data-testid=stDataFrame]")
    page.locator(".st-key-grid input").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(1500)
    reader.settle()
    assert sorted(reader.query) == sorted([*JANUARY, ("state", "MS")])


@pytest.mark.parametrize(
    ("link", "path", "values"),
    [
        (
            "[data-key=sort-deadline]",
            "/",
            [("kind", "county"), ("round", "2018-01"), ("sort", "deadline")],
        ),
        (".st-key-pages a >> text=Compare", "/compare", [("kind", "county"), ("round", "2018-01")]),
    ],
)
def test_a_link_clicked_before_the_redraw_keeps_the_choice_made_before_it(reader, link, path, values):
    reader.open("?round=2018-01")
    page = reader.page
    page.locator(".st-key-filter-kind input").click()
    option = page.locator("[role=option]", has_text="County (").first.element_handle()
    at_once = "([option, link]) => { option.click(); link.click(); }"
    page.evaluate(at_once, [option, page.locator(link).first.element_handle()])
    page.wait_for_url(f"**{path}?*")
    reader.wait_for_query(*values)


def test_back_from_a_record_finds_the_place_on_a_sorted_table(reader):
    reader.open("?round=2017-11&sort=deadline")
    row = reader.page.locator("#root table.letters tbody th a").nth(20)
    row.click()
    reader.page.wait_for_url("**/record?*")
    reader.settle()
    reader.page.go_back()
    reader.settle()
    box = row.bounding_box()
    assert 0 <= box["y"] <= 1000 - box["height"]


def test_a_head_of_the_table_sorts_by_the_keyboard_and_keeps_the_focus(reader):
    reader.open(LINK)
    page = reader.page
    assert page.locator(".st-key-letters tbody tr").count() == 23
    for order, first in (("place", "Albany"), ("-place", "West Palm Beach")):
        page.locator("#root [data-key=sort-place]").focus()
        page.keyboard.press("Enter")
        reader.wait_for_query(*JANUARY, ("sort", order))
        page.wait_for_selector(f"#root table.letters tbody tr:first-child th:has-text('{first}')")
        page.wait_for_function("document.activeElement.dataset.key === 'sort-place'")


def test_enter_takes_the_one_option_that_is_named_and_not_all_that_hold_the_word(reader):
    reader.open()
    reader.page.locator(".st-key-menu-more summary").click()
    field = reader.page.locator(".st-key-filter-region input")
    field.wait_for()
    reader.settle()
    field.focus()
    reader.page.keyboard.type("West")
    reader.page.locator("[role=option]", has_text="West").first.wait_for()
    reader.page.keyboard.press("Enter")
    reader.wait_for_query(("region", "West"))


def test_a_status_is_a_link_that_filters_and_a_chip_takes_it_out(reader):
    reader.open("?round=2018-01&as_of=2018-03-01")
    page = reader.page
    before = int(page.locator("#root [data-key=status-answered] strong").inner_text())
    page.locator("#root [data-key=status-answered]").click()
    reader.wait_for_query(("round", "2018-01"), ("as_of", "2018-03-01"), ("status", "answered"))
    chip = page.locator("#root .chips a", has_text=f"Answered ({before})")
    chip.wait_for()
    page.wait_for_selector("#root [data-key=status-answered][aria-current=true]")
    chip.click()
    reader.wait_for_query(("round", "2018-01"), ("as_of", "2018-03-01"))
    page.wait_for_selector("#root .chips a:has-text('Answered')", state="detached")


VIEWS = ("", LINK, "?round=2025-08", "?state=CA")
"""The front page, a round, one with letters that no source names, and a state."""


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_screen_of_a_desk_holds_the_answer_the_map_and_what_its_colors_mean(browser, server, view):
    with reading(browser, server, width=1280, height=900) as reader:
        reader.open(view)
        reader.page.wait_for_selector(".st-key-map .main-svg")
        parts = (".brief > p >> nth=3", ".brief > .more summary", ".st-key-map-figure", ".statuses ul")
        for part in (".brief .headline", *parts):
            box = reader.page.locator(f"#root {part}").bounding_box()
            assert box["y"] + box["height"] <= 900, part
        assert reader.page.locator(".brief .headline").bounding_box()["y"] <= 260
        tops = reader.page.locator("#root .figures > div").evaluate_all(
            "parts => parts.map(part => Math.round(part.getBoundingClientRect().top))"
        )
        assert len(tops) == 4
        assert len(set(tops)) == 1  # the figures are one line


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_screen_of_a_phone_holds_the_headline_and_the_top_of_the_map(browser, server, view):
    with reading(browser, server, width=390, height=844, is_mobile=True, has_touch=True) as reader:
        reader.open(view)
        headline = reader.page.locator(".brief .headline").bounding_box()
        assert headline["y"] + headline["height"] <= 300
        assert reader.page.locator(".st-key-map-figure").bounding_box()["y"] <= 760


def test_words_searched_for_leave_the_headline_of_a_phone_near_the_top(browser, server):
    with reading(browser, server, width=390, height=844, is_mobile=True, has_touch=True) as reader:
        reader.open("?q=police")
        headline = reader.page.locator(".brief .headline").bounding_box()
        assert headline["y"] + headline["height"] <= 300


@pytest.mark.parametrize("view", ["?round=2025-08", "?state=CA", "?status=no_answer_found"])
def test_on_a_phone_the_end_of_a_filter_in_use_is_in_sight(phone, view):
    phone.open(view)
    chips = phone.page.locator("#root .chips")
    assert chips.evaluate("list => list.scrollWidth <= list.clientWidth")


def test_on_a_phone_the_front_page_reaches_the_map_and_the_rest_of_the_brief_opens_in_place(browser, server):
    with reading(browser, server, width=390, height=844, is_mobile=True, has_touch=True) as reader:
        reader.open("")
        assert reader.page.locator(".st-key-map-figure").bounding_box()["y"] <= 760
        third = reader.page.locator(".brief > p >> nth=2")
        assert not third.is_visible()
        reader.page.locator(".brief .more summary").click()
        third.wait_for(state="visible")


def test_on_a_phone_each_letter_is_a_card(phone):
    phone.open(LINK)
    row = phone.page.locator("#root table.letters tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "grid"
    assert row.bounding_box()["width"] <= 360
    said = row.locator("td").nth(2).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Deadline" in said


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_s_front_page_ends_its_lists_early_and_opens_them_in_place(browser, server, dataset, scripts):
    phone = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True}
    with reading(browser, server, **phone, java_script_enabled=scripts) as reader:
        if scripts:
            reader.open()
        else:
            reader.page.goto(reader.home)
        page = reader.page
        height = page.locator(".use").evaluate("part => part.getBoundingClientRect().top + scrollY")
        assert height <= 10 * 844
        rows = page.locator("table.letters tbody tr")
        assert rows.count() == len(dataset.letters)
        assert not rows.last.is_visible()
        page.locator(".rest summary", has_text=f"Show all {len(dataset.letters)} rows").tap()
        assert rows.last.is_visible()


def test_what_an_address_names_is_in_sight_in_a_list_that_a_phone_folds(phone):
    phone.page.goto(f"{phone.home}/rounds#round-2017-04")
    phone.settle()
    assert phone.page.locator("#root #round-2017-04").is_visible()


def test_the_scripts_of_the_grid_are_not_asked_for_before_it_is(reader):
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open(LINK)
    reader.page.wait_for_selector(".st-key-map .main-svg")
    assert not [url for url in asked if "DataFrame" in url or "glide" in url]
    reader.page.locator(".st-key-grid label").first.click()
    reader.page.wait_for_selector(".st-key-letters [data-testid=stDataFrame]")
    assert [url for url in asked if "DataFrame" in url]


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


def test_clear_all_brings_back_the_whole_record(reader, dataset):
    reader.open(f"{LINK}&state=CA")
    reader.page.locator(".st-key-clear-all button").click()
    reader.wait_for_query()
    assert "DOJ letters are on record" in reader.text("brief")


def test_on_a_phone_the_filters_are_folded_and_nothing_runs_off_the_side(phone):
    phone.open(LINK)
    assert not phone.page.locator(".st-key-filter-state").is_visible()
    phone.page.locator(".st-key-show-filters label").first.click()
    phone.page.locator(".st-key-filter-state").wait_for(state="visible")
    assert phone.page.evaluate("document.body.scrollWidth") <= 361


def test_on_a_phone_a_choice_closes_its_list_and_the_last_button_closes_the_filters(phone):
    phone.open("?round=2018-01")
    page = phone.page
    page.locator(".st-key-show-filters label").first.tap()
    page.locator(".st-key-filter-kind input").tap()
    page.locator("[role=option]", has_text="County (").first.tap()
    phone.wait_for_query(("kind", "county"), ("round", "2018-01"))
    page.locator("[role=option]").first.wait_for(state="detached")
    page.locator(".sheet-end button").tap()
    page.locator(".st-key-filter-state").wait_for(state="hidden")


def test_days_are_the_same_in_every_time_zone(browser, server):
    seen = []
    for zone in ("Pacific/Honolulu", "Asia/Tokyo"):
        with reading(browser, server, width=1280, height=1000, timezone_id=zone) as reader:
            reader.open(f"{LINK}&state=MS")
            cells = reader.page.locator("#root table.letters td")
            cells.first.wait_for(state="attached")
            seen.append(cells.all_inner_texts())
    assert seen[0] == seen[1]
    assert any("Feb.\N{NO-BREAK SPACE}23, 2018" in cell for cell in seen[0])


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


def test_the_mark_of_the_open_place_is_ringed_and_the_map_stays_as_it_is(reader):
    reader.open(f"{LINK}&place=chicago-il")
    ringed = reader.page.locator(".st-key-map path.ringed")
    ringed.wait_for()
    reader.page.evaluate("document.querySelector('.js-plotly-plot').dataset.seen = 'before'")
    click_mark(reader, "jackson-ms")
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    reader.page.wait_for_function(f"({RINGED})() === 'jackson-ms'")
    assert ringed.count() == 1
    assert reader.page.locator(".js-plotly-plot[data-seen=before]").count() == 1


def test_a_mark_can_be_clicked_again_after_back(reader):
    reader.open(f"{LINK}&place=chicago-il")
    click_mark(reader, "jackson-ms")
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    reader.page.go_back()
    reader.wait_for_query(*JANUARY, ("place", "chicago-il"))
    reader.page.wait_for_selector(".st-key-place h2:has-text('Chicago')")
    click_mark(reader, "jackson-ms")
    reader.wait_for_query(*JANUARY, ("place", "jackson-ms"))
