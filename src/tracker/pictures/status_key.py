"""The entries of a key for statuses: colour and form, and the hollow mark of what no source names."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from tracker.campaign import Campaign
from tracker.pages.cardmap import RADIUS, corners_of, draw_mark
from tracker.pages.cardtext import Pen, Point
from tracker.pictures.part import KeyEntry
from tracker.views.style import UNNAMED, WIDTHS, Form, Palette
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


def _mark(palette: Palette, status: Status, pen: Pen, at: Point) -> None:
    draw_mark(pen, status, Kind.CITY, at, RADIUS, palette=palette)


def _hollow(palette: Palette, pen: Pen, at: Point) -> None:
    width = 1.2 * WIDTHS[Form.HOLLOW]
    pen.area(corners_of(Kind.CITY, at, RADIUS), palette.page, palette.muted, width)
