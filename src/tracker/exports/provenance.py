"""What every export says of itself: what it holds, of which day and which data, and under which licence."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from tracker.brief.evidence_sentences import entered_beside
from tracker.brief.left_out import left_out
from tracker.campaign import Campaign
from tracker.evidence import inferred, named
from tracker.exports.own import NONE, Own
from tracker.exports.titles import Nouns, is_of_letters, title_of
from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.language.words import number, sentence
from tracker.schema import Descriptor
from tracker.versions import Version


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
        campaign: whose letters these are; its name is the one to credit, as the licence of the data asks.
        title: what it holds, in words, whatever the day.
        description: the same in a sentence with the day.
        query: the filters as in a link, "" for none.
        count: how many rows it holds.
        as_of: the day of the view.
        version: the version of the data.
        licence: the licence of the data.
        nouns: what one and many rows are called; the title begins with it.
        named: of letters, how many the filters pick whose recipient a source names.
        inferred: how many they pick that are entered without.
        left_out: says how many they leave out for want of a deadline, "" for none.
        notes: what of the request was read otherwise than it was written.
    """

    campaign: Campaign
    title: str
    description: str
    query: str
    count: int
    as_of: date
    version: Version
    licence: Licence
    nouns: Nouns
    named: int = 0
    inferred: int = 0
    left_out: str = ""
    notes: tuple[str, ...] = ()

    def stated(self, rows_are: str) -> dict[str, str]:
        """Say field by field which rows these are; `rows_are` says what their table holds."""
        return {
            "title": self.title,
            "rows_are": rows_are,
            "filters": self.description,
            "query": self.query,
            "as_of": self.as_of.isoformat(),
        }

    @property
    def evidence(self) -> str:
        """How many recipients of these letters sources name, and how many not; "" where they name all."""
        if not self.inferred:
            return ""
        sure = number(self.named) if self.named else "none"
        return sentence(
            f"sources name the recipients of {sure} of these letters; {entered_beside(self.inferred)}"
        )

    @property
    def credit(self) -> str:
        """The short credit that the licence asks for."""
        return f"{self.campaign.name}, data version {self.version.name}, {self.licence.short}"


def about(selection: Selection, table: str = "letters", own: Own = NONE, count: int | None = None) -> About:
    """Describe a view: the rows of a table, `count` in number; left out, the letters of a selection."""
    dataset, filters = selection.dataset, selection.filters
    nouns, title = title_of(table, filters, own, dataset)
    letters = selection.letters if is_of_letters(table) else selection.letters[:0]
    return About(
        campaign=dataset.campaign,
        title=title,
        description=f"{title}, as of {ap_date(selection.as_of)}.",
        query="&".join(filter(None, (filters.to_query(), urlencode(own)))),
        count=len(selection.letters) if count is None else count,
        as_of=selection.as_of,
        version=dataset.version,
        licence=licence_of(dataset.descriptor),
        nouns=nouns,
        named=len(named(letters)),
        inferred=len(inferred(letters)),
        left_out=left_out(selection) if is_of_letters(table) else "",
    )


def licence_of(descriptor: Descriptor) -> Licence:
    """Return the licence that the descriptor names first."""
    first = descriptor["licenses"][0]
    return Licence(first["name"], first["title"], first["path"])
