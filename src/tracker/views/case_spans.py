"""The court cases of a view on a line of time: each from its filing to its decision or end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

import pandas as pd

from tracker.case_filters import BESIDE, CaseFilters
from tracker.filters import Selection
from tracker.language.datewords import date_in_cell
from tracker.language.words import counted, sentence
from tracker.memo import once
from tracker.row_types import CaseOnDay, typed_rows
from tracker.vocabulary import CaseStatus


@dataclass(frozen=True)
class CaseSpan:
    """A case: its name, its status and dates in words, and where its line begins and ends in percent.

    `begin` is None where the day of filing is not on record, `end` where no decision or end is.
    """

    name: str
    status: CaseStatus
    words: str
    begin: float | None
    end: float | None


@dataclass(frozen=True)
class CaseSpans:
    """The cases in their order, and where each year begins in percent, by its number."""

    cases: tuple[CaseSpan, ...]
    years: tuple[tuple[int, float], ...]


@once(16)
def case_spans(selection: Selection, chosen: CaseFilters) -> CaseSpans:
    """Place the cases of a view in the order chosen."""
    cases = chosen.apply(selection.dataset, selection.as_of)
    first = cases["filed_on_latest"].min()
    if pd.isna(first):
        return CaseSpans((), ())
    scale = _Scale(date(first.year, 1, 1), selection.as_of)
    return CaseSpans(tuple(_span(case, scale) for case in typed_rows(cases, CaseOnDay)), scale.years())


def cases_alt(selection: Selection, chosen: CaseFilters) -> str:
    """Say how many cases there are by status; "" for none."""
    spans = case_spans(selection, chosen).cases
    if not spans:
        return ""
    counts = {status: sum(span.status == status for span in spans) for status in CaseStatus}
    by_status = "; ".join(f"{status.label} {count}" for status, count in counts.items() if count)
    cases = sentence(f"{_counted(spans)} on a line of time, each from its filing to its decision or end")
    return f"{cases} {by_status}."


def cases_headline(selection: Selection, chosen: CaseFilters) -> str:
    """Say how many cases the picture shows, and of which sort."""
    count = _counted(case_spans(selection, chosen).cases)
    sort = chosen.clauses(selection.dataset, BESIDE)
    return sentence(f"{f'{count} {sort}'.rstrip()}, from filing to decision or end").removesuffix(".")


def _counted(spans: Sequence[CaseSpan]) -> str:
    return counted(len(spans), "court case", "court cases")


@dataclass(frozen=True)
class _Scale:
    """A line of days, from the first of a year on."""

    first: date
    last: date

    def at(self, day: pd.Timestamp) -> float:
        """Return where a day stands, in percent."""
        return round(100 * (day.date() - self.first).days / max(1, (self.last - self.first).days), 2)

    def years(self) -> tuple[tuple[int, float], ...]:
        """Return where the years begin, at most eight of them."""
        step = ceil((self.last.year - self.first.year + 1) / 8)
        years = range(self.first.year, self.last.year + 1, step)
        return tuple((year, self.at(pd.Timestamp(year, 1, 1))) for year in years)


def _span(case: CaseOnDay, scale: _Scale) -> CaseSpan:
    over = [day for day in (case["decided_on_latest"], case["ended_on_latest"]) if not pd.isna(day)]
    status = CaseStatus.of(case["status"])
    filed = f"filed {date_in_cell(case['filed_on'])}" if case["filed_on"] else "day of filing not on record"
    return CaseSpan(
        case["name"],
        status,
        f"{filed}; {status.label}",
        None if pd.isna(case["filed_on_latest"]) else scale.at(case["filed_on_latest"]),
        scale.at(min(over)) if over else None,
    )
