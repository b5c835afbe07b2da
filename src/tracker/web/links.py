"""The links that go with an answer: itself, what comes next, the other formats, the page, the whole data."""

from collections.abc import Mapping
from urllib.parse import urlencode

from tracker.address import Address
from tracker.exports.formats import FORMATS, extensions
from tracker.exports.paths import DATA_PACKAGE, OPENAPI, file_path
from tracker.exports.rows import Rows
from tracker.selection import Selection
from tracker.web.asking import LIMIT, OFFSET, Window


def links_of(base: str, extension: str, selection: Selection, rows: Rows, window: Window) -> dict[str, str]:
    """Return the links of an answer by their relations; `next` only where there are more rows.

    `page` is the live page of the view, `frozen` the same with the day and the version of the data pinned.
    """
    query = selection.filters.to_query()
    own = {OFFSET: window.offset} if window.offset else {}
    limit = {} if window.limit in (None, FORMATS[extension].limit) else {LIMIT: window.limit}
    links = {"self": base + file_path(rows.table, extension, _joined(query, limit | own))}
    if rows.has_more:
        after = {OFFSET: rows.offset + len(rows.records)}
        links["next"] = base + file_path(rows.table, extension, _joined(query, limit | after))
    for other in extensions(rows.table):
        links[other] = base + file_path(rows.table, other, query)
    return links | _pages(base, selection) | {"datapackage": base + DATA_PACKAGE, "openapi": base + OPENAPI}


def link_header(links: Mapping[str, str], licence: str) -> str:
    """Write the links that a client follows as a header (RFC 8288)."""
    relations = [(links[name], name) for name in ("next",) if name in links]
    relations += [(links["openapi"], "service-desc"), (licence, "license")]
    return ", ".join(f'<{link}>; rel="{relation}"' for link, relation in relations)


def _pages(base: str, selection: Selection) -> dict[str, str]:
    live = Address(selection.filters)
    frozen = live.frozen(selection.dataset, selection.as_of)
    page, pinned = live.link(""), frozen.link("", **frozen.values)
    return {"page": base + page.removeprefix("./"), "frozen": base + pinned.removeprefix("./")}


def _joined(query: str, more: Mapping[str, int]) -> str:
    return "&".join(filter(None, (query, urlencode(more))))
