"""Enlarged parts of the map, out at sea: where places stand so close that their marks would hide each other.

An inset is to the map what Alaska and Hawaii are: a part of the plane, drawn larger and elsewhere on it. So
whatever draws the map draws its insets, and their marks are marks like any other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from tracker.geography import Box, Numbers, Pair

DETAIL = 80.0
"""How much is left out of outlines in an inset, in units of the plane: a pixel of a map of 620 px."""


GAP = 250.0
"""Between the box of an inset and its name, in units of the plane."""

Corner = Literal["bottom left", "bottom right", "top left"]


@dataclass(frozen=True)
class Inset:
    """An enlarged part of the map.

    Attributes:
        name: what its label says, line by line.
        centre: the point of the plane in its middle.
        scale: how much larger than on the map everything is.
        box: the (x0, y0, x1, y1) on the plane where it stands.
        label: by which corner of the box its name stands, below or above it.
    """

    name: tuple[str, ...]
    centre: tuple[float, float]
    scale: float
    box: Box
    label: Corner = "bottom left"

    @property
    def area(self) -> Box:
        """The (x0, y0, x1, y1) of the plane that it shows."""
        width, height = (self.box[2] - self.box[0]) / self.scale, (self.box[3] - self.box[1]) / self.scale
        x, y = self.centre
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    @property
    def move(self) -> tuple[float, float]:
        """What is added to an enlarged point, so that it lies in the box."""
        x0, y0, x1, y1 = self.box
        x, y = self.centre
        return (x0 + x1) / 2 - self.scale * x, (y0 + y1) / 2 - self.scale * y

    def covers(self, x: npt.ArrayLike, y: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Tell which points of the plane it shows."""
        x0, y0, x1, y1 = self.area
        east, north = np.asarray(x, float), np.asarray(y, float)
        return (east >= x0) & (east <= x1) & (north >= y0) & (north <= y1)

    def spots(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
        """Return where points of the plane lie in the box."""
        return np.asarray(x) * self.scale + self.move[0], np.asarray(y) * self.scale + self.move[1]

    def shapes(self, shapes: Iterable[BaseGeometry]) -> Iterator[BaseGeometry]:
        """Give what can be seen of shapes of the plane, in the box."""
        for shape in shapes:
            seen = shapely.clip_by_rect(shape, *self.area)
            if not seen.is_empty:
                large = affine_transform(seen, (self.scale, 0, 0, self.scale, *self.move))
                yield shapely.simplify(large, DETAIL)

    @property
    def is_named_above(self) -> bool:
        """Whether its name stands above the box."""
        return self.label.startswith("top")

    @property
    def is_named_leftward(self) -> bool:
        """Whether its name ends at the right edge of the box, in place of beginning at the left one."""
        return self.label.endswith("right")

    @property
    def label_at(self) -> tuple[float, float]:
        """Where its name begins or ends, below or above the box."""
        x0, y0, x1, y1 = self.box
        return x1 if self.is_named_leftward else x0, y1 + GAP if self.is_named_above else y0 - GAP

    @property
    def pointer(self) -> shapely.LineString:
        """The line from the part of the map to the box."""
        return shapely.shortest_line(shapely.box(*self.area), shapely.box(*self.box))


MOST = 12.0
"""How much larger a part of the map is drawn at most: beyond it the boundaries show their corners."""

AIR = 0.9
"""How much of the width or height a part takes up that is drawn as large as the map."""


def filling(box: Box, bounds: Box) -> Inset:
    """Return what shows a part of the map, with some air around it, as large as a box allows."""
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    fitting = AIR * min((box[2] - box[0]) / width, (box[3] - box[1]) / height)
    centre = ((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
    return Inset((), centre, min(MOST, fitting), box)


INSETS = (
    Inset(("Bay Area",), (-22700.0, 19550.0), 4.3, (-28300.0, 11000.0, -23900.0, 21000.0)),
    Inset(("Chicago",), (6780.0, 21235.0), 5.7, (10000.0, 26300.0, 14000.0, 29900.0), "top left"),
    Inset(
        ("New York and", "New Jersey"),
        (18130.0, 21770.0),
        7.2,
        (19900.0, 13400.0, 24300.0, 21600.0),
        "bottom right",
    ),
    Inset(("South Florida",), (15700.0, 4750.0), 1.8, (8800.0, 4300.0, 12800.0, 7400.0), "bottom right"),
)
"""Where marks crowd, and where there is room at sea."""


def insets_for(x: npt.ArrayLike, y: npt.ArrayLike, apart: float) -> tuple[Inset, ...]:
    """Return the insets that show at least two places less than `apart` from each other."""
    spots = np.column_stack([np.asarray(x, float), np.asarray(y, float)])
    return tuple(inset for inset in INSETS if _is_crowded(spots[inset.covers(x, y)], apart))


def _is_crowded(spots: Numbers, apart: float) -> bool:
    """Tell whether two points are less than `apart` from each other."""
    points = np.atleast_1d(np.asarray(shapely.points(spots), dtype=object))
    first, second = shapely.STRtree(points).query(points, predicate="dwithin", distance=apart)
    return bool((first != second).any())
