"""What a picture is put together of, from top to bottom: words, a key, a map, lanes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.pictures.cardtext import LEADING, SANS, Pen, Point, fitted, width_of
from tracker.pictures.painting import WIDTH

MARGIN = 32
INNER = WIDTH - 2 * MARGIN
"""Width of what stands between the margins."""


@dataclass(frozen=True)
class Part:
    """A part of a picture: its height, and what draws it below a line."""

    height: float
    draw: Callable[[Pen, float], None]


def stack(parts: Sequence[Part]) -> Part:
    """Put parts below each other."""

    def draw(pen: Pen, top: float) -> None:
        for part in parts:
            part.draw(pen, top)
            top += part.height

    return Part(sum(part.height for part in parts), draw)


def space(height: float) -> Part:
    """Leave some room."""
    return Part(height, lambda pen, top: None)


def words(text: str, font: str, size: int, colour: str, lines: int) -> Part:
    """Write a text between the margins, in at most so many lines."""
    count = min(lines, len(fitted(text, font, size, INNER)))

    def draw(pen: Pen, top: float) -> None:
        pen.paragraph((MARGIN, top), text, font, size, colour, INNER, lines)

    return Part(count * size * LEADING, draw)


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return the corners of a rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


@dataclass(frozen=True)
class KeyEntry:
    """A line of the key: what draws its mark around a point, and what the mark means."""

    mark: Callable[[Pen, Point], None]
    label: str


_ROW, _SIZE, _MARK = 26, 16, 24
"""Height of a row of the key, size of its words, and room for a mark before them."""


def key(entries: Iterable[KeyEntry], colour: str) -> Part:
    """Write a key in as few rows as it needs."""
    rows = _rows(entries)

    def draw(pen: Pen, top: float) -> None:
        for number, row in enumerate(rows):
            for x, entry in row:
                y = top + number * _ROW
                entry.mark(pen, (x + 8, y + _SIZE * LEADING / 2 + 1))
                pen.text((x + _MARK, y), entry.label, SANS, _SIZE, colour)

    return Part(len(rows) * _ROW, draw)


def _rows(entries: Iterable[KeyEntry]) -> list[list[tuple[float, KeyEntry]]]:
    """Break the entries into rows, each with where it begins."""
    rows: list[list[tuple[float, KeyEntry]]] = []
    x: float = WIDTH
    for entry in entries:
        width = _MARK + width_of(entry.label, SANS, _SIZE)
        if x + width > WIDTH - MARGIN:
            rows.append([])
            x = MARGIN
        rows[-1].append((x, entry))
        x += width + 24
    return rows
