"""The whole archive: every file by its path, the same bytes for the same data, day and address."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from tracker.address import Address
from tracker.archive import row_files
from tracker.archive.folder import Folder
from tracker.archive.sheets import OVERVIEW_CARD, Sheet, sheets
from tracker.dataset import Dataset
from tracker.exports import atom, ical
from tracker.exports.sitemap import SITEMAP
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.pages.alternates import Alternate, alternates
from tracker.pages.engine import render
from tracker.pages.head import filed_head, pinned_card
from tracker.pages.snapshot import PageRequest, plain_page, snapshot
from tracker.pictures.card import card_of, card_png

MANIFEST = "tracker-export.sha256"
"""The list of all files with their digests, which `sha256sum --check` reads; it also marks the folder."""

ICON = "favicon.png"


def archive(
    dataset: Dataset, day: date, icon: bytes, base: str = "", contact: str = "", is_marked: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Give the files of an archive, one by one as they are made: path in the folder, and content.

    Args:
        dataset: the data.
        day: the day of every page.
        icon: the picture that browsers show beside the title, as PNG.
        base: the address at which the folder will be published, with its last slash. Without it there are no
            sitemap, no canonical links and no preview tags, which need whole addresses.
        contact: whom the about page names for reports of errors.
        is_marked: whether a CSV file begins with the byte order mark that spreadsheets need.
    """
    digests = {}
    for path, content in _files(dataset, day, icon, base, contact, is_marked):
        digests[path] = hashlib.sha256(content).hexdigest()
        yield path, content
    yield MANIFEST, "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def _files(
    dataset: Dataset, day: date, icon: bytes, base: str, contact: str, is_marked: bool
) -> Iterator[tuple[str, bytes]]:
    pages, selection = sheets(dataset, day), Filters().apply(dataset, day)
    data = row_files.data_files(selection)
    folder = Folder(pages, (*row_files.PATHS, *data, ICON), base)
    forms = _kept(alternates(View("letters", selection)), folder)
    note = render(
        "archive_note.html.j2",
        as_of=day,
        version=dataset.version,
        files=list(data),
        forms=forms,
        is_marked=is_marked,
    )
    for sheet in pages:
        yield sheet.file, _page(sheet, dataset, day, folder, note, contact)
    yield from _cards(pages, dataset, day)
    yield from data.items()
    yield from row_files.row_files(selection, folder, is_marked).items()
    yield atom.PATH, row_files.feed_file(selection, folder)
    yield ical.PATH, row_files.calendar_file(selection, folder)
    if base:
        yield SITEMAP, row_files.sitemap_file(pages, folder)
    yield ICON, icon


def _page(sheet: Sheet, dataset: Dataset, day: date, folder: Folder, note: str, contact: str) -> bytes:
    """Lay out a page; of its other forms only those without a filter are in the folder."""
    request = PageRequest(sheet.path, sheet.address, day, contact=contact, filed=True)
    page = snapshot(request, dataset)
    others = _kept(page.alternates, folder)
    canonical, card = (folder.base and path and folder.base + path for path in (sheet.file, sheet.card))
    pinned = card and pinned_card(card, Address(), dataset, day)
    head = filed_head(replace(page, alternates=others), canonical, pinned)
    html = plain_page(page.title, page.body + note, head)
    return folder.linked(html, folder.root_of(sheet.file)).encode("utf-8")


def _kept(others: Iterable[Alternate], folder: Folder) -> tuple[Alternate, ...]:
    """Return the other forms that are in the folder."""
    return tuple(other for other in others if folder.file_at(other.href))


def _cards(pages: list[Sheet], dataset: Dataset, day: date) -> Iterator[tuple[str, bytes]]:
    """Draw the card of all places, and that of each round."""
    own = {sheet.card: sheet.address for sheet in pages if sheet.card not in ("", OVERVIEW_CARD)}
    for path, address in {OVERVIEW_CARD: Address(), **own}.items():
        yield path, card_png(card_of(address, dataset, day))
