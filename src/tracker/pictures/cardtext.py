"""Words on a picture, in the fonts that the package carries: no server has the same ones."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

from tracker.memo import once

_FONTS = Path(__file__).parent / "fonts"
SERIF, SANS = "SourceSerifPro-Semibold.ttf", "SourceSansPro-Regular.ttf"

LEADING = 1.18
"""Height of a line by the size of its font."""

_MEASURE = 2
"""How much larger than it is written a text is measured: the same lines, however large the picture is."""

_MOST = 600
"""Characters of a text that are looked at: more never have room."""

_BLANKS = re.compile(r"[^\S\xa0]+")
"""What a line may be broken at: a no-break space it may not."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")

_QUOTES = re.compile("([“”‘’])")  # noqa: RUF001 - these are the marks

Point = tuple[float, float]


class Pen(ABC):
    """Draws a picture in units of the finished one, whatever it is drawn on."""

    @abstractmethod
    def text(self, at: Point, text: str, font: str, size: int, colour: str) -> None:
        """Write one line with its top left at a point."""

    @abstractmethod
    def line(self, points: list[Point], colour: str, width: float) -> None:
        """Draw a line through points."""

    @abstractmethod
    def area(self, points: list[Point], fill: str, line: str = "", width: float = 0.0) -> None:
        """Fill what lies within points, and draw a line around it where it has a width."""

    def named(self, title: str) -> AbstractContextManager[None]:
        """Say what is drawn meanwhile, where a picture can carry that."""
        return nullcontext()

    def paragraph(
        self, at: Point, text: str, font: str, size: int, colour: str, width: float, lines: int
    ) -> float:
        """Write a text in lines of a width, an ellipsis where it is cut, and return where it ends."""
        x, y = at
        face = _font(font, size * _MEASURE)
        for line in _fitted(clean(text), face, width * _MEASURE, lines):
            self.text((x, y), line, font, size, colour)
            y += size * LEADING
        return y


class ImagePen(Pen):
    """Draws on an image that is `scale` times as large; its upper edge lies at `top` of the picture."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: int, top: float = 0) -> None:
        self.draw, self.scale, self.top = draw, scale, top

    def text(self, at: Point, text: str, font: str, size: int, colour: str) -> None:
        """Write one line with its top left at a point."""
        (place,) = self._scaled([at])
        face = _font(font, size * self.scale)
        for piece in _pieces(clean(text)):
            self.draw.text(place, piece, colour, face)
            place = (place[0] + _advance(piece, face), place[1])

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
        return [(x * self.scale, (y - self.top) * self.scale) for x, y in points]


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same wherever Pillow runs; the other depends on a library that may be missing.
    return ImageFont.truetype(str(_FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)


def clean(text: str) -> str:
    """Leave out what is no letter: control characters and marks that turn the direction of writing."""
    return _BLANKS.sub(" ", _CONTROL.sub(" ", text[:_MOST])).strip()


def _pieces(text: str) -> list[str]:
    """Take a text apart at its quotation marks, which are set one by one."""
    return [piece for piece in _QUOTES.split(text) if piece]


def _advance(piece: str, font: ImageFont.FreeTypeFont) -> float:
    """Say how far to go on after a piece: the serif font gives its double marks the width of single ones."""
    return font.getbbox(piece)[2] if _QUOTES.fullmatch(piece) else font.getlength(piece)


def width_of(text: str, font: str, size: int) -> float:
    """Return how wide a line is."""
    return _length(clean(text), _font(font, size * _MEASURE)) / _MEASURE


def ascent_of(font: str, size: int) -> float:
    """Return how far the line on which letters stand lies below the top of a line."""
    return _font(font, size * _MEASURE).getmetrics()[0] / _MEASURE


def _length(text: str, font: ImageFont.FreeTypeFont) -> float:
    return sum(_advance(piece, font) for piece in _pieces(text))


def fitted(text: str, font: str, size: int, width: float) -> list[str]:
    """Break a text into lines of a width, at a size, however many there are."""
    return list(_broken(clean(text), _font(font, size), width))


@once(2048)
def _fitted(text: str, font: ImageFont.FreeTypeFont, width: float, lines: int) -> tuple[str, ...]:
    """Break a text into at most so many lines; the last ends with an ellipsis where more would follow."""
    broken = tuple(_broken(text, font, width))
    if len(broken) <= lines:
        return broken
    if lines < 1:
        return ()
    return (*broken[: lines - 1], _cut(f"{broken[lines - 1]} …", font, width))


def _broken(text: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
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
