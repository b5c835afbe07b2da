"""What happened in a view as an Atom feed (RFC 4287).

An entry is dated by the day of its happening, never by when the feed was made: the same view of the same data
is the same feed, byte for byte.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element

from tracker.address import ID, Address
from tracker.brief.where import Row, rows
from tracker.exports.about import AUTHOR, NAME, About, about
from tracker.exports.happenings import Happening, happenings
from tracker.exports.identity import tag
from tracker.exports.markup import add, document
from tracker.exports.plaintext import one_line, web_address
from tracker.filters import Filters
from tracker.selection import Selection

MEDIA_TYPE = "application/atom+xml"
PATH = "feed.atom"
LIMIT = 100
"""Entries of a feed; the changes page and the files have the rest."""

RECORD, ABOUT = "record", "about"
"""The pages that entries lead to."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_feed(selection: Selection, base: str, limit: int = LIMIT) -> bytes:
    """Write the newest happenings of a view as a feed.

    Args:
        selection: the view; its feed follows the days unless the filters pin one.
        base: the address of the site, with its last slash.
        limit: the most entries.
    """
    found = happenings(selection)
    feed = Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: "en"})
    _head(feed, selection, base, found, limit)
    sources = {row["source_id"]: row for row in rows(selection.dataset.sources)}
    for one in found[:limit]:
        _entry(add(feed, "entry"), one, _page_of(one, selection, base), sources)
    return document(feed)


def feed_title(told: About, pinned: bool) -> str:
    """Title a feed by its filters, and by its day where the view has pinned one."""
    held = told.description.removesuffix(".") if pinned else told.title
    return one_line(f"{NAME}: {held}")


def _head(feed: Element, selection: Selection, base: str, found: list[Happening], limit: int) -> None:
    """Write what the feed is: id, title, how much of what, newest day, links, author and licence."""
    told, query = about(selection), selection.filters.to_query()
    page = base + Address(selection.filters).link("").removeprefix("./")
    newest = found[0].day if found else told.version.released_on
    add(feed, "id", tag("feed", query=query))
    add(feed, "title", feed_title(told, selection.filters.as_of is not None))
    add(feed, "subtitle", _subtitle(told, len(found), limit))
    add(feed, "updated", _midnight(newest))
    add(feed, "link", rel="self", type=MEDIA_TYPE, href=f"{base}{PATH}{f'?{query}' if query else ''}")
    add(feed, "link", rel="alternate", type="text/html", href=page)
    add(feed, "link", rel="license", href=told.licence.url)
    add(add(feed, "author"), "name", AUTHOR)
    add(feed, "rights", f"{told.licence.title}. Credit: {told.credit}.")
    add(feed, "generator", NAME)
    add(feed, "icon", f"{base}favicon.png")


def _subtitle(told: About, total: int, limit: int) -> str:
    """Say what the view holds, what the entries are, and how many there are more."""
    cut = f"The newest {limit:,} of {total:,}" if total > limit else f"All {total:,}"
    what = "letters, events, passed deadlines and corrections, each under the day it happened"
    return f"{told.description} {cut} {what}. Data version {told.version.name}."


def _entry(entry: Element, one: Happening, page: str, sources: Mapping[str, Row]) -> None:
    """Write one happening, with a link to the record and to each source."""
    add(entry, "id", tag(*one.key))
    add(entry, "title", one.title)
    for name in ("published", "updated"):
        add(entry, name, _midnight(one.day))
    add(entry, "link", rel="alternate", type="text/html", href=page)
    for source in one.sources:
        for href, title in _cited(sources.get(source)):
            add(entry, "link", rel="via", href=href, title=title)
    add(entry, "category", term=one.term, label=one_line(one.label))
    add(entry, "summary", one.summary)


def _page_of(one: Happening, selection: Selection, base: str) -> str:
    """Return the address of the record of a happening's place; of a correction that has none, the log's page.

    The day is kept where the view has pinned one.
    """
    here = Address(Filters(as_of=selection.filters.as_of))
    page = here.link(RECORD, **{ID: one.jurisdiction_id}) if one.jurisdiction_id else here.link(ABOUT)
    return base + page


def _cited(source: Row | None) -> Iterator[tuple[str, str]]:
    """Give address and title of a source that is on the web."""
    if source is not None and (href := web_address(source["url"])):
        yield href, one_line(f"{source['publisher']}: {source['title']}")


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
