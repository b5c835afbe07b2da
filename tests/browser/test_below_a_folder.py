"""The live page below a folder of another site, behind a real nginx that does not pass Host."""

from urllib.parse import urljoin

import pytest

from proxying import SHIPPED, proxied
from reader import LINK, reading

pytestmark = pytest.mark.browser

PASSES_HOST = "    proxy_set_header Host $http_host;\n"
LINKS = "links => links.map(link => link.getAttribute('href') || link.getAttribute('content'))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    assert PASSES_HOST in SHIPPED
    with proxied(SHIPPED.replace(PASSES_HOST, ""), tmp_path_factory.mktemp("nginx"), "/letters") as (
        public,
        _,
    ):
        yield public


@pytest.mark.parametrize("page", ["", "rounds", "record?id=jackson-ms"])
def test_no_link_of_a_live_page_leads_out_of_the_folder(browser, folder, page):
    with reading(browser, folder, width=1280, height=1000) as reader:
        seen = reader.open(page).page
        head = seen.locator("head").locator(
            "link[rel=canonical], link[rel=alternate], meta[property='og:url']"
        )
        links = head.evaluate_all(LINKS) + seen.locator("#root a[href]").evaluate_all(LINKS)
        site = folder.removesuffix("letters")
        own = [link for link in (urljoin(seen.url, link) for link in links) if link.startswith(site)]
        assert len(own) > 10
        assert [link for link in own if not link.startswith(f"{folder}/")] == []
        assert f"{folder}/{page}" in own


def test_what_is_taken_elsewhere_names_the_folder(browser, folder):
    with reading(browser, folder, width=1280, height=1000) as reader:
        said = reader.open(LINK).text("share")
        assert f"{folder}/{LINK}" in said
        assert f'src="{folder}/?' in reader.page.locator(".st-key-share").text_content()
