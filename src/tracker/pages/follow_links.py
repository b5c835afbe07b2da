"""The ways to follow a view, as plain links beside the share box."""

from tracker.exports.view import View
from tracker.memo import once
from tracker.pages.alternates import followed
from tracker.pages.engine import render


@once(512)
def subscribe(view: View) -> str:
    """Return the links to the feed and the calendar of a view as HTML; "" where it has neither."""
    ways = followed(view)
    return render("subscribe.html.j2", ways=ways, pinned=view.selection.filters.as_of) if ways else ""
