"""Names that last: what a feed reader or a calendar knows a thing by, wherever the site stands.

They are made of the data's own ids, so they outlive a move of the site and a new release of the data.
"""

from urllib.parse import quote

from tracker.campaign import Campaign

SINCE = "2026"
"""The year from which the names are made, as a tag states one."""

_KEPT = ":@!$&'()*+,;="
"""What a path may hold beside letters and digits (RFC 3986)."""


def authority(campaign: Campaign) -> str:
    """Return what stands where a domain must; `.invalid` is kept free for ever (RFC 6761)."""
    return f"{campaign.slug}.invalid"


def tag(campaign: Campaign, *parts: str, query: str = "") -> str:
    """Make a tag URI (RFC 4151) of the parts of an id."""
    name = f"tag:{authority(campaign)},{SINCE}:{_path(parts)}"
    return f"{name}?{query}" if query else name


def uid(campaign: Campaign, *parts: str) -> str:
    """Make the UID of an event in a calendar (RFC 5545) of the parts of an id."""
    return f"{_path(parts)}@{authority(campaign)}"


def _path(parts: tuple[str, ...]) -> str:
    return "/".join(quote(part, safe=_KEPT) for part in parts)
