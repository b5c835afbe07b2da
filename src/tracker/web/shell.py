"""The page that Streamlit's front end starts in, made to answer before it has started.

Every page goes out with the head of exactly this view and, in the body, the view itself as plain HTML. A
script takes that away when the live page stands; it stays where scripts do not run or the server cannot be
reached. The files of the live page are named in a template, which asks for nothing: a script of the tracker
asks for them, once the view is painted or when the reader acts. After them the scripts are named that the
page will ask for.
"""

import logging
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from starlette.requests import Request

from tracker.address import PRINT, Address
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages import failure
from tracker.pages.engine import render
from tracker.pages.head import head_tags
from tracker.pages.record_page import places_near
from tracker.pages.snapshot import PageRequest, Snapshot, not_found, plain_page, snapshot
from tracker.pages.stylesheet import style_element
from tracker.problems import DataError
from tracker.served import CurrentData
from tracker.settings import ANYONE
from tracker.views.style import PALETTES
from tracker.web.caching import NEVER
from tracker.web.chunks import widgets, with_chunks
from tracker.web.public_address import base
from tracker.web.rewriting import Rewritten
from tracker.web.security import inline_scripts, page_policy

SCRIPTS = SHELL, BEFORE_LIVE, SNAPSHOT = ("shell.js.j2", "before_live.js.j2", "snapshot.js.j2")
"""The templates of the tracker's own scripts."""

_LOG = logging.getLogger(__name__)

_NOT_OURS = re.compile(
    r"<title>.*?</title>|<noscript>.*?</noscript>|<link\s+rel=\"(?:preload|service-desc)\".*?/>", re.DOTALL
)
"""What of Streamlit's page the rewritten one has better, or does not use: its font is not the tracker's."""

_LIVE_FILES = re.compile(
    r"<link rel=\"(?:modulepreload|stylesheet)\"[^>]*>|<script type=\"module\"[^>]*></script>"
)
"""The scripts and the style sheet of Streamlit's page."""

_LONGEST = 40
"""How much of the last part of a path is looked at for the place that it may mean."""

_SAVES_DATA = "save-data"
"""The header of a reader who asks for little to be sent: `on`."""


class Shell:
    """Rewrites Streamlit's page for each request."""

    def __init__(self, data: CurrentData, static: Path, contact: str = "", ancestors: str = ANYONE) -> None:
        """Take what the pages are made of.

        Args:
            data: gives the dataset, or raises DataError.
            static: the folder of the live page's scripts.
            contact: whom the about page names for reports of errors.
            ancestors: in whose pages an embedded page may stand, see `tracker.web.security`.
        """
        self.data, self.static, self.contact, self.ancestors = data, static, contact, ancestors

    def __call__(self, request: Request, html: str) -> Rewritten:
        """Return the page that answers a request."""
        try:
            return self._page(_path(request), request, html, self.data())
        except DataError as error:
            page = plain_page("Data error", failure(error.report))
            return _plain(page, 503, {"retry-after": "300"})
        except Exception:  # whatever it is, Streamlit's own page is better than none
            _LOG.exception("no snapshot of %s", request.url.path)
            policy = self._policy(request, inline_scripts(html))
            styled = html.replace('<div id="root">', f'{style_element(_theme(request))}<div id="root">')
            return Rewritten(styled, 200, {"cache-control": NEVER} | policy)

    def missing(self, request: Request) -> Rewritten:
        """Return what answers where there is no page."""
        path = _path(request)
        root = "../" * path.count("/") or "./"
        try:
            dataset = self.data()
        except DataError:
            return _plain(not_found(root, ""), 404)
        near = places_near(path.rpartition("/")[2][:_LONGEST], dataset)
        return _plain(not_found(root, dataset.campaign.name, near), 404)

    def _page(self, path: str, request: Request, html: str, dataset: Dataset) -> Rewritten:
        on_paper = request.query_params.get(PRINT) == "true"
        page_request = PageRequest(
            path,
            Address.parse(request.url.query, dataset),
            today(dataset.campaign.time_zone),
            contact=self.contact,
            embedded=_is_embedded(request),
            theme=_theme(request) or "",
            paper=base(request) if on_paper else "",
        )
        answer = snapshot(page_request, dataset)
        status = 200 if answer.page.exists else 404
        # In somebody else's page a link must not replace the frame.
        head = head_tags(answer, dataset, base(request)) + '<base target="_blank">' * page_request.embedded
        if on_paper:
            return _plain(plain_page(answer.title, answer.body, head, paper=True), status)
        saves_data = request.headers.get(_SAVES_DATA, "").lower() == "on"
        html = with_chunks(html, self.static, widgets(path, page_request.embedded))
        page, scripts = _live_page(html, head, answer, dataset, base(request), _theme(request), saves_data)
        return Rewritten(page, status, {"vary": _SAVES_DATA, **self._policy(request, scripts)})

    def _policy(self, request: Request, scripts: Iterable[str]) -> dict[str, str]:
        return page_policy(scripts, _is_embedded(request), self.ancestors)


