"""The head of a page: what a search engine, a preview and a feed reader want to know of the view.

`current` has what of it, and of the foot, follows the address while the live page stands.
"""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from tracker.address import OWN_KEYS, PLACE, Address
from tracker.dataset import Dataset
from tracker.exports.jsonld import dataset_jsonld, script_text
from tracker.memo import once
from tracker.pages.alternates import Alternate, alternates
from tracker.pages.engine import render
from tracker.pages.overview_page import told_of
from tracker.pages.page import Page
from tracker.pages.page_links import absolute, page_link
from tracker.pages.site import RECORD, page_at, view_of
from tracker.pages.snapshot import Snapshot

CARD_SIZE = (1200, 630)
"""Width and height of the preview card in px."""

OWN_CARDS = ("rounds", "changes", "cases", "compare")
"""The pages whose card says what the page says; every other page has the card of its letters or its place."""


DESCRIBED = "data"
"""The page that describes the dataset to search engines."""


@once(256)
def head_tags(snapshot: Snapshot, dataset: Dataset, base: str) -> str:
    """Return title, description, canonical link, preview tags and links to the other forms of a view.

    Args:
        snapshot: the page.
        dataset: the data.
        base: the absolute address of the overview, with its slash.
    """
    return _head(
        snapshot,
        links=head_links(
            absolute(base, snapshot.link), snapshot.alternates, snapshot.site, base, snapshot.page.exists
        ),
        # Escaped for a script, where HTML's own escapes mean nothing.
        described=script_text(dataset_jsonld(dataset, base)) if snapshot.path == DESCRIBED else "",
        card=absolute(base, card_link(snapshot.address, dataset, snapshot.day, snapshot.path)),
    )


def filed_head(snapshot: Snapshot, canonical: str, card: str) -> str:
    """Return the head of a page that is a file, with no script and nothing that asks a server.

    Args:
        snapshot: the page.
        canonical: its own whole address, "" where that is unknown.
        card: the whole address of its preview card, "" for none.
    """
    links = head_links(canonical, snapshot.alternates, snapshot.site)
    return _head(snapshot, links=links, card=card, described="")


def head_links(
    canonical: str, others: Iterable[Alternate], site: str, base: str = "", exists: bool = True
) -> str:
    """Return what of a head names addresses.

    Args:
        canonical: the page's own whole address, "" where that is unknown.
        others: the other forms of its view.
        site: its name.
        base: the absolute address of the overview, with its slash; "" where nothing answers for oEmbed.
        exists: whether there is such a page.
    """
    oembed = f"{base}oembed?{urlencode({'url': canonical, 'format': 'json'})}" if base else ""
    return render(
        "head_links.html.j2", canonical=canonical, oembed=oembed, others=others, site=site, exists=exists
    )


def _head(snapshot: Snapshot, **values: str) -> str:
    return render(
        "head.html.j2", snapshot=snapshot, page=snapshot.page, size=CARD_SIZE, site=snapshot.site, **values
    )


def card_link(address: Address, dataset: Dataset, today: date, path: str = "") -> str:
    """Return the relative address of the preview card of a page on a day."""
    file = f"cards/{path}.png" if path in OWN_CARDS else "card.png"
    return pinned_card(file, card_address(address, path), dataset, today)


def card_address(address: Address, path: str = "") -> Address:
    """Return as much of the address of a page as its card depends on, whatever the version of the data."""
    keys = OWN_KEYS[path] if path in OWN_CARDS else (PLACE,)
    return Address(address.filters, {key: value for key in keys if (value := address.values.get(key))})


def pinned_card(file: str, address: Address, dataset: Dataset, today: date) -> str:
    """Return the address of a card with day and version: who keeps previews by address has the newest."""
    pinned = address.frozen(dataset, today)
    return Address(pinned.filters).link(file, **pinned.values)


@once(512)
def current(path: str, address: Address, dataset: Dataset, today: date, home: str) -> str:
    """Return what follows the address of a page; `home` is that of the site, with its last slash."""
    view, link = view_of(path, address, dataset, today), absolute(home, page_link(path, address))
    site, exists = dataset.campaign.name, view is not None or path != RECORD
    page = _told(path, address, dataset, today)
    return render(
        "current.html.j2",
        site=site,
        title=page.title,
        as_of=address.filters.day(dataset, today),
        whole_link=link,
        links=head_links(link, alternates(view), site, home, exists)
        + render(
            "head_preview.html.j2",
            page=page,
            card=absolute(home, card_link(address, dataset, today, path)),
            size=CARD_SIZE,
            site=site,
        ),
    )


def _told(path: str, address: Address, dataset: Dataset, today: date) -> Page:
    """Return title and description of a page; the overview is not drawn for them, which takes long."""
    if path:
        return page_at(path, address, dataset, today)
    return told_of(address.filters.apply(dataset, today))
