"""The front page stands where no filter is set, and tells each round and what is new."""

import re
from datetime import date

import pytest

from tracker.address import Address
from tracker.evidence import inferred, named
from tracker.filters import Filters
from tracker.language.datewords import unbroken
from tracker.pages.front import NEWS, front_html

DAY = date(2026, 7, 1)


def front(dataset, query="", day=DAY):
    address = Address.parse(query, dataset)
    return front_html(address.filters.apply(dataset, day), address)


def test_each_round_is_a_link_to_its_letters_with_a_mark_for_each_place(dataset):
    html = front(dataset)
    letters = Filters().apply(dataset, DAY).letters
    for round_id, group in letters.groupby("round_id"):
        assert f'href="./?round={round_id}"' in html
        assert f"{len(named(group))} letter" in html
        if unnamed := len(inferred(group)):
            assert f"{unnamed} more not named by a source" in html
    assert html.count('style="left:') == len(letters.drop_duplicates(["round_id", "jurisdiction_id"]))


def test_what_is_new_says_when_it_was_recorded(dataset):
    assert front(dataset).count("Recorded ") == NEWS


@pytest.mark.parametrize("query", ["state=CA", "q=police", "round=2018-01"])
def test_a_view_that_filters_pick_has_none(dataset, query):
    assert front(dataset, query) == ""


def test_on_an_earlier_day_the_next_deadline_is_told_and_nothing_later(dataset):
    html = front(dataset, "as_of=2018-01-25")
    assert "Next deadlines" in html
    assert unbroken("Feb. 23, 2018") in html
    told = re.sub(r"<style>.*?</style>|Recorded [^<]*", "", html, flags=re.DOTALL)
    assert not re.search(r"\b2019\b|2025", told)
