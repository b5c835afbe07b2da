"""The ways to follow a view, as plain links beside the share box."""

from tracker.address import Address
from tracker.pages.alternates import alternates
from tracker.pages.engine import render
from tracker.selection import Selection

FOLLOWED = ("application/atom+xml", "text/calendar")
"""The other forms of a view that programs fetch again and again."""


def subscribe(selection: Selection) -> str:
    """Return the links to the feed and the calendar of a view as HTML."""
    others = alternates("", Address(selection.filters), selection.dataset, selection.as_of)
    ways = sorted(
        (other for other in others if other.media_type in FOLLOWED),
        key=lambda other: FOLLOWED.index(other.media_type),
    )
    return render("subscribe.html.j2", ways=ways, pinned=selection.filters.as_of)
