"""The words of the data and of the code are the same words."""

import pytest

from tracker import vocabulary
from tracker.schema import with_vocabularies
from tracker.status import RULES
from tracker.vocabulary import Term

VOCABULARIES = [words for words in Term.__subclasses__() if words.__module__ == vocabulary.__name__]
TERMS = [term for words in VOCABULARIES for term in words]


def test_the_descriptor_lists_the_words_of_the_code(dataset):
    assert with_vocabularies(dataset.descriptor) == dataset.descriptor


def test_every_vocabulary_is_used_by_a_column(dataset):
    fields = [field for table in dataset.descriptor["resources"] for field in table["schema"]["fields"]]
    used = {field["vocabulary"] for field in fields if "vocabulary" in field}
    assert used | {"Status", "Answer", "Doj", "Court"} == {words.__name__ for words in VOCABULARIES}


def test_a_column_with_a_list_of_words_takes_it_from_a_vocabulary(dataset):
    fields = [field for table in dataset.descriptor["resources"] for field in table["schema"]["fields"]]
    assert [field["name"] for field in fields if "enum" in field.get("constraints", {})] == [
        field["name"] for field in fields if hasattr(vocabulary, field.get("vocabulary", ""))
    ]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{type(term).__name__}.{term}")
def test_a_word_has_a_label_and_a_definition(term):
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
    assert sorted(rule.word for rule in RULES) == sorted(vocabulary.Status)
