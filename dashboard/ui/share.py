"""The share box: the link to exactly this view, the sentence that says it, and ways to take it away."""

import json

import streamlit as st

from tracker import pages
from tracker.address import PRINT, SHOW, Address
from tracker.exports.citation import Citation, cite
from tracker.exports.embedding import iframe
from tracker.exports.view import View
from tracker.pages.site import view_of
from tracker.parts import PARTS
from ui import address_bar, follow, view_files
from ui.shared_data import dataset, today


def show(path: str) -> None:
    """Draw the box of a page: link and sentence first, then files and feed, then credits and code."""
    request = address_bar.read()
    view = view_of(path, request, dataset(), today())
    if view is None:
        return
    with st.container(key="share"):
        _show(path, request, view)


def _show(path: str, request: Address, view: View) -> None:
    link, frozen = address_bar.whole(request, path), address_bar.whole(_frozen(request, view), path)
    st.html(pages.part_heading("Use this view"))
    _copyable("Link", link)
    _copyable("In a sentence", view.about.description)
    _copyable("Frozen link: this day and this version of the data", frozen)
    view_files.show(view)
    follow.show(view)
    with st.expander("Credit and cite"):
        _show_citation(cite(view.about, frozen))
    with st.expander("Embed"):
        _show_embed(link, has_parts=not path)


def _frozen(request: Address, view: View) -> Address:
    """Return the address with the day, the version and all that the page has taken by default."""
    values = {key: value for key, value in request.values.items() if key not in (PRINT, SHOW)}
    pinned = Address(view.selection.filters, {**values, **view.own})
    return pinned.frozen(dataset(), view.selection.as_of)


def _show_citation(citation: Citation) -> None:
    _copyable("Credit for a caption", citation.caption)
    _copyable("Sentence for a story", citation.sentence)
    _copyable("APA", citation.apa)
    _copyable("BibTeX", citation.bibtex)
    _copyable("CSL-JSON", json.dumps(json.loads(citation.csl), ensure_ascii=False, indent=1))


def _show_embed(link: str, has_parts: bool) -> None:
    """Draw the code of the frame; the overview can be shown in parts, every other page as a whole."""
    part = None
    if has_parts:
        labels = {word: part.label for word, part in PARTS.items()}
        part = st.segmented_control(
            "What to show",
            list(labels),
            default="all",
            format_func=lambda word: labels[word],
            key="embed-part",
        )
    _copyable("Code", iframe(link, dataset().campaign.name, part or "all"))


def _copyable(label: str, text: str) -> None:
    """Draw a text with a button that copies it; Streamlit's own would load a highlighter of 1.6 MB."""
    st.html(pages.copy_field(label, text))
