"""The feed of a view as Atom (RFC 4287), paged (RFC 5005)."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tracker.address import FEED
from tracker.exports.feed import SIZE, Entry, Feed, feed_of, midnight
from tracker.exports.identity import tag
from tracker.exports.markup import add, document
from tracker.exports.plaintext import one_line, web_address
from tracker.filters import Selection
from tracker.row_types import Source

MEDIA_TYPE = "application/atom+xml"
PATH = FEED

_NAMESPACE = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_feed(selection: Selection, base: str, page: int = 1, size: int = SIZE, case_id: str = "") -> bytes:
    """Write a page of the feed of a view.

    Args:
        selection: the view; its feed follows the days unless the filters pin one.
        base: the address of the site, with its last slash.
        page: the page, counted from 1; 0 writes the whole feed as one complete document.
        size: the most entries of a page.
        case_id: the court case that it is about, "" for all that the view holds.
    """
    feed = feed_of(selection, base, page, size, case_id)
    root = Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: "en"})
    _head(root, feed)
    for entry in feed.shown:
        _entry(add(root, "entry"), entry, selection.dataset.sources_by_id)
    return document(root)


def _head(root: Element, feed: Feed) -> None:
    """Write what the feed is: id, title, how much of what, newest day, links, author and licence."""
    licence, credit, campaign = feed.about.licence, feed.about.credit, feed.about.campaign
    add(root, "id", tag(campaign, "feed", query=feed.query))
    add(root, "title", feed.title)
    add(root, "subtitle", feed.subtitle)
    add(root, "updated", midnight(feed.updated))
    add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.link(PATH, feed.page))
    for relation, href in feed.turns(PATH).items():
        add(root, "link", rel=relation, type=MEDIA_TYPE, href=href)
    add(root, "link", rel="alternate", type="text/html", href=feed.home)
    add(root, "link", rel="license", href=licence.url)
    add(add(root, "author"), "name", campaign.author)
    add(root, "rights", f"{licence.title}. Credit: {credit}.")
    add(root, "generator", campaign.name)
    add(root, "icon", f"{feed.base}favicon.png")
    if feed.page == 0:
        add(root, "complete", xmlns=_HISTORY)


def _entry(element: Element, entry: Entry, sources: Mapping[str, Source]) -> None:
    """Write one entry, with a link to its page and to each source."""
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    add(element, "published", midnight(entry.published))
    add(element, "updated", midnight(entry.updated))
    add(element, "link", rel="alternate", type="text/html", href=entry.page)
    for source in entry.sources:
        for href, title in _cited(sources.get(source)):
            add(element, "link", rel="via", href=href, title=title)
    add(element, "category", term=entry.term, label=entry.label)
    add(element, "summary", entry.summary)


def _cited(source: Source | None) -> Iterator[tuple[str, str]]:
    """Give address and title of a source that is on the web."""
    if source is not None and (href := web_address(source["url"])):
        yield href, one_line(f"{source['publisher']}: {source['title']}")
