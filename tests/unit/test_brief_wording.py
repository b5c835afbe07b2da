"""What must hold of every brief that the data can give, whatever the view, the place and the day."""

import re
from datetime import date, timedelta

import pytest

from tracker import EventType, Filters, Kind, Status
from tracker.brief import figures, place_brief, view_brief
from tracker.brief.place import brief_of_letter
from tracker.filters import CHOICES
from tracker.letters import letters_on
from tracker.row_types import rows

DAYS = [
    date(2017, 4, 21), date(2017, 10, 12), date(2018, 1, 25), date(2018, 4, 30), date(2025, 8, 14),
    date(2026, 11, 25),
]  # fmt: skip
MISSING = re.compile(r"\b(?:None(?! on record)|nan|NaN|NaT|NA)\b")
ABBREVIATED = r"(?<!Jan\.)(?<!Feb\.)(?<!Aug\.)(?<!Sept\.)(?<!Oct\.)(?<!Nov\.)(?<!Dec\.)"
DIGIT_FIRST = re.compile(rf"(?:^|[.!?]{ABBREVIATED} )\d")
ONE_OF_MANY = re.compile(
    r"(?<!-)\b(?:1|one) (?:letters|jurisdictions|cities|counties|states|days|others|rounds)\b", re.I
)
MANY_OF_ONE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|(?<!, )(?<!section )(?!20\d\d\b)\d\d+) "
    r"(?:letter|jurisdiction|city|county|state|day|round)\b",
    re.I,
)
COLLIDING = re.compile(r",,|\.\.|,\.|;\.|: \.| [,.;]")
BLAMING = re.compile(r"failed|refused to respond|ignored|non-?compliant|sanctuary city", re.I)


def assert_is_prose(text):
    assert text[0].isupper(), text
    assert text.endswith("."), text
    assert not re.search(r"  |\n|_", text), text
    for pattern in (MISSING, DIGIT_FIRST, ONE_OF_MANY, MANY_OF_ONE, COLLIDING, BLAMING):
        assert not pattern.search(text), (pattern.pattern, text)


@pytest.fixture(scope="module")
def code_words(dataset):
    """Ids and code words that no reader should meet, as one pattern."""
    ids = {*dataset.letters["round_id"], *dataset.jurisdictions["jurisdiction_id"]}
    return re.compile(
        "|".join(sorted(re.escape(word) for word in ids | {*Status, *EventType} if re.search("[-_]", word)))
    )


def test_the_patterns_find_what_they_look_for():
    assert DIGIT_FIRST.search("23 letters.")
    assert DIGIT_FIRST.search("It was so. 23 letters were.")
    assert not DIGIT_FIRST.search("On Jan. 25, 2018, it was so.")
    assert ONE_OF_MANY.search("1 jurisdictions")
    assert MANY_OF_ONE.search("got 23 letter.")
    assert MANY_OF_ONE.search("two city")


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_letter_reads_well(dataset, code_words, day):
    pool = letters_on(dataset, day)
    for letter in rows(pool):
        brief = brief_of_letter(dataset, pool, letter, day)
        for text in (brief.headline, *brief.sentences):
            assert_is_prose(text)
            assert not code_words.search(text)


@pytest.mark.slow
@pytest.mark.parametrize("day", [date(2017, 1, 1), DAYS[-1]], ids=str)
def test_every_place_reads_well(dataset, day):
    for place in dataset.jurisdictions["jurisdiction_id"]:
        assert_is_prose(place_brief(dataset, place, day).headline)


def views(dataset):
    yield Filters()
    for choice in CHOICES:
        yield from (Filters(**{choice.key: (value,)}) for value in choice.options(dataset))
    yield from (Filters(round=("2018-01",), status=(status,)) for status in Status)
    yield from (Filters(round=("2025-08",), kind=(kind,)) for kind in Kind)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_view_reads_well(dataset, code_words, day):
    for filters in views(dataset):
        selection = filters.apply(dataset, day)
        brief, shown = view_brief(selection), figures(selection)
        for text in (brief.headline, *brief.sentences):
            assert_is_prose(text)
            assert not code_words.search(text)
        assert all(figure.label and figure.value for figure in shown)
        assert not MISSING.search(str([(figure.label, figure.value, figure.note) for figure in shown]))


def test_every_finding_is_called_preliminary(dataset):
    for day in (date(2017, 10, 12) + timedelta(days=step) for step in range(0, 400, 100)):
        told = str(view_brief(Filters(status=("flagged",)).apply(dataset, day)))
        called = re.findall(r"reliminary (?:finding|review)", told)
        assert len(re.findall(r"may violate", told)) == len(called) > 0
