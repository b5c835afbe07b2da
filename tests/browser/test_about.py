"""The about page in a real browser."""

import pytest

pytestmark = pytest.mark.browser

RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
AT_THE_TOP = """anchor => {
    const top = document.getElementById(anchor).getBoundingClientRect().top;
    return top >= 0 && top < 200;
}"""


def test_the_contents_lead_to_their_parts(reader):
    reader.open("about?as_of=2018-01-25")
    reader.page.locator(".contents a", has_text="The rules of the status").click()
    reader.page.wait_for_function(AT_THE_TOP, arg="the-rules-of-the-status")
    assert ("as_of", "2018-01-25") in reader.query


def test_the_masthead_keeps_the_day(reader):
    reader.open("about?as_of=2018-01-25")
    reader.page.locator(".st-key-masthead a", has_text="Cases").click()
    reader.page.wait_for_selector(".brief:has-text('as of Jan. 25, 2018')")
    reader.wait_for_query(("as_of", "2018-01-25"))


def test_on_a_phone_every_part_is_there_and_nothing_runs_off_the_side(phone):
    phone.open("about")
    for anchor in (
        "coverage-in-numbers",
        "the-rules-of-the-status",
        "words-and-what-they-mean",
        "corrections",
    ):
        assert phone.page.locator(f"#{anchor}").is_visible()
    assert not phone.page.evaluate(RUNS_OFF)
