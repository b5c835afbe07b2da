"""What most tests start from: the real data, loaded once."""

import pytest
from hypothesis import settings

import tracker

# How long one example takes depends on the machine; the examples are the same on every run.
settings.register_profile("tracker", deadline=None, derandomize=True)
settings.load_profile("tracker")


@pytest.fixture(scope="session")
def dataset() -> tracker.Dataset:
    return tracker.load()
