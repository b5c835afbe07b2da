"""Days are read out of a reader's words in any usual form, and never where they are not all there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language.datereading import Span, read_span
from tracker.language.datewords import ap_date, month_in_words, span

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
HALF_A_YEAR = Span(date(2018, 1, 1), date(2018, 6, 30))


@pytest.mark.parametrize(
    "words",
    [
        "Jan. 1 to June 30, 2018",
        "Jan. 1, 2018, to June 30, 2018",
        "january 1st through june 30th 2018",
        "1 January to 30 June 2018",
        "from 1 January 2018 until 30 June 2018",
        "between January 2018 and June 2018",
        "Jan-June 2018",
        "January – June, 2018",
        "2018-01-01..2018-06-30",
        "2018-01-01 to 2018-06-30",
        "2018-01-01 2018-06-30",
        "2018-01/2018-06",
        "1/1/2018 - 6/30/2018",
    ],
)
def test_half_a_year_in_many_forms(words):
    assert read_span(words) == (HALF_A_YEAR, "")
    for text in (f"California, {words}", f"{words} California", f"California {words}?"):
        assert read_span(text) == (HALF_A_YEAR, "California")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("in Feb. 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("on Jan. 24, 2018", date(2018, 1, 24), date(2018, 1, 24)),
        ("Sept 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("2017-18", date(2017, 1, 1), date(2018, 12, 31)),
        ("2017-2018", date(2017, 1, 1), date(2018, 12, 31)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("Dec. 15 to Jan. 20, 2018", date(2017, 12, 15), date(2018, 1, 20)),
        ("May 2018 to July", date(2018, 5, 1), date(2018, 7, 31)),
        ("since March 2025", date(2025, 3, 1), None),
        ("from 2025-01-20", date(2025, 1, 20), None),
    ],
)
def test_spans_of_one_date_and_of_two(words, first, last):
    assert read_span(words) == (Span(first, last), "")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "jackson",
        "may",
        "Jan. 1 to June 30",
        "section 1373",
        "17-17478",
        "3:18-cv-00805",
        "2018-13",
        "Feb. 30, 2018",
        "June 2018 to January 2018",
        "2017 2018",
        "Jan. 1 or June 30, 2018",
        "2017 to 2018 to 2019",
        "mayor 20180",
    ],
)
def test_nothing_is_read_where_days_or_a_year_are_missing(words):
    assert read_span(words) is None


@given(DAYS, st.integers(0, 5000), st.sampled_from(["", "Illinois", "West Palm Beach, FL"]))
def test_every_span_as_pages_write_it_is_read_back(first, length, place):
    last = min(first + timedelta(length), date(2099, 12, 31))
    assert read_span(f"{place} {span(first, last)}") == (Span(first, last), place)
    assert read_span(f"{first}..{last} {place}") == (Span(first, last), place)
    assert read_span(f"{place} since {ap_date(first)}") == (Span(first, None), place)


@given(DAYS)
def test_a_month_is_read_as_all_of_its_days(day):
    (read, _) = read_span(month_in_words(day))
    assert read.first.day == 1
    assert read.first <= day <= read.last
    assert (read.last + timedelta(1)).day == 1


@given(st.text(max_size=60))
def test_no_text_is_an_error(text):
    read_span(text)


def test_the_end_of_a_name_is_no_word_before_days():
    assert read_span("Marin 2018") == (Span(date(2018, 1, 1), date(2018, 12, 31)), "Marin")
    assert read_span("Boston since 2018") == (Span(date(2018, 1, 1), None), "Boston")
