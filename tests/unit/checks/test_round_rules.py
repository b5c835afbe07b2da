"""Rules between a round and its letters."""

import pytest

from builders import a_letter, add, an_event, edit, found_in, new_in, report_on


def test_fewer_letters_than_announced_is_a_warning(folder):
    edit(folder, "rounds", "2018-01", recipients_announced="24")
    assert found_in(folder) == [("2018-01", "recipients_announced", "recipients")]
    assert report_on(folder).errors == ()


def test_more_letters_than_announced_is_a_warning(folder):
    add(folder, "letters", a_letter())
    assert found_in(folder) == [("2018-01", "recipients_announced", "recipients")]


def test_a_round_without_a_number_may_have_any(folder):
    edit(folder, "rounds", "2018-01", recipients_announced="")
    assert found_in(folder) == []


def test_a_letter_of_background_is_found(folder):
    add(folder, "letters", a_letter(round_id="2025-08-list", sent_on="2025-08-05", deadline_on=""))
    assert found_in(folder) == [("2025-08-list + boston-ma", "round_id", "context-letter")]


def test_an_event_of_a_round_that_wrote_to_others_is_found(folder):
    event = an_event(jurisdiction_id="boston-ma")
    add(folder, "events", event)
    assert found_in(folder) == [(event["event_id"], "round_id", "event-without-letter")]


def test_an_event_of_background_needs_no_letter(folder):
    add(folder, "events", an_event(round_id="2025-08-list", date="2025-09-08"))
    assert found_in(folder) == []


@pytest.mark.parametrize(
    ("column", "day"),
    [("sent_on", "2018-01-25"), ("deadline_on", "2018-02-24"), ("deadline_on", "")],
)
def test_a_letter_unlike_its_round_is_a_warning(folder, column, day):
    edit(folder, "letters", ("2018-01", "berkeley-ca"), **{column: day})
    assert ("2018-01 + berkeley-ca", column, "letter-date") in found_in(folder)
    assert "letter-date" not in {problem.code for problem in report_on(folder).errors}


def test_a_day_that_cannot_be_read_is_not_called_unlike(folder):
    edit(folder, "rounds", "2018-01", deadline_on="2018-02-3O")
    assert found_in(folder) == [("2018-01", "deadline_on", "day")]


@pytest.mark.parametrize("follows", ["2018-01", "2018-04", "2025-08-list"])
def test_a_round_follows_only_rounds_of_letters_before_it(folder, follows):
    edit(folder, "rounds", "2018-01", follows=follows)
    assert found_in(folder) == [("2018-01", "follows", "follows-later-round")]


def test_an_answer_to_no_letter_is_found_with_the_letters_that_it_may_be_to(folder):
    add(folder, "events", an_event(type="response_sent", round_id=""), an_event(round_id=""))
    (problem,) = new_in(folder)
    assert (problem.column, problem.code) == ("round_id", "answer-without-round")
    assert "letters of 2017-11, 2018-01" in problem.message
