"""The dates behind the words of a letter's standing."""

from datetime import date

import pytest

from builders import a_case, a_dataset, a_letter, an_event, shipped
from tracker.dates import PartialDate
from tracker.letters import letters_on
from tracker.row_types import LetterOnDay, typed_rows
from tracker.standing import outcomes_before, since_when
from tracker.vocabulary import Answer, Court, Doj

JACKSON = a_letter(jurisdiction_id="jackson-ms")
DAY = date(2026, 11, 26)


def of_jackson(dataset, day=DAY, **tables):
    small = a_dataset(dataset, **({"letters": [JACKSON], "events": [], "cases": []} | tables))
    (letter,) = [
        row for row in typed_rows(letters_on(small, day), LetterOnDay) if row["round_id"] == "2018-01"
    ]
    return since_when(small, letter, day)


def test_nothing_on_record_has_no_date(dataset):
    when = of_jackson(dataset, date(2018, 3, 1))
    assert (when.answer, when.doj, when.court) == ("", "", "")


def test_an_answer_has_its_date_as_precise_as_it_is_known(dataset):
    answer = an_event(type="response_sent", date="2018-02", jurisdiction_id="jackson-ms")
    assert of_jackson(dataset, events=[answer]).answer == "2018-02"
    assert of_jackson(dataset, date(2018, 2, 27), events=[answer]).answer == ""


def test_the_end_of_the_program_and_a_clearance_before_it(dataset):
    cleared = an_event(type="cleared", date="2018-04-12", jurisdiction_id="jackson-ms")
    assert of_jackson(dataset).doj == "2021-04"
    assert of_jackson(dataset, events=[cleared]).doj == "2018-04-12"


def test_a_further_demand_has_the_day_of_its_letter(dataset):
    first = a_letter(jurisdiction_id="jackson-ms", round_id="2017-11", sent_on="2017-11-15")
    small = a_dataset(dataset, letters=[first, JACKSON], events=[], cases=[])
    day = date(2018, 3, 1)
    letters = typed_rows(letters_on(small, day), LetterOnDay)
    assert [letter["doj"] for letter in letters] == [Doj.NOTHING_SINCE, Doj.FOLLOW_UP]
    assert [since_when(small, letter, day).doj for letter in letters] == ["", "2018-01-24"]


@pytest.mark.parametrize(
    ("cells", "word", "when"),
    [
        ({}, Court.PENDING, "2018-03-06"),
        ({"outcome_for": "place", "decided_on": "2019-02"}, Court.WON_BY_PLACE, "2019-02"),
        ({"outcome_for": "agreement", "decided_on": "2019-03-01"}, Court.SETTLED, "2019-03-01"),
        ({"ended_on": "2019-04-01"}, Court.ENDED_OTHERWISE, "2019-04-01"),
    ],
)
def test_a_case_has_the_date_of_what_its_word_says(dataset, cells, word, when):
    case = a_case(filed_on="2018-03-06", jurisdictions="jackson-ms", **cells)
    small = a_dataset(dataset, letters=[JACKSON], events=[], cases=[case])
    (letter,) = typed_rows(letters_on(small, DAY), LetterOnDay)
    assert letter["court"] == word
    assert since_when(small, letter, DAY).court == when


@pytest.mark.parametrize(
    ("cells", "before"),
    [
        ({"outcome_for": "place", "decided_on": "2017-12"}, "2017-12"),
        ({"ended_on": "2017-12-20"}, "2017-12-20"),
        ({"outcome_for": "place", "decided_on": "2018-01-24"}, None),
        ({"outcome_for": "place", "decided_on": "2018-02"}, None),
        ({}, None),
    ],
)
def test_what_the_courts_said_before_a_letter_is_told_from_what_they_said_of_it(dataset, cells, before):
    case = a_case(filed_on="2017-08-01", jurisdictions="jackson-ms", round_id="2018-01", **cells)
    small = a_dataset(dataset, letters=[JACKSON], events=[], cases=[case])
    assert outcomes_before(small, DAY).get(("2018-01", "jackson-ms")) == before


def test_every_outcome_before_a_letter_is_that_of_its_word_in_the_published_data():
    dataset = shipped()
    before = outcomes_before(dataset, DAY)
    for letter in typed_rows(letters_on(dataset, DAY), LetterOnDay):
        when, is_open = since_when(dataset, letter, DAY).court, letter["court"] == Court.PENDING
        is_older = bool(when) and not is_open and PartialDate.parse(when).latest < letter["sent_on"].date()
        assert before.get((letter["round_id"], letter["jurisdiction_id"])) == (when if is_older else None)
    assert before


def test_every_word_that_says_something_happened_has_a_date_in_the_published_data():
    dataset = shipped()
    silent = {Answer.AWAITED, Answer.NONE_ON_RECORD, Doj.NOTHING_SINCE, Court.NO_CASE}
    for letter in typed_rows(letters_on(dataset, DAY), LetterOnDay):
        when = since_when(dataset, letter, DAY)
        for word, text in ((letter["answer"], when.answer), (letter["doj"], when.doj)):
            assert bool(text) == (word not in silent), (letter["round_id"], letter["jurisdiction_id"], word)
        assert letter["court"] not in silent or when.court == ""
