"""Court cases are chosen by one value: read, printed, counted and said from one declaration a filter."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from builders import a_case, a_dataset, an_event
from tracker.address import OWN_KEYS, Address
from tracker.case_filters import BESIDE, CASE_CHOICES, MANY, ONE, ORDERS, CaseFilters
from tracker.case_words import entries_with
from tracker.court_cases import cases_on
from tracker.filters import Filters
from tracker.row_types import CaseOnDay, typed_rows
from tracker.vocabulary import CaseStatus, Concern, Party

TODAY = date(2026, 11, 25)
EVERY = CaseFilters(
    case="united-states-v-boston-2025",
    place="boston-ma",
    round=("2025-08",),
    ended="no",
    outcome_for="pending",
    side="united-states",
    concern="policy",
    filed_in="D. Mass.",
    q="boston",
    sort="court",
)


def test_what_is_not_chosen_keeps_all_in_their_order(dataset):
    everything = CaseFilters().apply(dataset, TODAY)
    assert list(everything["case_id"]) == list(cases_on(dataset, TODAY)["case_id"])


def test_an_address_carries_every_filter_there_and_back(dataset):
    link = Address(Filters(round=EVERY.round, q=EVERY.q)).link("cases", **EVERY.own)
    address = Address.parse(link.partition("?")[2], dataset)
    assert not address.refused
    assert CaseFilters.of(address.filters, address.values) == EVERY
    assert set(EVERY.own) == set(OWN_KEYS["cases"])


def test_the_default_order_is_no_choice(dataset):
    assert CaseFilters(sort=next(iter(ORDERS))) == CaseFilters()
    assert CaseFilters(sort=next(iter(ORDERS))).own == {}


def docket_rank(docket):
    year, serial = re.fullmatch(r".*?(\d\d)-(?:\w\w-)?(\d+)", docket).groups()
    return int(year), int(serial)


SHOWN = {
    "filed": ("filed_on_latest", None),
    "decided": ("decided_on_latest", None),
    "outcome": ("status", list(CaseStatus).index),
    "side": ("brought_by", list(Party).index),
    "concern": ("concerns", lambda words: min(map(list(Concern).index, words))),
    "court": ("court", str),
    "place": ("parties", lambda names: names[0]),
    "docket": ("docket", docket_rank),
    "name": ("name", str),
}
"""By which column each order goes, and what ranks its cells; the newest day comes first."""


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_puts_cases_by_its_column_and_what_is_empty_last(dataset, order):
    assert set(SHOWN) == set(ORDERS)
    column, rank = SHOWN[order]
    cases = CaseFilters(sort=order).apply(dataset, TODAY)
    assert sorted(cases["case_id"]) == sorted(cases_on(dataset, TODAY)["case_id"])
    cells = [None if cell in ("", ()) or cell is pd.NaT else cell for cell in cases[column]]
    filled = [cell for cell in cells if cell is not None]
    assert cells == filled + [None] * (len(cells) - len(filled))
    assert filled == (sorted(filled, key=rank) if rank else sorted(filled, reverse=True))
    assert len(set(filled)) > 1


def test_cases_that_are_equal_in_an_order_stay_newest_first(dataset):
    newest = list(cases_on(dataset, TODAY)["case_id"])
    for _, cases in CaseFilters(sort="side").apply(dataset, TODAY).groupby("brought_by"):
        assert [newest.index(case) for case in cases["case_id"]] == sorted(
            map(newest.index, cases["case_id"])
        )


@pytest.mark.parametrize("key", CASE_CHOICES)
def test_a_count_is_what_the_choice_gives(dataset, key):
    counts = EVERY.without(*CASE_CHOICES).counts(key, dataset, TODAY)
    for word, count in counts.items():
        value = (word,) * bool(word) if key == "round" else word
        assert count == len(replace(EVERY.without(*CASE_CHOICES), **{key: value}).apply(dataset, TODAY))
    assert max(counts.values()) == counts[""] > 0


@pytest.mark.parametrize("key", [key for key, choice in CASE_CHOICES.items() if choice.words])
def test_an_unknown_word_is_an_error_that_lists_the_known_ones(key):
    with pytest.raises(ValueError, match=f"{key}: “x” is not .*; use {', '.join(CASE_CHOICES[key].words)}"):
        CaseFilters(**{key: "x"})
    with pytest.raises(ValueError, match="sort: “x” is not an order"):
        CaseFilters(sort="x")


def test_what_the_cases_have_in_common_is_said_of_one_of_many_and_beside_a_noun(dataset):
    chosen = CaseFilters(place="boston-ma", ended="no")
    said = [chosen.clauses(dataset, voice) for voice in (ONE, MANY, BESIDE)]
    assert said == [
        "names Boston, Massachusetts, and has no end on record",
        "name Boston, Massachusetts, and have no end on record",
        "naming Boston, Massachusetts, and with no end on record",
    ]
    assert CaseFilters().clauses(dataset, MANY) == ""


@pytest.mark.parametrize("key", CASE_CHOICES)
def test_every_word_of_every_filter_can_be_said(dataset, key):
    for word in CASE_CHOICES[key].options(dataset):
        chosen = CaseFilters(**{key: (word,) if key == "round" else word})
        assert all(chosen.clauses(dataset, voice) for voice in (ONE, MANY, BESIDE))


def test_words_are_looked_for_in_every_decision_and_the_outcome_and_shown_where_the_list_does_not(dataset):
    case = a_case(
        case_id="x-v-y", name="X v. Y", docket="1:18-cv-1", outcome="The parties settled over plates."
    )
    told = {"2018-03-01": "Judge Smith granted it.", "2018-04-01": "An appeal was heard."}
    events = [
        an_event(type="ruling", case_id="x-v-y", round_id="", date=day, summary=summary)
        for day, summary in told.items()
    ]
    made = a_dataset(dataset, events=events, cases=[case])
    (found,) = typed_rows(CaseFilters(q="smith granted").apply(made, TODAY), CaseOnDay)
    assert entries_with(found, "smith granted") == {"2018-03-01": told["2018-03-01"]}
    assert entries_with(found, "appeal") == entries_with(found, "plates") == {}  # the list shows these
    assert list(CaseFilters(q="plates").apply(made, TODAY)["case_id"]) == ["x-v-y"]
    before = date(2018, 3, 15)
    assert CaseFilters(q="appeal").apply(made, before).empty
    assert CaseFilters(q="plates").apply(made, before).empty  # more of the case is on record after that day
