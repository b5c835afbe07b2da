"""Markdown as HTML: the method of the record, and short texts that name columns and files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

# HTML in the text is escaped, and a picture, which a browser would fetch from elsewhere, stays text.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True)
class Part:
    """A part of a text under a heading of its own: the heading, a name to link to, and the HTML below it."""

    title: str
    anchor: str
    html: str


def parts(markdown: str) -> list[Part]:
    """Take a text apart at its headings of the second level; the title of the whole is left out."""
    return [
        Part(title, anchor_of(title), html)
        for title, tokens in _split(_MARKDOWN.parse(markdown))
        if (html := _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})) or title
    ]


def inline(text: str) -> str:
    """Return a short text as HTML, with what stands between backticks set as code."""
    return str(_MARKDOWN.renderInline(text))


def anchor_of(title: str) -> str:
    """Name a heading for links: `Known conflicts` is `known-conflicts`."""
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold()))


def _split(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Give the heading and the tokens of each part; what stands before the first heading has none."""
    title, held = "", list[Token]()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            yield title, held
            heading = tokens[position + 1].content  # a heading is three tokens: opening, text, closing
            title, held = (heading if token.tag == "h2" else ""), []
            position += 3
        else:
            held.append(token)
            position += 1
    yield title, held
