"""Court cases in a picture: a line for each, from its filing to its decision or end, and how it stands."""

from functools import partial

from tracker.case_filters import CaseFilters
from tracker.filters import Selection
from tracker.pictures.cardtext import SANS, Pen, Point
from tracker.pictures.part import INNER, MARGIN, KeyEntry, Part, box, key, space, stack
from tracker.views.case_spans import CaseSpan, CaseSpans, case_spans
from tracker.views.style import Palette

_NAMES, _STATES, _PITCH, _HEAD, _SIZE = 464, 230, 21, 26, 14
"""Widths of the names and of the words at the right, heights of a row and of the head, size of all words."""

_LEFT, _WIDTH = MARGIN + _NAMES, INNER - _NAMES - _STATES
"""Where the line of time begins, and how long it is."""


def cases_part(selection: Selection, chosen: CaseFilters, palette: Palette) -> Part:
    """Draw the cases of a view below their key, in the order chosen."""
    shown = case_spans(selection, chosen)
    marks = [
        KeyEntry(partial(_draw_filing, palette), "Filed"),
        KeyEntry(partial(_draw_end, palette), "Decided, settled or ended"),
    ]
    height = _HEAD + _PITCH * len(shown.cases)
    return stack([key(marks, palette.text), space(10), Part(height, partial(_draw, shown, palette))])


def _draw(shown: CaseSpans, palette: Palette, pen: Pen, top: float) -> None:
    foot = top + _HEAD + _PITCH * len(shown.cases)
    for year, percent in shown.years:
        pen.line([(_x(percent), top + _HEAD - 6), (_x(percent), foot)], palette.grid, 1.0)
        pen.text((_x(percent) + 3, top), str(year), SANS, _SIZE, palette.muted)
    for row, span in enumerate(shown.cases):
        with pen.named(f"{span.name}: {span.words}."):
            _draw_case(span, palette, pen, top + _HEAD + row * _PITCH)


def _draw_case(span: CaseSpan, palette: Palette, pen: Pen, top: float) -> None:
    middle = top + _PITCH / 2
    pen.paragraph((MARGIN, top + 1), span.name, SANS, _SIZE, palette.text, _NAMES - 12, 1)
    if span.begin is not None and span.end is not None:
        pen.line([(_x(span.begin), middle), (_x(span.end), middle)], palette.muted, 2.0)
    if span.begin is not None:
        _draw_filing(palette, pen, (_x(span.begin), middle))
    if span.end is not None:
        _draw_end(palette, pen, (_x(span.end), middle))
    at = (_LEFT + _WIDTH + 16, top + 1)
    pen.paragraph(at, span.status.label, SANS, _SIZE, palette.text, _STATES - 16, 1)


def _draw_filing(palette: Palette, pen: Pen, at: Point) -> None:
    x, y = at
    pen.area(box(x - 3, y - 3, x + 3, y + 3), palette.page, palette.text, 1.5)


def _draw_end(palette: Palette, pen: Pen, at: Point) -> None:
    x, y = at
    pen.area([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], palette.text)


def _x(percent: float) -> float:
    return _LEFT + _WIDTH * percent / 100
