"""The court cases on a line of time: all of a view, each by its own days, counted as the page counts them."""

from datetime import date

import pytest

from tracker import Filters
from tracker.case_filters import CaseFilters
from tracker.court_cases import cases_on
from tracker.views.case_spans import case_spans, cases_alt, cases_headline
from tracker.vocabulary import CaseStatus

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("as_of", [TODAY, date(2018, 3, 1), date(2020, 1, 1)])
def test_every_case_of_the_day_has_its_line(dataset, as_of):
    cases = cases_on(dataset, as_of)
    spans = case_spans(Filters().apply(dataset, as_of), CaseFilters()).cases
    assert [(span.name, span.status) for span in spans] == list(
        zip(cases["name"], cases["status"], strict=True)
    )
    for span, case in zip(spans, cases.itertuples(), strict=True):
        assert (span.begin is None) == (not case.filed_on)
        assert (span.end is None) == (not case.decided_on and not case.ended_on)
        assert span.end is None or 0 <= (span.begin or 0) <= span.end <= 100
        assert (span.status == CaseStatus.PENDING) == (span.end is None)


def test_filters_keep_the_cases_that_name_one_of_their_places(dataset):
    illinois = Filters(state=("IL",))
    spans = case_spans(illinois.apply(dataset, TODAY), CaseFilters.of(illinois, {})).cases
    assert {"City of Chicago v. Sessions", "United States v. State of Illinois"} <= {
        span.name for span in spans
    }
    assert len(spans) < len(cases_on(dataset, TODAY))


def test_the_words_count_the_cases_by_status(dataset):
    selection = Filters().apply(dataset, TODAY)
    counts = cases_on(dataset, TODAY)["status"].value_counts()
    for status, count in counts.items():
        assert f"{CaseStatus.of(status).label} {count}" in cases_alt(selection, CaseFilters())
    assert cases_headline(selection, CaseFilters()).endswith(" court cases, from filing to decision or end")


def test_before_the_first_case_there_is_nothing_to_draw(dataset):
    assert cases_alt(Filters().apply(dataset, date(2016, 1, 1)), CaseFilters()) == ""


def test_the_cases_chosen_alone_are_drawn_and_named_in_their_order(dataset):
    selection = Filters().apply(dataset, TODAY)
    chosen = CaseFilters(place="boston-ma", sort="name")
    drawn = [span.name for span in case_spans(selection, chosen).cases]
    assert drawn == list(chosen.apply(dataset, TODAY)["name"])
    assert len(drawn) < len(case_spans(selection, CaseFilters()).cases)
    assert cases_headline(selection, chosen).endswith(
        "court cases naming Boston, Massachusetts, from filing to decision or end"
    )
