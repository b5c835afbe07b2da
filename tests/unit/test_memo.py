import gc
import threading
from dataclasses import replace
from datetime import date
from weakref import ref

import pytest

from tracker.address import Address
from tracker.changes.history import history
from tracker.filters import Filters
from tracker.memo import once
from tracker.pages.snapshot import PageRequest, snapshot


def test_the_same_question_is_computed_once():
    asked = []

    @once(4)
    def double(number):
        asked.append(number)
        return 2 * number

    assert [double(2), double(2), double(3)] == [4, 4, 6]
    assert asked == [2, 3]


def test_an_argument_may_be_named_or_left_at_its_default():
    asked = []

    @once(4)
    def power(number, exponent=2):
        asked.append((number, exponent))
        return number**exponent

    assert [power(3), power(3, 2), power(3, exponent=2), power(exponent=2, number=3)] == [9] * 4
    assert asked == [(3, 2)]


def test_what_was_asked_longest_ago_goes_first():
    asked = []

    @once(2)
    def noted(number):
        asked.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        noted(number)
    assert asked == [1, 2, 3, 2]


def test_values_are_kept_within_a_size_and_a_larger_one_is_given_but_not_kept():
    asked = []

    @once(10, size=len)
    def text(length):
        asked.append(length)
        return "x" * length

    assert [len(text(length)) for length in (6, 6, 11, 11, 5, 6)] == [6, 6, 11, 11, 5, 6]
    assert asked == [6, 11, 11, 5, 6]


def test_two_first_readers_compute_once_and_others_do_not_wait_for_them():
    begun, finish, asked = threading.Event(), threading.Event(), []

    @once(4)
    def slow(key):
        asked.append(key)
        if key == "slow":
            begun.set()
            assert finish.wait(10)
        return key.upper()

    found = []
    readers = [threading.Thread(target=lambda: found.append(slow("slow"))) for _ in range(2)]
    readers[0].start()
    assert begun.wait(10)
    readers[1].start()
    assert slow("other") == "OTHER"
    finish.set()
    for reader in readers:
        reader.join(10)
    assert found == ["SLOW", "SLOW"]
    assert asked == ["slow", "other"]


def test_an_error_is_kept_for_nobody():
    asked = []

    @once(4)
    def failing(number):
        asked.append(number)
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError, match=r"^$"):
            failing(1)
    assert asked == [1, 1]


def test_what_was_made_of_a_dataset_goes_when_the_dataset_goes(dataset):
    copy, day = replace(dataset), date(2018, 3, 1)
    selection = Filters().apply(copy, day)
    assert Filters().apply(copy, day) is selection
    snapshot(PageRequest("", Address.parse("state=CA", copy), day), copy)
    history(copy)
    gone = ref(copy), ref(selection)
    del copy, selection
    gc.collect()
    assert [reference() for reference in gone] == [None, None]


def test_each_dataset_has_room_of_its_own(dataset):
    asked = []

    @once(1)
    def noted(kept_by):
        asked.append(kept_by)

    others = [replace(dataset), replace(dataset)]
    for kept_by in others * 2:
        noted(kept_by)
    assert asked == others
