"""The words of the data and of the code are the same words."""

import re

import pytest

from tracker import vocabulary
from tracker.schema import with_vocabularies
from tracker.status import STATUS_RULES
from tracker.vocabulary import Term

VOCABULARIES = [words for words in Term.__subclasses__() if words.__module__ == vocabulary.__name__]
TERMS = [term for words in VOCABULARIES for term in words]


def test_the_descriptor_lists_the_words_of_the_code(dataset):
    assert with_vocabularies(dataset.descriptor) == dataset.descriptor


def test_every_vocabulary_is_used_by_a_column(dataset):
    fields = [field for table in dataset.descriptor["resources"] for field in table["schema"]["fields"]]
    used = {field["vocabulary"] for field in fields if "vocabulary" in field}
    derived = {"Status", "CaseStatus", "Answer", "Doj", "Court", "EarliestAnswer", "Suit"}
    assert used | derived == {words.__name__ for words in VOCABULARIES}


def test_a_column_with_a_list_of_words_takes_it_from_a_vocabulary(dataset):
    fields = [field for table in dataset.descriptor["resources"] for field in table["schema"]["fields"]]
    single = [field for field in fields if "separator" not in field]
    assert [field["name"] for field in single if "enum" in field.get("constraints", {})] == [
        field["name"] for field in single if hasattr(vocabulary, field.get("vocabulary", ""))
    ]


def test_a_list_with_a_vocabulary_says_it_as_a_pattern_of_the_whole_cell(dataset):
    concerns = next(column for column in dataset.schema["cases"].columns if column.name == "concerns")
    assert concerns.words == tuple(map(str, vocabulary.Concern))
    assert re.fullmatch(concerns.pattern, "letter;grants")
    assert not re.fullmatch(concerns.pattern, "letter;money")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{type(term).__name__}.{term}")
def test_a_word_has_a_label_and_a_definition(dataset, term):
    term = dataset.campaign.word(term)
    assert term.label[0].isupper()
    assert "_" not in term.label
    assert not term.label.endswith(".")
    assert term.definition[0].isupper()
    assert term.definition.endswith(".")
    assert "_" not in term.definition


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
def test_no_two_words_have_one_label(words):
    assert len({term.label for term in words}) == len(words)


def test_every_status_has_one_rule():
    assert sorted(rule.word for rule in STATUS_RULES) == sorted(vocabulary.Status)
