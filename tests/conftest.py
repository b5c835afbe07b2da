"""What most tests start from: the published data, loaded once.

Below `tests/unit`, `dataset` is the part of them that the first release had (see the conftest there); a test
that speaks of all that is published asks for `published`.
"""

import pytest
from hypothesis import settings

import tracker
from counting import pytest_collection_modifyitems, pytest_terminal_summary, toll

__all__ = ["pytest_collection_modifyitems", "pytest_terminal_summary", "toll"]

# How long one example takes depends on the machine; the examples are the same on every run.
settings.register_profile("tracker", deadline=None, derandomize=True)
settings.load_profile("tracker")


@pytest.fixture(scope="session")
def published() -> tracker.Dataset:
    return tracker.load()


@pytest.fixture(scope="session")
def dataset(published: tracker.Dataset) -> tracker.Dataset:
    return published
