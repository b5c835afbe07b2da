"""Rules for what a row rests on."""

import pytest

from builders import add, an_event, edit, found_in, report_on

KEY = an_event()["event_id"]


@pytest.mark.parametrize(
    "sources",
    [
        "6abc-20260703-philly",
        "1phila-201704-doj;1phila-20170421-letter",
        "mixvale-20260521-plates;particle-202605-plates",
    ],
    ids=["one press source", "two of one publisher", "two publishers at weak hosts"],
)
def test_a_weak_confirmation_is_found(folder, sources):
    add(folder, "events", an_event(sources=sources))
    assert found_in(folder) == [(KEY, "confidence", "weak-confirmation")]


@pytest.mark.parametrize(
    "sources",
    [
        "doj-20170421-nine-letters",
        "dnm-20210128-albuquerque",
        "1phila-201704-doj;6abc-20260703-philly",
        "6abc-20260703-philly;mixvale-20260521-plates",
    ],
    ids=["primary", "court", "two publishers", "two publishers, one of them at a weak host"],
)
def test_a_good_confirmation_is_let_pass(folder, sources):
    add(folder, "events", an_event(sources=sources))
    assert found_in(folder) == []


@pytest.mark.parametrize("confidence", ["single-source", "conflicting"])
def test_what_is_not_called_confirmed_may_rest_on_one_source(folder, confidence):
    add(folder, "events", an_event(sources="6abc-20260703-philly", confidence=confidence))
    assert found_in(folder) == []


def test_a_letter_is_held_to_the_same_rule(folder):
    edit(folder, "letters", ("2026-01-minnesota", "state-of-minnesota"), sources="indy100-20260125-walz")
    found = found_in(folder)
    assert ("2026-01-minnesota + state-of-minnesota", "confidence", "weak-confirmation") in found


def test_sources_out_of_order_are_found(folder):
    add(folder, "events", an_event(sources="6abc-20260703-philly;1phila-201704-doj"))
    assert found_in(folder) == [(KEY, "sources", "source-order")]


def test_a_known_weak_host_that_is_not_graded_so_is_found(folder):
    edit(folder, "sources", "latimes-202606-la-dismissed", hosting="own")
    assert found_in(folder) == [("latimes-202606-la-dismissed", "hosting", "hosting")]


def test_another_address_of_what_stands_at_its_own_is_found(folder):
    edit(folder, "sources", "6abc-20260703-philly", original_url="https://example.org/story")
    assert found_in(folder) == [("6abc-20260703-philly", "original_url", "hosting")]


def test_a_new_weak_host_is_a_warning(folder):
    edit(folder, "sources", "clearinghouse-46503-rochester", hosting="weak")
    assert found_in(folder) == [("clearinghouse-46503-rochester", "url", "new-weak-host")]
    assert report_on(folder).errors == ()


@pytest.mark.parametrize("column", ["demand_sources", "consequence_sources", "ended_sources"])
def test_a_part_of_a_round_without_its_own_sources_is_found(folder, column):
    edit(folder, "rounds", "2018-01", **{column: ""})
    assert found_in(folder) == [("2018-01", column, "part-sources")]


def test_a_source_of_a_part_that_is_not_among_the_rounds_is_found(folder):
    edit(folder, "rounds", "2018-01", demand_sources="6abc-20260703-philly")
    assert found_in(folder) == [("2018-01", "demand_sources", "part-sources")]


@pytest.mark.parametrize("column", ["publisher", "title", "url", "seen_on"])
def test_a_law_cited_without_the_page_that_supports_it_is_found(folder, column):
    edit(folder, "statutes", "MS", **{column: ""})
    assert found_in(folder) == [("MS", column, "law-source")]


def test_a_law_without_a_citation_needs_no_page(folder):
    edit(folder, "statutes", "MS", **dict.fromkeys(("citation", "publisher", "title", "url", "seen_on"), ""))
    assert found_in(folder) == []
