"""`/card.png` answers with the picture of exactly the view in its address, and refuses what means nothing."""

from dataclasses import replace
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker.address import Address
from tracker.clock import today
from tracker.pages.head import CARD_SIZE, card_link
from tracker.pictures.card import MARGIN, SMALLEST, card_of, other_version
from tracker.pictures.cardtext import SANS, width_of
from tracker.web import card_routes
from tracker.web.assets import icon_routes


@pytest.fixture
def site(dataset):
    return TestClient(Starlette(routes=[*card_routes.routes(lambda: dataset), *icon_routes()]))


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


def test_the_address_without_day_and_version_gives_the_newest(site, dataset):
    link = card_link(Address.parse("state=CA", dataset), dataset, today(dataset.campaign.time_zone))
    assert "as_of=" in link
    assert link.endswith(f"&version={dataset.version}")
    assert site.get(f"/{link}").content == site.get("/card.png?state=CA").content


def test_a_card_of_another_version_is_drawn_from_these_data_and_says_so(site, dataset):
    release = next(name for name in dataset.releases if name != dataset.version.name)
    names = (release, release.partition("-")[0], "2031.01.01-0badf00d", "spring", dataset.version.name, "")
    day, release, *unknown, own, none = [
        site.get(f"/card.png?as_of=2018-01-25&version={name}").content for name in names
    ]
    assert day == release
    assert len({day, *unknown}) == 2
    assert own == none
    assert own not in {day, *unknown}


@pytest.mark.parametrize(
    ("pinned", "says"),
    [
        (None, "researched to"),
        ("2026.11.25-f7a34f41", ", not 2026.11.25-f7a34f41 of the link"),
        ("2026.11.25", ", not 2026.11.25-f7a34f41 of the link"),
        ("spring", ", not that of the link"),
    ],
)
def test_the_last_line_of_a_card_names_its_version_and_fits(dataset, pinned, says):
    view = replace(card_of(Address(), dataset, date(2026, 9, 26)), other=other_version(pinned or "", dataset))
    assert dataset.version.name in view.source
    assert says in view.source
    assert width_of(view.source, SANS, SMALLEST) <= CARD_SIZE[0] - 2 * MARGIN


def test_whatever_changes_no_card_makes_no_second_picture(dataset, monkeypatch):
    drawn, fresh = [], replace(dataset)
    monkeypatch.setattr(card_routes, "card_png", lambda card: drawn.append(card) or b"a picture")
    site = TestClient(Starlette(routes=card_routes.routes(lambda: fresh)))
    for query in ("", "sort=sent", "version=a", "version=b", "show=map", f"version={dataset.version}"):
        assert site.get(f"/card.png?state=CA&as_of=2018-01-25&{query}").status_code == 200
    assert len(drawn) == 2  # that of these data, and that of others


@pytest.mark.parametrize(
    "query", ["state=XX", "nothing=1", "as_of=yesterday", "version=<b>", "version=a&version=b"]
)
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
