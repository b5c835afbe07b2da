"""The live page on paper: what a reader gets who prints it as it stands."""

import pytest

from reader import reading
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
