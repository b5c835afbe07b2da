"""The views that the tests of this folder build: many rounds, one round, one place, none."""

from datetime import date

import pytest

import tracker

VIEWS = {
    "all": ("", date(2026, 11, 25)),
    "january": ("round=2018-01", date(2018, 1, 25)),
    "august": ("round=2025-08", date(2026, 11, 25)),
    "april": ("round=2018-04", date(2026, 11, 25)),
    "west": ("region=West", date(2026, 11, 25)),
    "no deadline": ("status=no_deadline", date(2026, 11, 25)),
}
EMPTY = ("state=WY", date(2026, 11, 25))


def select(dataset, query, day):
    filters, refused = tracker.Filters.parse(query, dataset)
    assert refused == ()
    return filters.apply(dataset, day)


@pytest.fixture(params=VIEWS)
def view(request, dataset):
    return select(dataset, *VIEWS[request.param])


@pytest.fixture
def everything(dataset):
    return select(dataset, *VIEWS["all"])


@pytest.fixture
def january(dataset):
    return select(dataset, *VIEWS["january"])


@pytest.fixture
def august(dataset):
    return select(dataset, *VIEWS["august"])


@pytest.fixture
def nothing(dataset):
    return select(dataset, *EMPTY)


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param
