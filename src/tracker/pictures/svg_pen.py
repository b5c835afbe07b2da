"""A pen that writes SVG: the same lines, areas and words as on an image, and what each of them is."""

from collections.abc import Iterator
from contextlib import contextmanager

from tracker.pictures.cardtext import SANS, SERIF, Pen, Point, ascent_of, clean, width_of
from tracker.views.svg import xml_text

_FACES = {
    SERIF: 'font-family="Source Serif Pro, Source Serif 4, Georgia, serif" font-weight="600"',
    SANS: 'font-family="Source Sans Pro, Source Sans 3, Helvetica Neue, Arial, sans-serif"',
}
"""The fonts that lines are measured in, and what stands in for them; a line keeps its width in any."""


class SvgPen(Pen):
    """Collects elements in `parts`. Looks are attributes: the policy of the site lets no style pass."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, at: Point, text: str, font: str, size: int, colour: str) -> None:
        """Write one line with its top left at a point."""
        x, y = at[0], at[1] + ascent_of(font, size)
        width = width_of(text, font, size)
        if width:
            self.parts.append(
                f'<text x="{x:.1f}" y="{y:.1f}" {_FACES[font]} font-size="{size}" fill="{colour}" '
                f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{xml_text(clean(text))}</text>'
            )

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """Draw a line through points."""
        path = _path(points)
        self.parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>')

    def area(self, points: list[Point], fill: str, line: str = "", width: float = 0.0) -> None:
        """Fill what lies within points, and draw a line around it where it has a width."""
        edge = f' stroke="{line}" stroke-width="{width:g}" stroke-linejoin="round"' if width else ""
        self.parts.append(f'<path d="{_path(points)}Z" fill="{fill}"{edge}/>')

    @contextmanager
    def named(self, title: str) -> Iterator[None]:
        """Put what is drawn meanwhile into one group, which a pointer is told the title of."""
        self.parts.append(f"<g><title>{xml_text(title)}</title>")
        yield
        self.parts.append("</g>")


def _path(points: list[Point]) -> str:
    return "M" + "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points)
