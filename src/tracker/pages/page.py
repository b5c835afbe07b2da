"""What a page says, whoever shows it: the live dashboard, or the answer that stands before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ParamSpec

from tracker.address_values import Refused
from tracker.memo import once

P = ParamSpec("P")

KEPT = 8_000_000
"""How many characters of each kind of page are kept."""


@dataclass(frozen=True)
class Page:
    """One page for one address.

    Attributes:
        title: what the view is, for the browser's title and a link's preview.
        description: the same in a sentence or two.
        sections: the HTML, in order, by names that the live page places among its widgets.
        refused: what in the address means nothing here.
        exists: whether there is such a page; there is none of a place that is not on record.
    """

    title: str
    description: str
    sections: Mapping[str, str]
    refused: tuple[Refused, ...] = ()
    exists: bool = True

    @property
    def size(self) -> int:
        """How many characters it has, and something for itself."""
        return 1000 + sum(map(len, self.sections.values()))


def made_once(make: Callable[P, Page]) -> Callable[P, Page]:
    """Make the same page once for all readers."""
    return once(KEPT, size=lambda page: page.size)(make)
