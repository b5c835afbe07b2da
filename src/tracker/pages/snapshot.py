"""A page as plain HTML: the answer that stands before the live page, and the page on paper.

Every word of it is the live page's: both are laid out from the same `Page`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.address import SHOW, Address
from tracker.dataset import Dataset
from tracker.exports.view import View
from tracker.filters import Selection
from tracker.memo import once
from tracker.pages.alternates import Alternate, alternates
from tracker.pages.engine import render
from tracker.pages.fragments import day_note, embed_credit, footer, refusals, story_heading, version_note
from tracker.pages.letters_table import letters_html
from tracker.pages.overview_page import map_html
from tracker.pages.page import Page
from tracker.pages.page_links import absolute, page_link
from tracker.pages.record_page import day_html, order_links, record_at
from tracker.pages.site import PAGES, RECORD, page_at, view_of
from tracker.pages.stylesheet import style
from tracker.pages.use_panel import use_panel
from tracker.parts import PARTS

FILTERS, DAYS, DAY, PAIR, HEAD, LETTERS, MAP, STORY = (
    "filters",
    "days",
    "day",
    "pair",
    "head",
    "letters",
    "map",
    "story",
)
"""Sections of which the layout knows more than their order."""

FIELDS = ("days", "day", "pair")
"""Sections that hold nothing but fields of the page's form."""

_FORM = re.compile(r"<(form|button).*?</\1>", re.DOTALL)
"""What a file cannot have, as it asks a server or a script."""

_FORM_HEAD = re.compile(r"(<form[^>]*)>")
_IN_FRAME = r'\1 target="_self"><input type="hidden" name="embed" value="true">'
"""How a form begins in somebody else's page, so that what it asks for comes into the same frame."""

_IN_COLOUR = '<input type="hidden" name="theme" value="{}">'
"""What keeps the colours of that frame."""


@dataclass(frozen=True)
class PageRequest:
    """Who asks for which page.

    Attributes:
        path: of `site.PAGES`.
        address: the part of the link after `?`, understood.
        today: the day where the address has none.
        contact: whom the about page names for reports of errors.
        embedded: whether the page stands in somebody else's, without masthead and links to other forms.
        theme: whose colours such a page has, "" for those of the reader's system.
        paper: the absolute address of the overview where the page is laid out for print, "" for a screen.
        filed: whether the page is a file with no server behind it, without search and links to other forms.
    """

    path: str
    address: Address
    today: date
    contact: str = ""
    embedded: bool = False
    theme: str = ""
    paper: str = ""
    filed: bool = False


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The page at an address as plain HTML: fragments that need the style of `sheet`.

    `day` is that of the view, and `view` what can be taken elsewhere from this page, None where nothing is
    offered.
    """

    path: str
    address: Address
    day: date
    page: Page
    alternates: tuple[Alternate, ...]
    site: str
    view: View | None
    top: str = field(repr=False)
    foot: str = field(repr=False)

    @property
    def body(self) -> str:
        """All but what needs the address of the site."""
        return self.top + self.foot

    def whole(self, home: str) -> str:
        """Return all of it, where the site has the address `home`, with its last slash."""
        return self.top + (use_panel(self.view, self.address, home) if self.view else "") + self.foot

    @property
    def title(self) -> str:
        """The title of the document."""
        return f"{self.page.title} · {self.site}"

    @property
    def link(self) -> str:
        """The one relative address of this view, in which nothing refused or at its default is left."""
        return page_link(self.path, self.address)


@once(24_000_000, size=lambda laid_out: 1000 + len(laid_out.top))
def snapshot(request: PageRequest, dataset: Dataset) -> Snapshot:
    """Lay out a page as plain HTML, once for all links that mean the same."""
    address = request.address
    page = page_at(request.path, address, dataset, request.today, request.contact)
    view = view_of(request.path, address, dataset, request.today)
    others, is_alone = alternates(view), bool(request.embedded or request.paper or request.filed)
    day = address.filters.day(dataset, request.today)
    top = render(
        "snapshot.html.j2",
        request=request,
        title=page.title,
        whole_link=absolute(request.paper, page_link(request.path, address)),
        address=address,
        pages=_masthead(address.leaving(request.path), request.path),
        sections=_sections(request, page, dataset),
        notes=_notes(request, page, dataset),
        alternates=() if is_alone else others,
        on_paper=page_link(request.path, address, print="true"),
        as_of=day,
        site=dataset.campaign.name,
    )
    offered, foot = None if is_alone else view, _foot(request, dataset)
    return Snapshot(request.path, address, day, page, others, dataset.campaign.name, offered, top, foot)


def sheet(theme: str | None = None) -> str:
    """Return the style of a snapshot, in the colours of a theme or else of the reader's system."""
    return style(theme) + render("snapshot.css.j2")


