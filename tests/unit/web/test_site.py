"""The address of the site comes from its configuration, or else from the request."""

import pytest
from starlette.requests import Request

from tracker.web.site import base


def a_request(host=b"letters.example.org", root=""):
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "https",
            "server": ("127.0.0.1", 8501),
            "path": f"{root}/record",
            "root_path": root,
            "query_string": b"id=jackson-ms",
            "headers": [(b"host", host)],
        }
    )


def test_without_configuration_it_is_that_of_the_request(monkeypatch):
    monkeypatch.delenv("TRACKER_URL", raising=False)
    assert base(a_request()) == "https://letters.example.org/"
    assert base(a_request(root="/tracker")) == "https://letters.example.org/tracker/"


@pytest.mark.parametrize("configured", ["https://news.example.org/doj", "https://news.example.org/doj/"])
def test_the_configuration_wins(monkeypatch, configured):
    monkeypatch.setenv("TRACKER_URL", configured)
    assert base(a_request()) == "https://news.example.org/doj/"


@pytest.mark.parametrize(
    "configured", ["news.example.org", "ftp://news.example.org", "https://", "https://a.example/?q=1", "/doj"]
)
def test_a_configuration_that_is_no_web_address_is_refused(monkeypatch, configured):
    monkeypatch.setenv("TRACKER_URL", configured)
    with pytest.raises(ValueError, match="TRACKER_URL is not a web address"):
        base(a_request())
