"""The share box: the link to exactly this view, the sentence that says it, and ways to take it away."""

import json

import streamlit as st

from tracker import Selection, pages
from tracker.address import Address
from tracker.exports.about import about
from tracker.exports.citation import Citation, cite
from tracker.exports.embedding import PARTS, iframe
from ui import address, downloads, subscribe
from ui.data import dataset


def show(selection: Selection) -> None:
    """Draw the box: link and sentence first, then files, feed and calendar, then credits and code."""
    asked = address.read()
    st.html(pages.part_heading("Share this view"))
    _copyable("Link", address.whole(asked))
    _copyable("In a sentence", selection.description)
    frozen = asked.frozen(dataset(), selection.as_of)
    _copyable("Frozen link: this day and this version of the data", address.whole(frozen))
    downloads.show(selection)
    subscribe.show(selection)
    with st.expander("Credit and cite"):
        _show_citation(cite(about(selection), address.whole(frozen)))
    with st.expander("Embed"):
        _show_embed(asked)


def _show_citation(citation: Citation) -> None:
    _copyable("Credit for a caption", citation.caption)
    _copyable("Sentence for a story", citation.sentence)
    _copyable("APA", citation.apa)
    _copyable("BibTeX", citation.bibtex)
    _copyable("CSL-JSON", json.dumps(json.loads(citation.csl), ensure_ascii=False, indent=1))


def _show_embed(asked: Address) -> None:
    part = st.segmented_control(
        "What to show", list(PARTS), default="all", format_func=PARTS.get, key="embed-part"
    )
    _copyable("Code", iframe(address.whole(asked), part or "all"))


def _copyable(label: str, text: str) -> None:
    """Draw a text with a button that copies it."""
    st.caption(label)
    st.code(text, language=None, wrap_lines=True)
