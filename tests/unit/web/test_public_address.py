"""The address of the site is a setting, or else that of the request, if that can stand in a link."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tracker.web.public_address import PublicAddress, base


def home(url="", host="letters.example.org", root_path=""):
    middleware = [Middleware(PublicAddress, url=url)]
    app = Starlette(
        routes=[Route("/", lambda request: PlainTextResponse(base(request)))], middleware=middleware
    )
    client = TestClient(app, base_url="https://letters.example.org", root_path=root_path)
    return client.get("/", headers={"host": host})


def test_without_configuration_it_is_that_of_the_request():
    assert home().text == "https://letters.example.org/"
    assert home(root_path="/tracker").text == "https://letters.example.org/tracker/"


def test_the_configuration_wins():
    assert home("https://news.example.org/doj/").text == "https://news.example.org/doj/"


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501", "my_service:80", "a.example."])
def test_a_host_is_taken_as_it_is(host):
    assert home(host=host).text == f"https://{host}/"


@pytest.mark.parametrize("host", ['a"onload=b', "a.example/x", "a.example?x", "a b", "a:99999", "a:b", "<b>"])
def test_a_host_that_is_none_is_refused_in_json(host):
    answer = home(host=host)
    assert answer.status_code == 400
    assert answer.json()["error"] == "bad request"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert home("https://news.example.org/", host).status_code == 200
