"""What a reader takes away from a view: its links, credits, pictures and code, the same on every page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker.address import BY, FROM, PRINT, RECORDED, SHOW, TO, Address
from tracker.brief import place_brief, view_lead
from tracker.case_filters import CaseFilters
from tracker.exports.citation import Citation, cite
from tracker.exports.embedding import embed_code
from tracker.exports.picture_links import (
    LOOKS,
    PICTURE_FORMS,
    PICTURES,
    PICTURES_OF,
    TABLES_OF,
    WIDTH,
    picture_path,
    usual_looks,
)
from tracker.exports.view import View
from tracker.filters import Selection
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.page_links import absolute, page_link
from tracker.parts import PARTS
from tracker.views.captions import ALT_TEXTS, HEADLINES


@dataclass(frozen=True)
class Offer:
    """A picture that is offered: name, alt text, caption, files (form, look and link), and the usual file."""

    name: str
    alt: str
    caption: str
    files: tuple[tuple[str, str, str], ...]
    usual: str


@once(8_000_000, size=len)
def use_panel(view: View, address: Address, home: str) -> str:
    """Return the panel of a page.

    Args:
        view: what the page shows.
        address: of the page.
        home: the whole address of the site, with its last slash.
    """
    link = absolute(home, page_link(view.path, address))
    frozen = absolute(home, page_link(view.path, _frozen(address, view)))
    citation, frames = cite(view.about, frozen), dict(_frames(view, link))
    return render(
        "use_panel.html.j2",
        link=link,
        sentence=view.about.description,
        frozen=frozen,
        version=view.selection.dataset.version,
        pictures=list(_pictures(view, address, citation.caption)),
        citations=_citations(view, citation),
        frames=list(frames.items()),
        embedded=frames.get(PARTS["map"].label) or frames[PARTS["all"].label],
    )


def _frozen(address: Address, view: View) -> Address:
    """Return the address with the day, the version and all that the page has taken by default."""
    values = {key: value for key, value in address.values.items() if key not in (PRINT, SHOW)}
    pinned = Address(view.selection.filters, {**values, **view.own})
    return pinned.frozen(view.selection.dataset, view.selection.as_of)


def _pictures(view: View, address: Address, credit: str) -> Iterator[Offer]:
    """Give the pictures of a page that have something to show."""
    shown = _pictured(view, address)
    chosen = CaseFilters.of(shown.selection.filters, shown.own)
    for word in PICTURES_OF.get(view.path, ()):
        if alt := ALT_TEXTS[word](shown.selection, chosen):
            caption = f"{_headline(word, shown.selection, chosen)} Source: {credit}."
            files, usual = tuple(_files(word, shown.query)), picture_path(word, "png", shown.query)
            yield Offer(PICTURES[word], alt, caption, files, usual)


def _pictured(view: View, address: Address) -> View:
    """Return what the pictures of a page show: its own rows, or else the letters that its filters pick.

    Beside two rounds compared they are of those two, beside changes of the letters on which something is on
    record in their days, as of the last of these. Which letters a recording touched, no filter says.
    """
    if view.table in ("letters", *TABLES_OF.values()):
        return view
    dataset, day, filters = view.selection.dataset, view.selection.as_of, address.filters
    if view.table == "changes" and TO in address.values:
        filters = replace(filters, as_of=day)
    if view.table == "changes" and view.own.get(BY) != RECORDED:
        begin = date.fromisoformat(view.own[FROM])
        filters = replace(filters, last_from=max(begin, filters.last_from or begin))
    if view.table == "comparison":
        filters = replace(filters, round=view.letter_filters.round)
    return View("letters", filters.apply(dataset, day))


def _headline(word: str, selection: Selection, chosen: CaseFilters) -> str:
    """Say what a picture shows."""
    if word in HEADLINES:
        return HEADLINES[word](selection, chosen)
    if place := selection.filters.record:
        return place_brief(selection.dataset, place, selection.as_of).headline
    return view_lead(selection)


def _files(word: str, query: str) -> Iterator[tuple[str, str, str]]:
    for extension, form in PICTURE_FORMS.items():
        for width in LOOKS[WIDTH] if WIDTH in form.keys else ("",):
            size = {WIDTH: width} if width else {}
            name = f"{form.name}, {int(width):,} pixels wide" if width else form.name
            for look, words in usual_looks():
                yield name, look, picture_path(word, extension, query, **words, **size)


def _citations(view: View, citation: Citation) -> dict[str, str]:
    """Give the credits and citations by what they are for."""
    return {
        "Short credit": view.about.credit,
        "Credit for a caption": citation.caption,
        "Sentence for a story": citation.sentence,
        "APA": citation.apa,
        "BibTeX": citation.bibtex,
        "CSL-JSON": citation.csl,
    }


def _frames(view: View, link: str) -> Iterator[tuple[str, str]]:
    """Give the code of the frame; the overview can be shown in parts, every other page as a whole."""
    campaign, letters = view.selection.campaign, len(view.selection.letters) if not view.path else 0
    for part in PARTS.values() if not view.path else [PARTS["all"]]:
        yield part.label, embed_code(link, campaign.name, campaign.channel, part.word, letters)
