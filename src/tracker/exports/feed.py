"""A feed of a view, whatever its format: what happened as entries, the newest on record first, page by page.

An entry is published on the day it happened and updated on the newest day on which the record of it was made
or corrected; never by when the feed was made, so the same view of the same data is the same feed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from tracker.address import BY, FROM, ID, TO, Address
from tracker.address_values import FIRST_DAY
from tracker.case_filters import CASE
from tracker.changes import RECORDED, Change, ChangeKind, changes_of, count_kinds, heading
from tracker.exports.identity import tag
from tracker.exports.plaintext import one_line
from tracker.exports.provenance import About, about
from tracker.filters import Filters, Selection
from tracker.language.datewords import ap_date
from tracker.language.words import counted, sentence
from tracker.memo import once

SIZE = 100
"""Entries on a page of a feed."""

MANY = 25
"""From how many entries of one day of recording a summary leads them."""

PAGE = "page"
"""The key of a page of a feed, counted from 1."""

RECORD, ABOUT, CHANGES = "record", "about", "changes"
"""The pages that entries lead to."""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: `page` is the address that it leads to, `sources` the ids of what it cites."""

    id: str
    title: str
    summary: str
    published: date
    updated: date
    term: str
    label: str
    page: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recording:
    """All that was recorded or corrected on one day, which one entry sums up."""

    updated_on: date
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Feed:
    """A page of a feed, and what it is a page of.

    Attributes:
        selection: the view; its feed follows the days unless the filters pin one.
        base: the address of the site, with its last slash.
        rows: what the entries of the feed are made of, the newest first.
        page: which page it is, counted from 1; 0 for all entries at once.
        size: how many entries a page has.
        case_id: the court case that it is about, "" for all that the view holds.
    """

    selection: Selection
    base: str
    rows: tuple[Change | Recording, ...]
    page: int = 1
    size: int = SIZE
    case_id: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, the newest first."""
        return self._worded(self.rows)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries of this page; no others are put into words."""
        first = (self.page - 1) * self.size
        return self._worded(self.rows[first : first + self.size]) if self.page else self.entries

    def _worded(self, rows: Iterable[Change | Recording]) -> tuple[Entry, ...]:
        return tuple(_entry(row, self.selection, self.base) for row in rows)

    @property
    def pages(self) -> int:
        """How many pages there are, one at the least."""
        return max(1, -(-len(self.rows) // self.size)) if self.page else 1

    @property
    def about(self) -> About:
        """What the view is."""
        return about(self.selection)

    @property
    def title(self) -> str:
        """The title: the case, or the filters, and the day where the view has pinned one."""
        if self.case_id:
            return one_line(f"{self.about.campaign.name}: {self._case_name}")
        return feed_title(self.about, self.selection.filters.as_of is not None)

    @property
    def subtitle(self) -> str:
        """What the view holds, what the entries are, and how many there are."""
        what = (
            "what happened by it and what was corrected, the newest on record first"
            if self.selection.filters.as_of
            else "what happened and what was corrected, the newest on record first"
        )
        view, part = self.about, f" (page {self.page} of {self.pages})" if self.pages > 1 else ""
        entries = f"The feed has {counted(len(self.rows), 'entry', 'entries')}{part}: {what}."
        of_view = (
            (f"The court case {self._case_name}.",)
            if self.case_id
            else (view.description, view.evidence, view.left_out)
        )
        said = " ".join(filter(None, of_view))
        return f"{said} {entries} Data version {view.version.name}."

    @property
    def updated(self) -> date:
        """The newest day of the entries; that of the release where there are none."""
        return max((row.updated_on for row in self.rows), default=self.about.version.released_on)

    @property
    def home(self) -> str:
        """The address of the page of the view."""
        here = Address(self.selection.filters)
        link = here.link("cases", **{CASE: self.case_id}) if self.case_id else here.link("")
        return self.base + link.removeprefix("./")

    @property
    def query(self) -> str:
        """What the feed is of, as in a link."""
        of_case = urlencode({CASE: self.case_id}) if self.case_id else ""
        return "&".join(filter(None, (self.selection.filters.to_query(), of_case)))

    @property
    def _case_name(self) -> str:
        cases = self.selection.dataset.cases.set_index("case_id")
        return str(cases.loc[self.case_id, "name"])

    def link(self, path: str, page: int = 1) -> str:
        """Return the address of a page of the feed at a path; the first page needs no number."""
        number = f"{PAGE}={page}" if page > 1 else ""
        query = "&".join(filter(None, (self.query, number)))
        return f"{self.base}{path}{f'?{query}' if query else ''}"

    def turns(self, path: str) -> dict[str, str]:
        """Return the other pages of a paged feed by their relations (RFC 5005)."""
        if self.pages == 1:
            return {}
        numbers = {"first": 1, "previous": self.page - 1, "next": self.page + 1, "last": self.pages}
        return {name: self.link(path, at) for name, at in numbers.items() if 1 <= at <= self.pages}


def feed_of(selection: Selection, base: str, page: int = 1, size: int = SIZE, case_id: str = "") -> Feed:
    """Make a page of the feed of a view, or of one court case; page 0 is all of it, for a folder of files."""
    return Feed(selection, base, _rows(selection, case_id), page, size, case_id)


def feed_title(view: About, pinned: bool) -> str:
    """Title a feed by its filters, and by its day where the view has pinned one."""
    held = view.description.removesuffix(".") if pinned else view.title
    return one_line(f"{view.campaign.name}: {held}")


@once(32)
def _rows(selection: Selection, case_id: str) -> tuple[Change | Recording, ...]:
    """Return what is told, once for all pages and formats; where a day has many, its summary leads them."""
    last = max(selection.as_of, FIRST_DAY)
    entries = changes_of(selection.dataset, selection.filters, FIRST_DAY, last, corrected=True)
    kinds = list(ChangeKind)
    rows = sorted(
        (row for row in entries if case_id in ("", row.case_id)),
        key=lambda row: (
            -row.updated_on.toordinal(),
            -row.day.toordinal(),
            -kinds.index(row.kind),
            row.names,
            row.key,
        ),
    )
    told = list[Change | Recording]()
    for day, group in groupby(rows, key=lambda row: row.updated_on):
        same = tuple(group)
        told += [Recording(day, same)] if len(same) >= MANY and not case_id else []
        told += same
    return tuple(told)


def _entry(row: Change | Recording, selection: Selection, base: str) -> Entry:
    if isinstance(row, Recording):
        return _summary(row, selection, base)
    return _told(row, selection, base)


def _told(change: Change, selection: Selection, base: str) -> Entry:
    campaign = selection.campaign
    return Entry(
        id=tag(campaign, *change.key),
        title=one_line(heading(selection.dataset, change)),
        summary=one_line(change.dated),
        published=change.day,
        updated=change.updated_on,
        term=change.term,
        label=one_line(campaign.say(change.label)),
        page=_page_of(change, selection, base),
        sources=change.sources,
    )


def _summary(recording: Recording, selection: Selection, base: str) -> Entry:
    """Say in one entry what a day of recording brought."""
    campaign, day, same = selection.campaign, recording.updated_on, recording.changes
    here, on = Address(selection.filters), day.isoformat()
    brought = f"{len(same):,} entries recorded or corrected on {ap_date(day)}"
    return Entry(
        id=tag(campaign, "recorded", on, query=selection.filters.drop("as_of").to_query()),
        title=one_line(f"{about(selection).title}: {brought}"),
        summary=sentence(f"recorded or corrected on {ap_date(day)}: {count_kinds(same, campaign)}"),
        published=day,
        updated=day,
        term="recorded",
        label="Summary",
        page=base + here.link(CHANGES, **{BY: RECORDED, FROM: on, TO: on}),
    )


def _page_of(change: Change, selection: Selection, base: str) -> str:
    """Return the address of the record of the place; of several or none, of the page that tells it.

    The day is kept where the view has pinned one.
    """
    here = Address(Filters(as_of=selection.filters.as_of))
    if len(change.places) == 1:
        return base + here.link(RECORD, **{ID: change.places[0]})
    if change.kind is ChangeKind.CORRECTED:
        return base + here.link(ABOUT)
    day = change.day.isoformat()
    return base + here.link(CHANGES, **{FROM: day, TO: day})


def midnight(day: date) -> str:
    """Write a day as the moment that feeds ask for (RFC 3339); what it began at is not on record."""
    return f"{day.isoformat()}T00:00:00Z"
