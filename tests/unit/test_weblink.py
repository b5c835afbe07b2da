"""One rule for links: what a reader can follow, and what breaks a page or does harm."""

import pytest

from tracker.weblink import complaint, host


@pytest.mark.parametrize(
    "url",
    [
        "https://www.justice.gov/opa/pr/x?a=1#part",
        "http://example.org",
        "https://example.org:8443/a_(b)",
        "https://xn--bcher-kva.example/é",
        "https://Example.ORG/%20",
    ],
)
def test_a_link_to_a_page_is_good(url):
    assert complaint(url) == ""


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("javascript:alert(1)", "http"),
        ("ftp://example.org/x", "http"),
        ("//example.org/x", "http"),
        ("example.org", "http"),
        ("", "http"),
        ("https://[::1", "cannot be read"),
        ("https://user:secret@example.org/", "password"),
        ("https://user@example.org/", "user"),
        ("https://example.org:99999/", "cannot be read"),
        ("https://example.org:port/", "cannot be read"),
        ("https://example.org:0/", "no port"),
        ("https:///path", "names no site"),
        ("https://localhost/", "names no site"),
        ("http://127.0.0.1:8501/", "names no site"),
        ("https://-a.example.org/", "names no site"),
        ("https://a..example.org/", "names no site"),
        ('https://example.org/"onmouseover="x', "cannot stand"),
        ("https://example.org/a b", "cannot stand"),
        ("https://example.org/a\u00a0b", "cannot stand"),
        ("https://example.org/a\nb", "cannot stand"),
        ("https://example.org/<x>", "cannot stand"),
    ],
)
def test_what_is_no_link_to_a_page_is_said(url, why):
    assert why in complaint(url)


@pytest.mark.parametrize("url", ["https://[::1", "letters", "", "https://"])
def test_what_cannot_be_read_names_no_host(url):
    assert host(url) == ""


def test_a_host_has_no_www():
    assert host("https://www.justice.gov/opa") == "justice.gov"