def _plain(html: str, status: int, headers: Mapping[str, str] | None = None) -> Rewritten:
    """Send a page that runs no script."""
    return Rewritten(html, status, {**page_policy((), embedded=False), **(headers or {})})


@once(24_000_000, size=lambda made: len(made[0]))
def _live_page(
    html: str,
    head: str,
    answer: Snapshot,
    dataset: Dataset,
    home: str,
    theme: str | None,
    saves_data: bool,
) -> tuple[str, tuple[str, ...]]:
    """Put a page together once, with the scripts that it may run: those of Streamlit and of the tracker."""
    scripts = _scripts(dataset)
    page = _with_snapshot(html, head, answer.whole(home), scripts, style_element(theme), saves_data)
    return page, (*inline_scripts(html), *scripts.values())


def _path(request: Request) -> str:
    path: str = request.scope["path"]
    return path.removeprefix(request.scope.get("root_path", "")).strip("/")


def _is_embedded(request: Request) -> bool:
    return request.query_params.get("embed") == "true"


def _theme(request: Request) -> str | None:
    """Return the theme that a frame asks for, as the live page does; None for that of the reader's system."""
    if not _is_embedded(request):
        return None
    given = {f"{theme}_theme" for theme in request.query_params.getlist("theme")}
    options = given | set(request.query_params.getlist("embed_options"))
    return next((theme for theme in PALETTES if f"{theme}_theme" in options), None)


def _scripts(dataset: Dataset) -> dict[str, str]:
    """Return the tracker's own scripts by their templates."""
    return {name: render(name, channel=dataset.campaign.channel) for name in SCRIPTS}


def _with_scripts(html: str, head: str, script: str) -> str:
    """Put the dashboard's own script, and what the view has for the head, first in Streamlit's page."""
    return _put(html, "<head>", f'<head><meta charset="UTF-8">{head}<script>{script}</script>')


def _with_snapshot(
    html: str, head: str, body: str, scripts: Mapping[str, str], look: str, saves_data: bool
) -> str:
    """Put head and snapshot into Streamlit's page; its own files come last: nothing waits for them."""
    files = "".join(_LIVE_FILES.findall(html)) + f"<style>{render('live_fonts.css.j2')}</style>"
    html = _with_scripts(_LIVE_FILES.sub("", _NOT_OURS.sub("", html)), head, scripts[SHELL])
    html = _put(html, "</head>", f"<script>{scripts[BEFORE_LIVE]}</script></head>")
    own = f'<style id="snapshot-style">{render("snapshot.css.j2")}{render("before_live.css.j2")}</style>'
    # In the body, as what Streamlit's scripts put into the head gives way to what comes after it.
    html = _put(html, '<div id="root">', f'{look}{own}<div id="snapshot">{body}</div><div id="root">')
    template = f'<template id="live-files"{" data-saves" * saves_data}>{files}</template>'
    return _put(html, "</body>", f"{template}<script>{scripts[SNAPSHOT]}</script></body>")


def _put(html: str, mark: str, text: str) -> str:
    """Put a text where the mark stands, which must be there once."""
    if html.count(mark) != 1:
        raise ValueError(f"Streamlit's page has changed: {mark!r} is there {html.count(mark)} times")
    return html.replace(mark, text)
