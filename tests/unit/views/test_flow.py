"""Every place of both periods is in one band of each drawing, and bands fill their stacks."""

from datetime import date
from itertools import pairwise

import pytest

from tracker import Filters
from tracker.brief.addressee import office_of
from tracker.language.apstyle import ap_style
from tracker.pages.flow_section import flow_html
from tracker.then_and_now import NOW, THEN, then_and_now
from tracker.views.flow import DIMENSIONS, PLACE, demands, flows, periods
from tracker.vocabulary import Answer, Court, Doj

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def whole(dataset):
    return Filters().apply(dataset, TODAY)


def test_stacks_count_the_places_as_the_table_does(whole):
    places = then_and_now(whole)
    columns = {"Answer": ("answer", Answer), "DOJ since": ("doj", Doj), "In court": ("court", Court)}
    by_heading = {flow.heading: flow for flow in flows(whole)}
    for heading, (column, words) in columns.items():
        labels, flow = whole.campaign.labels(words), by_heading[heading]
        for standings, begin in ((flow.then, THEN), (flow.now, NOW)):
            counted = places[begin + column].map(labels).value_counts().to_dict()
            assert {standing.label: standing.count for standing in standings} == counted


def test_officials_demands_and_policies_are_told_as_the_table_has_them(whole):
    places = then_and_now(whole)
    by_heading = {flow.heading: flow for flow in flows(whole)}
    for begin, side in ((THEN, "then"), (NOW, "now")):
        counts = {
            heading: {standing.label: standing.count for standing in getattr(flow, side)}
            for heading, flow in by_heading.items()
        }
        is_mayor = places[begin + "addressee"].str.contains(r"^[^,;]+, (?:Mayor|Governor)(?:;|$)", regex=True)
        assert counts["Addressed to"]["Mayor or governor"] == is_mayor.sum() > 0
        assert counts["Addressed to"]["Not on record"] == (places[begin + "addressee"] == "").sum()
        assert (
            counts["What was asked, by the letter"] == places[begin + "round_label"].value_counts().to_dict()
        )
        changed = places[begin + "policy_changes"].map(bool).sum()
        assert counts["Policy of the place"]["Law or policy changed"] == changed > 0
        asked = dict(places[[begin + "round_label", begin + "demand"]].to_numpy())
        assert {label: ap_style(demand) for label, demand in asked.items()}.items() <= demands(whole).items()


@pytest.mark.parametrize(
    ("addressee", "office"),
    [
        ("", "Not on record"),
        ("Tim Keller, Mayor", "Mayor or governor"),
        ("Gavin Newsom, Governor; Rob Bonta, Attorney General", "Mayor or governor"),
        ("Eddie Johnson, Superintendent of Police", "Police or sheriff"),
        ("Sheriff", "Police or sheriff"),
        ("Brooke Jenkins, District Attorney", "Prosecutor or city attorney"),
        ("Toni Preckwinkle, Board President", "County official"),
        ("A. Name, Director, Mayor’s Office of Criminal Justice", "Agency official"),
        ("Oregon Criminal Justice Commission", "Agency official"),
    ],
)
def test_offices_are_grouped_by_the_title_of_whom_a_letter_names_first(addressee, office):
    assert office_of(addressee) == office


def test_stacks_and_bands_are_as_high_as_they_have_places(whole):
    for flow in flows(whole):
        one = PLACE * 100 / flow.height
        for standings, side in ((flow.then, "left"), (flow.now, "right")):
            for standing in standings:
                assert standing.height == pytest.approx(one * standing.count, abs=0.1)
            ends = sorted(getattr(band, side) for band in flow.bands)
            assert all(before[1] <= after[0] + 0.1 for before, after in pairwise(ends))
            assert sum(end - begin for begin, end in ends) == pytest.approx(
                one * len(then_and_now(whole)), abs=1
            )
            assert ends[-1][1] <= 100.1


def test_each_place_is_named_once_and_so_is_that_no_source_names_it(whole):
    for flow in flows(whole):
        for place in then_and_now(whole).itertuples():
            assert flow.alt.count(place.name) >= 1
            unnamed = "inferred" in (place.then_evidence, place.now_evidence)
            named = f"{place.name}, {place.state} (not named by a source)"
            assert (named in flow.alt) == (unnamed and place.kind != "district")


def test_the_sides_are_the_periods(whole, dataset):
    assert periods(whole) == ("2017-18", "2025-26")
    html = flow_html(whole)
    assert html.count('role="img"') == len(DIMENSIONS)
    assert "<svg" not in html


def test_a_view_without_such_places_has_no_drawing(dataset):
    assert flow_html(Filters(round=("2018-01",)).apply(dataset, TODAY)) == ""
