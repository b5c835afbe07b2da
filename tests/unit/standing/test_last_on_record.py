"""The last thing on record about a letter, and when counting its days stops."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_case, an_event, shipped
from tracker.letters import letters_on
from tracker.standing.counting import shared_deadline_words

DATASET = shipped()


def test_at_first_the_letter_itself_is_last(stands):
    row = stands("2018-01-24")
    assert (row["since_on"], row["since_label"]) == ("2018-01-24", "Letter sent")


def test_an_event_then_the_end_of_the_program(stands):
    events = [an_event(summary="Said so.")]
    row = stands("2018-02-14", events)
    assert (row["since_on"], row["since_label"], row["since"]) == ("2018-02-14", "Statement", "Said so.")
    assert stands("2021-04-30", events)["since_label"] == "Program ended"


@pytest.mark.parametrize(
    ("vague", "last"),
    [("2018-02", "On Feb. 14."), ("2018-02-15/2018-02-28", "Vague."), ("2018-02-14/2018-02-28", "Vague.")],
    ids=["the month around it", "a range after it", "a range from it on"],
)
def test_an_exact_day_outranks_the_month_around_it(stands, vague, last):
    """A statement of May 2026 stood as later than the suit of May 28."""
    events = [
        an_event(event_id="exact", date="2018-02-14", summary="On Feb. 14."),
        an_event(event_id="vague", date=vague, summary="Vague."),
    ]
    assert stands("2018-03-01", events)["since"] == last
    assert stands("2018-02-27", events)["since"] == "On Feb. 14."


def test_after_a_clearance_the_end_of_the_program_is_no_news(stands):
    assert stands("2022-01-01", [an_event(type="cleared")])["since_label"] == "Cleared by DOJ"


def test_an_event_in_a_case_that_bears_on_the_letter_counts(stands):
    ruling = an_event(type="ruling", round_id="", case_id="other", date="2018-03-01")
    case = a_case(case_id="other", round_id="")
    assert stands("2018-03-01", [ruling], [case])["since_label"] == "Court decision"
    assert stands("2018-03-01", [ruling], [case | {"concerns": "records"}])["since_label"] == "Letter sent"


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("response_sent", "answered on time"),
        ("declined", "refused"),
        ("cleared", "cleared by DOJ"),
        ("settlement", "agreement on record"),
        ("delisted", "taken off DOJ’s list"),
        ("statement", "5 days past"),
        ("response_promised", "5 days past"),
    ],
)
def test_days_are_counted_until_something_came_of_the_letter(stands, type_, words):
    row = stands("2018-02-28", [an_event(type=type_)])
    assert row["deadline_words"] == words
    assert (str(row["days"]) == "-5") == ("past" in words)


def test_days_are_not_counted_after_the_program(stands):
    assert stands("2021-04-29")["deadline_words"] == "1,161 days past"
    assert stands("2021-04-30")["deadline_words"] == "program ended, no answer on record"


def test_letters_with_one_deadline_share_words_only_while_any_is_counted(dataset):
    letters = letters_on(dataset, date(2018, 3, 1))
    own = letters[letters["round_id"] == "2018-01"]
    assert shared_deadline_words(own) == "6 days past"
    assert shared_deadline_words(own[own["days"].isna()]) == "answered on time"
    over = letters_on(dataset, date(2026, 11, 26))
    assert shared_deadline_words(over[over["round_id"] == "2018-01"]) == ""


@settings(max_examples=30)
@given(st.dates(date(2017, 5, 1), date(2027, 1, 1)))
def test_nobody_who_answered_reads_days_past_and_all_have_a_last_thing(day):
    letters = letters_on(DATASET, day)
    done = letters["answered"] | letters["doj"].isin(["cleared", "grant_paid", "program_ended"])
    assert not letters.loc[done, "deadline_words"].str.contains("past|left").any()
    assert letters.loc[done, "days"].isna().all()
    assert (letters[["since_on", "since_label", "since"]] != "").all(axis=None)
