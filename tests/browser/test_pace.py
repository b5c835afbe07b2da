"""Choices made quicker than the page is redrawn: they stand in widget, address, page and history."""

import json

import pytest

from reader import JANUARY, LINK, MARK_POSITION, click_mark, pill

pytestmark = pytest.mark.browser

PACES = [0.05, 0.2, 0.6, 1.0]
"""Seconds between two choices."""

STEPS = """() => {
    window.steps = [];
    const push = history.pushState.bind(history);
    history.pushState = (...step) => { push(...step); window.steps.push(location.search); };
}"""


@pytest.fixture
def stepped(reader):
    """A reader, each step of whose history is written down."""
    reader.page.add_init_script(f"({STEPS})()")
    return reader


TAP = f"""place => {{
    document.querySelector('.st-key-map').scrollIntoView({{block: 'center'}});
    const [clientX, clientY] = ({MARK_POSITION})(place);
    const act = type => document.elementFromPoint(clientX, clientY)?.dispatchEvent(
        new MouseEvent(type, {{clientX, clientY, bubbles: true, button: 0}}));
    act('mousemove');
    const chart = document.elementFromPoint(clientX, clientY)?.closest('.js-plotly-plot');
    if (chart?._hoverdata?.[0]?.customdata !== place) return false;
    act('mousedown');
    act('mouseup');
    return true;
}}"""


def tap(reader, place):
    """Click a mark once the chart has noticed the pointer on it, the page being redrawn meanwhile."""
    reader.page.wait_for_function(TAP, arg=place)


def wait_for_pills(reader, *names):
    reader.page.wait_for_function(
        """names => JSON.stringify([...new Set([...document.querySelectorAll(
            '.st-key-filter-round [data-selected]')].map(pill => pill.innerText))].sort()) === names""",
        arg=json.dumps(sorted(names), separators=(",", ":")),
    )


def pause(reader, seconds):
    reader.page.wait_for_timeout(seconds * 1000)


@pytest.mark.parametrize("pace", PACES)
def test_two_rounds(stepped, pace):
    stepped.open("?as_of=2018-01-25")
    pill(stepped, "Jan. 2018").click()
    pause(stepped, pace)
    pill(stepped, "Nov. 2017").click()
    stepped.wait_for_query(("round", "2017-11"), ("round", "2018-01"), ("as_of", "2018-01-25"))
    wait_for_pills(stepped, "Jan. 2018", "Nov. 2017")
    stepped.page.wait_for_selector(".brief .headline:has-text('Fifty-two DOJ letters')")
    assert all("round=2018-01" in step for step in stepped.page.evaluate("window.steps"))


@pytest.mark.parametrize("pace", PACES)
def test_four_rounds(stepped, pace):
    stepped.open("?as_of=2026-07-01")
    names = {"Jan. 2018": "2018-01", "Nov. 2017": "2017-11", "April 2017": "2017-04", "Aug. 2025": "2025-08"}
    for name in names:
        pill(stepped, name).click()
        pause(stepped, pace)
    stepped.wait_for_query(*(("round", key) for key in names.values()), ("as_of", "2026-07-01"))
    wait_for_pills(stepped, *names)
    counts = [step.count("round=") for step in stepped.page.evaluate("window.steps")]
    assert counts == sorted(set(counts))
    assert counts[-1] == 4


@pytest.mark.parametrize("pace", PACES)
def test_all_after_a_round_and_a_round_after_all(stepped, pace):
    stepped.open(LINK)
    for name in ("Nov. 2017", "All", "April 2017"):
        pill(stepped, name).click()
        pause(stepped, pace)
    stepped.wait_for_query(("round", "2017-04"), ("as_of", "2018-01-25"))
    wait_for_pills(stepped, "April 2017")


@pytest.mark.parametrize("pace", PACES)
def test_a_state_and_then_a_round(stepped, pace):
    stepped.open("?as_of=2018-01-25")
    stepped.page.locator(".st-key-filter-state input").click()
    stepped.page.keyboard.type("Calif")
    stepped.page.keyboard.press("Enter")
    pause(stepped, pace)
    pill(stepped, "Jan. 2018").click()
    stepped.wait_for_query(*JANUARY, ("state", "CA"))
    wait_for_pills(stepped, "Jan. 2018")
    assert stepped.page.locator(".st-key-filter-state").inner_text().count("California") == 1
    assert "Nine jurisdictions in California" in stepped.text("brief")


@pytest.mark.parametrize("pace", PACES)
def test_clear_all_and_then_a_round(stepped, pace):
    stepped.open("?state=CA&round=2018-01")
    stepped.page.locator(".st-key-clear-all button").click()
    pause(stepped, pace)
    pill(stepped, "Nov. 2017").click()
    stepped.wait_for_query(("round", "2017-11"))
    wait_for_pills(stepped, "Nov. 2017")
    assert "California" not in stepped.page.locator(".st-key-filter-state").inner_text()


@pytest.mark.parametrize("pace", PACES)
def test_marks_of_the_map(stepped, pace):
    stepped.open(LINK)
    places = ["jackson-ms", "chicago-il", "denver-co", "albany-ny"]
    click_mark(stepped, places[0])
    for place in places[1:]:
        pause(stepped, pace)
        tap(stepped, place)
    stepped.wait_for_query(*JANUARY, ("place", places[-1]))
    stepped.page.wait_for_selector(".st-key-place .place h2:has-text('Albany')")
    assert "Albany" in stepped.page.locator(".st-key-chosen-place input").input_value()
    opened = [step.partition("place=")[2] for step in stepped.page.evaluate("window.steps")]
    assert opened == sorted(set(opened), key=places.index)


@pytest.mark.parametrize("pace", PACES)
def test_the_same_mark_twice(stepped, pace):
    stepped.open(LINK)
    click_mark(stepped, "jackson-ms")
    pause(stepped, pace)
    tap(stepped, "jackson-ms")
    stepped.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    click_mark(stepped, "denver-co")
    stepped.wait_for_query(*JANUARY, ("place", "denver-co"))
    opened = [step.partition("place=")[2] for step in stepped.page.evaluate("window.steps")]
    assert opened == ["jackson-ms", "denver-co"]


@pytest.mark.parametrize("pace", PACES)
def test_a_round_and_then_a_mark(stepped, pace):
    stepped.open("?as_of=2018-01-25")
    stepped.page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
    stepped.page.locator(".st-key-map").scroll_into_view_if_needed()
    pill(stepped, "Jan. 2018").evaluate("pill => pill.click()")
    pause(stepped, pace)
    tap(stepped, "jackson-ms")
    stepped.wait_for_query(*JANUARY, ("place", "jackson-ms"))
    wait_for_pills(stepped, "Jan. 2018")


def test_what_stood_before_the_last_choice_can_be_chosen_again(stepped):
    stepped.open(LINK)
    click_mark(stepped, "chicago-il")
    stepped.wait_for_query(*JANUARY, ("place", "chicago-il"))
    stepped.page.locator(".st-key-chosen-place button[aria-label*=lear]").click()
    stepped.wait_for_query(*JANUARY)
    stepped.page.wait_for_selector(".st-key-place .place", state="detached")
