"""What readers meet who use a keyboard, hear the page, or set their own colours."""

from itertools import pairwise

import pytest

from axe import LOOKS, ON_PAPER, PAGE_COLOUR, run, violations
from reader import JANUARY, LINK, STILL, pill, reading
from tracker.views.style import PALETTES

pytestmark = pytest.mark.browser

PATHS = [LINK, "record?id=jackson-ms", "rounds", "changes", "cases", "compare", "data", "about"]
EMBEDS = [f"{LINK}&embed=true&show={part}" for part in ("brief", "map", "timeline", "table")]
PAPER = [f"{path}{'&' if '?' in path else '?'}print=true" for path in PATHS]
FOCUSED = "document.activeElement"
CONTRAST = """element => {
    const rgb = text => text.match(/[\\d.]+/g).map(Number);
    const light = colour => rgb(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
    const style = getComputedStyle(element);
    const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
    const [low, high] = [light(style.PROPERTY), light(ground)].sort((one, other) => one - other);
    return (high + .05) / (low + .05);
}"""


@pytest.mark.parametrize("path", PATHS)
def test_the_live_page_has_its_landmarks_and_headings_in_order(reader, path):
    reader.open(path)
    page = reader.page
    page.wait_for_selector("[role=main]")
    for role in ("banner", "navigation", "search", "main", "contentinfo"):
        assert page.get_by_role(role, include_hidden=True).count() >= 1, role
    assert page.locator("#root [role=main] h1").count() == 1
    levels = page.locator("#root :is(h1, h2, h3, h4)").evaluate_all(
        "headings => headings.map(heading => +heading.tagName[1])"
    )
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))
    name = page.locator(".st-key-pages a[aria-current=page]").all_inner_texts()
    assert len(name) == (0 if path.startswith("record") else 1)
    named = ":has(> caption), [aria-label], [aria-labelledby]"
    assert page.locator(f"#root table:not({named})").count() == 0
    drawn = page.locator("#root .js-plotly-plot :is(.main-svg, .modebar-btn svg)")
    assert all(drawn.evaluate_all("all => all.map(one => one.ariaHidden === 'true')"))


@pytest.mark.parametrize("path", [*PATHS, *EMBEDS])
def test_axe_finds_nothing_serious_on_a_live_page(browser, server, path, toll):
    with reading(browser, server, width=1280, height=1000, color_scheme="light") as reader:
        reader.open(path)
        if path in PATHS:
            reader.page.wait_for_selector("[role=main]")
        assert violations(reader.page, toll) == []


@pytest.mark.parametrize("path", [*PATHS, *EMBEDS, *PAPER])
def test_axe_finds_nothing_serious_in_the_answer_before_it(browser, server, path, toll):
    # Streamlit's own files are kept away, so the page stays as it was sent.
    with reading(browser, server, width=1280, height=1000, color_scheme="light") as reader:
        empty = {"body": "", "content_type": "text/javascript"}
        reader.page.route("**/static/js/**", lambda route: route.fulfill(**empty))
        reader.page.goto(f"{server}/{path}")
        assert reader.page.locator("#snapshot").count() == 1
        assert violations(reader.page, toll, ON_PAPER if path in PAPER else LOOKS) == []


def test_axe_finds_the_one_word_too_pale_among_many_that_are_not(reader):
    pale = "<p><span>A <i style='color: #ccc'>pale</i> word.</span></p>"
    reader.page.set_content(f"<main>{'<p>Plain.</p>' * 99}{pale}</main>")
    (problem,) = run(reader.page, ["color-contrast"])
    (node,) = problem["nodes"]
    assert "pale</i>" in node["html"]
    assert reader.page.locator("[data-sample]").count() == 4


def test_a_page_follows_a_reader_whose_system_turns_dark(reader):
    page = reader.open(LINK).page
    land = ".st-key-map .js-plotly-plot .scatterlayer path.js-fill"
    page.wait_for_selector(land, state="attached")
    fill = f"(land => land && getComputedStyle(land).fill)(document.querySelector('{land}'))"
    before = page.evaluate(fill)
    for scheme, same in (("dark", False), ("light", True)):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"() => {PAGE_COLOUR}.trim() === '{PALETTES[scheme].page}'")
        page.wait_for_function(  # the map is taken away for a moment while it is drawn anew
            f"([before, same]) => {{ const now = {fill}; return now && (now === before) === same; }}",
            arg=[before, same],
        )
        reader.settle()


