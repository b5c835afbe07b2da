"""The scripts that Streamlit's front end will ask for to draw a page, known before it has started.

It asks for the script of a widget when it is told to draw one, and for what that imports. The names of the
files carry a hash of their content, so they are looked up among the files as installed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from tracker.pages.site import PAGES

_HTML = "Html"
_EVERYWHERE = (_HTML, "Checkbox", "PageLink", "TextInput", "Button")
"""What masthead and foot hold, by Streamlit's names."""

_FILTERS = ("ButtonGroup", "Multiselect", "DateInput")
_MAP = "PlotlyChart"

WIDGETS: Mapping[str, tuple[str, ...]] = {
    "": (*_FILTERS, _MAP, "Selectbox"),
    "record": (_MAP, "ButtonGroup", "DateInput"),
    "rounds": ("Selectbox", *_FILTERS),
    "changes": _FILTERS,
    "cases": ("Selectbox", "Multiselect", "DateInput"),
    "compare": _FILTERS,
    "data": ("DownloadButton",),
}
"""What each page draws from the beginning besides, the map ahead of what stands below it."""

_MAIN = re.compile(r"<script type=\"module\"[^>]* src=\"\./static/(js/[^\"]+)\"")
_IMPORT = re.compile(r"(?:from|import)\s*[\"'`]\./([\w.-]+\.js)[\"'`]")


def widgets(path: str, embedded: bool) -> tuple[str, ...]:
    """Return what a page draws for sure, by Streamlit's names; in a frame that is HTML alone."""
    return (_HTML,) if embedded else (*_EVERYWHERE, *WIDGETS.get(path, ()))


@lru_cache(maxsize=2 * len(PAGES))
def with_chunks(html: str, static: Path, drawn: tuple[str, ...]) -> str:
    """Return Streamlit's page with links that bring what some widgets need, after all that it names itself.

    Args:
        html: Streamlit's page.
        static: the folder of Streamlit's scripts.
        drawn: the widgets by Streamlit's names, in the order in which they are to come.
    """
    links = (
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{name}">'
        for name in _chunks(html, static, drawn)
    )
    return html.replace("</head>", f"{''.join(links)}</head>")


def _chunks(html: str, static: Path, drawn: Iterable[str]) -> Iterator[str]:
    """Give the names of the scripts that widgets need and the page does not name; none if it names none."""
    named = _MAIN.search(html)
    if not named or not (main := static / named[1]).is_file():
        return
    text, seen = main.read_text("utf-8"), set(_imported(main, set()))
    for widget in drawn:
        if root := re.search(rf"import\(`\./({widget}\.[\w-]+\.js)`\)", text):
            yield from (script.name for script in _imported(main.with_name(root[1]), seen))


def _imported(script: Path, seen: set[Path]) -> Iterator[Path]:
    """Give a script and all that it imports at once, but for those seen before."""
    if script not in seen:
        seen.add(script)
        yield script
        for name in _IMPORT.findall(script.read_text("utf-8")):
            yield from _imported(script.with_name(name), seen)
