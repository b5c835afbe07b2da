"""What a page or the interface says of a value that means nothing reads as English, whatever the key.

Keys, words and tables come from the registries, so that whatever is added to one of them is read too.
"""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from tracker.address import EVERYWHERE, OWN_KEYS, SINCE, Address, words_of
from tracker.case_filters import CASE_CHOICES
from tracker.changes import days_of
from tracker.exports.formats import FORMATS
from tracker.exports.own import KEYS
from tracker.exports.rows import TITLES
from tracker.filters import CHOICES, LABELS
from tracker.pages.fragments import refusals
from tracker.rounds import pair_of
from tracker.web.parameters import LIMIT, OFFSET, BadRequest, _rows

TODAY = date(2026, 12, 1)
BAD = ("planet", "1999-01-01", "2018-02-30", "sent", "happened", "x" * 101, "!!!")
QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\d{4}-\d\d-\d\d|such as state=CA")
FEW = {choice.key: tuple(choice.words) for choice in CHOICES if choice.words and choice.key != "state"}

PAGES = [
    (path, key) for path, keys in OWN_KEYS.items() for key in dict.fromkeys((*LABELS, *keys, *EVERYWHERE))
]
ROWS = [
    (table, key)
    for table in TITLES
    for key in dict.fromkeys((*LABELS, *KEYS.get(table, ()), LIMIT, OFFSET, "colour"))
]


def refused(path, query, dataset):
    address = Address.parse(query, dataset)
    more = {"changes": lambda: days_of(address, dataset, TODAY), "rounds": lambda: pair_of(address, dataset)}
    return (*address.refused_on(path), *(more[path]().refused if path in more else ()))


def check(sentence, key):
    """Hold a message to plain English: the key and the words it takes are quoted, all else is no code."""
    assert f"{key}=" in sentence or key in sentence, sentence
    plain = QUOTED.sub("", sentence)
    assert not re.search(r"_|=|\bjurisdiction\b|united-states|\(\)|\[|None|\bnone of\b", plain), sentence
    assert "  " not in sentence.replace("``", ""), sentence
    assert len(sentence) < 600, sentence


@pytest.mark.parametrize("path", OWN_KEYS)
def test_pages_say_it_in_english_and_name_the_words(path, published):
    for key in (key for where, key in PAGES if where == path):
        for value in BAD:
            for part in refused(path, f"{key}={value}", published):
                check(str(part), key)
                assert f"<code>{key}=" in refusals([part])


@pytest.mark.parametrize(
    ("path", "key"),
    [
        *(("", key) for key in FEW),
        *((path, key) for path, keys in OWN_KEYS.items() for key in keys if key in ("by", "sort", "order")),
        *(("cases", key) for key, choice in CASE_CHOICES.items() if choice.words),
        ("", "print"),
        ("", "show"),
    ],
)
def test_a_key_of_few_words_names_them_all_and_no_other_pages(path, key, published):
    (part,) = refused(path, f"{key}=planet", published)
    words = FEW.get(key) or tuple(word for word in words_of(key, path) if not word.startswith("-"))
    assert re.findall("“([^”]*)”", part.hint) == [key, *words]


def test_a_key_of_many_values_names_a_few(published):
    (part,) = refused("", "state=XX", published)
    assert str(part) == (
        "`state=XX` is not a state; ignored. “state” takes one of 51 values, such as “AL”, “AK” or “AZ”."
    )


def test_a_word_of_another_page_is_told_what_this_one_takes(published):
    (part,) = refused("compare", "by=happened", published)
    assert str(part) == (
        "`by=happened` means nothing here; ignored. “by” takes “state”, “region”, “kind”, “population”, "
        "“round” or “era”."
    )
    (part,) = refused("about", "by=happened", published)
    assert str(part) == "`by=happened` does not apply to this page; ignored"
    assert [str(part) for part in refused("about", "by=planet", published)] == [
        "`by=planet` does not apply to this page; ignored"
    ]


@pytest.mark.parametrize("table", TITLES)
def test_the_interface_says_it_in_english_and_lists_what_is_allowed(table, published):
    for key in (key for where, key in ROWS if where == table):
        for value in ("", *BAD):
            for wrong in problems(table, f"{key}={value}", published):
                check(wrong.message, wrong.parameter)
                assert wrong.message.endswith(".")
                assert wrong.allowed


def problems(table, query, dataset):
    try:
        _rows(query, dataset, table, FORMATS["json"], TODAY)
    except BadRequest as error:
        return [SimpleNamespace(**wrong) for wrong in error.as_json()["problems"]]
    return []


def test_the_words_of_a_table_are_those_that_it_takes(published):
    (wrong,) = problems("groups", "by=planet", published)
    assert wrong.message == (
        "“by=planet” means nothing here. “by” takes “state”, “region”, “kind”, “population”, “round” or "
        "“era”."
    )
    (wrong,) = problems("letters", "by=state", published)
    assert wrong.message.startswith("“by=state” is not a filter. What can be given: “round”, ")
    (wrong,) = problems("changes", f"{SINCE}=planet", published)
    assert wrong.message == (
        "“since=planet” is not a day like 2018-01-24. “since” takes a day from 2000-01-01 to 2099-12-31, "
        "written like 2018-01-24."
    )
