"""The feed of a view as JSON Feed 1.1 (jsonfeed.org), paged by `next_url`."""

from typing import Any

from tracker.exports.feed import SIZE, Entry, feed_of, midnight
from tracker.exports.json import dumps
from tracker.filters import Selection

MEDIA_TYPE = "application/feed+json"
PATH = "feed.json"


def json_feed(selection: Selection, base: str, page: int = 1, size: int = SIZE, case_id: str = "") -> bytes:
    """Write a page of the feed of a view; the arguments are those of `atom_feed`."""
    feed = feed_of(selection, base, page, size, case_id)
    turns = feed.turns(PATH)
    following = {"next_url": turns["next"]} if "next" in turns else {}
    return dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.subtitle,
            "home_page_url": feed.home,
            "feed_url": feed.link(PATH, feed.page),
            **following,
            "icon": f"{base}favicon.png",
            "authors": [{"name": feed.about.campaign.author}],
            "language": "en",
            "items": [_item(entry) for entry in feed.shown],
        }
    )


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.page,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": midnight(entry.published),
        "date_modified": midnight(entry.updated),
        "tags": [entry.label],
    }
