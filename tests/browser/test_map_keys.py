"""The map that has the focus is moved by keys, before the page is live and after, and says so."""

import pytest

from reader import LINK

pytestmark = pytest.mark.browser

RANGES = """() => {
    const {xaxis, yaxis} = document.querySelector('.st-key-map .js-plotly-plot')._fullLayout;
    return [...xaxis.range, ...yaxis.range];
}"""
BOX = "() => document.querySelector('.part-map .map-svg').getAttribute('viewBox').split(' ').map(Number)"
FOCUSED = "document.activeElement"


def test_keys_move_zoom_and_leave_the_live_map(reader):
    page = reader.open(LINK).page
    chart = page.locator(".st-key-map .stPlotlyChart")
    chart.locator(".scatterlayer").first.wait_for()
    address, whole = page.url, page.evaluate(RANGES)
    chart.focus()
    assert "Arrow keys move the map" in page.locator("#map-keys").inner_text()
    assert "Arrow keys move the map" in chart.get_attribute("aria-description")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"before => ({RANGES})()[0] > before", arg=whole[0])
    page.keyboard.press("ArrowUp")
    page.wait_for_function(f"before => ({RANGES})()[2] > before", arg=whole[2])
    moved = page.evaluate(RANGES)
    assert moved[1] - moved[0] == pytest.approx(whole[1] - whole[0])
    page.keyboard.press("+")
    page.wait_for_function(f"width => {{ const [a, b] = ({RANGES})(); return b - a < width; }}", arg=49_000)
    page.keyboard.press("0")
    page.wait_for_function(f"before => Math.abs(({RANGES})()[0] - before) < 1", arg=whole[0])
    page.keyboard.press("Escape")
    assert page.evaluate(f"{FOCUSED}.matches('.st-key-map summary')")
    page.locator("#map-keys:empty").wait_for(state="attached")
    assert page.url == address


def test_keys_move_the_picture_before_the_page_is_live(reader):
    page = reader.page
    empty = {"body": "", "content_type": "text/javascript"}
    page.route("**/static/js/**", lambda route: route.fulfill(**empty))
    page.goto(f"{reader.home}/{LINK}")
    picture = page.locator(".part-map .map-svg[tabindex]")
    picture.focus()
    left, top, width, height = whole = page.evaluate(BOX)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(BOX) == pytest.approx([left - width / 10, top + height / 10, width, height])
    page.keyboard.press("-")
    assert page.evaluate(BOX)[2] == pytest.approx(1.5 * width)
    page.keyboard.press("0")
    assert page.evaluate(BOX) == whole
    page.keyboard.press("Escape")
    assert page.evaluate(f"{FOCUSED}.matches('.part-map summary')")
