"""Answered or not, and in time or not, on what the dates on record allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_dataset, an_event, shipped
from tracker.letters import letters_on
from tracker.standing import ANSWER_RULES, letter_answer
from tracker.standing.answer import IN_HAND, earliest_answer
from tracker.vocabulary import Answer, EventType

DATASET = shipped()
LATER = "2018-12-31"
STEPS = {word: 0 for word in Answer} | {word: 2 for word in IN_HAND}
STEPS |= {Answer.AWAITED: 0, Answer.NONE_ON_RECORD: 1, Answer.PROMISED: 1, Answer.REFUSED: 3}
"""How far along a letter is: an answer never goes back to an earlier step."""


def answered(*dates):
    return [an_event(type="response_sent", date=day) for day in dates]


@pytest.mark.parametrize(
    ("dates", "word"),
    [
        (["2018-02-22"], "on_time"),
        (["2018-02-23"], "on_time"),
        (["2018-02-24"], "late"),
        (["2018-02"], "day_unknown"),
        (["2018-02-24/2018-03-01"], "late"),
        (["2018-01-24/2018-02-23"], "on_time"),
        (["2018"], "day_unknown"),
        (["2018-03-01", "2018-02-20"], "on_time"),
        (["2018-03-01", "2018-02"], "day_unknown"),
    ],
)
def test_an_answer_is_compared_with_the_deadline_on_every_day_it_allows(stands, dates, word):
    assert stands(LATER, answered(*dates))["answer"] == word


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [("response_promised", "promised", "promised"), ("declined", "refused", "refused")],
)
def test_a_promise_and_a_refusal_are_said_before_the_deadline_and_after_it(stands, type_, before, after):
    events = [an_event(type=type_, date="2018-02-01")]
    assert stands("2018-01-31", events)["answer"] == "awaited"
    assert stands("2018-02-01", events)["answer"] == before
    assert stands(LATER, events)["answer"] == after


def test_without_an_answer_the_deadline_decides(stands):
    assert stands("2018-02-23")["answer"] == "awaited"
    assert stands("2018-02-24")["answer"] == "none_on_record"


def test_without_a_deadline_an_answer_is_neither_on_time_nor_late(stands):
    assert stands(LATER, answered("2018-02-01"), deadline_on="")["answer"] == "answered"
    assert stands("2018-01-24", deadline_on="")["answer"] == "none_on_record"


def test_a_statement_is_no_refusal(stands):
    assert stands(LATER, [an_event(type="statement")])["answer"] == "none_on_record"


def test_every_word_has_exactly_one_rule_with_its_reason():
    assert sorted(rule.word for rule in ANSWER_RULES) == sorted(Answer)
    assert all(rule.when.endswith(".") and rule.why.endswith(".") for rule in ANSWER_RULES)


def test_no_label_says_that_a_place_did_not_comply():
    labels = [term.label for vocabulary in (Answer, EventType) for term in vocabulary]
    assert not any("comply" in label for label in labels)


@pytest.mark.parametrize(
    ("day", "tally"),
    [
        ("2018-01-25", {"awaited": 17, "promised": 6}),
        ("2018-02-24", {"none_on_record": 13, "promised": 6, "on_time": 4}),
        ("2018-03-01", {"none_on_record": 13, "promised": 6, "on_time": 4}),
        ("2018-04-30", {"none_on_record": 12, "promised": 5, "on_time": 4, "day_unknown": 2}),
        ("2026-11-26", {"none_on_record": 12, "promised": 5, "on_time": 4, "day_unknown": 2}),
    ],
)
def test_the_letters_of_january_2018(dataset, day, tally):
    words = letter_answer(dataset, date.fromisoformat(day))
    assert words[dataset.letters["round_id"] == "2018-01"].value_counts().to_dict() == tally


def test_burlington_answered_on_the_day_of_its_deadline(dataset):
    letters = letters_on(dataset, date(2026, 11, 26)).set_index(["jurisdiction_id", "round_id"])
    own = letters.loc[("burlington-vt", "2017-11")]
    assert (own["answer"], own["deadline_words"]) == ("on_time", "answered on time")


@settings(max_examples=30)
@given(st.dates(date(2017, 1, 1), date(2027, 1, 1)), st.integers(0, 600))
def test_every_letter_has_one_word_and_moves_only_forward(day, more):
    before, after = (letter_answer(DATASET, each) for each in (day, day + timedelta(more)))
    sent = (DATASET.letters["sent_on"].dt.date <= day).to_numpy()
    assert ((before != "") == sent).all()
    assert (after[sent].map(STEPS) >= before[sent].map(STEPS)).all()


@settings(max_examples=30)
@given(st.dates(date(2017, 1, 1), date(2027, 1, 1)))
def test_what_is_on_time_may_be_on_time(day):
    assert set(earliest_answer(DATASET, day)[letter_answer(DATASET, day) == "on_time"]) <= {"by_deadline"}


def test_a_letter_that_was_refused_is_not_counted_as_answered_at_most():
    events = [*answered("2018-02-14"), an_event(type="declined", date="2018-02-20")]
    data = a_dataset(DATASET, events=events, cases=[])
    letters = data.letters
    of_jackson = (
        (letters["jurisdiction_id"] == "jackson-ms") & (letters["round_id"] == "2018-01")
    ).to_numpy()
    day = date(2018, 4, 1)
    assert set(letter_answer(data, day)[of_jackson]) == {"refused"}
    assert set(earliest_answer(data, day)[of_jackson]) == {"none"}
