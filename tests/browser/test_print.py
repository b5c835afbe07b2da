"""The live page on paper: what a reader gets who prints it as it stands."""

import re

import pytest

from reader import JANUARY, LINK, reading
from tracker.filters import Filters
from tracker.views.style import PALETTES, written

pytestmark = pytest.mark.browser

PAINTED = """() => [...document.querySelectorAll('.js-plotly-plot .scatterlayer path')].map(path => {
    const style = getComputedStyle(path);
    return [style.fill, style.stroke];
})"""
"""Fill and line of everything drawn on the map, in order."""

LIGHT = {written(colour) for colour in PALETTES["light"].statuses.values()}


def painted(browser, server, scheme):
    """The map's colours on the paper of a reader with this scheme."""
    with reading(browser, server, width=1280, height=1000, color_scheme=scheme) as reader:
        reader.open()
        reader.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer path.point")
        on_screen = reader.page.evaluate(PAINTED)
        reader.page.emulate_media(media="print", color_scheme=scheme)
        assert (
            reader.page.locator(".js-plotly-plot").evaluate("plot => getComputedStyle(plot).filter") == "none"
        )
        return on_screen, reader.page.evaluate(PAINTED)


def test_the_map_of_a_dark_page_has_the_light_colours_on_paper(browser, server):
    (dark, on_paper), (light, _) = (painted(browser, server, scheme) for scheme in ("dark", "light"))
    assert on_paper == light != dark
    assert {colour for colours in light for colour in colours} & LIGHT


FEET = """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText.replaceAll('\\\\', '')).join(' ')"""
"""The rules of the style sheets that say what stands around each printed sheet."""


def test_what_is_folded_on_the_screen_is_open_on_paper(reader):
    reader.open("cases?as_of=2026-07-01")
    source = reader.page.locator("#root .part-list details, #root .stHtml details").first.locator(
        "> :not(summary)"
    )
    assert not source.first.evaluate("element => element.checkVisibility()")
    reader.page.emulate_media(media="print")
    assert source.first.evaluate("element => element.checkVisibility()")
    reader.open(LINK)
    brief = reader.page.locator(".st-key-brief details.more p")
    assert brief.count() > 0
    assert all(brief.evaluate_all("all => all.map(element => element.checkVisibility())"))


def test_each_sheet_of_the_live_page_says_site_day_and_address_after_each_click(reader, dataset):
    reader.open(LINK)
    assert f"{dataset.campaign.name}, as of" in reader.page.evaluate(FEET)
    assert reader.home + "/" + LINK in reader.page.evaluate(FEET)
    reader.page.locator("#root [data-key=sort-place]").click()
    reader.wait_for_query(*JANUARY, ("sort", "place"))
    reader.page.wait_for_function(f"() => ({FEET})().includes('&sort=place')")
    feet = reader.page.evaluate(FEET)
    assert feet.count(f"{dataset.campaign.name}, as of") == 1
    assert feet.count('@top-left { content: "DOJ letters of the January 2018 round, as of Jan.') == 1


PAPER_WIDTH = 703
"""Letter paper between the margins of the style, in px."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_live_page_prints_every_letter_the_whole_timeline_and_the_marks_of_the_light_page(
    browser, server, published, scheme
):
    letters = Filters(as_of="2026-07-01").apply(published).letters
    with reading(browser, server, width=1280, height=1000, color_scheme=scheme) as reader:
        page = reader.open("?as_of=2026-07-01").page
        page.emulate_media(media="print", color_scheme=scheme)
        page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
        rows = page.locator(".st-key-letters table.letters tbody tr")
        assert rows.count() == len(letters)
        assert all(rows.evaluate_all("rows => rows.map(row => row.checkVisibility())"))
        drawn = page.locator(".st-key-timeline .lane span, .st-key-letters table.letters td")
        edges = drawn.evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
        assert max(edges) <= PAPER_WIDTH + 1
        ground = page.locator(".stApp").evaluate("page => getComputedStyle(page).backgroundColor")
        assert ground == "rgb(255, 255, 255)"


def sheets(page):
    """How many sheets of Letter paper a page fills."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="Letter", prefer_css_page_size=False)))


def test_the_rows_of_a_view_are_on_paper_when_the_grid_is_open(reader):
    page = reader.open(LINK).page
    before = sheets(page)
    page.locator(".st-key-grid label").first.click()
    page.wait_for_selector(".st-key-letters [data-testid=stDataFrame] canvas")
    page.emulate_media(media="print")
    rows = page.locator(".st-key-letters table.letters tbody tr")
    assert rows.count() == 23
    assert all(rows.evaluate_all("rows => rows.map(row => row.checkVisibility())"))
    assert not page.locator(".st-key-letters [data-testid=stDataFrame]").is_visible()
    assert sheets(page) == before


@pytest.mark.parametrize("path", ["", LINK, "record?id=chicago-il", "cases", "about"])
def test_the_live_page_fills_as_many_sheets_as_the_page_for_print(reader, path):
    page = reader.open(path).page
    live = sheets(page)
    page.goto(f"{reader.home}/{path}{'&' if '?' in path else '?'}print=true")
    assert abs(live - sheets(page)) <= 1


SHEET = 958
"""The height of a sheet of Letter paper between the margins, in px."""


def test_a_sheet_holds_twenty_letters_and_more_and_each_says_what_was_asked_once_a_round(reader):
    page = reader.page
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
    page.goto(f"{reader.home}/?print=true")
    page.emulate_media(media="print")
    table = page.locator("table.letters")
    assert table.locator("tbody tr").count() / (table.bounding_box()["height"] / SHEET) > 20
    sayings = table.locator(".asked > span")
    shown = [words for words in sayings.all() if words.is_visible()]
    assert len(shown) == table.locator(".asked strong").evaluate_all(
        "labels => new Set(labels.map(label => label.innerText)).size"
    )


def test_no_word_on_paper_stands_in_a_column_too_narrow_for_it(reader):
    page = reader.page
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
    page.goto(f"{reader.home}/about?print=true")
    page.emulate_media(media="print")
    widths = page.locator("td .sources li").evaluate_all("all => all.map(one => one.clientWidth)")
    assert widths
    assert min(widths) > 150
