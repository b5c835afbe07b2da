"""A page for other people's pages, as oEmbed answers have it: a frame with its size, title and credit."""

import json
from dataclasses import dataclass
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from tracker.exports.markup import add, document

WIDTH = 800
"""Width in px of a frame of which nobody said how wide it may be; its height follows from what it shows."""

CACHE_AGE = 86_400
"""Seconds for which an answer may be kept."""


@dataclass(frozen=True)
class Thumbnail:
    """The address of a picture of the page, with its width and height in px."""

    link: str
    width: int
    height: int


@dataclass(frozen=True)
class Embed:
    """A page to be shown in a frame: its whole address, title, width and height in px, provider, picture.

    `script` fits the frame to its content; a consumer that allows none leaves it out, and keeps the height.
    """

    link: str
    title: str
    width: int
    height: int
    provider: str
    provider_link: str
    thumbnail: Thumbnail | None = None
    script: str = ""

    @property
    def html(self) -> str:
        """The frame, named after the page and its site, with its script; it shrinks with a narrow page."""
        name = f"{self.title} · {self.provider}"
        return (
            f'<iframe src="{escape(self.link)}" width="{self.width}" height="{self.height}" '
            f'title="{escape(name)}" style="border:0;max-width:100%" loading="lazy"></iframe>{self.script}'
        )


def rich(embed: Embed) -> dict[str, Any]:
    """Describe a frame as an answer of oEmbed 1.0, of the type `rich`."""
    thumbnail = embed.thumbnail
    picture = (
        {
            "thumbnail_url": thumbnail.link,
            "thumbnail_width": thumbnail.width,
            "thumbnail_height": thumbnail.height,
        }
        if thumbnail
        else {}
    )
    return {
        "type": "rich",
        "version": "1.0",
        "title": embed.title,
        "provider_name": embed.provider,
        "provider_url": embed.provider_link,
        "cache_age": CACHE_AGE,
        "html": embed.html,
        "width": embed.width,
        "height": embed.height,
        **picture,
    }


def as_json(answer: dict[str, Any]) -> bytes:
    """Print an answer as JSON."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8")


def as_xml(answer: dict[str, Any]) -> bytes:
    """Print an answer as XML."""
    root = Element("oembed")
    for name, value in answer.items():
        add(root, name, str(value))
    return document(root)
