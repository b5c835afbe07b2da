"""What stands between Streamlit's page and its reader."""

from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tracker.web.rewriting import Pages


def test_an_error_of_the_live_application_is_no_page():
    broken = Starlette(routes=[Route("/", lambda request: HTMLResponse("<p>It broke.</p>", 500))])
    site = TestClient(Starlette(routes=[Route("/", Pages(broken, lambda request, html: None))]))
    answer = site.get("/")
    assert (answer.status_code, answer.text) == (500, "<p>It broke.</p>")
