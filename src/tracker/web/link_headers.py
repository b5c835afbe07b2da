"""The links that go with an answer: itself, what comes next, the other formats, the page, the whole data."""

from collections.abc import Mapping

from tracker.exports.formats import BOM, FORMATS
from tracker.exports.paths import DATA_PACKAGE, OPENAPI
from tracker.exports.rows import Rows
from tracker.exports.view import View
from tracker.web.parameters import LIMIT, OFFSET, Slice


def links_of(base: str, extension: str, view: View, rows: Rows, part: Slice) -> dict[str, str]:
    """Return the links of an answer by their relations; `next` only where there are more rows.

    `page` is the live page of the view, `frozen` the same with the day and the version of the data pinned.
    """
    own = {OFFSET: part.offset} if part.offset else {}
    most = part.limit
    limit: dict[str, int | str] = {} if most is None or most == FORMATS[extension].limit else {LIMIT: most}
    limit |= {} if part.is_marked else {BOM: "no"}
    links = {"self": base + view.file_path(extension, limit | own)}
    if rows.has_more:
        after = {OFFSET: rows.offset + len(rows.records)}
        links["next"] = base + view.file_path(extension, limit | after)
    links |= {form.extension: base + view.file_path(form.extension) for form in view.formats}
    pages = {"page": view.link, "frozen": view.frozen}
    links |= {name: base + link.removeprefix("./") for name, link in pages.items()}
    return links | {"datapackage": base + DATA_PACKAGE, "openapi": base + OPENAPI}


def link_header(links: Mapping[str, str], licence: str) -> str:
    """Write the links that a client follows as a header (RFC 8288)."""
    relations = [(links[name], name) for name in ("next",) if name in links]
    relations += [(links["openapi"], "service-desc"), (licence, "license")]
    return ", ".join(f'<{link}>; rel="{relation}"' for link, relation in relations)
