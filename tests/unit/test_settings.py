"""Settings are read once and wrong ones are refused with one line that names them."""

from pathlib import Path

import pytest

from tracker.resources import data_folder
from tracker.settings import Settings, SettingsError, frame_ancestors, is_host


def test_without_any_the_shipped_data_are_served_to_anyone():
    settings = Settings.from_env({})
    assert settings == Settings(data_folder().resolve())
    assert (settings.url, settings.origin, settings.frame_ancestors, settings.hsts) == ("", "", "*", 0)


def test_every_variable_has_its_field(tmp_path):
    settings = Settings.from_env(
        {
            "TRACKER_DATA": str(tmp_path),
            "PORT": "8600",
            "TRACKER_URL": "https://News.Example.org/doj",
            "TRACKER_CONTACT": "desk@example.org",
            "TRACKER_FRAME_ANCESTORS": "  https://a.example   https://*.b.example ",
            "TRACKER_HSTS": "31536000",
        }
    )
    assert settings == Settings(
        folder=tmp_path.resolve(),
        port=8600,
        url="https://News.Example.org/doj/",
        contact="desk@example.org",
        frame_ancestors="https://a.example https://*.b.example",
        hsts=31536000,
    )
    assert settings.origin == "news.example.org"


def test_a_folder_is_kept_by_its_absolute_path(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Settings.from_env({}, folder=Path("data")).folder == tmp_path / "data"
    assert Settings.from_env({"TRACKER_DATA": "data"}).folder == tmp_path / "data"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("TRACKER_URL", url)
            for url in (
                "letters.example.org",
                "ftp://letters.example.org",
                "https://",
                "https://a.example/?q=1",
                "https://a.example/#top",
                "/doj",
                " https://x.org",
                "https://x.org ",
                'https://x"onload=.org/',
                "https://user:pw@x.org/",
                "https://x.org/sub path/",
                "https://x.org:99999/",
                "https://[::1",
                "https://x.org\n",
            )
        ),
        ("TRACKER_FRAME_ANCESTORS", "*; script-src *"),
        ("TRACKER_FRAME_ANCESTORS", "https://a.example javascript:alert(1)"),
        ("TRACKER_FRAME_ANCESTORS", "'none' https://a.example"),
        ("TRACKER_FRAME_ANCESTORS", "self'"),
        ("TRACKER_FRAME_ANCESTORS", "https://a.example, https://b.example"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("PORT", "8501.0"),
        ("TRACKER_HSTS", "a year"),
        ("TRACKER_HSTS", "-1"),
        ("TRACKER_DATA", "/no/such/folder"),
        ("TRACKER_DATA", __file__),
        ("STREAMLIT_SERVER_BASE_URL_PATH", "letters"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_one_line(name, value):
    with pytest.raises(SettingsError) as refusal:
        Settings.from_env({name: value})
    assert name in str(refusal.value) or name == "TRACKER_DATA"
    assert "\n" not in str(refusal.value).replace(value, "")


@pytest.mark.parametrize(
    "sources", ["*", "'self'", "'none'", "https:", "https://a.example:8443 b.example *.c.example"]
)
def test_sources_that_browsers_know_are_taken(sources):
    assert frame_ancestors(sources) == sources


@pytest.mark.parametrize(("text", "host"), [("a.example:80", True), ("a.example:99999", False), ("", False)])
def test_a_host_has_a_port_that_there_is(text, host):
    assert is_host(text) is host
