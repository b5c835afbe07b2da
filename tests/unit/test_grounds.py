"""Every sentence of a brief gives the sources of the rows that it is derived from."""

import re
from datetime import date

import pytest

from builders import a_case, a_dataset, an_event
from tracker.address import Address
from tracker.brief import litigation, place_brief, view_brief
from tracker.brief.grounds import Grounds
from tracker.letters import letters_on

TODAY = date(2026, 11, 26)
DAYS = (date(2018, 1, 25), date(2018, 4, 30), date(2025, 9, 10), TODAY)
NOTHING = re.compile(
    r"No (?:suit|other letter|letter|consequence|day by which to answer) .*(?:is|are) on record.*\.|"
    r"The addressee is not on record\.|No letter matches these filters on this day\."
)
"""Sentences that only say what is not on record, and so rest on nothing that is."""


def unsupported(brief):
    return [claim.text for claim in brief.claims if not claim.sources and not NOTHING.fullmatch(claim.text)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_sentence_of_every_record_has_a_source_or_says_what_is_not_on_record(published, day):
    known = set(published.sources["source_id"])
    for place in published.jurisdictions["jurisdiction_id"]:
        for brief in (place_brief(published, place, day), litigation(published, place, day)):
            assert unsupported(brief) == []
            assert known.issuperset(source for claim in brief.claims for source in claim.sources)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "round=2018-01&as_of=2018-03-01",
        "round=2025-08",
        "kind=state&court=won_by_place",
        "status=cleared",
        "round=2026-01-minnesota",
        "round=2017-10&as_of=2017-10-13",
    ],
)
def test_every_sentence_of_a_view_has_a_source(published, query):
    assert unsupported(view_brief(Address.parse(query, published).filters.apply(published, TODAY))) == []


def cited(brief, words):
    (sources,) = (claim.sources for claim in brief.claims if words in claim.text)
    return set(sources)


def test_an_answer_rests_on_its_event_and_a_suit_on_its_case(dataset):
    of_answer, of_suit = "doj-20170421-nine-letters", "doj-20171115-29-release"
    changed = a_dataset(
        dataset, events=[an_event(type="response_sent", sources=of_answer)], cases=[a_case(sources=of_suit)]
    )
    brief = place_brief(changed, "jackson-ms", date(2018, 3, 1))
    assert cited(brief, "An answer to the letter is on record") == {of_answer}
    assert cited(brief, "Jackson sued the federal government") == {of_suit}
    assert {of_answer, of_suit} <= set(brief.claims[0].sources)
    assert not {of_answer, of_suit} & cited(brief, "It was addressed to")


def test_a_count_cites_each_letter_it_counts_by_what_most_of_them_share(dataset):
    letters = letters_on(dataset, TODAY)
    letters = letters[letters["round_id"] == "2018-01"]
    assert Grounds(dataset, TODAY).recipients(letters) == ("doj-20180124-23-release",)
    one = letters.head(1)
    assert set(Grounds(dataset, TODAY).recipients(one)) == set(one["sources"].iloc[0])


def test_a_count_cites_a_weak_host_only_where_there_is_no_other(published):
    grounds, letters = Grounds(published, TODAY), letters_on(published, TODAY)
    weak = set(published.sources.loc[published.sources["hosting"] == "weak", "source_id"])
    of_weak = {source for cell in letters["sources"] if weak.issuperset(cell) for source in cell}
    assert weak.intersection(grounds.recipients(letters)) <= of_weak
