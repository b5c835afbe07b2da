"""Every place of both periods is in one band of each drawing, and bands fill their stacks."""

from datetime import date
from itertools import pairwise

import pytest

from tracker import Filters
from tracker.pages.flow_section import flow_html
from tracker.then_and_now import NOW, THEN, then_and_now
from tracker.views.flow import DIMENSIONS, PLACE, flows, periods

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def whole(dataset):
    return Filters().apply(dataset, TODAY)


def test_stacks_count_the_places_as_the_table_does(whole):
    places = then_and_now(whole)
    for flow, (column, (_, words)) in zip(flows(whole), DIMENSIONS.items(), strict=True):
        labels = whole.campaign.labels(words)
        for standings, begin in ((flow.then, THEN), (flow.now, NOW)):
            counted = places[begin + column].map(labels).value_counts().to_dict()
            assert {standing.label: standing.count for standing in standings} == counted


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
