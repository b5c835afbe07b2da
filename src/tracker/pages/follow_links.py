"""The ways to follow a view, as plain links beside the share box."""

from tracker.exports.view import View
from tracker.memo import once
from tracker.pages.alternates import followed
from tracker.pages.engine import render


@once(512)
def subscribe(view: View) -> str:
    """Return the links to the feed and the calendar of a view as HTML; "" where it has neither."""
    ways = followed(view)
    by_filters = view.table not in ("letters", "cases")
    pinned = view.selection.filters.as_of
    return render("subscribe.html.j2", ways=ways, pinned=pinned, by_filters=by_filters) if ways else ""
