"""Two views side by side: that of an address, and one that the address names to set against it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from tracker.address import AGAINST, ALL, Address
from tracker.address_values import Refused
from tracker.dataset import Dataset
from tracker.filters import Filters, Selection
from tracker.grouping import totals
from tracker.letter_key import LETTER_KEY


@dataclass(frozen=True)
class Sides:
    """Two views of one day."""

    first: Selection
    second: Selection

    @property
    def both(self) -> tuple[Selection, Selection]:
        """The two, the address's own first."""
        return self.first, self.second

    @property
    def shared(self) -> int:
        """How many letters are in both."""
        return len(self.first.letters[LETTER_KEY].merge(self.second.letters[LETTER_KEY], on=LETTER_KEY))


def sides_of(address: Address, dataset: Dataset, today: date) -> tuple[Sides | None, tuple[Refused, ...]]:
    """Read the two views of an address, and what in the second means nothing; None where it names none."""
    value = address.values.get(AGAINST, "")
    filters, refused = second_view(value, dataset)
    named = [*_refused(refused), *_of_another_day(filters)]
    filters = filters.drop("as_of")
    if not value or (value != ALL and not filters.active()):
        return None, tuple(named)
    first = address.filters.apply(dataset, today)
    second = replace(filters, as_of=address.filters.as_of).apply(dataset, today)
    return Sides(first, second), tuple(named)


def second_view(value: str, dataset: Dataset) -> tuple[Filters, tuple[Refused, ...]]:
    """Read the value of the key that names a second view, and what in it means nothing."""
    return Filters.parse("" if value == ALL else value, dataset)


def against(filters: Filters) -> str:
    """Write filters as the value of the key that sets them against those of an address."""
    return filters.drop("as_of").to_query() or ALL


def sides_table(sides: Sides) -> pd.DataFrame:
    """Count both views.

    Returns:
        Two rows: `side` (1 and 2), `side_label` (what it holds, in words), `filters` (as in a link), and the
        counts of `tracker.grouping.group_table`.
    """
    return pd.DataFrame(
        {
            "side": number,
            "side_label": selection.filters.in_words(selection.dataset),
            "filters": selection.filters.drop("as_of").to_query(),
            **totals(selection),
        }
        for number, selection in enumerate(sides.both, start=1)
    )


def _refused(parts: tuple[Refused, ...]) -> Iterator[Refused]:
    """Name what is refused of the second view under the key that holds it."""
    for part in parts:
        yield Refused(AGAINST, f"{part.key}={part.value}", part.reason, part.consequence)


def _of_another_day(filters: Filters) -> Iterator[Refused]:
    if filters.as_of:
        yield Refused(AGAINST, f"as_of={filters.as_of}", "is a day of its own; both views are of one day")
