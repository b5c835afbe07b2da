"""The theme is readable, and Streamlit knows every setting: it only warns about those that it does not."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

SETTINGS = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))
THEMES = ["light", "dark"]
READABLE = 4.5
VISIBLE = 3
WHITE = (255, 255, 255)
CAPTION = 0.6  # Streamlit draws captions in the text colour at this opacity.

Colour = tuple[float, ...]


def colour(theme, name):
    text = SETTINGS["theme"][theme][name].removeprefix("#")
    return tuple(int(text[place : place + 2], 16) for place in (0, 2, 4))


def luminance(rgb: Colour) -> float:
    parts = [part / 255 for part in rgb]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def faded(ink: Colour, paper: Colour) -> Colour:
    return tuple(CAPTION * i + (1 - CAPTION) * p for i, p in zip(ink, paper, strict=True))


@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("theme", THEMES)
def test_text_links_and_captions_are_readable(theme, paper):
    ground, ink = colour(theme, paper), colour(theme, "textColor")
    assert contrast(ink, ground) >= READABLE
    assert contrast(colour(theme, "linkColor"), ground) >= READABLE
    assert contrast(faded(ink, ground), ground) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
def test_white_is_readable_on_buttons_and_tags(theme):
    assert contrast(WHITE, colour(theme, "primaryColor")) >= READABLE


@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_edge_of_a_field_can_be_seen(theme, paper):
    assert contrast(colour(theme, "borderColor"), colour(theme, paper)) >= VISIBLE


def names(table, prefix):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from names(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def test_streamlit_knows_every_setting():
    known = set(config.get_config_options())
    assert [name for name in names(SETTINGS, "") if name not in known] == []


def test_fonts_come_from_the_reader():
    fonts = [value for name, value in SETTINGS["theme"].items() if name.endswith(("font", "Font"))]
    assert fonts
    assert not [font for font in fonts if "http" in font or ":" in font]
