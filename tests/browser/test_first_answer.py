"""The answer before the app, in a real browser: without scripts, while the app starts, and when it cannot."""

import urllib.request

import pytest

from reader import LINK, reading, seen
from tracker import Filters
from tracker.brief import view_brief

pytestmark = pytest.mark.browser

PATHS = ["", LINK, "record?id=jackson-ms", "rounds", "changes", "cases", "compare", "data", "about"]


@pytest.fixture
def scriptless(browser, server):
    """A reader whose browser runs no scripts."""
    with reading(browser, server, width=1280, height=1000, java_script_enabled=False) as started:
        yield started


@pytest.fixture
def held(browser, server):
    """A reader whose app cannot connect until it is let."""
    with reading(browser, server, width=1280, height=1000) as started:
        started.page.route_web_socket("**/_stcore/stream", lambda socket: None)
        yield started


def test_without_scripts_headline_and_table_can_be_read(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/{LINK}")
    assert (
        seen(page.locator("h1"))
        == "Twenty-three jurisdictions in 12 states got a letter dated Jan. 24, 2018."
    )
    assert page.locator("table.letters tbody tr").count() == 23
    assert "29 days left" in page.locator("table.letters tr", has_text="Jackson").inner_text()
    assert page.locator(".map-svg a").count() == 23


def test_without_scripts_a_round_a_place_and_a_page_are_a_click_away(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/{LINK}")
    page.locator(".menu-round > summary").click()
    page.locator(".pills a", has_text="Nov. 2017").click()
    assert "Twenty-nine" in page.locator("h1").inner_text()
    page.locator("table.letters a", has_text="Jackson").click()
    assert page.locator("h1").inner_text() == "Jackson, Mississippi"
    page.locator("header nav a", has_text="Rounds").click()
    assert "rounds of letters" in page.locator("h1").inner_text()


def test_without_scripts_the_search_finds_a_place(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/{LINK}")
    page.locator(".masthead input[type=search]").fill("Jackson")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Jackson**")
    assert page.locator("table.letters tbody tr").count() > 0


def test_without_scripts_days_and_a_state_choose_the_changes(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/changes?as_of=2018-04-13")
    page.locator("[name=from]").fill("2018-01-24")
    page.locator(".part-filters select[name=state]").select_option("CA")
    page.locator(".part-days button").click()
    page.wait_for_url("**state=CA**")
    assert page.locator("[name=from]").input_value() == "2018-01-24"
    assert page.locator("[name=to]").input_value() == "2018-04-13"
    assert "California" in page.locator(".part-head").inner_text()


def test_without_scripts_a_record_has_its_day_and_order(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/record?id=jackson-ms")
    page.locator(".part-story nav a", has_text="Oldest first").click()
    page.locator("[name=as_of]").fill("2018-01-25")
    page.locator(".record-day button").click()
    page.wait_for_url("**as_of=2018-01-25**")
    assert page.locator("h1").inner_text() == "Jackson, Mississippi"
    assert "Jan. 25, 2018" in seen(page.locator(".part-head"))
    assert page.locator(".part-story nav [aria-current]").inner_text() == "Oldest first"


def test_without_scripts_two_rounds_a_day_and_a_state_are_chosen(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/rounds")
    page.locator("select[name=from]").select_option("2017-11")
    page.locator("select[name=to]").select_option("2018-01")
    page.locator(".part-filters select[name=state]").select_option("CA")
    page.locator("[name=as_of]").fill("2018-04-13")
    page.locator(".part-pair button").click()
    page.wait_for_url("**state=CA**")
    assert "The letters of November 2017 and of January 2018" in seen(page.locator(".part-compare"))
    assert "April 13, 2018" in seen(page.locator(".part-head"))
    assert page.locator("select[name=from]").input_value() == "2017-11"


def test_without_scripts_cases_are_chosen_by_place_words_and_order(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/cases")
    page.locator("select[name=place]").select_option("chicago-il")
    page.locator("select[name=sort]").select_option("name")
    page.locator(".part-filters button").click()
    page.wait_for_url("**place=chicago-il**")
    assert "Chicago, Illinois" in seen(page.locator("h1"))
    assert page.locator("select[name=sort]").input_value() == "name"
    assert page.locator(".refusals").count() == 0
    page.locator(".more-fields summary").click()
    end = page.locator("select[name=ended] option").nth(1).get_attribute("value")
    page.locator("select[name=ended]").select_option(end)
    page.locator(".part-filters button").click()
    page.wait_for_url(f"**ended={end}**")
    assert "end on record" in seen(page.locator("h1"))


def test_the_live_page_waits_for_what_is_chosen_and_not_sent(reader):
    page = reader.page
    page.goto(f"{reader.home}/changes")
    page.locator("#snapshot select[name=by]").select_option("recorded")
    page.wait_for_selector("#root .foot", state="attached", timeout=30_000)
    page.wait_for_timeout(1500)
    assert page.locator("#snapshot select[name=by]").input_value() == "recorded"
    page.locator("#snapshot .part-days button").click()
    reader.settle()
    assert ("by", "recorded") in reader.query


def test_the_first_stop_of_the_tab_key_skips_to_the_answer(scriptless):
    page = scriptless.page
    page.goto(f"{scriptless.home}/{LINK}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#answer"


@pytest.mark.parametrize("path", PATHS)
def test_the_live_page_takes_its_place_and_leaves_nothing_behind(reader, path):
    reader.open(path)
    page = reader.page
    assert page.locator("#snapshot, #snapshot-style").count() == 0
    assert page.evaluate("document.documentElement.className") == "can-copy"  # what it can do
    assert page.locator("#root .foot").is_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_the_live_page_takes_over(browser, server, width):
    marks = {"headline": ".brief .headline", "figures": ".figures", "chips": ".chips"}
    with reading(browser, server, width=width, height=1000, java_script_enabled=False) as before:
        before.page.goto(f"{before.home}/{LINK}")
        stood = {name: top(before.page, mark) for name, mark in marks.items()} | {
            "map": top(before.page, ".map-svg")
        }
    with reading(browser, server, width=width, height=1000) as after:
        after.open(LINK)
        stands = {name: top(after.page, mark) for name, mark in marks.items()} | {
            "map": top(after.page, ".st-key-map-figure")
        }
    assert stands == pytest.approx(stood, abs=3)


def test_a_reader_at_the_table_stays_at_the_table(reader):
    page = reader.page
    page.goto(f"{reader.home}/{LINK}")
    page.locator("#snapshot .letters-section h2").evaluate("heading => heading.scrollIntoView()")
    reader.settle()
    page.wait_for_timeout(300)
    assert -100 <= top(page, ".st-key-letters") <= 100


def test_while_the_app_cannot_connect_the_answer_stays(held):
    page = held.page
    page.goto(f"{held.home}/{LINK}")
    page.wait_for_selector("#root .stApp", state="attached")
    page.wait_for_timeout(2000)
    assert page.locator("#snapshot h1").is_visible()
    assert page.locator("#snapshot table.letters tbody tr").count() == 23
    assert page.locator("[role=dialog]:visible").count() == 0


def test_the_print_page_is_white_complete_and_runs_nothing(browser, server, dataset):
    with reading(browser, server, width=1000, height=1000, color_scheme="dark") as reader:
        page = reader.page
        page.goto(f"{reader.home}/{LINK}&print=true")
        page.emulate_media(media="print")
        view = Filters(round="2018-01", as_of="2018-01-25").apply(dataset)
        cited = {source for sources in view.letters["sources"] for source in sources}
        cited |= {source for claim in view_brief(view).claims for source in claim.sources}
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.locator("table.letters tbody tr:visible").count() == 23
        assert page.locator(".sources li:visible").count() == len(cited)
        assert page.locator("script").count() == 0
        assert LINK in page.locator("header").inner_text()
        table = page.locator("table.letters").bounding_box()
        assert table["x"] + table["width"] <= 1001


@pytest.mark.parametrize("path", PATHS)
def test_whoever_asks_by_command_line_has_the_answer(server, path):
    with urllib.request.urlopen(f"{server}/{path}") as answer:
        html = answer.read().decode()
    assert "<h1" in html.partition('<div id="root">')[0]
    assert '<meta property="og:title"' in html


def test_an_unknown_page_says_so(reader):
    answer = reader.page.goto(f"{reader.home}/nothing")
    assert answer.status == 404
    assert "no such page" in reader.page.locator("h1").inner_text()
    reader.page.locator("nav a", has_text="Cases").click()
    reader.settle()


def test_the_console_is_silent_about_the_policy_while_a_reader_works(reader):
    """The fixture holds that nothing was refused: filters, map, table and grid."""
    reader.open(LINK)
    page = reader.page
    page.locator(".st-key-filter-as_of input").first.focus()
    page.locator(".st-key-map").hover()
    page.locator(".st-key-grid label").first.click()
    page.wait_for_selector(".st-key-letters [data-testid=stDataFrame]")


def top(page, selector):
    return page.locator(selector).first.bounding_box()["y"]
