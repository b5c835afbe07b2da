"""The entries of a key for statuses: colour and form; the hollow mark of what no source names, the tint."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from tracker.campaign import Campaign
from tracker.pictures.cardmap import RADIUS, corners_of, draw_mark, mixed
from tracker.pictures.cardtext import Pen, Point
from tracker.pictures.part import KeyEntry, box
from tracker.views.style import TINTED, UNNAMED, WIDTHS, Form, Palette
from tracker.vocabulary import Evidence, Kind, Status


def status_entries(rows: pd.DataFrame, campaign: Campaign, palette: Palette) -> Iterator[KeyEntry]:
    """Give an entry for each status of some letters or places, in the order of the vocabulary."""
    statuses = set(rows["status"])
    for status in Status:
        if status in statuses:
            yield KeyEntry(partial(_mark, palette, status), campaign.say(status.label))


def unnamed_entries(rows: pd.DataFrame, palette: Palette) -> Iterator[KeyEntry]:
    """Give the entry of hollow marks, where some letters or places have one."""
    if Evidence.INFERRED in set(rows["evidence"]):
        yield KeyEntry(partial(_hollow, palette), UNNAMED)


def tint_entries(rows: pd.DataFrame, palette: Palette) -> Iterator[KeyEntry]:
    """Give the entry of tinted areas, where some letters or places are of a state or county."""
    if any(Kind.of(kind).is_shaped for kind in set(rows["kind"])):
        yield KeyEntry(partial(_tint, palette), TINTED)


def _mark(palette: Palette, status: Status, pen: Pen, at: Point) -> None:
    draw_mark(pen, status, Kind.CITY, at, RADIUS, palette=palette)


def _tint(palette: Palette, pen: Pen, at: Point) -> None:
    x, y = at
    ground = mixed(palette.muted, palette.land, Form.FILLED.tint)
    pen.area(box(x - 9, y - 6, x + 9, y + 6), ground, palette.muted, 1.0)


def _hollow(palette: Palette, pen: Pen, at: Point) -> None:
    width = 1.2 * WIDTHS[Form.HOLLOW]
    pen.area(corners_of(Kind.CITY, at, RADIUS), palette.page, palette.muted, width)
