"""What happened in a view: the same rows as the page, dated by when they count, in plain words."""

from datetime import date

import pytest

from builders import a_correction, a_dataset
from tracker import Filters
from tracker.exports.happenings import CORRECTION, DEADLINE, EVENT, LETTER, happenings
from tracker.exports.rows import public_rows

VIEWS = [
    "as_of=2026-11-25",
    "as_of=2018-01-25",
    "round=2018-01&state=CA&as_of=2018-01-25",
    "round=2017-11&as_of=2018-01-25",
    "status=cleared&as_of=2018-12-31",
    "region=South&as_of=2020-01-01",
    "kind=county&as_of=2020-01-01",
    "due_from=2018-02-01&due_to=2018-03-01&as_of=2018-03-01",
    "q=nothing+of+the+kind&as_of=2018-03-01",
]


def select(dataset, query):
    filters, refused = Filters.parse(query, dataset)
    assert refused == ()
    return filters.apply(dataset)


def found(dataset, query, kind):
    return [one for one in happenings(select(dataset, query)) if one.key[0] == kind]


@pytest.mark.parametrize("query", VIEWS)
def test_the_letters_are_those_of_the_view(dataset, query):
    letters = select(dataset, query).letters
    assert {one.key[1:] for one in found(dataset, query, LETTER)} == set(
        zip(letters["round_id"], letters["jurisdiction_id"], strict=True)
    )


@pytest.mark.parametrize("query", VIEWS)
def test_the_events_are_the_public_rows(dataset, query):
    rows = public_rows("events", select(dataset, query)).records
    assert {one.key[1] for one in found(dataset, query, EVENT)} == {row["event_id"] for row in rows}


@pytest.mark.parametrize("query", VIEWS)
def test_nothing_lies_after_the_day_and_the_newest_stands_first(dataset, query):
    selection = select(dataset, query)
    days = [one.day for one in happenings(selection)]
    assert days == sorted(days, reverse=True)
    assert all(day <= selection.as_of for day in days)


def test_california_in_january_2018_is_nine_places(dataset):
    query = "round=2018-01&state=CA&as_of=2018-01-25"
    places = select(dataset, query).places["jurisdiction_id"]
    assert len(places) == 9
    assert {one.jurisdiction_id for one in happenings(select(dataset, query))} == set(places)


def test_a_deadline_passes_on_the_day_after_it(dataset):
    query = "round=2018-01&q=Jackson"
    assert found(dataset, f"{query}&as_of=2018-02-23", DEADLINE) == []
    (passed,) = found(dataset, f"{query}&as_of=2018-02-24", DEADLINE)
    assert passed.day == date(2018, 2, 24)
    assert passed.title == "Jackson, Mississippi: Deadline passed"
    assert passed.summary == (
        "The deadline of Feb. 23, 2018, passed. Status on the day after: "
        "Deadline passed, no answer on public record."
    )


def test_a_letter_is_told_with_its_addressee_and_its_deadline(dataset):
    (letter,) = found(dataset, "round=2018-01&q=Jackson&as_of=2018-01-25", LETTER)
    assert letter.title == "Jackson, Mississippi: Letter sent"
    assert letter.summary == (
        "DOJ wrote to Jackson, Mississippi, in a letter dated Jan. 24, 2018; it was addressed to Mayor "
        "Chokwe Antar Lumumba. The letter asked for an answer by Feb. 23, 2018."
    )


def test_an_imprecise_date_counts_from_its_latest_day_and_stays_imprecise_in_words(dataset):
    (answer,) = (
        one
        for one in found(dataset, "q=Albany&as_of=2018-01-25", EVENT)
        if one.key[1] == "albany-ny:2017:response_sent"
    )
    assert answer.day == date(2018, 1, 25)
    assert answer.summary.startswith("Between Nov. 15, 2017, and Jan. 25, 2018: ")


def test_a_correction_is_told_with_what_it_changed_and_why(dataset):
    corrected = a_dataset(dataset, corrections=[a_correction()])
    (correction,) = found(corrected, "q=Jackson&as_of=2026-12-01", CORRECTION)
    assert correction.key == (CORRECTION, "2026-12-01", "letters", "2018-01 + jackson-ms", "addressee")
    assert correction.title == "Jackson, Mississippi: Correction"
    assert correction.summary == (
        "Addressee of 2018-01 + jackson-ms (letters) is “Chokwe Antar Lumumba, Mayor”, "
        "no longer “Tony Yarber, Mayor”. The letter names the mayor in office."
    )


@pytest.mark.parametrize("query", ["q=Jackson&as_of=2026-11-30", "state=CA&as_of=2026-12-01"])
def test_a_correction_of_another_place_or_another_day_is_left_out(dataset, query):
    assert found(a_dataset(dataset, corrections=[a_correction()]), query, CORRECTION) == []


def test_a_correction_of_a_round_belongs_to_every_view(dataset):
    row = a_correction(table="rounds", row="2018-01", column="demand", old="", new="Documents.")
    (correction,) = found(a_dataset(dataset, corrections=[row]), "state=CA&as_of=2026-12-01", CORRECTION)
    assert correction.title == "Correction"
    assert correction.jurisdiction_id == ""
    assert "is “Documents.”, no longer empty." in correction.summary


def test_no_key_is_used_twice(dataset):
    keys = [one.key for one in happenings(select(dataset, "as_of=2026-11-25"))]
    assert len(keys) == len(set(keys))
