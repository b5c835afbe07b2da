"""What a reader's words lead to is on record by the day, and its page shows it."""

from datetime import date

import pytest

from tracker.casefilters import CaseFilters
from tracker.filters import Filters
from tracker.hits import LONGEST, MOST, PLACE, find_hits
from tracker.pages import emptiness

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("words", "sort", "label"),
    [
        ("jackson", PLACE, "Jackson, MS"),
        ("lumumba", "Written to", "Mayor Chokwe Antar Lumumba, Jackson, MS"),
        ("jan 2018 subpoena", "Round", "Jan. 2018: 23 jurisdictions: document demand, subpoena if unmet"),
        ("18cv805", "Court case", "California’s records suit against DOJ, no. 3:18-cv-00805"),
    ],
)
def test_the_first_match_of_words_is_what_they_name(dataset, words, sort, label):
    (first, *_) = find_hits(dataset, words, TODAY)
    assert (first.sort, first.label) == (sort, label)


def test_a_place_goes_before_all_that_is_told_of_it(dataset):
    sorts = [hit.sort for hit in find_hits(dataset, "chicago", TODAY)]
    assert sorts[0] == PLACE
    assert {"Court case", "Event"} <= {*sorts}
    assert max(sorts.count(sort) for sort in {*sorts} - {PLACE}) == MOST
    assert sorts == sorted(sorts, key=sorts.index)


def test_nothing_later_than_the_day_is_found(dataset):
    hits = find_hits(dataset, "court", date(2018, 1, 25))
    assert hits
    assert not any("2025" in hit.label or "2026" in hit.label for hit in hits)
    assert not [hit for hit in find_hits(dataset, "plates", date(2018, 1, 25)) if hit.sort != PLACE]


def test_every_match_of_a_case_leads_to_it(dataset):
    for words in ("grants", "plates", "sessions", "17-17478"):
        for hit in find_hits(dataset, words, TODAY):
            if hit.sort == "Court case":
                cases = CaseFilters(q=hit.values["q"]).apply(dataset, TODAY)
                assert any(hit.label.startswith(name) for name in cases["name"])


@pytest.mark.parametrize("words", ["", "  ", "...", "qwertyuiop"])
def test_nonsense_finds_nothing(dataset, words):
    assert find_hits(dataset, words, TODAY) == ()


def test_an_event_is_cut_at_a_word(dataset):
    for hit in find_hits(dataset, "court", TODAY):
        if hit.sort == "Event":
            assert len(hit.label.partition(": ")[2]) <= LONGEST + 2


def test_a_search_that_no_letter_answers_offers_what_else_the_words_mean(dataset):
    selection = Filters(q="18-cv-805").apply(dataset, TODAY)
    assert selection.letters.empty
    told = emptiness(selection)
    assert "Court case: California’s records suit against DOJ" in told
    assert 'href="cases?q=3%3A18-cv-00805"' in told
