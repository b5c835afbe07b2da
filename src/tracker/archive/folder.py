"""Where the links of the site lead once it is a folder of files."""

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import parse_qsl

from tracker.address import FROM, ID, TO
from tracker.archive.sheets import ROUND, Sheet
from tracker.pages.site import RECORD

_TELLING = {RECORD: (ID,), "rounds": (FROM, TO), "": (ROUND,)}
"""The keys of an address that choose a file, by the path of the page."""

_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_HREF = re.compile(r'\shref="([^"]*)"')
_ELSEWHERE = re.compile(r"#|[A-Za-z][A-Za-z0-9+.-]*:")
"""How a link begins that leads to the same file, or out of the folder."""


class Folder:
    """The files of an archive by the addresses that the site has for them."""

    def __init__(self, sheets: Iterable[Sheet], files: Iterable[str], base: str = "") -> None:
        """Take what there is.

        Args:
            sheets: the pages.
            files: the paths of all other files.
            base: the address at which the folder will be published, with its last slash; "" for unknown.
        """
        self.base, self._files = base, frozenset(files)
        self._pages = {_key(sheet.path, sheet.address.pairs): sheet.file for sheet in sheets}

    def file_at(self, link: str) -> str | None:
        """Return the file for an address of the site, its anchor kept; None where there is none.

        A page with filters is the page without those that choose no file, the nearest there is. Rows
        with filters have no file: it would hold others.
        """
        address, mark, anchor = link.partition("#")
        path, _, query = address.partition("?")
        path = path.removeprefix("./").removeprefix("/")
        file = path if path in self._files and not query else self._page(path, query)
        return f"{file}{mark}{anchor}" if file else None

    def _page(self, path: str, query: str) -> str | None:
        telling = [pair for pair in parse_qsl(query) if pair[0] in _TELLING.get(path, ())]
        return self._pages.get(_key(path, telling))

    def root_of(self, file: str) -> str:
        """Return what leads from a file to the top of the folder, wherever that stands."""
        return "../" * file.count("/")

    def linked(self, markup: str, root: str) -> str:
        """Return HTML or XML whose links lead into the folder; what would lead nowhere is no link any more.

        Args:
            markup: well formed, with `<` and `>` escaped wherever they open or close no tag.
            root: what stands before the path of a file.
        """

        def link(match: re.Match[str]) -> str:
            href = self._href(unescape(match[1]), root)
            return "" if href is None else f' href="{escape(href)}"'

        return _TAG.sub(lambda tag: _HREF.sub(link, tag[0]), markup)

    def _href(self, href: str, root: str) -> str | None:
        ours = href.removeprefix(self.base)
        if not _ELSEWHERE.match(ours):
            file = self.file_at(ours)
            if file or ours == href:
                return file and root + file
        return href


def _key(path: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    return path, tuple(sorted(pairs))
