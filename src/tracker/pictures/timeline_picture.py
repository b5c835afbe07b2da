"""The timeline of a picture: the lanes of the page, one below the other, with their axis and key."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.pictures.cardmap import corners_of, draw_mark, mixed
from tracker.pictures.cardtext import SANS, SERIF, Pen, Point
from tracker.pictures.part import INNER, MARGIN, KeyEntry, Part, box, key, space, stack, words
from tracker.views.axis import Axis
from tracker.views.lanes import GROUP_SHAPES, Chapter, Group, Lane, Lanes, folds_words, lanes
from tracker.views.style import Palette
from tracker.views.wording import capital
from tracker.vocabulary import Evidence, Kind

_NAMES, _STATES = 200, 230
"""Width of the columns of names and of statuses."""

_LEFT, _WIDTH = MARGIN + _NAMES, INNER - _NAMES - _STATES
"""Where the days begin, and how wide they are."""

_STATUS = _LEFT + _WIDTH + 15
"""Where the statuses begin."""

_PITCH, _HEADING, _AXIS = 21, 30, 46
"""Height of a lane, of the heading of a round, and of the axis."""

_SIZE = 14


def timeline_part(selection: Selection, palette: Palette) -> Part:
    """Draw the lanes of a view below what is said of them."""
    drawn = lanes(selection)
    height = _AXIS + sum(_heights(drawn))
    return stack(
        [
            words(_caption(drawn), SANS, 16, palette.muted, 3),
            space(8),
            key(_entries(selection, drawn.axis, palette), palette.text),
            space(8),
            Part(height, partial(_draw, drawn, selection.as_of, palette)),
        ]
    )


def _caption(drawn: Lanes) -> str:
    unnamed = any(lane.is_inferred for chapter in drawn.chapters for lane in chapter.lanes)
    hollow = "; a hollow bar is a letter whose recipient no source names" if unnamed else ""
    folded = f" Folded where the axis is broken: {folds_words(drawn.axis)}." if drawn.axis.folds else ""
    return f"A bar runs from a letter to its deadline{hollow}.{folded}"


def _entries(selection: Selection, axis: Axis, palette: Palette) -> Iterator[KeyEntry]:
    for group in Group:
        yield KeyEntry(partial(_draw_group, palette, group), selection.campaign.say(group))
    if axis.day is not None:
        yield KeyEntry(partial(_draw_day, palette), f"Day of this view, {ap_date(selection.as_of)}")


def _heights(drawn: Lanes) -> Iterator[float]:
    for chapter in drawn.chapters:
        yield _HEADING * bool(chapter.heading) + _PITCH * len(chapter.lanes)


def _draw(drawn: Lanes, as_of: date, palette: Palette, pen: Pen, top: float) -> None:
    _draw_axis(drawn.axis, as_of, palette, pen, top)
    top += _AXIS
    for chapter, height in zip(drawn.chapters, _heights(drawn), strict=True):
        first = top + _HEADING * bool(chapter.heading)
        pen.paragraph((MARGIN, top + 7), chapter.heading, SERIF, 16, palette.text, INNER, 1)
        _draw_days(drawn.axis, palette, pen, first, top + height)
        _draw_chapter(chapter, palette, pen, first)
        top += height


def _draw_axis(axis: Axis, as_of: date, palette: Palette, pen: Pen, top: float) -> None:
    """Draw the strip of events by month, the dates, and what the columns hold."""
    most, floor = max((month.count for month in axis.months), default=1), top + 22
    for month in axis.months:
        left = _x(month.at)
        right = left + max(1.0, month.width * _WIDTH / 100)
        with pen.named(f"{month.label}: {month.count} on record"):
            bar = box(left, floor - 20 * month.count / most, right, floor)
            pen.area(bar, mixed(palette.muted, palette.page, 0.55))
    pen.text((MARGIN, floor - 14), "Events by month", SANS, 13, palette.muted)
    pen.text((_STATUS, floor - 14), f"Status on {ap_date(as_of)}", SANS, 13, palette.muted)
    for tick in axis.ticks:
        pen.text((_x(tick.at) + 4, floor + 2), tick.label, SANS, 13, palette.muted)
    _draw_days(axis, palette, pen, floor + 2, top + _AXIS)


def _draw_days(axis: Axis, palette: Palette, pen: Pen, top: float, foot: float) -> None:
    """Draw the lines of the dates, the folds and the day of the view through a part of the lanes."""
    folds = [fold.at for fold in axis.folds]
    lines = [(_x(tick.at), palette.grid, 1.0) for tick in axis.ticks]
    lines += [(_x(at) + side, palette.muted, 1.0) for at in folds for side in (-2, 2)]
    lines += [(_x(axis.day), palette.link, 1.5)] if axis.day is not None else []
    for x, colour, width in lines:
        pen.line([(x, top), (x, foot)], colour, width)


def _draw_chapter(chapter: Chapter, palette: Palette, pen: Pen, top: float) -> None:
    for lane in chapter.lanes:
        with pen.named(" ".join([f"{lane.label}: {lane.words}.", *(mark.words for mark in lane.marks)])):
            _draw_lane(lane, palette, pen, top)
        top += _PITCH


def _draw_lane(lane: Lane, palette: Palette, pen: Pen, top: float) -> None:
    grade = Evidence.INFERRED if lane.is_inferred else ""
    colour = palette.mark(lane.status).colour if lane.status else palette.muted
    pen.paragraph((MARGIN, top + 1), lane.label, SANS, _SIZE, palette.text, _NAMES - 12, 1)
    _draw_span(lane, colour, palette, pen, top + _PITCH / 2)
    for mark in lane.marks:
        if mark.begin < mark.end:
            days = [(_x(mark.begin), top + _PITCH / 2), (_x(mark.end), top + _PITCH / 2)]
            pen.line(days, palette.muted, 1.0)
        _draw_group(palette, mark.group, pen, (_x(mark.at), top + _PITCH / 2))
    if lane.status:
        x = _LEFT + _WIDTH + 20
        draw_mark(pen, lane.status, Kind.CITY, (x, top + _PITCH / 2), 5, grade, palette)
        pen.paragraph(
            (x + 12, top + 1), capital(lane.status.short), SANS, _SIZE, palette.text, _STATES - 32, 1
        )


def _draw_span(lane: Lane, colour: str, palette: Palette, pen: Pen, middle: float) -> None:
    """Draw the day of the letter and the bar to its deadline, hollow where no source names the place."""
    begin, dot = _x(lane.begin), corners_of(Kind.CITY, (_x(lane.begin), middle), 4)
    if lane.end is not None:
        bar = box(begin, middle - 3, max(_x(lane.end), begin + 1), middle + 3)
        if lane.is_inferred:
            pen.area(bar, palette.page, colour, 1.0)
        else:
            pen.area(bar, mixed(colour, palette.page, 0.5))
    pen.area(dot, palette.page if lane.is_inferred else colour, colour, 1.0)


def _draw_group(palette: Palette, group: Group, pen: Pen, at: Point) -> None:
    corners = [(at[0] + (x - 50) / 10, at[1] + (y - 50) / 10) for x, y in GROUP_SHAPES[group]]
    pen.area(corners, palette.text)


def _draw_day(palette: Palette, pen: Pen, at: Point) -> None:
    pen.line([(at[0], at[1] - 8), (at[0], at[1] + 8)], palette.link, 1.5)


def _x(percent: float) -> float:
    return _LEFT + _WIDTH * percent / 100
