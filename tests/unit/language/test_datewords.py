"""Days and imprecise dates are written as AP does, at the precision they have."""

from datetime import date

import pytest

from tracker.dates import PartialDate
from tracker.language.datewords import (
    ap_date,
    date_in_cell,
    date_in_words,
    dates_to_ap,
    days_apart,
    days_left,
    due_in_words,
    month_in_words,
    short_month,
    span,
    unbroken,
    when,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-01-24", "Jan. 24, 2018"),
        ("2017-12", "December 2017"),
        ("2020-02", "February 2020"),
        ("2017", "2017"),
        ("2017-12-01/2018-01-24", "between Dec. 1, 2017, and Jan. 24, 2018"),
        ("2018-05-28/2018-06", "between May 28, 2018, and June 2018"),
        ("2017-06/2017-07", "between June 2017 and July 2017"),
        ("2017/2018", "between 2017 and 2018"),
        ("2026-05-28/2026-05-29", "May 28 or 29, 2026"),
        ("2026-05-31/2026-06-01", "between May 31, 2026, and June 1, 2026"),
    ],
)
def test_a_date_keeps_its_precision_in_words(text, words):
    assert date_in_words(PartialDate.parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-01-24", "Jan. 24, 2018"),
        ("2019-02", "February 2019"),
        ("2019", "2019"),
        ("2017-12-01/2018-01-24", "Dec. 1, 2017 to Jan. 24, 2018"),
        ("", ""),
    ],
)
def test_a_cell_keeps_the_precision_of_its_date(text, words):
    assert date_in_cell(text) == words


def test_months_are_abbreviated_as_the_associated_press_does():
    written = [ap_date(date(2018, month, 1)).split()[0] for month in range(1, 13)]
    assert " ".join(written) == "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."


def test_a_month_stands_by_itself_without_a_period():
    assert month_in_words(date(2018, 9, 4)) == "September 2018"
    assert short_month(date(2018, 9, 4)) == "Sept. 2018"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (29, "29 days left"),
        (1, "1 day left"),
        (0, "due that day"),
        (-1, "1 day past"),
        (-2, "2 days past"),
        (-3000, "3,000 days past"),
    ],
)
def test_a_deadline_is_so_far_off(days, words):
    assert days_left(days) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2018, 2, 23), "29 days after Jan. 25, 2018"),
        (date(2018, 1, 26), "one day after Jan. 25, 2018"),
        (date(2018, 1, 23), "two days before Jan. 25, 2018"),
    ],
)
def test_two_days_are_so_far_apart(day, words):
    assert days_apart(day, date(2018, 1, 25)) == words


def test_a_deadline_stands_before_how_far_it_is():
    assert due_in_words(date(2018, 2, 23), "29 days left") == "due Feb. 23, 2018, 29 days left"
    assert due_in_words(date(2018, 2, 23), "") == "due Feb. 23, 2018"
    assert due_in_words(None, "no deadline") == "no deadline"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("by 30 June 2017.", "by June 30, 2017."),
        ("dated 13 August, announced 14 August", "dated Aug. 13, announced Aug. 14"),
        ("dated 2 or 3 August 2017", "dated Aug. 2 or 3, 2017"),
        ("in June 2017", "in June 2017"),
        ("until 27 October 2017 to answer", "until Oct. 27, 2017, to answer"),
        ("from 1 May 2017 on (or 2 May 2017)", "from May 1, 2017, on (or May 2, 2017)"),
    ],
)
def test_days_in_the_data_become_ap_days(text, written):
    assert dates_to_ap(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2017-12-08", "on Dec. 8, 2017"),
        ("2017-12", "in December 2017"),
        ("2017", "in 2017"),
        ("2017-12-01/2018-01-24", "between Dec. 1, 2017, and Jan. 24, 2018"),
        ("2017-06/2017-07", "between June 2017 and July 2017"),
    ],
)
def test_a_date_has_its_preposition(text, written):
    assert when(PartialDate.parse(text)) == written


def test_a_span_of_one_day_is_that_day():
    assert span(date(2018, 1, 24), date(2018, 1, 24)) == "Jan. 24, 2018"
    assert span(date(2017, 4, 21), date(2018, 1, 24)) == "April 21, 2017, to Jan. 24, 2018"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a letter dated Jan. 24, 2018.", "a letter dated Jan.~24, 2018."),
        ("between Dec. 1, 2017, and May 3, 2018", "between Dec.~1, 2017, and May~3, 2018"),
        ("May 28 or 29, 2026", "May~28 or 29, 2026"),
        ("in March 2018 he may 5 times", "in March 2018 he may 5 times"),
    ],
)
def test_month_and_day_keep_together(text, kept):
    assert unbroken(text) == kept.replace("~", "\N{NO-BREAK SPACE}")
