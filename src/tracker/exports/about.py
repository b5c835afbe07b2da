"""What every export says of itself: what it holds, of which day and which data, and under which licence."""

from dataclasses import dataclass
from datetime import date

from tracker.schema import Descriptor
from tracker.selection import Selection
from tracker.versions import Version

NAME = "DOJ letters tracker"
"""The name to credit, as the licence of the data asks."""

AUTHOR = "The DOJ letters tracker contributors"


@dataclass(frozen=True)
class Licence:
    """The licence of the data."""

    name: str
    title: str
    url: str

    @property
    def short(self) -> str:
        """The name as people write it: `CC BY 4.0`."""
        family, _, rest = self.name.partition("-")
        terms, _, number = rest.rpartition("-")
        return f"{family} {terms} {number}" if family == "CC" and terms else self.name


@dataclass(frozen=True)
class About:
    """One view from outside.

    Attributes:
        title: what it holds, in words, whatever the day.
        description: the same in a sentence with the day.
        query: the filters as in a link, "" for none.
        count: how many letters it holds.
        as_of: the day of the view.
        version: the version of the data.
        licence: the licence of the data.
    """

    title: str
    description: str
    query: str
    count: int
    as_of: date
    version: Version
    licence: Licence

    @property
    def credit(self) -> str:
        """The short credit that the licence asks for."""
        return f"{NAME}, data version {self.version.name}, {self.licence.short}"


def about(selection: Selection) -> About:
    """Describe a view."""
    dataset = selection.dataset
    return About(
        title=selection.filters.in_words(dataset),
        description=selection.description,
        query=selection.filters.to_query(),
        count=len(selection.letters),
        as_of=selection.as_of,
        version=dataset.version,
        licence=licence_of(dataset.descriptor),
    )


def licence_of(descriptor: Descriptor) -> Licence:
    """Return the licence that the descriptor names first."""
    first = descriptor["licenses"][0]
    return Licence(first["name"], first["title"], first["path"])
