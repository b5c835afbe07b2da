"""The HTTP interface does what its own description says, and the description says what the code does."""

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker.exports.formats import extensions
from tracker.exports.paths import OPENAPI, file_path
from tracker.exports.rows import TABLES
from tracker.filters import CHOICES, WINDOWS
from tracker.vocabulary import Status
from tracker.web.api import routes

FILES = [f"/{file_path(table, extension)}" for table in TABLES for extension in extensions(table)]


@pytest.fixture(scope="session")
def interface(dataset):
    """The interface as its description has it."""
    return schemathesis.openapi.from_asgi(f"/{OPENAPI}", Starlette(routes=routes(lambda: dataset)))


def is_possible(case):
    """What a schema cannot say: no window ends before it begins, and `since` stands alone."""
    query = case.query or {}
    windows = [(window.first, window.last) for window in WINDOWS] + [("from", "to")] * (
        "/events." in case.path
    )
    alone = "since" not in query or not query.keys() & {"from", "to", "by"}
    return alone and all(
        not (query.get(begin) and query.get(end)) or str(query[begin]) <= str(query[end])
        for begin, end in windows
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", FILES)
def test_right_and_wrong_requests_are_answered_as_described(interface, path, mode):
    @given(case=interface[path]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=5, suppress_health_check=list(HealthCheck))
    def holds(case):
        assume(is_possible(case))
        case.call_and_validate()

    holds()


@pytest.fixture(scope="session")
def description(dataset):
    client = TestClient(Starlette(routes=routes(lambda: dataset)))
    return client.get(f"/{OPENAPI}").json()


def test_the_values_of_a_parameter_are_those_of_the_filter(description, dataset):
    parameters = description["components"]["parameters"]
    for choice in CHOICES:
        assert parameters[choice.key]["schema"]["items"]["enum"] == list(choice.options(dataset))


def test_the_words_of_a_column_are_those_of_its_vocabulary(description):
    status = description["components"]["schemas"]["letters"]["properties"]["status"]
    assert status["enum"] == [str(term) for term in Status]


def test_every_path_is_described_and_only_reads(description, dataset):
    served = {route.path for route in routes(lambda: dataset)}
    assert set(description["paths"]) == served - {"/api", "/api/v1/", "/api/v1/{table}", "/api/{rest:path}"}
    assert {method for path in description["paths"].values() for method in path} == {"get"}


def test_it_is_openapi_of_the_version_that_it_names(description):
    assert description["openapi"].startswith("3.1.")
    assert description["info"]["license"]["name"]
