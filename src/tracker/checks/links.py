"""Rules for links: what a reader can follow, and nothing that follows the reader."""

import re
from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check
from tracker.weblink import TRACKING, complaint

_TRACKING = re.compile(rf"[?&#]({TRACKING.pattern})=")


@check("link")
def check_link(draft: Draft) -> Iterator[Finding]:
    """A link leads to a site of the web, by http or https, and names no password."""
    for name, column, row, cell in draft.cells_where(lambda column: column.is_link):
        has_form = re.fullmatch(column.pattern, cell)  # else that is said already
        if has_form and (message := complaint(cell)):
            yield Finding(name, row, column.name, f"this is no link to a page: {message}")


@check("tracking-link")
def check_tracking(draft: Draft) -> Iterator[Finding]:
    """A link carries no part that tells its site where the reader came from, such as `utm_source`."""
    for name, column, row, cell in draft.cells_with(f"[?&#](?:{TRACKING.pattern})="):
        if column.is_link and (part := _TRACKING.search(cell)):
            yield Finding(name, row, column.name, f"take {part[1]} and its value out of the link")