def plain_page(title: str, body: str, head: str = "", paper: bool = False, root: str = "./") -> str:
    """Return a whole document that runs no script; `body` and `head` are HTML already, `root` leads home."""
    return render(
        "document.html.j2",
        title=title,
        body=body,
        head=head,
        sheet=sheet("light" if paper else None),
        paper=paper,
        root=root,
    )


def not_found(root: str, site: str, near: Sequence[tuple[str, str]] = ()) -> str:
    """Return the document that says that there is no such page.

    Args:
        root: the way to the overview.
        site: the name of the site.
        near: places that may be meant, each id with its name.
    """
    pages = [(f"{root}{href.removeprefix('./')}", name, here) for href, name, here in _masthead(Address())]
    body = render("not_found.html.j2", pages=pages, site=site, root=root, near=near)
    return plain_page(" · ".join(filter(None, ("No such page", site))), body, root=root)


def _masthead(address: Address, path: str | None = None) -> list[tuple[str, str, bool]]:
    """Give the pages with their links, the filters kept, and which of them is open."""
    return [(address.link(key), entry.name, key == path) for key, entry in PAGES.items() if key != RECORD]


def _notes(request: PageRequest, page: Page, dataset: Dataset) -> str:
    """Say what in the address means nothing, whether it was made with other data, or for a day to come."""
    address = request.address
    refused = (*address.refused_on(request.path), *page.refused)
    said = refusals(refused) if refused else ""
    return said + version_note(address, dataset) + day_note(address, request.today)


def _foot(request: PageRequest, dataset: Dataset) -> str:
    """Give the foot: in somebody else's page the credit, which opens the full view."""
    if request.embedded:
        return embed_credit(request.address.filters.apply(dataset, request.today), request.address)
    return footer(dataset)


def _framed(selection: Selection, address: Address) -> Mapping[str, str]:
    """Give the sections that differ in somebody else's page, where no link may lead to a filter."""
    if selection.letters.empty:
        return {}
    return {
        MAP: map_html(selection, address, address.place),
        LETTERS: letters_html(selection, address, sortable=False),
    }


def _sections(request: PageRequest, page: Page, dataset: Dataset) -> Mapping[str, str]:
    """Give the sections of a page in order; of a record also its map, which the live page draws itself."""
    sections, address = dict(page.sections), request.address
    if request.embedded and not request.path:
        selection = address.filters.apply(dataset, request.today)
        sections |= _framed(selection, address)
        shown = PARTS[address.word(SHOW)].drawn(len(selection.letters))
        return {key: html for key, html in sections.items() if key in shown}
    if request.filed or request.paper:
        sections = {key: _FORM.sub("", html) for key, html in sections.items() if key not in FIELDS}
    if request.path == RECORD and (record := record_at(address, dataset, request.today)):
        on_map = address.leaving(RECORD).link("", place=record.jurisdiction_id)
        drawn = "" if request.paper else day_html(record, address, on_map, is_form=not request.filed)
        drawn += map_html(record.selection, address, record.jurisdiction_id, near=record.jurisdiction_id)
        sections = {HEAD: sections.pop(HEAD), MAP: drawn, **sections}
        orders = () if request.paper or request.filed else order_links(address)
        sections[STORY] = story_heading(orders) + sections[STORY]
    if request.embedded:
        begin = _IN_FRAME + (_IN_COLOUR.format(request.theme) if request.theme else "")
        return {key: _FORM_HEAD.sub(begin, html) for key, html in sections.items()}
    if request.paper:
        return {
            key: html.replace("<details", "<details open") for key, html in sections.items() if key != FILTERS
        }
    return sections
