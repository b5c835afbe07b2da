"""A file's name says filters, day and version, in characters that any system takes."""

import re
from datetime import date

import pytest

import tracker
from tracker.exports.naming import LONGEST, file_name, package_name


def name_of(dataset, query, table="letters", extension="csv"):
    filters = tracker.Filters.parse(query, dataset)[0]
    return file_name(table, filters.apply(dataset, date(2026, 11, 24)), extension)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "doj-letters_as-of-2026-11-24_{version}.csv"),
        (
            "round=2018-01&state=CA&as_of=2018-01-25",
            "doj-letters_round-2018-01_state-CA_as-of-2018-01-25_{version}.csv",
        ),
        (
            "state=CA&state=IL&status=no_answer_found",
            "doj-letters_state-CA-IL_status-no-answer-found_as-of-2026-11-24_{version}.csv",
        ),
    ],
)
def test_a_name_says_filters_day_and_version(dataset, query, name):
    assert name_of(dataset, query) == name.format(version=dataset.version.name)


@pytest.mark.parametrize(
    "words", ["../../etc/passwd", 'a"b\r\nX: y', "<b>", "%2e%2e%2f", "東京", "CON", "x" * 500]
)
def test_whatever_was_searched_for_a_name_is_safe_and_short(dataset, words):
    name = name_of(dataset, f"q={words}")
    assert re.fullmatch(r"doj-letters_[A-Za-z0-9._-]+\.csv", name)
    assert ".." not in name
    assert len(name) <= LONGEST


def test_two_long_views_have_two_names(dataset):
    assert name_of(dataset, "q=" + "x" * 99) != name_of(dataset, "q=" + "x" * 100)


def test_the_package_is_named_by_its_version(dataset):
    assert (
        package_name(dataset.campaign, dataset.version.name)
        == f"doj-letter-tracker_{dataset.version.name}.zip"
    )