def test_results_that_change_are_announced(reader):
    reader.open("?as_of=2018-01-25")
    pill(reader, "Jan. 2018").click()
    status = reader.page.locator("#announced[role=status]", has_text="Twenty-three jurisdictions")
    status.wait_for(state="attached")
    reader.page.locator(".st-key-find input").fill("Jackson")
    reader.page.locator("#announced", has_text="Jackson").wait_for(state="attached")


def test_what_changes_below_the_same_headline_is_announced(reader):
    page = reader.open(LINK).page
    page.locator("#root [data-key=sort-place]").click()
    page.locator("#announced", has_text="Sorted by Place, ascending.").wait_for(state="attached")
    page.locator("#root .chips a", has_text="As of").click()
    page.locator("#announced", has_text="Filters: Round: Jan. 2018").wait_for(state="attached")
    assert "As of" not in page.locator("#announced").text_content()


def test_a_filter_taken_out_by_the_keyboard_leaves_the_focus_on_the_headline(reader):
    page = reader.open(f"{LINK}&state=CA").page
    page.locator("#root .chips a", has_text="State").focus()
    page.keyboard.press("Enter")
    reader.wait_for_query(*JANUARY)
    page.wait_for_function(f"() => {FOCUSED}.tagName === 'H1' && {FOCUSED}.innerText.startsWith('Twenty')")


def test_enter_takes_a_day_and_a_digit_is_no_mistake(reader):
    reader.open("?round=2018-01&as_of=2018-01-25")
    parts = reader.page.locator(".st-key-filter-as_of [role=spinbutton]")
    parts.first.focus()
    reader.page.keyboard.type("2")
    assert "Error" not in reader.page.locator(".st-key-filter-as_of").inner_text()
    reader.page.keyboard.type("0180301")
    reader.page.keyboard.press("Enter")
    reader.wait_for_query(("round", "2018-01"), ("as_of", "2018-03-01"))
    assert reader.page.evaluate(f"{FOCUSED}.closest('.st-key-filter-as_of') !== null")


def test_a_day_that_no_filter_may_name_is_refused_with_the_reason(reader):
    reader.open("?round=2018-01&as_of=2018-01-25")
    reader.page.locator(".st-key-filter-as_of [role=spinbutton]").first.focus()
    reader.page.keyboard.type("1850")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".refusals:has-text('as_of=1850-01-25')")


def test_the_heading_has_the_focus_on_a_record_and_on_the_way_back(reader):
    reader.open(f"{LINK}&place=jackson-ms")
    page = reader.page
    page.locator("a", has_text="Open the full record").click()
    page.wait_for_function(f"() => {FOCUSED}.tagName === 'H1' && {FOCUSED}.innerText.startsWith('Jackson')")
    page.go_back()
    page.wait_for_function(f"() => {FOCUSED}.tagName === 'H1' && {FOCUSED}.innerText.startsWith('Twenty')")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (".menu-round > summary", ".st-key-menu-round summary"),
        (".part-map summary >> nth=-1", ".st-key-map summary"),
        ("table.letters a >> nth=3", ".st-key-letters a"),
        (".masthead nav a:has-text('Cases')", ".st-key-pages a"),
    ],
)
def test_the_focus_stays_when_the_live_page_takes_over(reader, first, then):
    page = reader.page
    page.goto(f"{reader.home}/{LINK}")
    page.locator(f"#snapshot {first}").focus()
    reader.settle()
    assert page.evaluate(f"then => {FOCUSED}.matches(`#root ${{then}}`)", then)


def test_what_is_typed_or_opened_stays_when_the_live_page_takes_over(reader):
    page = reader.page
    page.goto(f"{reader.home}/{LINK}")
    page.locator("#snapshot .part-map summary").last.click()
    page.locator("#snapshot .masthead input[type=search]").fill("Jack")
    page.locator("#snapshot h1").click()
    reader.settle()
    assert page.locator(".st-key-find input").input_value() == "Jack"
    assert page.locator(".st-key-map details[open]").count() == 1
    page.locator(".st-key-hits a", has_text="Jackson").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_choice_and_fields_can_be_seen(browser, server, scheme):
    with reading(browser, server, width=1280, height=1000, color_scheme=scheme) as reader:
        reader.open(LINK)
        page = reader.page
        chosen = page.locator(".st-key-filter-round [data-selected] p")
        assert chosen.evaluate(CONTRAST.replace("PROPERTY", "color")) >= 4.5
        field = page.locator(".st-key-filter-as_of [data-testid=stDateInputField]")
        assert field.evaluate(CONTRAST.replace("PROPERTY", "borderTopColor")) >= 3
        for _ in range(2):
            page.keyboard.press("Tab")
        assert page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle") == "solid"
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUSED}.closest('.st-key-pages') !== null")
        assert page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle") == "solid"


