"""How soon the letters of each round were answered: a step chart a round, what is certain and what may be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

import pandas as pd

from tracker.address import Address
from tracker.brief.ranges import Range
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.overtime import answers_over_time
from tracker.pages.engine import render

TABLE = "answers"

_TICK = 30
"""Days between two dates of the axis."""


@dataclass(frozen=True)
class Step:
    """A part of a chart between two days on which a count grows.

    Attributes:
        left: where it begins, in percent of the width.
        width: how wide it is, likewise.
        least: how high what is certain is, in percent of all letters.
        most: how high what is possible is, likewise.
        words: what it says.
    """

    left: float
    width: float
    least: float
    most: float
    words: str


@dataclass(frozen=True)
class Chart:
    """The answers to a round: its letters, steps, deadline on the axis, and how things stand on the day."""

    label: str
    href: str
    steps: tuple[Step, ...]
    deadline: float | None
    deadline_days: int | None
    total: str
    share: str


def answers_html(selection: Selection, address: Address) -> str:
    """Return a chart for each round of a view with letters whose recipient a source names."""
    table = answers_over_time(selection)
    if table.empty:
        return ""
    days = _axis(table)
    return render(
        "answers.html.j2",
        charts=list(_charts(table, days, address)),
        ticks=[(day, round(100 * day / days, 2)) for day in range(0, days + 1, _TICK)],
        files=[
            (form.title, file_path(TABLE, form.extension, address.filters.to_query()))
            for form in formats_of(TABLE)
        ],
    )


def _axis(table: pd.DataFrame) -> int:
    """Return how many days the charts show: beyond the last one on which a count grows, or a deadline."""
    grows = (table.groupby("round_id")[["at_least", "at_most"]].diff() > 0).any(axis="columns")
    last = int(max([1, *table.loc[grows, "day"], *table["deadline_days"].dropna()]))
    return _TICK * ceil((last + 1) / _TICK)


def _charts(table: pd.DataFrame, days: int, address: Address) -> Iterator[Chart]:
    for round_id, rows in table.groupby("round_id", sort=False):
        last = rows.iloc[-1]
        count, letters = Range(int(last["at_least"]), int(last["at_most"])), int(last["letters"])
        deadline = None if pd.isna(last["deadline_days"]) else int(last["deadline_days"])
        yield Chart(
            label=last["round_label"],
            href=Address(replace(address.filters, round=(str(round_id),))).link(""),
            steps=tuple(_steps(rows, days)),
            deadline=None if deadline is None else round(100 * deadline / days, 2),
            deadline_days=deadline,
            total=f"{count} of {letters}",
            share=count.percent_of(letters),
        )


def _steps(rows: pd.DataFrame, days: int) -> Iterator[Step]:
    """Give the steps of a round up to the day of the view or the end of the axis."""
    letters = int(rows["letters"].iloc[0])
    ends = [*rows["day"].iloc[1:], rows["day"].iloc[-1]]
    for day, end, least, most in zip(rows["day"], ends, rows["at_least"], rows["at_most"], strict=True):
        if day < days:
            yield Step(
                left=round(100 * day / days, 2),
                width=round(100 * (min(end, days) - day) / days, 2),
                least=round(100 * least / letters, 1),
                most=round(100 * most / letters, 1),
                words=f"By day {day}: {Range(int(least), int(most))} of {letters}.",
            )
