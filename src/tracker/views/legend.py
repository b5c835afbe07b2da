"""The marks of statuses and kinds in figures."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

from tracker.views.style import SHAPES, WIDTHS, Form, Palette
from tracker.vocabulary import Kind


def marker(
    palette: Palette, statuses: Iterable[str], kinds: Iterable[str], size: int, grades: Iterable[str] = ()
) -> dict[str, Any]:
    """Return Plotly's description of marks: one per status and kind, `size` px across.

    `grades` are those of the evidence, one per status; left out, no mark is hollow.
    """
    graded = zip_longest(statuses, grades, fillvalue="")
    marks = [palette.mark(status, grade) for status, grade in graded]
    filled = [not mark.form.is_open for mark in marks]
    dot = ["-dot" if mark.form is Form.DOTTED_RING else "" for mark in marks]
    return {
        "symbol": [SHAPES[Kind.of(kind)].symbol + end for kind, end in zip(kinds, dot, strict=True)],
        # A ring is a mark filled with the page's colour, so that nothing shows through it.
        "color": [mark.colour if full else palette.page for mark, full in zip(marks, filled, strict=True)],
        "line": {
            "color": [mark.line for mark in marks],
            "width": [WIDTHS[mark.form] for mark in marks],
        },
        "size": [size * mark.form.scale for mark in marks],
        "opacity": 1,
    }


STROKES: Mapping[Form, tuple[str, int]] = {
    Form.BARRED: ("line-ew", 8),
    Form.CROSS: ("x-thin", 7),
    Form.HOLED: ("circle", 4),
}
"""What is drawn on the marks of a form in the colour of the page: Plotly's symbol, and its size in px."""


def strokes(palette: Palette, statuses: Iterable[str]) -> dict[str, Any]:
    """Return Plotly's description of what is drawn on marks of these statuses, all of `STROKES`."""
    drawn = [STROKES[palette.mark(status).form] for status in statuses]
    return {
        "symbol": [symbol for symbol, _ in drawn],
        "size": [size for _, size in drawn],
        "color": palette.page,
        "line": {"color": palette.page, "width": 2},
        "opacity": 1,
    }
