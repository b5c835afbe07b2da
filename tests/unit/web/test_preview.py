"""`/card.png` answers with the picture of exactly the view in its address, and refuses what means nothing."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker.web import preview
from tracker.web.assets import icon_routes


@pytest.fixture
def site(dataset):
    return TestClient(Starlette(routes=[*preview.routes(lambda: dataset), *icon_routes()]))


def test_a_card_is_a_png_that_caches_may_keep(site):
    answer = site.get("/card.png?round=2018-01&as_of=2018-01-25")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert "max-age" in answer.headers["cache-control"]
    assert site.get(str(answer.url), headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_head_says_how_large_it_is(site):
    assert int(site.head("/card.png").headers["content-length"]) == len(site.get("/card.png").content)


def test_a_record_and_an_open_place_have_their_own(site):
    pictures = {site.get(f"/card.png?{query}").content for query in ("", "id=jackson-ms", "place=jackson-ms")}
    assert len(pictures) == 3


@pytest.mark.parametrize("query", ["state=XX", "nothing=1", "as_of=yesterday"])
def test_what_means_nothing_is_refused(site, query):
    answer = site.get(f"/card.png?{query}")
    assert answer.status_code == 400
    assert answer.json()["problems"]


@pytest.mark.parametrize("path", ["/favicon.png", "/favicon.ico"])
def test_the_icon_is_the_trackers_own(site, path):
    answer = site.get(path)
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["rounds", "changes", "cases", "compare"])
def test_pages_of_another_sort_have_cards_of_their_own(site, path):
    answer = site.get(f"/cards/{path}.png?state=CA")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content != site.get("/card.png?state=CA").content
