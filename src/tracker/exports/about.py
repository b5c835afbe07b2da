"""What every export says of itself: what it holds, of which day and which data, and under which licence."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from tracker.dates import ap_date
from tracker.exports.own import NONE, Own
from tracker.exports.titles import LETTERS, Nouns, title_of
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
        count: how many rows it holds, letters unless `nouns` says otherwise.
        as_of: the day of the view.
        version: the version of the data.
        licence: the licence of the data.
        nouns: what one and many rows are called; the title begins with it.
    """

    title: str
    description: str
    query: str
    count: int
    as_of: date
    version: Version
    licence: Licence
    nouns: Nouns = LETTERS

    @property
    def credit(self) -> str:
        """The short credit that the licence asks for."""
        return f"{NAME}, data version {self.version.name}, {self.licence.short}"


def about(selection: Selection, table: str = "letters", own: Own = NONE, count: int | None = None) -> About:
    """Describe a view: the rows of a table, `count` in number; left out, the letters of a selection."""
    dataset, filters = selection.dataset, selection.filters
    nouns, title = title_of(table, filters, own, dataset)
    return About(
        title=title,
        description=f"{title}, as of {ap_date(selection.as_of)}.",
        query="&".join(filter(None, (filters.to_query(), urlencode(own)))),
        count=len(selection.letters) if count is None else count,
        as_of=selection.as_of,
        version=dataset.version,
        licence=licence_of(dataset.descriptor),
        nouns=nouns,
    )


def licence_of(descriptor: Descriptor) -> Licence:
    """Return the licence that the descriptor names first."""
    first = descriptor["licenses"][0]
    return Licence(first["name"], first["title"], first["path"])
