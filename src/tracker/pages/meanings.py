"""What the words of a page mean, under a line that opens: the one way in which a page defines its words.

A definition that shows on mouse-over alone is none for who uses keys, a finger or a screen reader.
"""

from collections.abc import Iterable, Mapping

from tracker.campaign import Campaign
from tracker.pages.engine import render
from tracker.vocabulary import (
    SINCE,
    Answer,
    CaseStatus,
    Concern,
    Confidence,
    Court,
    Doj,
    Party,
    Status,
    Term,
)

HEADINGS: Mapping[type[Term], str] = {
    Status: "Status",
    Answer: "Answer",
    Doj: SINCE,
    Court: "In court",
    CaseStatus: "Outcome",
    Party: "Brought by",
    Concern: "About",
    Confidence: "Support",
}
"""What pages call the words of a vocabulary."""

LINE = "What the words mean"


def meanings(campaign: Campaign, used: Mapping[type[Term], Iterable[str]], line: str = LINE) -> str:
    """Return the words that a page uses with their definitions, folded away behind a line; "" for none."""
    groups = []
    for vocabulary, words in used.items():
        present = set(words)
        terms = [term for word, term in campaign.words(vocabulary).items() if word in present]
        groups += [(campaign.say(HEADINGS[vocabulary]), vocabulary is Status, terms)] if terms else []
    return render("words.html.j2", groups=groups, line=line) if groups else ""


def status_key(campaign: Campaign) -> str:
    """Return every status with its definition."""
    return meanings(campaign, {Status: Status}, "What the statuses mean")
