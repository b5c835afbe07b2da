"""Problems found in the data: each with an address an editor can go to, all of them at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from enum import StrEnum

MOST = 20
"""Problems of one kind in one file that a printed report lists."""


class Severity(StrEnum):
    """An error keeps the data from loading; a warning is listed and shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where.

    `line` is the line of the file, counted from 1 with the header; 0 means the file as a whole.
    `row` is the row's key, its parts joined by " + ".
    """

    file: str
    line: int
    row: str
    column: str
    code: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        """Print as `letters.csv:12 [2018-01 + jackson-ms] deadline_on: message (code)`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        row = f" [{self.row}]" if self.row else ""
        column = f" {self.column}" if self.column else ""
        return _visible(f"{place}{row}{column}: {self.severity}: {self.message} ({self.code})")


@dataclass(frozen=True)
class Report:
    """All problems of one load, in order of their address."""

    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "Report":
        """Sort the problems by address and drop repeats."""
        return cls(tuple(sorted(set(problems), key=astuple)))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the data from loading."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    def summary(self) -> str:
        """Count errors and warnings: `1 error, 3 warnings`."""
        return f"{_count(len(self.errors), 'error')}, {_count(len(self.warnings), 'warning')}"

    def __str__(self) -> str:
        """Print one problem a line, of one kind in one file the first twenty, then the count."""
        return "\n".join([*self._lines(), self.summary()])

    def _lines(self) -> Iterator[str]:
        kinds = Counter((problem.file, problem.code) for problem in self.problems)
        printed: Counter[tuple[str, str]] = Counter()
        for problem in self.problems:
            kind = (problem.file, problem.code)
            printed[kind] += 1
            if printed[kind] <= MOST:
                yield str(problem)
            elif printed[kind] == kinds[kind]:
                yield f"{problem.file}: and {kinds[kind] - MOST:,} more of this kind ({problem.code})"


class DataError(Exception):
    """The data did not pass its checks; `report` carries every problem found."""

    def __init__(self, report: Report) -> None:
        """Keep the report and say it all in the message."""
        super().__init__(f"the data did not pass its checks\n{report}")
        self.report = report


def _visible(text: str) -> str:
    """Write spaces that are not plain, and signs of no width, by their numbers: `[U+00A0]`."""
    return "".join(sign if sign.isprintable() or sign == "\n" else f"[U+{ord(sign):04X}]" for sign in text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
