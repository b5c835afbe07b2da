"""Units are tested on the rows of the first release, so that facts added later change no number in a test."""

import pytest

import tracker
from builders import first_release
from hostile import hostile_dataset


@pytest.fixture(scope="session")
def dataset(published: tracker.Dataset) -> tracker.Dataset:
    return first_release(published)


@pytest.fixture(scope="module")
def hostile(dataset: tracker.Dataset) -> tracker.Dataset:
    """Hostile data, made once for a module: what its tests share is computed once, and goes when it ends."""
    return hostile_dataset(dataset)
