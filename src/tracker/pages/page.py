"""What a page says, whoever shows it: the live dashboard, or the answer that stands before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.filters import Refused


@dataclass(frozen=True)
class Page:
    """One page for one address.

    Attributes:
        title: what the view is, for the browser's title and a link's preview.
        description: the same in a sentence or two.
        sections: the HTML, in order, by names that the live page places among its widgets.
        refused: what in the address means nothing here.
        found: whether there is such a page; a record that is not on record is not found.
    """

    title: str
    description: str
    sections: Mapping[str, str]
    refused: tuple[Refused, ...] = ()
    found: bool = True
