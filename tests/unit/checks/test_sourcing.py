"""Rules for what a row rests on."""

import pytest

from builders import add, an_event, edit, found_in

KEY = an_event()["event_id"]


@pytest.mark.parametrize(
    "sources",
    ["6abc-20260703-philly", "1phila-201704-doj;1phila-20170421-letter"],
    ids=["one press source", "two of one publisher"],
)
def test_a_confirmation_by_one_publisher_is_found(folder, sources):
    add(folder, "events", an_event(sources=sources))
    assert found_in(folder) == [(KEY, "confidence", "weak-confirmation")]


@pytest.mark.parametrize(
    "sources",
    ["doj-20170421-nine-letters", "dnm-20210128-albuquerque", "1phila-201704-doj;6abc-20260703-philly"],
    ids=["primary", "court", "two publishers"],
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