def test_the_chosen_round_shows_in_forced_colours(browser, server):
    with reading(browser, server, width=1280, height=1000, forced_colors="active") as reader:
        reader.open(LINK)
        grounds = reader.page.locator(".st-key-filter-round button").evaluate_all(
            "pills => pills.map(pill => "
            "[getComputedStyle(pill).backgroundColor, pill.matches('[data-selected]')])"
        )
    chosen = {ground for ground, selected in grounds if selected}
    assert chosen.isdisjoint({ground for ground, selected in grounds if not selected})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_drawn_by_its_ground_alone_shows_in_forced_colours(browser, server, scheme):
    drawn = (
        ".mini span",
        ".month",
        ".lanes-grid .day",
        ".lane-mark",
        ".lane-span",
        ".lane-sent",
        ".status-bar a",
    )
    with reading(
        browser, server, width=1280, height=1000, forced_colors="active", color_scheme=scheme
    ) as reader:
        reader.open("?as_of=2018-03-01")
        ground = "elements => elements.map(element => getComputedStyle(element).backgroundColor)"
        page = reader.page.locator(".stApp").evaluate_all(ground)
        for part in drawn:
            grounds = reader.page.locator(f"#root {part}").evaluate_all(ground)
            assert grounds, part
            assert not {*page, "rgba(0, 0, 0, 0)"} & {*grounds}, part
        current = reader.page.locator(".st-key-pages a[aria-current=page]")
        assert current.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


SPACED = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""What a reader may set by WCAG 1.4.12, with nothing lost."""

CUT = """() => [...document.querySelectorAll("button, select, summary, label, a, p, h1, h2, h3, dd, li")]
    .filter(element => element.checkVisibility() && element.innerText?.trim())
    .filter(element => getComputedStyle(element).overflowY !== "visible" || element.matches("button, a"))
    .filter(element => element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 1)
    .map(element => [element.outerHTML.slice(0, 120), element.scrollHeight, element.clientHeight])"""
"""What holds more lines than it shows."""


@pytest.mark.parametrize("path", ["", *PATHS, "record?id=chicago-il", *EMBEDS[2:]])
def test_no_text_is_cut_and_no_page_is_wider_where_a_reader_spaces_it(browser, server, path):
    with reading(browser, server, width=1280, height=1000, bypass_csp=True) as reader:
        reader.open(path)
        page = reader.page
        if not path:
            page.locator(".st-key-menu-round summary").first.click()
        before = {element for element, *_ in page.evaluate(CUT)}
        page.add_style_tag(content=SPACED)
        for width in (1280, 640, 360):
            page.set_viewport_size({"width": width, "height": 1000})
            page.evaluate(STILL)
            assert [cut for cut in page.evaluate(CUT) if cut[0] not in before] == []
            assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


INSIDE = f"""selector => {{
    const focused = {FOCUSED};
    return focused !== document.body && focused.closest(selector) !== null;
}}"""


def presses(page, selector, most):
    """How many presses of Tab lead into a part of the page; more than `most` if none of these does."""
    for count in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(INSIDE, selector):
            return count
    return most + 1


def test_the_answer_is_at_most_twelve_presses_of_tab_away_and_one_skips_to_it(reader):
    page = reader.open(LINK).page
    skip = presses(page, ".st-key-skip-filters", most=11)
    assert page.evaluate(f"{FOCUSED}.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => {FOCUSED}.tagName === 'H1'")
    assert skip + presses(page, ".st-key-brief", most=1) <= 12
    reader.open(LINK)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => {FOCUSED}.tagName === 'H1'")
    assert presses(page, ".st-key-brief", most=1) == 1


BARE = f"""() => {{
    const focused = {FOCUSED}, box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return focused === document.body || focused.contains(top) || top?.contains(focused);
}}"""
"""Whether nothing lies over what has the focus."""


@pytest.mark.parametrize("part", ["letters", "timeline"])
def test_no_head_that_stays_in_sight_lies_over_what_has_the_focus(reader, part):
    page = reader.open(LINK).page
    page.locator(f".st-key-{part} tbody th a").last.focus()
    for step in range(23):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(BARE), step
        if part == "timeline" and step == 1:
            assert "Letter of Jan." in page.locator("#pointed").inner_text()
            page.keyboard.press("Escape")
            assert page.locator("#pointed").inner_text() == ""
