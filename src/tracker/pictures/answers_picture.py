"""The answers over time of a picture: a step chart a round, as on the page, with their axis and key."""

from functools import partial

import shapely

from tracker.filters import Selection
from tracker.pictures.cardmap import mixed
from tracker.pictures.cardtext import SANS, Pen, Point
from tracker.pictures.part import INNER, MARGIN, KeyEntry, Part, box, key, space, stack, words
from tracker.views.answer_charts import AnswerChart, AnswerCharts, answer_charts
from tracker.views.style import Palette
from tracker.vocabulary import Status

_ROUNDS, _TOTALS = 110, 206
"""Width of the columns of rounds and of totals."""

_LEFT, _WIDTH = MARGIN + _ROUNDS, INNER - _ROUNDS - _TOTALS
"""Where the days begin, and how wide they are."""

_CHART, _PITCH, _AXIS = 46, 60, 24
"""Height of a chart, from one chart to the next, and of the axis."""

_SIZE = 15
_CAPTION = (
    "The share of each round’s letters with an answer on public record, by days since the letter. The whole "
    "height is all letters whose recipient a source names. A place without an answer on record may still "
    "have answered; a refusal is counted apart."
)


def answers_part(selection: Selection, palette: Palette) -> Part:
    """Draw the charts of a view below what is said of them."""
    drawn = answer_charts(selection)
    entries = [
        KeyEntry(partial(_certain_key, palette), "Answered by then"),
        KeyEntry(partial(_possible_key, palette), "Possibly answered by then, the day not known"),
        KeyEntry(partial(_due_key, palette), "Deadline"),
    ]
    return stack(
        [
            words(_CAPTION, SANS, 16, palette.muted, 3),
            space(8),
            key(entries, palette.text),
            space(8),
            Part(_AXIS + _PITCH * len(drawn.charts), partial(_draw, drawn, palette)),
        ]
    )


def _draw(drawn: AnswerCharts, palette: Palette, pen: Pen, top: float) -> None:
    pen.text((MARGIN, top), "Letters of", SANS, _SIZE, palette.muted)
    pen.text((_LEFT + _WIDTH + 16, top), "Answered", SANS, _SIZE, palette.muted)
    for day, at in drawn.ticks[:-1]:
        pen.text((_x(at), top), f"{day} days" if day else "Day 0", SANS, _SIZE, palette.muted)
    for number, chart in enumerate(drawn.charts):
        foot = top + _AXIS + number * _PITCH + _CHART
        for _, at in drawn.ticks:
            pen.line([(_x(at), foot - _CHART), (_x(at), foot)], palette.grid, 1.0)
        with pen.named(chart.alt):
            _draw_chart(chart, palette, pen, foot)


def _draw_chart(chart: AnswerChart, palette: Palette, pen: Pen, foot: float) -> None:
    pen.text((MARGIN, foot - _CHART / 2 - 9), chart.label, SANS, _SIZE, palette.text)
    said = f"{chart.total} ({chart.share})"
    pen.paragraph(
        (_LEFT + _WIDTH + 16, foot - _CHART / 2 - 9), said, SANS, _SIZE, palette.text, _TOTALS - 16, 1
    )
    pen.line([(_LEFT, foot), (_LEFT + _WIDTH, foot)], palette.muted, 1.0)
    for step in chart.steps:
        if not step.width:  # the day of the view, on which the line ends
            continue
        left, right = _x(step.left), _x(step.left + step.width)
        least, most = (foot - _CHART * share / 100 for share in (step.least, step.most))
        if most < least:
            _draw_possible(palette, pen, (left, most, right, least))
        if step.least:
            _draw_certain(palette, pen, (left, least, right, foot))
    if chart.deadline is not None:
        _draw_due(palette, pen, _x(chart.deadline), foot)


def _draw_certain(palette: Palette, pen: Pen, bounds: tuple[float, float, float, float]) -> None:
    left, top, right, _ = bounds
    pen.area(box(*bounds), palette.statuses[Status.ANSWERED])
    pen.line([(left, top), (right, top)], palette.text, 2.0)


def _draw_possible(palette: Palette, pen: Pen, bounds: tuple[float, float, float, float]) -> None:
    """Draw what is possible striped, so that grey print tells it from what is certain."""
    colour = palette.statuses[Status.ANSWERED]
    left, top, right, foot = bounds
    pen.area(box(*bounds), mixed(colour, palette.page, 0.15))
    step = 6
    for number in range(int((right - left + foot - top) / step) + 1):
        begin = left - (foot - top) + number * step
        stripe = shapely.LineString([(begin, foot), (begin + foot - top, top)])
        seen = shapely.clip_by_rect(stripe, *bounds)
        if not seen.is_empty:
            pen.line([(x, y) for x, y in shapely.get_coordinates(seen)], colour, 1.2)
    pen.line([(left, top), (right, top)], colour, 1.0)


def _draw_due(palette: Palette, pen: Pen, x: float, foot: float) -> None:
    for dash in range(0, _CHART, 8):
        pen.line([(x, foot - dash), (x, foot - min(dash + 5, _CHART))], palette.text, 2.0)


def _certain_key(palette: Palette, pen: Pen, at: Point) -> None:
    _draw_certain(palette, pen, (at[0] - 8, at[1] - 7, at[0] + 8, at[1] + 7))


def _possible_key(palette: Palette, pen: Pen, at: Point) -> None:
    _draw_possible(palette, pen, (at[0] - 8, at[1] - 7, at[0] + 8, at[1] + 7))


def _due_key(palette: Palette, pen: Pen, at: Point) -> None:
    for dash in (-8, 0):
        pen.line([(at[0], at[1] + dash), (at[0], at[1] + dash + 5)], palette.text, 2.0)


def _x(percent: float) -> float:
    return _LEFT + _WIDTH * percent / 100
