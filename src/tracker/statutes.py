"""The laws under which the public asks for records, as `data/statutes.csv` has them."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.regions import STATES
from tracker.row_types import Law, typed_rows

UNITED_STATES = "US"
_NAMES = {UNITED_STATES: "the United States", "DC": "the District of Columbia"}


@dataclass(frozen=True)
class Reference:
    """The published page that supports the citation of a law, and the day on which it was read."""

    publisher: str
    title: str
    url: str
    seen_on: date


@dataclass(frozen=True)
class Statute:
    """A public records law by name, and where it is found; without a reference it has no citation."""

    name: str
    citation: str = ""
    reference: Reference | None = None

    def __str__(self) -> str:
        """Print both: `Mississippi Public Records Act of 1983, Miss. Code 25-61-1`."""
        return f"{self.name}, {self.citation}" if self.citation else self.name


def statute_of(state: str, laws: pd.DataFrame) -> Statute:
    """Return the law of a state, or of the United States, from the table of laws.

    A law that is not in the table, or that no page supports, is named without a section.

    Args:
        state: a postal code, or `US`.
        laws: the table `statutes` of a dataset.
    """
    for law in typed_rows(laws[laws["state"] == state], Law):
        if not (law["citation"] and isinstance(seen_on := law["seen_on"], pd.Timestamp)):
            return Statute(law["name"])
        reference = Reference(law["publisher"], law["title"], law["url"], seen_on.date())
        return Statute(law["name"], law["citation"], reference)
    return Statute(f"public records law of {_NAMES.get(state) or STATES[state].name}")
