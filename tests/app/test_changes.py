"""The changes page as Streamlit's own test harness sees it."""

import pytest

from visiting import html

SPRING = {"from": "2018-01-23", "to": "2018-04-13"}


def test_a_link_sets_the_days_and_tells_what_changed(visit):
    at = visit(**SPRING)
    assert not at.exception
    assert str(at.date_input(key="changes-from").value) == "2018-01-23"
    assert str(at.date_input(key="changes-to").value) == "2018-04-13"
    assert "went to 23 jurisdictions" in html(at)


def test_without_days_the_last_year_is_told(visit):
    at = visit(as_of="2018-04-13")
    assert not at.exception
    assert str(at.date_input(key="changes-from").value) == "2017-04-13"
    assert str(at.date_input(key="changes-to").value) == "2018-04-13"


def test_by_recording(visit):
    at = visit(by="recorded", **SPRING)
    assert not at.exception
    assert "What entered the record" in html(at)
    assert "No letter, event, court case or correction" in html(at)


def test_days_the_other_way_round_are_swapped_in_the_widgets_too(visit):
    at = visit(**{"from": SPRING["to"], "to": SPRING["from"]})
    assert str(at.date_input(key="changes-from").value) == SPRING["from"]
    assert str(at.date_input(key="changes-to").value) == SPRING["to"]
    assert "the other way round" in html(at)


def test_options_count_the_letters_of_the_second_day(visit, dataset):
    at = visit(**SPRING)
    assert at.pills(key="filter-round").options[0] == "All"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"from": "<b>x</b>"}, "is not a day like 2018-01-24"),
        ({"to": "1999-01-01"}, "is not a day from 2000 to 2099"),
        ({"by": "moon"}, "“by” takes “happened” or “recorded”"),
        ({"version": "2020.01.01"}, "no such version is known"),
    ],
)
def test_what_means_nothing_is_named_once_and_escaped(visit, query, reason):
    at = visit(**query)
    assert not at.exception
    assert html(at).count(reason) == 1
    assert "<b>x</b>" not in html(at)
