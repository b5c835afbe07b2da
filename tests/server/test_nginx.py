"""Behind a real nginx: as the shipped file has it, below a folder, and where Host is not passed on."""

import re
import urllib.error
import urllib.request
from urllib.parse import urljoin

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from proxying import SHIPPED, proxied
from tracker.pages.site import PAGES

CARELESS = """
server {
    listen 80;
    location / {
        proxy_pass http://127.0.0.1:8501;
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
    }
}
"""
"""What many have: WebSockets pass, Host does not."""


@pytest.fixture(scope="module", params=["", "/letters"])
def site(request, tmp_path_factory):
    """The public address of a server behind the shipped file, at its root and below a folder."""
    with proxied(SHIPPED, tmp_path_factory.mktemp("nginx"), request.param) as (public, _):
        yield public


def handshake(public, origin):
    address = public.replace("http://", "ws://")
    with connect(f"{address}/_stcore/stream", origin=origin, subprotocols=["streamlit"], open_timeout=10):
        pass


def origin_of(public):
    return "/".join(public.split("/")[:3])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_all_that_it_names_is_there(site, page):
    address = f"{site}/{page}" + "?id=jackson-ms" * (page == "record")
    with urllib.request.urlopen(address) as answer:
        html = answer.read().decode()
    named = re.findall(r'(?:src|href|content)="((?:\./|https?://localhost)[^"]*)"', html)
    named = {urljoin(address, link.replace("&amp;", "&")).partition("#")[0] for link in named}
    assert {link for link in named if not f"{link}/".startswith(f"{site}/")} == set()
    for link in sorted(named)[:25]:
        with urllib.request.urlopen(link) as answer:
            assert answer.status == 200


def test_the_live_page_connects_and_a_foreign_one_does_not(site):
    handshake(site, origin_of(site))
    with pytest.raises(InvalidStatus) as refused:
        handshake(site, "https://evil.example")
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", ["record/?id=jackson-ms", "rounds/"])
def test_a_slash_too_many_stays_on_the_site(site, path):
    with urllib.request.urlopen(f"{site}/{path}") as answer:
        assert answer.url == f"{site}/{path.replace('/', '')}"


def test_a_folder_without_its_slash_leads_into_it(site):
    with urllib.request.urlopen(f"{site}?state=CA") as answer:
        assert answer.url.replace(site, "").lstrip("/") == "?state=CA"
        assert b"California" in answer.read()


def test_what_is_not_there_has_its_icon_and_its_links_on_the_site(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{site}/a/b/nothing")
    html = refused.value.read().decode()
    (icon,) = re.findall(r'<link rel="icon" href="([^"]*)"', html)
    assert urljoin(f"{site}/a/b/nothing", icon) == f"{site}/favicon.png"


def test_a_proxy_that_does_not_pass_host_does_not_keep_the_page_from_going_live(tmp_path):
    with proxied(CARELESS, tmp_path) as (public, _):
        handshake(public, public)
        with urllib.request.urlopen(f"{public}/feed.atom") as answer:
            assert f"{public}/".encode() in answer.read()
