"""Units are tested on the rows of the first release, so that facts added later change no number in a test."""

import pytest

import tracker
from builders import first_release


@pytest.fixture(scope="session")
def dataset(published: tracker.Dataset) -> tracker.Dataset:
    return first_release(published)
