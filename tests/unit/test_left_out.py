"""What a cell leaves empty is said or counted: no letter and no case is left out of a choice in silence."""

from datetime import date
from html import unescape

import pytest

from tracker.address import Address
from tracker.brief import view_brief
from tracker.brief.left_out import left_out
from tracker.case_filters import CASE_CHOICES, CaseFilters
from tracker.court_cases import cases_on
from tracker.exports.provenance import about
from tracker.filters import CHOICES, Filters
from tracker.language.words import counted, sentence
from tracker.pages.cases_page import cases_page
from tracker.row_types import CaseOnDay, typed_rows

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "choice", [choice for choice in CHOICES if not choice.is_of_lists], ids=lambda choice: choice.key
)
@pytest.mark.parametrize("query", ["", "state=CA", "round=2017-04", "due_from=2018-02-01"])
def test_the_options_of_letters_add_up_to_all(published, choice, query):
    filters, _ = Filters.parse(query, published)
    letters = filters.drop(choice.key).apply(published, TODAY).letters
    assert sum(choice.passes(letters, (word,)).sum() for word in choice.options(published)) == len(letters)


@pytest.mark.parametrize("key", ["ended", "outcome_for", "side", "filed_in", "case"])
@pytest.mark.parametrize(
    "filters", [CaseFilters(), CaseFilters(side="jurisdiction"), CaseFilters(q="grants")]
)
def test_the_options_of_cases_add_up_to_all(published, key, filters):
    counts = filters.counts(key, published, TODAY)
    assert counts.pop("") == sum(counts.values()) > 0


@pytest.mark.parametrize("key", ["place", "concern"])
def test_every_case_is_of_some_option_of_a_list_with_several_values(published, key):
    choice = CASE_CHOICES[key]
    for case in typed_rows(cases_on(published, TODAY), CaseOnDay):
        assert any(choice.holds(case, word) for word in choice.options(published)), case["case_id"]


def test_a_choice_of_rounds_says_how_many_cases_are_tied_to_none(published):
    cases = published.cases
    tied, place = cases["round_id"].iloc[cases["round_id"].astype(bool).argmax()], "side=jurisdiction"
    page = cases_page(Address.parse(f"round={tied}&{place}", published), published, TODAY)
    untied = CaseFilters(round=(tied,), side="jurisdiction").untied(published, TODAY)
    rows = typed_rows(CaseFilters(side="jurisdiction").apply(published, TODAY), CaseOnDay)
    assert untied == sum(not case["rounds"] for case in rows) > 1
    said = sentence(
        f"{counted(untied, 'case', 'cases')} are tied to the letters of no round and are left out"
    )
    assert page.description.endswith(said)
    assert "of no round" not in cases_page(Address.parse(place, published), published, TODAY).description


def test_cases_of_no_court_on_record_can_be_chosen(published):
    page = cases_page(Address.parse("filed_in=none", published), published, TODAY)
    unknown = [case for case in published.cases.itertuples() if not case.court]
    assert page.title.startswith(
        sentence(f"{counted(len(unknown), 'court case', 'court cases')} have no court")[:-1]
    )
    assert all(case.name in unescape(page.sections["list"]) for case in unknown)


def undated(dataset, **filters):
    letters = Filters(**filters).apply(dataset).letters
    return int(letters["deadline_on"].isna().sum())


@pytest.mark.parametrize("days", [{"due_from": "2018-02-01"}, {"due_to": "2018-03-01"}])
def test_brief_and_files_say_how_many_name_no_deadline(published, days):
    selection = Filters(**days).apply(published)
    assert selection.undated == undated(published) > 1
    assert left_out(selection).endswith("letters have no deadline on record and are left out.")
    assert view_brief(selection).sentences[-1] == left_out(selection) == about(selection).left_out


def test_only_letters_that_pass_the_other_filters_count(published):
    assert Filters(state="CA", due_from="2018-02-01").apply(published).undated == undated(
        published, state="CA"
    )


def test_without_a_choice_of_deadlines_nothing_is_left_out(published):
    assert left_out(Filters(state="CA").apply(published)) == ""


def test_a_view_emptied_by_the_choice_says_so_too(published):
    selection = Filters(due_from="2030-01-01").apply(published)
    assert view_brief(selection).sentences == (left_out(selection),) != ("",)
