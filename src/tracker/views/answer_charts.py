"""How soon the letters of each round were answered: a step chart a round, what is certain and what may be.

All lies at percents of a box, so that one drawing serves every screen, paper and picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import pandas as pd

from tracker.brief.ranges import Range
from tracker.filters import Selection
from tracker.language.words import sentence
from tracker.memo import once
from tracker.over_time import answers_over_time

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
class AnswerChart:
    """The answers to a round: its letters, steps, deadline on the axis, and how things stand on the day."""

    round_id: str
    label: str
    steps: tuple[Step, ...]
    deadline: float | None
    deadline_days: int | None
    letters: int
    answered: Range

    @property
    def total(self) -> str:
        """How many of the letters were answered by the day."""
        return f"{self.answered} of {self.letters}"

    @property
    def share(self) -> str:
        """The same in percent."""
        return self.answered.percent_of(self.letters)

    @property
    def alt(self) -> str:
        """The chart in words."""
        due = "" if self.deadline_days is None else f" Deadline: day {self.deadline_days}."
        return f"{self.label}.{due} {' '.join(step.words for step in self.steps)}"


@dataclass(frozen=True)
class AnswerCharts:
    """The charts of a view, newest round first, on one axis of so many days."""

    days: int
    charts: tuple[AnswerChart, ...]

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """The days to write along the axis, each with where it lies in percent."""
        return tuple((day, round(100 * day / self.days, 2)) for day in range(0, self.days + 1, _TICK))


@once(64)
def answer_charts(selection: Selection) -> AnswerCharts:
    """Return a chart for each round of a view with letters whose recipient a source names."""
    table = answers_over_time(selection)
    days = _axis(table)
    return AnswerCharts(days, tuple(_charts(table, days)))


def answers_headline(selection: Selection) -> str:
    """Say how many letters of a view were answered by the day."""
    charts = answer_charts(selection).charts
    letters = sum(chart.letters for chart in charts)
    if not letters:
        return "No letter of this view has a recipient whom a source names."
    counts = [chart.answered for chart in charts]
    answered = Range(sum(count.at_least for count in counts), sum(count.at_most for count in counts))
    share = f"{answered.share_of(letters)} letters"
    if letters == 1:
        share = "the one letter" if answered.at_least else "none of one letter"
    return sentence(f"how soon letters were answered: an answer is on record for {share}")


def answers_alt(selection: Selection) -> str:
    """Describe the charts in words, "" where there is none."""
    return " ".join(chart.alt for chart in answer_charts(selection).charts)


def _axis(table: pd.DataFrame) -> int:
    """Return how many days the charts show: beyond the last one on which a count grows, or a deadline."""
    grows = (table.groupby("round_id")[["at_least", "at_most"]].diff() > 0).any(axis="columns")
    last = int(max([1, *table.loc[grows, "day"], *table["deadline_days"].dropna()]))
    return _TICK * ceil((last + 1) / _TICK)


def _charts(table: pd.DataFrame, days: int) -> Iterator[AnswerChart]:
    for round_id, rows in table.groupby("round_id", sort=False):
        last = rows.iloc[-1]
        deadline = None if pd.isna(last["deadline_days"]) else int(last["deadline_days"])
        yield AnswerChart(
            round_id=str(round_id),
            label=last["round_label"],
            steps=tuple(_steps(rows, days)),
            deadline=None if deadline is None else round(100 * deadline / days, 2),
            deadline_days=deadline,
            letters=int(last["letters"]),
            answered=Range(int(last["at_least"]), int(last["at_most"])),
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
