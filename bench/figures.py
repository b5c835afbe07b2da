"""What was measured, against what, and whether its goal is met: a row of the table in RESULTS.md."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

HEAD = ("figure", "ours", "against", "its", "ratio", "goal", "met")


@dataclass(frozen=True)
class Pair:
    """Values of a few runs, and those of what they are compared with, if it was there to be measured."""

    ours: Sequence[float]
    theirs: Sequence[float] = ()

    @property
    def ratio(self) -> float | None:
        """The median as a part of that of the other."""
        return (
            statistics.median(self.ours) / statistics.median(self.theirs)
            if self.ours and self.theirs
            else None
        )


@dataclass(frozen=True)
class Goal:
    """At most (or at least) so many times the other; or, if `of` is "ours", so much by itself."""

    limit: float
    of: str = "ratio"
    least: bool = False

    def words(self, unit: str) -> str:
        """Say the goal."""
        bound = "at least" if self.least else "at most"
        return f"{bound} {number(self.limit)}" + (f" {unit}" if self.of == "ours" else "")

    def is_met(self, pair: Pair) -> bool | None:
        """Tell whether the medians meet it; None where nothing was there to compare with."""
        value = statistics.median(pair.ours) if pair.ours and self.of == "ours" else pair.ratio
        if value is None:
            return None
        return value >= self.limit if self.least else value <= self.limit


@dataclass(frozen=True)
class Figure:
    """What it is called, what it is compared with, its goal, and the same under other conditions."""

    name: str
    pair: Pair
    against: str = ""
    goal: Goal | None = None
    unit: str = "ms"
    elsewhere: dict[str, Pair] = field(default_factory=dict)

    def cells(self, conditions: Sequence[str]) -> list[str]:
        """Return the cells of its row."""
        met = self.goal.is_met(self.pair) if self.goal else None
        return [
            self.name,
            spread(self.pair.ours, self.unit),
            self.against,
            spread(self.pair.theirs, self.unit) if self.against else "",
            "" if self.pair.ratio is None else number(self.pair.ratio),
            self.goal.words(self.unit) if self.goal else "",
            "" if not self.goal else {True: "yes", False: "**no**", None: "not measured"}[met],
            *(briefly(self.elsewhere.get(condition), self.unit) for condition in conditions),
        ]


def table(figures: Sequence[Figure]) -> str:
    """Return all figures as a Markdown table; conditions beside the first are further columns."""
    conditions = list(dict.fromkeys(name for figure in figures for name in figure.elsewhere))
    rows = [figure.cells(conditions) for figure in figures]
    return markdown([*HEAD, *conditions], rows)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose columns are aligned for those who read it as text."""
    lines = [list(head), ["---"] * len(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )
    return "\n".join(f"| {line} |" for line in padded)


def briefly(pair: Pair | None, unit: str) -> str:
    """Write the medians of a pair and their ratio into one cell."""
    if pair is None or not pair.ours:
        return ""
    ours = f"{number(statistics.median(pair.ours))} {unit}"
    return ours if pair.ratio is None else f"{ours}, ratio {number(pair.ratio)}"


def spread(values: Sequence[float], unit: str = "ms") -> str:
    """Write the median of some runs, and the least and the most."""
    if not values:
        return "not measured"
    middle = f"{number(statistics.median(values))} {unit}".strip()
    return f"{middle} ({number(min(values))} to {number(max(values))})" if len(values) > 1 else middle


def number(value: float) -> str:
    """Write a number with three digits that count, or all that stand before the point."""
    if value >= 100 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def percentile(values: Sequence[float], part: int) -> float:
    """Return the value below which a part of 100 of the values lie, between two of them in proportion."""
    ordered = sorted(values)
    below = math.floor(at := (len(ordered) - 1) * part / 100)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def exponent(small: float, large: float, times: float) -> float:
    """Return the power of growth: 0 does not grow, 1 grows as the data do, 2 as their square."""
    return math.log(large / small, times)
