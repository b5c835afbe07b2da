"""The cases page as Streamlit's own test harness sees it."""

import pytest

from tracker.language.words import number_in_words
from visiting import html


@pytest.fixture
def all_cases(dataset):
    """How a headline begins that speaks of all cases on record."""
    return f"{number_in_words(len(dataset.cases)).capitalize()} court cases"


def test_the_page_opens_on_all_cases(visit, all_cases):
    at = visit()
    assert not at.exception
    assert all_cases in html(at)
    assert at.selectbox(key="cases-place").value is None
    assert at.selectbox(key="cases-ended").value == ""


def test_a_link_sets_every_control(visit):
    at = visit(place="west-palm-beach-fl", round=["2018-01"], ended="no", as_of="2018-03-01")
    assert not at.exception
    assert at.selectbox(key="cases-place").value == "west-palm-beach-fl"
    assert at.multiselect(key="cases-round").value == ["2018-01"]
    assert at.selectbox(key="cases-ended").value == "no"
    assert str(at.date_input(key="filter-as_of").value) == "2018-03-01"
    assert "One court case names West Palm Beach, Florida," in html(at)


def test_each_option_says_how_many_cases_it_would_give(visit):
    options = visit(place="boston-ma").selectbox(key="cases-ended").options
    words, counts = zip(*(option.rstrip(")").split(" (") for option in options), strict=True)
    assert words == ("All", "End on record", "No end on record")
    assert int(counts[0]) == int(counts[1]) + int(counts[2]) > 0


def test_words_are_kept_in_the_link(visit):
    at = visit()
    at.text_input(key="cases-words").set_value(" 18cv805 ").run()
    assert at.query_params["q"] == "18cv805"
    assert "One court case has" in html(at)


@pytest.mark.parametrize(
    ("control", "value", "key", "written"),
    [
        ("cases-place", "boston-ma", "place", "boston-ma"),
        ("cases-ended", "yes", "ended", "yes"),
        ("cases-outcome_for", "place", "outcome_for", "place"),
        ("cases-sort", "court", "sort", "court"),
        ("cases-ended", "", "ended", None),
    ],
)
def test_a_control_writes_the_link(visit, control, value, key, written):
    at = visit(ended="no", as_of="2026-01-01")
    at.selectbox(key=control).set_value(value).run()
    assert not at.exception
    assert at.query_params.get(key) == written
    assert at.query_params["as_of"] == "2026-01-01"


def test_an_empty_choice_keeps_its_controls(visit):
    at = visit(place="jackson-ms", ended="yes")
    assert not at.exception
    assert at.selectbox(key="cases-place").value == "jackson-ms"
    assert "No such case is on record" in html(at)


@pytest.mark.parametrize(
    "query",
    [
        {"ended": "maybe"},
        {"outcome_for": "us"},
        {"filed_in": "Cook County"},
        {"place": "<b>x</b>"},
        {"round": "1999-01"},
    ],
)
def test_a_part_that_means_nothing_is_named_once_and_escaped(visit, all_cases, query):
    at = visit(**query)
    assert not at.exception
    assert html(at).count("; ignored") == 1
    assert "<b>x</b>" not in html(at)
    assert all_cases in html(at)
