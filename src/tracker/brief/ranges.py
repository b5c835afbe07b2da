"""Numbers that depend on days not known: a least and a most, and how prose says them."""

from dataclasses import dataclass

import pandas as pd

from tracker.language.words import percent, share


@dataclass(frozen=True)
class Range:
    """A count that is known to lie between two numbers, both included."""

    at_least: int
    at_most: int

    @classmethod
    def of(cls, certain: "pd.Series[bool]", possible: "pd.Series[bool]") -> "Range":
        """Count the rows that are certain, and those that are at least possible."""
        return cls(int(certain.sum()), int((certain | possible).sum()))

    @property
    def is_known(self) -> bool:
        """Whether the two are the same number."""
        return self.at_least == self.at_most

    @property
    def open(self) -> int:
        """How many are possible and not certain."""
        return self.at_most - self.at_least

    def share_of(self, total: int) -> str:
        """Write it as a part of a whole: `four of the 23`, `at least four of the 23`, `up to all 23`."""
        if self.is_known:
            return share(self.at_least, total)
        if self.at_least:
            return f"at least {share(self.at_least, total)}"
        return f"up to {share(self.at_most, total)}"

    def percent_of(self, total: int) -> str:
        """Write it as a percentage of a whole, or as two: `45%`, `39% to 41%`."""
        return " to ".join(dict.fromkeys(percent(part / total) for part in (self.at_least, self.at_most)))

    def __str__(self) -> str:
        """Write it in a table: `4`, `4 to 6`."""
        return str(self.at_least) if self.is_known else f"{self.at_least} to {self.at_most}"
