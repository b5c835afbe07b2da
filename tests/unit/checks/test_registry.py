"""Every check has a code of its own and an editor's sentence."""

from collections import Counter

import pytest

from tracker.checks import CHECKS, problems_of
from tracker.checks.draft import Draft
from tracker.problems import Severity

BY_CODE = pytest.mark.parametrize("entry", CHECKS, ids=lambda entry: entry.code)


def test_no_two_checks_have_one_code():
    codes = Counter(entry.code for entry in CHECKS)
    assert [code for code, count in codes.items() if count > 1] == []


@BY_CODE
def test_a_check_states_its_rule_in_one_sentence(entry):
    assert entry.sentence[0].isupper()
    assert entry.sentence.endswith(".")
    assert "\n" not in entry.sentence


@BY_CODE
def test_a_code_is_words_joined_by_hyphens(entry):
    assert entry.code.replace("-", "").isalpha()
    assert entry.code == entry.code.lower()
    assert entry.severity in Severity


@BY_CODE
def test_a_check_names_tables_that_there_are(entry, dataset):
    assert set(entry.needs) <= set(dataset.tables)


def test_without_tables_there_is_nothing_to_find(dataset):
    assert list(problems_of(Draft({}, dataset.campaign))) == []
