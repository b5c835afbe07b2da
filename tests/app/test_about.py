"""The about page as Streamlit's own test harness sees it."""

import pytest

from ui.server_settings import settings
from visiting import html


@pytest.fixture(autouse=True)
def _settings_are_read_anew():
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_the_page_opens(visit, monkeypatch):
    monkeypatch.delenv("TRACKER_CONTACT", raising=False)
    at = visit(as_of="2018-01-25", state="CA")
    assert not at.exception
    assert "What this is and is not" in html(at)
    assert "Jan. 25, 2018" in html(at)
    assert "Open an issue where you found this project" in html(at)


def test_the_address_for_errors_is_configuration(visit, monkeypatch):
    monkeypatch.setenv("TRACKER_CONTACT", "editors@example.org")
    assert 'href="mailto:editors@example.org"' in html(visit())


def test_what_the_link_asks_in_vain_is_named(visit):
    at = visit(colour="red")
    assert not at.exception
    assert html(at).count("; ignored") == 1
