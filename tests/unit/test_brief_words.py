import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.brief.addressee import addressed
from tracker.language.words import (
    Brief,
    Claim,
    counted,
    listed_names,
    lower_first,
    number,
    number_in_words,
    sentence,
    share,
)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "zero"),
        (1, "one"),
        (19, "nineteen"),
        (20, "twenty"),
        (23, "twenty-three"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (112, "one hundred twelve"),
        (3197, "three thousand one hundred ninety-seven"),
    ],
)
def test_numbers_are_spelled(count, words):
    assert number_in_words(count) == words


@given(st.integers(0, 9_999_999))
def test_every_number_has_its_own_words(count):
    assert number_in_words(count).replace("-", " ").replace(" ", "").isalpha()
    assert number_in_words(count) != number_in_words(count + 1)


def test_numbers_under_ten_are_in_words_and_others_in_figures():
    assert [number(count) for count in (0, 1, 9, 10, 3197)] == ["zero", "one", "nine", "10", "3,197"]


@pytest.mark.parametrize(
    ("count", "phrase"), [(0, "no letters"), (1, "one letter"), (2, "two letters"), (23, "23 letters")]
)
def test_a_noun_agrees_with_its_number(count, phrase):
    assert counted(count, "letter", "letters") == phrase


@pytest.mark.parametrize(
    ("count", "total", "phrase"),
    [
        (0, 23, "none of the 23"),
        (1, 2, "one of the two"),
        (9, 23, "nine of the 23"),
        (2, 2, "both"),
        (23, 23, "all 23"),
    ],
)
def test_a_share_says_both_or_all_for_the_whole(count, total, phrase):
    assert share(count, total) == phrase


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("23 letters", "Twenty-three letters."),
        ("1,200 letters", "One thousand two hundred letters."),
        ("the state  of Ohio ", "The state of Ohio."),
        ("it was so.", "It was so."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_a_period(text, written):
    assert sentence(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("A subpoena.", "a subpoena."),
        ("Proof of it.", "proof of it."),
        ("DOJ said so.", "DOJ said so."),
        ("Chicago’s papers.", "Chicago’s papers."),
        ("", ""),
    ],
)
def test_behind_a_colon_only_names_keep_their_capital(text, written):
    assert lower_first(text, ["Chicago", "Cook County"]) == written


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["Chicago"], "Chicago"),
        (["Chicago", "Cook County"], "Chicago and Cook County"),
        (["Jackson, Mississippi"], "Jackson, Mississippi"),
        (["Oakland, California", "Seattle, Washington"], "Oakland, California, and Seattle, Washington"),
        (["Oakland, California", "New York City", "Ohio"], "Oakland, California; New York City; and Ohio"),
    ],
)
def test_names_with_commas_stay_apart(names, written):
    assert listed_names(names) == written


@pytest.mark.parametrize(
    ("addressee", "written"),
    [
        ("", "the addressee is not on record"),
        ("Chokwe Antar Lumumba, Mayor", "it was addressed to Mayor Chokwe Antar Lumumba"),
        ("Abel Roe, Chief of Police", "it was addressed to Abel Roe, chief of police"),
        (
            "Jared Polis, Governor; Phil Weiser, Attorney General",
            "it was addressed to Gov. Jared Polis and Attorney General Phil Weiser",
        ),
        ("Sheriff", "it was addressed to the sheriff"),
    ],
)
def test_an_addressee_is_named_as_in_prose(addressee, written):
    assert addressed(addressee) == written


def test_a_brief_prints_a_paragraph_for_each_sentence():
    assert str(Brief.of(map(Claim, ("one", "two", "three")))) == "One.\n\nTwo.\n\nThree."
