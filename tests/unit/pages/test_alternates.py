"""The links to follow a view are there to see, and lead to exactly that view."""

import re
from datetime import date

import pytest

from tracker import Filters
from tracker.address import Address
from tracker.exports.view import View
from tracker.language.datewords import unbroken
from tracker.pages.alternates import follow_links
from tracker.pages.site import view_of

FILTERED = "the letters that the filters pick"
CHOSEN = "the letters and court cases of the rounds or places chosen"


def links(html):
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_feed_and_calendar_of_the_view_are_linked(dataset):
    selection = Filters.parse("round=2018-01&state=CA&as_of=2018-01-25", dataset)[0].apply(dataset)
    query = "round=2018-01&amp;state=CA&amp;as_of=2018-01-25"
    html = follow_links(View("letters", selection))
    assert links(html) == [
        (f"feed.atom?{query}", "Feed of changes"),
        (f"feed.json?{query}", "The same feed as JSON"),
        (f"deadlines.ics?{query}", "Calendar of deadlines"),
    ]
    assert unbroken("all stay as of Jan. 25, 2018") in html


@pytest.mark.parametrize("path", ["changes", "compare", "rounds"])
def test_a_page_of_other_rows_leads_to_the_letters_of_its_filters(dataset, path):
    query = "as_of=2018-01-25" if path == "rounds" else "state=CA"
    html = follow_links(view_of(path, Address.parse(query, dataset), dataset, date(2026, 11, 26)))
    assert [link for link, _ in links(html)] == [
        f"{name}?{query}" for name in ("feed.atom", "feed.json", "deadlines.ics")
    ]
    assert "Follow the letters that the filters pick:" in html


@pytest.mark.parametrize(
    ("path", "query", "followed", "said"),
    [
        ("rounds", "from=2017-11&to=2018-01", "?round=2017-11&amp;round=2018-01", FILTERED),
        ("cases", "", "", "all letters and court cases"),
        ("cases", "outcome_for=place&q=Sessions", "", "all letters and court cases"),
        ("cases", "place=chicago-il", "?id=chicago-il", CHOSEN),
        ("cases", "round=2018-01", "?round=2018-01", CHOSEN),
    ],
)  # fmt: skip
def test_rounds_compared_and_court_cases_are_followed_by_their_letters(dataset, path, query, followed, said):
    html = follow_links(view_of(path, Address.parse(query, dataset), dataset, date(2026, 11, 26)))
    assert [link for link, _ in links(html)] == [
        f"{name}{followed}" for name in ("feed.atom", "feed.json", "deadlines.ics")
    ]
    assert f"Follow {said}:" in html


def test_a_live_view_is_followed_as_it_changes(dataset):
    html = follow_links(View("letters", Filters().apply(dataset)))
    assert [link for link, _ in links(html)] == ["feed.atom", "feed.json", "deadlines.ics"]
    assert "stay" not in html
