"""Words on a picture, in the fonts that the package carries: no server has the same ones."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

_FONTS = Path(__file__).parent / "fonts"
SERIF, SANS = "SourceSerifPro-Semibold.ttf", "SourceSansPro-Regular.ttf"

LEADING = 1.18
"""Height of a line by the size of its font."""

_MOST = 600
"""Characters of a text that are looked at: more never have room."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")

_QUOTES = re.compile("([“”‘’])")  # noqa: RUF001 - these are the marks

Point = tuple[float, float]


class Pen:
    """Draws in units of the finished picture, on one that is `scale` times as large."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: int) -> None:
        self.draw, self.scale = draw, scale

    def text(self, at: Point, text: str, font: str, size: int, colour: str) -> None:
        """Write one line with its top left at a point."""
        place = (at[0] * self.scale, at[1] * self.scale)
        face = _font(font, size * self.scale)
        for piece in _pieces(_clean(text)):
            self.draw.text(place, piece, colour, face)
            place = (place[0] + _advance(piece, face), place[1])

    def paragraph(
        self, at: Point, text: str, font: str, size: int, colour: str, width: float, lines: int
    ) -> float:
        """Write a text in lines of a width, an ellipsis where it is cut, and return where it ends."""
        x, y = at
        for line in _fitted(_clean(text), _font(font, size * self.scale), width * self.scale, lines):
            self.text((x, y), line, font, size, colour)
            y += size * LEADING
        return y

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """Draw a line through points."""
        self.draw.line(self._scaled(points), colour, round(width * self.scale), joint="curve")

    def area(self, points: list[Point], fill: str, line: str = "", width: float = 0.0) -> None:
        """Fill what lies within points, and draw a line around it where it has a width."""
        scaled = self._scaled(points)
        self.draw.polygon(scaled, fill)
        if width:
            self.draw.line([*scaled, scaled[0], scaled[1]], line, round(width * self.scale), joint="curve")

    def _scaled(self, points: list[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same wherever Pillow runs; the other depends on a library that may be missing.
    return ImageFont.truetype(str(_FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)


def _clean(text: str) -> str:
    """Leave out what is no letter: control characters and marks that turn the direction of writing."""
    return " ".join(_CONTROL.sub(" ", text[:_MOST]).split())


def _pieces(text: str) -> list[str]:
    """Take a text apart at its quotation marks, which are set one by one."""
    return [piece for piece in _QUOTES.split(text) if piece]


def _advance(piece: str, font: ImageFont.FreeTypeFont) -> float:
    """Say how far to go on after a piece: the serif font gives its double marks the width of single ones."""
    return font.getbbox(piece)[2] if _QUOTES.fullmatch(piece) else font.getlength(piece)


def _length(text: str, font: ImageFont.FreeTypeFont) -> float:
    return sum(_advance(piece, font) for piece in _pieces(text))


def fitted(text: str, font: str, size: int, width: float) -> list[str]:
    """Break a text into lines of a width, at a size, however many there are."""
    return list(_broken(_clean(text), _font(font, size), width))


def _fitted(text: str, font: ImageFont.FreeTypeFont, width: float, lines: int) -> list[str]:
    """Break a text into at most so many lines; the last ends with an ellipsis where more would follow."""
    broken = list(_broken(text, font, width))
    if len(broken) <= lines:
        return broken
    if lines < 1:
        return []
    return [*broken[: lines - 1], _cut(f"{broken[lines - 1]} …", font, width)]


def _broken(text: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _length(longer, font) > width:
            yield _cut(line, font, width)
            longer = word
        line = longer
    if line:
        yield _cut(line, font, width)


def _cut(line: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """Shorten a line that is too long for its width, a single word included."""
    if _length(line, font) <= width:
        return line
    kept = line.rstrip(" …")
    while kept and _length(f"{kept}…", font) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
