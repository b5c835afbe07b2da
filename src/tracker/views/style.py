"""How things look: the colour and fill of each status, the shape of each kind, the colours of the page.

Colour carries status and nothing else; shape carries kind. The colours are of the families of Okabe and
Ito's set, moved until they stand out from page and land by 3:1 in both themes and from each other in the
three colour blindnesses; the tests measure both. Page colours are those of `.streamlit/config.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin
from typing import Literal

from tracker.vocabulary import Evidence, Kind, Status

Theme = Literal["light", "dark"]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"


class Form(StrEnum):
    """How a mark is filled, so that colour is never the only difference."""

    FILLED = "filled"
    BARRED = "barred"
    CROSS = "cross"
    HOLED = "holed"
    DOT = "dot"
    RING = "ring"
    DOTTED_RING = "dotted ring"
    HOLLOW = "hollow"
    """A thin ring, whatever the status: no source names the place as a recipient."""

    @property
    def is_open(self) -> bool:
        """Whether the mark is drawn by its edge, the page showing inside."""
        return self in (Form.RING, Form.DOTTED_RING, Form.HOLLOW)

    @property
    def scale(self) -> float:
        """How large the mark is, by the size of the others."""
        return 0.6 if self is Form.DOT else 1.0

    @property
    def tint(self) -> float:
        """How strongly the area of a place with such a mark is tinted, from 0 to 1."""
        return 0.15 if self.is_open else 0.38


FORMS: Mapping[Status, Form] = {
    Status.ANSWERED: Form.BARRED,
    Status.FLAGGED: Form.BARRED,
    Status.DECLINED: Form.CROSS,
    Status.REMOVED: Form.CROSS,
    Status.CLEARED: Form.HOLED,
    Status.SETTLED: Form.RING,
    Status.NO_DEADLINE: Form.DOTTED_RING,
    Status.LAPSED: Form.DOT,
}
"""The statuses that are not drawn filled. Two of one form differ in lightness, for print in grey."""

WIDTHS: Mapping[Form, float] = dict.fromkeys(Form, 1.0) | {
    Form.RING: 2.0,
    Form.DOTTED_RING: 2.0,
    Form.HOLLOW: 1.2,
}
"""How wide the line around a mark is, in px."""

UNNAMED = "Thin, hollow mark: no source names the place"
"""What the legends say of a hollow mark."""

TINTED = "Tinted area: a state or county that got a letter"
"""What the legends say of a tinted area; a city has a mark alone."""

OUTLINED = "Outlined: the county or counties in which the place lies"
"""What the legend of a record says of a city; the boundaries on record have no cities."""


@dataclass(frozen=True)
class Mark:
    """How the mark of a status is drawn: its colour, the line around it, and its form."""

    colour: str
    line: str
    form: Form


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as `#rrggbb`."""

    page: str
    land: str
    border: str
    grid: str
    text: str
    muted: str
    link: str
    statuses: Mapping[Status, str]

    def mark(self, status: str, evidence: str = "") -> Mark:
        """Return how the mark of a status is drawn; a letter that is inferred has a hollow one."""
        word = Status.of(status)
        colour = self.statuses[word]
        form = form_of(word, evidence)
        # Yellow is too light for a light page: a dark line carries the contrast, in both themes alike, but
        # for a mark that shows the page inside, whose line has the colour of text.
        if word is Status.IN_COURT:
            return Mark(colour, self.text if form.is_open else "#121519", form)
        return Mark(colour, colour if form.is_open else self.page, form)


def form_of(status: str, evidence: str = "") -> Form:
    """Return how the mark of a letter is filled."""
    return Form.HOLLOW if evidence == Evidence.INFERRED else FORMS.get(Status.of(status), Form.FILLED)


def _statuses(blue: str, orange: str, sky: str, purple: str, vermilion: str, green: str, grey: str) -> (
    Mapping[Status, str]
):  # fmt: skip
    return {
        Status.AWAITING: blue,
        Status.NO_ANSWER_FOUND: orange,
        Status.NO_DEADLINE: grey,
        Status.ANSWERED: sky,
        Status.DECLINED: purple,
        Status.FLAGGED: vermilion,
        Status.IN_COURT: "#f0e442",
        Status.SETTLED: green,
        Status.CLEARED: green,
        Status.REMOVED: grey,
        Status.LAPSED: grey,
    }


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        page="#fdfdfb",
        land="#e9e9e4",
        border="#b9bcb5",
        grid="#dfe1dc",
        text="#121519",
        muted="#5a5f66",
        link="#1d4f91",
        statuses=_statuses("#0b4a85", "#be6f0b", "#1f86e5", "#8a2560", "#9e3300", "#00804f", "#7a8089"),
    ),
    "dark": Palette(
        page="#14171c",
        land="#2a3038",
        border="#4c545f",
        grid="#2f353d",
        text="#eceae4",
        muted="#a5a9ae",
        link="#8fb8f0",
        statuses=_statuses("#2a80e0", "#e98c0d", "#84d4fa", "#df86c1", "#d4561f", "#06a868", "#868b92"),
    ),
}


