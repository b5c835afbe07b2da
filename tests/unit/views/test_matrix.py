"""The matrix has every letter of the view once, and a place and a round for each cell."""

from datetime import date

import pytest

from tracker import Filters, Status
from tracker.views import matrix as module
from tracker.views.matrix import matrix, matrix_headline

TODAY = date(2026, 11, 25)


@pytest.fixture
def laid_out(dataset):
    def lay_out(query=""):
        filters, _ = Filters.parse(query, dataset)
        return matrix(filters.apply(dataset, TODAY))

    return lay_out


def test_every_letter_is_in_its_cell(dataset, laid_out):
    frame = laid_out().frame
    letters = Filters().apply(dataset, TODAY).letters
    assert (frame != "").to_numpy().sum() == len(letters)
    assert all(
        frame.loc[letter.jurisdiction_id, letter.round_id] == letter.status for letter in letters.itertuples()
    )


def test_rounds_run_from_the_oldest_to_the_newest(laid_out):
    found = laid_out()
    assert list(found.frame.columns)[:2] == ["2017-04", "2017-08-psp"]
    assert list(found.frame.columns)[-1] == "2026-01-minnesota"
    assert list(found.labels) == list(found.names) == list(found.frame.columns)
    assert found.labels["2018-01"] == "Jan. 2018"


def test_places_with_most_letters_come_first_then_by_name(laid_out):
    places = laid_out().places
    counts = places["letter_count"]
    assert counts.is_monotonic_decreasing
    assert all(group["name"].is_monotonic_increasing for _, group in places.groupby("letter_count"))


def test_rows_and_places_stand_in_the_same_order(laid_out):
    found = laid_out("state=CA")
    assert list(found.frame.index) == list(found.places["jurisdiction_id"])


def test_only_rounds_of_the_view_are_columns(laid_out):
    assert list(laid_out("round=2018-01").frame.columns) == ["2018-01"]


def test_the_statuses_in_it_are_in_the_order_of_the_vocabulary(laid_out):
    assert laid_out("round=2018-01").statuses == (Status.ANSWERED, Status.CLEARED, Status.LAPSED)


def test_an_empty_view_is_an_empty_matrix(laid_out):
    found = laid_out("q=nosuchword")
    assert found.frame.shape == (0, 0)
    assert found.statuses == ()


def test_every_status_has_its_own_short_words():
    assert len({status.short for status in Status}) == len(Status)


def test_of_too_many_rounds_the_newest_and_of_too_many_places_those_with_most_letters_are_laid_out(
    dataset, laid_out, monkeypatch
):
    whole = laid_out()
    monkeypatch.setattr(module, "MOST_ROUNDS", 4)
    monkeypatch.setattr(module, "MOST_PLACES", 7)
    part = laid_out()
    assert list(part.labels) == list(whole.labels)[-4:]
    assert len(part.places) == 7
    assert (part.frame != "").any(axis=1).all()
    assert part.places["letter_count"].is_monotonic_decreasing
    letters = Filters().apply(dataset, TODAY)
    assert part.left_out == len(letters.letters) - (part.frame != "").to_numpy().sum()
    assert whole.left_out == 0
    assert "more letters are left out" in matrix_headline(letters)
