"""A place is in both periods if it has letters of the view from both; the newest of each is told."""

from datetime import date

import pytest

from tracker import Filters
from tracker.address import Address
from tracker.evidence import Count
from tracker.pages.era_section import eras_html
from tracker.then_and_now import NOW, THEN, earlier_letters, policy_changes, then_and_now

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def places(dataset):
    return then_and_now(Filters().apply(dataset, TODAY)).set_index("jurisdiction_id")


def test_the_places_are_those_with_letters_before_and_after_the_program_ended(dataset, places):
    letters = Filters().apply(dataset, TODAY).letters
    early = letters["sent_on"].dt.year <= 2018
    assert set(places.index) == set(letters.loc[early, "jurisdiction_id"]) & set(
        letters.loc[~early, "jurisdiction_id"]
    )
    assert len(places) > 10


def test_the_newest_letter_of_each_period_is_told(dataset, places):
    letters = Filters().apply(dataset, TODAY).letters
    for place, row in places.iterrows():
        own = letters[letters["jurisdiction_id"] == place]
        for begin, some in (
            (THEN, own[own["sent_on"].dt.year <= 2018]),
            (NOW, own[own["sent_on"].dt.year > 2018]),
        ):
            assert Count(row[begin + "letters"], row[begin + "inferred"]) == Count.of(some)
            for column in ("round_id", "addressee", "demand", "status", "answer", "doj", "court", "evidence"):
                assert row[begin + column] == some.iloc[0][column]


def test_an_earlier_letter_with_an_answer_is_told_beside_the_newest(dataset, places):
    selection = Filters().apply(dataset, TODAY)
    earlier = earlier_letters(selection)
    assert not earlier.duplicated(["round_id", "jurisdiction_id"]).any()
    newest = {(row[begin + "round_id"], place) for place, row in places.iterrows() for begin in (THEN, NOW)}
    assert not newest & set(zip(earlier["round_id"], earlier["jurisdiction_id"], strict=True))
    answered = selection.letters[selection.letters["answered"]]
    answered = set(zip(answered["round_id"], answered["jurisdiction_id"], strict=True))
    told = newest | set(zip(earlier["round_id"], earlier["jurisdiction_id"], strict=True))
    assert {key for key in answered if key[1] in places.index} <= told
    html = eras_html(selection, Address())
    assert html.count('data-head="Status"') == html.count('data-head="Answer"')
    assert html.count("earlier</span>") == earlier["jurisdiction_id"].isin(places.index).sum() > 5


def test_a_change_of_policy_stands_in_the_period_of_its_year(dataset, places):
    changed = dataset.events[dataset.events["type"] == "policy_changed"]
    years = {"2017-18": {2017, 2018}, "2025-26": {2025, 2026}}
    for place, row in places.iterrows():
        own = changed[changed["jurisdiction_id"] == place]
        for begin in (THEN, NOW):
            inside = own[own["date_earliest"].dt.year.isin(years[row[begin + "era"]])]
            assert row[begin + "policy_changes"] == tuple(inside["event_id"])
    assert any(places[THEN + "policy_changes"])
    assert any(places[NOW + "policy_changes"])


def test_a_change_of_policy_is_told_whatever_letters_the_filters_pick(dataset):
    whole, some = (policy_changes(Filters(**only).apply(dataset, TODAY)) for only in ({}, {"state": "IL"}))
    assert list(whole["event_id"]) == list(some["event_id"])
    early = policy_changes(Filters(as_of="2018-01-01").apply(dataset, TODAY))
    assert set(early["event_id"]) < set(whole["event_id"])


def test_each_letter_says_to_whom_and_what_it_asked_and_leads_to_its_record(dataset, places):
    html = eras_html(Filters().apply(dataset, TODAY), Address())
    albuquerque = places.loc["albuquerque-nm"]
    assert "To Gorden Eden Jr., chief of police" in html
    assert 'href="record?id=albuquerque-nm#letter-2017-08-psp"' in html
    (change,) = albuquerque[THEN + "policy_changes"]
    assert f'href="record?id=albuquerque-nm#event-{change}"' in html
    unknown = (places[[THEN + "addressee", NOW + "addressee"]] == "").sum().sum()
    assert html.count("Addressee not on record") >= unknown > 5


def test_the_letters_with_an_answer_are_counted_in_each_period(dataset, places):
    letters = Filters().apply(dataset, TODAY).letters
    early = letters["sent_on"].dt.year <= 2018
    for begin, some in ((THEN, letters[early]), (NOW, letters[~early])):
        counts = some.groupby("jurisdiction_id")["answered"].sum()
        assert (places[begin + "answers"] == counts.reindex(places.index)).all()


def test_chicago_then_and_now(places):
    chicago = places.loc["chicago-il"]
    assert (chicago[THEN + "era"], chicago[THEN + "letters"], chicago[THEN + "round_id"]) == (
        "2017-18",
        3,
        "2018-01",
    )
    assert (chicago[NOW + "era"], chicago[NOW + "round_id"]) == ("2025-26", "2025-08")


@pytest.mark.parametrize(
    "filters", [Filters(round="2018-01"), Filters(as_of="2018-03-01"), Filters(q="nowhere at all")]
)
def test_a_view_of_one_period_has_none(dataset, filters):
    assert then_and_now(filters.apply(dataset, TODAY)).empty


def test_the_filters_choose_the_places(dataset, places):
    own = then_and_now(Filters(state="IL").apply(dataset, TODAY))
    assert set(own["jurisdiction_id"]) == set(places.index[places["state"] == "IL"])