def on_paper() -> Mapping[str, str]:
    """Return the light palette's colour for each of the dark one, both as a browser writes them out."""
    pairs = zip(_colours(PALETTES["dark"]), _colours(PALETTES["light"]), strict=True)
    return {written(dark): written(light) for dark, light in pairs}


def _colours(palette: Palette) -> list[str]:
    page = (
        palette.page,
        palette.land,
        palette.border,
        palette.grid,
        palette.text,
        palette.muted,
        palette.link,
    )
    return [*page, *palette.statuses.values()]


def written(colour: str) -> str:
    """Write a `#rrggbb` colour as a browser does in an element's own style: `rgb(11, 74, 133)`."""
    return f"rgb{_channels(colour)}"


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True)
class Shape:
    """A kind's shape: Plotly's name of it, and its corners on the unit circle's scale (none: a circle)."""

    symbol: str
    corners: tuple[tuple[float, float], ...]


def _ring(count: int, radius: float, turn: float = 0.0, inner: float | None = None) -> (
    tuple[tuple[float, float], ...]
):  # fmt: skip
    """Give evenly spaced corners, y down, from `turn` on; with `inner`, every other lies on that radius."""
    return tuple(
        (round(size * sin(angle), 4), round(-size * cos(angle), 4))
        for step in range(count)
        for angle in [turn + 2 * pi * step / count]
        for size in [radius if inner is None or step % 2 == 0 else inner]
    )


SHAPES: Mapping[Kind, Shape] = {
    Kind.CITY: Shape("circle", ()),
    Kind.COUNTY: Shape("square", _ring(4, 1.25, pi / 4)),
    Kind.STATE: Shape("diamond", _ring(4, 1.3)),
    Kind.CITY_COUNTY: Shape("hexagon", _ring(6, 1.12)),
    Kind.DISTRICT: Shape("star", _ring(10, 1.5, inner=0.65)),
}
"""The shape of each kind; sizes differ so that all cover about the same area."""


def shape_path(kind: str, x: float, y: float, radius: float) -> str:
    """Return the SVG path of a kind's shape around a point; `radius` is that of the circle."""
    corners = SHAPES[Kind.of(kind)].corners
    if not corners:
        half = f"a{radius:g},{radius:g} 0 1,0"
        return f"M{x - radius:g},{y:g}{half} {2 * radius:g},0{half} {-2 * radius:g},0Z"
    return _closed(corners, x, y, radius)


def _closed(corners: tuple[tuple[float, float], ...], x: float, y: float, radius: float) -> str:
    points = (f"{round(x + radius * dx, 2):g},{round(y + radius * dy, 2):g}" for dx, dy in corners)
    return "M" + "L".join(points) + "Z"


INNER: Mapping[Form, tuple[tuple[tuple[float, float], ...], ...]] = {
    Form.BARRED: (((-0.85, -0.22), (0.85, -0.22), (0.85, 0.22), (-0.85, 0.22)),),
    Form.CROSS: (
        ((-0.72, -0.5), (-0.5, -0.72), (0.72, 0.5), (0.5, 0.72)),
        ((0.72, -0.5), (0.5, -0.72), (-0.72, 0.5), (-0.5, 0.72)),
    ),
    Form.HOLED: (_ring(16, 0.42),),
    Form.DOTTED_RING: (_ring(16, 0.36),),
}
"""What is drawn inside the mark of a form, as corners on the unit circle's scale.

It has the colour of the page, inside an open mark its own."""


def inner_path(form: Form, x: float, y: float, radius: float) -> str:
    """Return the SVG path of what is drawn inside a mark around a point, "" where nothing is."""
    return "".join(_closed(corners, x, y, radius) for corners in INNER.get(form, ()))


def faint(colour: str, opacity: float) -> str:
    """Return a `#rrggbb` colour as a translucent CSS colour."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"
