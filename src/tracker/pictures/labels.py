"""Names beside marks: each where it covers no mark and no other name, if need be apart with a line to it.

A name that finds no room at all is left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, dist, pi, sin

import shapely

from tracker.geography import Box
from tracker.pictures.cardtext import LEADING, SANS, Point, width_of

Name = tuple[str, Point]
"""A name with its mark."""

Pair = tuple[float, float]
"""Width and height of a name."""

_GAP = 3.0
"""Between a mark and its name."""

_APART = (18, 24, 32, 40, 50, 60, 70, 80, 95, 110, 140, 180, 220)
"""How far from its mark a name is looked for that has no room beside it."""

_FAR = 80
"""Names that would be farther from their marks than this, or left out, are tried before all others."""

_TURNS = 36
"""In how many directions."""

_BETWEEN = 6.0
"""Between two names side by side."""

_AIR = 3.0
"""Between a name and a line that it may not lie on."""

_CROWD = 90
"""How near other marks are that may have a name in the way."""

_NEAR = 12
"""How far from its mark a line is still within it."""


@dataclass(frozen=True)
class Label:
    """A text with its top left, and the line from its mark where it stands apart."""

    text: str
    at: Point
    line: tuple[Point, ...] = ()

    @property
    def reach(self) -> float:
        """How long the line is."""
        return dist(*self.line) if self.line else 0.0


def labels(
    named: Sequence[Name],
    marks: Sequence[Point],
    size: int,
    radius: float,
    bounds: Box,
    closed: Sequence[Box] = (),
    edges: Sequence[Sequence[Point]] = (),
) -> list[Label]:
    """Place the names of marks.

    Args:
        named: the names, each with its mark.
        marks: every mark, named or not.
        size: of the font.
        radius: how far a mark reaches.
        bounds: left, top, right and bottom of where names may stand.
        closed: where no name may stand.
        edges: lines that no name may lie on, though the line to a name may cross them.
    """
    covered = [(x - radius, y - radius, x + radius, y + radius) for x, y in marks]
    sizes = {text: (width_of(text, SANS, size), size * LEADING) for text, _ in named}
    ordered = sorted(named, key=lambda name: -_neighbours(name[1], marks))

    def placed(first: Collection[str] = ()) -> list[Label]:
        room = _Room([*covered, *closed], bounds, edges)
        early, late = ([name for name in ordered if (name[0] in first) == is_first] for is_first in (1, 0))
        return [*_placed(early, sizes, radius, room), *_placed(late, sizes, radius, room)]

    usual = placed()
    hard = {text for text, _ in named} - {label.text for label in usual if label.reach <= _FAR}
    return min(usual, placed(hard), key=lambda some: _cost(some, len(named))) if hard else usual


def _placed(named: Sequence[Name], sizes: Mapping[str, Pair], radius: float, room: "_Room") -> list[Label]:
    """Place names one after the other: at their marks where there is room, else apart."""
    placed, crowded = [], []
    for text, at in named:
        box = next(filter(room.is_free, _beside(at, *sizes[text], radius + _GAP)), None)
        if box:
            room.take(box)
            placed.append(Label(text, box[:2]))
        else:
            crowded.append((text, at))
    # From the top down, so that lines to names that stand below each other need not cross.
    return [*placed, *_apart(sorted(crowded, key=lambda name: name[1][1]), sizes, room)]


def _cost(placed: Sequence[Label], count: int) -> float:
    """Weigh how names stand: how far from their marks, and worse than that, how many are left out."""
    return sum(label.reach for label in placed) + 1000 * (count - len(placed))


def box_of(label: Label, size: int) -> Box:
    """Return what a name covers at a size of its font."""
    left, top = label.at
    return left, top, left + width_of(label.text, SANS, size), top + size * LEADING


def _apart(crowded: Sequence[Name], sizes: Mapping[str, Pair], room: "_Room") -> Iterator[Label]:
    for text, at in crowded:
        for box, end in _around(at, *sizes[text]):
            if room.is_free(box) and room.is_clear(at, end):
                room.take(box)
                room.lines.append((at, end))
                yield Label(text, box[:2], (at, end))
                break


class _Room:
    """What stands on the map already: marks and names as boxes, and the lines to names."""

    def __init__(self, occupied: list[Box], bounds: Box, edges: Sequence[Sequence[Point]]) -> None:
        self.occupied, self.bounds = occupied, bounds
        self.lines: list[tuple[Point, Point]] = []
        self.edges = shapely.MultiLineString(edges).buffer(_AIR)

    def take(self, box: Box) -> None:
        """Let no other name stand in a box or close beside it, where it would read on."""
        self.occupied.append((box[0] - _BETWEEN, box[1], box[2] + _BETWEEN, box[3]))

    def is_free(self, box: Box) -> bool:
        """Tell whether a name may stand in a box."""
        left, top, right, bottom = self.bounds
        inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        return (
            inside
            and not any(_meet(box, other) for other in self.occupied)
            and not any(is_in(point, box) for line in self.lines for point in _points(*line))
            and not self.edges.intersects(shapely.box(*box))
        )

    def is_clear(self, begin: Point, end: Point) -> bool:
        """Tell whether a line from a mark crosses no name, no other mark and no other such line."""
        points = [point for point in _points(begin, end) if dist(point, begin) > _NEAR]
        line = shapely.LineString([begin, end])
        return not any(is_in(point, box) for box in self.occupied for point in points) and not any(
            line.intersects(shapely.LineString(other)) for other in self.lines
        )


def _neighbours(at: Point, marks: Sequence[Point]) -> int:
    """Count the marks near a mark: where they crowd, names are placed first."""
    return sum(dist(at, mark) < _CROWD for mark in marks)


def _beside(at: Point, width: float, height: float, reach: float) -> Iterator[Box]:
    """Give the places for a name at its mark, the best first: right, left, below, above, and askew."""
    x, y = at
    right, left, middle = x + reach, x - reach - width, x - width / 2
    high, low, level = y - reach - height, y + reach, y - height / 2
    beside = [(right, level), (left, level), (middle, low), (middle, high)]
    askew = [(side, edge) for edge in (low - 6, high + 6) for side in (right, left)]
    for corner in [*beside, *askew]:
        yield (*corner, corner[0] + width, corner[1] + height)


def _around(at: Point, width: float, height: float) -> Iterator[tuple[Box, Point]]:
    """Give places for a name away from its mark, the nearest first, each with the end of the line to it."""
    for far in _APART:
        for step in range(_TURNS):
            angle = 2 * pi * step / _TURNS
            end = (at[0] + far * cos(angle), at[1] + far * sin(angle))
            left = end[0] + 2 if cos(angle) >= 0 else end[0] - 2 - width
            yield (left, end[1] - height / 2, left + width, end[1] + height / 2), end


def _points(begin: Point, end: Point) -> list[Point]:
    """Give points along a line."""
    return [
        (begin[0] + (end[0] - begin[0]) * step / 20, begin[1] + (end[1] - begin[1]) * step / 20)
        for step in range(20)
    ]


def is_in(point: Point, box: Box) -> bool:
    """Tell whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
