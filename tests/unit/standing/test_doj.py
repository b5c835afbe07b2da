"""What DOJ did next, and that the end of a program outlasts a preliminary finding."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_letter, an_event, shipped
from tracker.letters import letters_on
from tracker.standing import DOJ_RULES, ended_undecided, letter_doj
from tracker.status import letter_status
from tracker.vocabulary import Doj

DATASET = shipped()


@pytest.mark.parametrize(
    ("type_", "word", "at_the_end"),
    [
        ("cleared", "cleared", "cleared"),
        ("settlement", "agreement", "agreement"),
        ("delisted", "off_list", "off_list"),
        ("found_noncompliant", "preliminary_finding", "program_ended"),
        ("grant_awarded", "grant_paid", "grant_paid"),
        ("statement", "nothing_since", "program_ended"),
    ],
)
def test_an_act_of_doj_gives_its_word(stands, type_, word, at_the_end):
    events = [an_event(type=type_)]
    assert stands("2018-02-13", events)["doj"] == "nothing_since"
    assert stands("2018-02-14", events)["doj"] == word
    assert stands("2021-04-30", events)["doj"] == at_the_end


def test_a_letter_of_a_round_that_follows_is_a_follow_up(dataset):
    words = {
        day: letter_doj(dataset, date.fromisoformat(day))[
            (dataset.letters["round_id"] == "2017-11") & (dataset.letters["jurisdiction_id"] == "jackson-ms")
        ].item()
        for day in ("2018-01-23", "2018-01-24")
    }
    assert words == {"2018-01-23": "nothing_since", "2018-01-24": "follow_up"}


@pytest.mark.parametrize(("paid_on", "word"), [("2018-01", "program_ended"), ("2019-02", "grant_paid")])
def test_a_grant_told_of_an_earlier_letter_counts_for_a_follow_up_before_it(stands, paid_on, word):
    """DOJ told AP in February 2019 of the 29 of November 2017, most of whom it had written to since."""
    grant = an_event(type="grant_awarded", round_id="2017-11", date=paid_on)
    assert stands("2026-11-26", [grant])["doj"] == word


def test_the_program_of_a_letter_whose_grant_was_paid_ended_undecided(dataset):
    letters = letters_on(dataset, date(2021, 4, 30))
    over = letters[ended_undecided(dataset, letters, date(2021, 4, 30))]
    assert {"grant_paid", "program_ended"} == set(over["doj"])
    before = letters_on(dataset, date(2021, 4, 29))
    assert not ended_undecided(dataset, before, date(2021, 4, 29)).any()


def test_a_letter_of_another_review_is_no_follow_up(stands):
    later = a_letter(
        jurisdiction_id="jackson-ms", round_id="2025-08", sent_on="2025-08-13", deadline_on="2025-08-19"
    )
    assert stands("2025-09-01", letters=[later])["doj"] == "program_ended"


def test_a_finding_is_the_status_until_the_program_ends(dataset):
    own = (dataset.letters["round_id"] == "2017-10") & (
        dataset.letters["jurisdiction_id"] == "philadelphia-pa"
    )
    assert letter_status(dataset, date(2021, 4, 29))[own].item() == "flagged"
    assert letter_status(dataset, date(2021, 4, 30))[own].item() == "lapsed"


def test_every_word_has_exactly_one_rule_with_its_reason():
    assert sorted(rule.word for rule in DOJ_RULES) == sorted(Doj)
    assert all(rule.when.endswith(".") and rule.why.endswith(".") for rule in DOJ_RULES)


@settings(max_examples=30)
@given(st.dates(date(2017, 1, 1), date(2027, 1, 1)))
def test_every_letter_sent_has_one_word(day):
    sent = DATASET.letters["sent_on"].dt.date <= day
    assert ((letter_doj(DATASET, day) != "") == sent).all()
