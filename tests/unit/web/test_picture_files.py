"""The pictures over HTTP: of exactly the view in the address, kept by caches, strict about every word."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker.exports.picture_links import LOOKS, PICTURE_FORMS, PICTURES, WIDTH, picture_path, usual_looks
from tracker.web import picture_files

JANUARY = "round=2018-01&as_of=2018-01-25"


@pytest.fixture(scope="module")
def site(dataset):
    app = Starlette(routes=picture_files.routes(lambda: dataset))
    return TestClient(app, base_url="https://letters.example.org")


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("extension", PICTURE_FORMS)
def test_a_picture_is_of_the_view_and_may_be_kept(site, dataset, picture, extension):
    answer = site.get(f"/{picture_path(picture, extension, JANUARY)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == PICTURE_FORMS[extension].media_type
    name = f"doj-{picture}_round-2018-01_as-of-2018-01-25_{dataset.version.name}.{extension}"
    assert answer.headers["content-disposition"] == f'inline; filename="{name}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "max-age" in answer.headers["cache-control"]
    again = site.get(str(answer.url), headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert answer.content != site.get(f"/{picture_path(picture, extension)}").content


@pytest.mark.parametrize("extension", PICTURE_FORMS)
def test_every_look_is_another_picture(site, extension):
    looks = [look for _, look in usual_looks()]
    looks += [{WIDTH: "2400"}] if WIDTH in PICTURE_FORMS[extension].keys else []
    bodies = {site.get(f"/{picture_path('map', extension, JANUARY, **look)}").content for look in looks}
    assert len(bodies) == len(looks)


def test_a_picture_links_to_the_site_that_gave_it(site):
    assert (
        "https://letters.example.org/?round=2018-01&amp;as_of=2018-01-25"
        in site.get(f"/pictures/map.svg?{JANUARY}").text
    )


@pytest.mark.parametrize(
    ("extension", "query", "key"),
    [
        *((extension, f"{key}=blue", key) for extension in PICTURE_FORMS for key in LOOKS),
        ("png", "width=1200&width=2400", "width"),
        ("png", "width=", "width"),
        ("png", "width=99999999999", "width"),
        ("svg", "width=2400", "width"),
        ("svg", "state=XX", "state"),
        ("svg", "theme=dark&nothing=1", "nothing"),
        ("png", "as_of=yesterday", "as_of"),
    ],
)
def test_what_means_nothing_is_refused_with_what_would(site, extension, query, key):
    answer = site.get(f"/pictures/map.{extension}?{query}")
    assert answer.status_code == 400
    (problem,) = answer.json()["problems"]
    assert problem["parameter"] == key
    assert problem["reason"]
    assert problem["allowed"]
