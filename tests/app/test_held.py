"""What a widget may hold while choices are on their way, and what a reported value means."""

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.resources import dashboard_folder


def _held():
    spec = importlib.util.spec_from_file_location("held", dashboard_folder() / "ui" / "held.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Held = _held().Held


def test_what_was_given_and_comes_back_is_no_choice():
    held, change = Held(("a",)).given("b").reported("b")
    assert held == Held(("b",))
    assert change is None


def test_an_old_value_that_comes_back_may_be_no_choice():
    _, change = Held(("a",)).given("b").reported("a")
    assert change.doubtful


@pytest.mark.parametrize(
    ("values", "reported", "newest", "chosen"),
    [
        ([("x",)], ("x", "y"), ("x",), ("x", "y")),
        # Chosen before the browser was given the empty list, so on top of what it still showed.
        ([("x",), ()], ("x", "y"), (), ("y",)),
        # Chosen after it was.
        ([("x",), ("z",)], ("z", "y"), ("z",), ("z", "y")),
        ([("x", "y")], ("y",), ("x", "y", "z"), ("y", "z")),
        # Taken out and put in again: the order tells.
        ([("", "x"), ("x",)], ("x", ""), ("x",), ("x", "")),
    ],
)
def test_a_choice_in_a_list_is_made_in_the_newest_list(values, reported, newest, chosen):
    held = Held(tuple(values[:1]))
    for value in values[1:]:
        held = held.given(value)
    _, change = held.reported(reported)
    assert not change.doubtful
    assert change.onto(newest) == chosen


LISTS = st.lists(st.sampled_from("abcd"), unique=True).map(tuple)


@given(LISTS, st.sampled_from("abcd"))
def test_one_more_choice_is_found_whatever_the_list(shown, value):
    chosen = tuple(item for item in shown if item != value) if value in shown else (*shown, value)
    _, change = Held((shown,)).reported(chosen)
    assert change.onto(shown) == chosen
