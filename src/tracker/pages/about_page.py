"""The about page: what the record is, how it is made and by which rules, in words and in numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.address import Address
from tracker.campaign import Campaign
from tracker.changes import corrections
from tracker.coverage import Coverage, coverage
from tracker.dataset import Dataset
from tracker.exports.entries import DERIVED, STANDING, STANDING_RULES, STATUS, VOCABULARIES, worded
from tracker.pages.engine import render
from tracker.pages.page import Page, made_once
from tracker.pages.prose import Part, anchor_of, parts
from tracker.status import STATUS_RULES, Rule

_HEADINGS = (
    "Coverage in numbers",
    "The rules of the status",
    "Words and what they mean",
    "Corrections",
    "How to report an error",
    "What is kept about readers",
)
"""The headings of what is not in the method; the rest of the method stands before the last three."""

_MAIL = re.compile(r"[^@\s:]+@[^@\s:]+\.[^@\s:]+")
_WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Contact:
    """Whom to tell of an error: the text of the configuration, and a link where it is an address."""

    text: str
    href: str = ""

    @classmethod
    def of(cls, text: str) -> "Contact":
        """Read a mail address or a web address; any other text has no link."""
        text = text.strip()
        if _MAIL.fullmatch(text):
            return cls(text, f"mailto:{text}")
        return cls(text, text if _WEB.fullmatch(text) else "")


@made_once
def about_page(address: Address, dataset: Dataset, today: date, contact: str = "") -> Page:
    """Say what this is and is not, how much it covers, and by which rules and words it speaks.

    Args:
        address: its filters and day are kept in the links.
        dataset: the data.
        today: the day where the address has none.
        contact: a mail or web address to which errors are reported; "" for a text that names none.
    """
    chapters = parts(dataset.method)
    first, rest = chapters[:1], chapters[1:]
    covered, campaign = coverage(dataset), dataset.campaign
    as_of = address.filters.day(dataset, today)
    vocabularies = worded(DERIVED | VOCABULARIES, campaign)
    sections = {
        "intro": render("about_method.html.j2", parts=first),
        "numbers": render("about_numbers.html.j2", coverage=covered, version=dataset.version, as_of=as_of),
        "rules": render(
            "about_rules.html.j2",
            rules=_worded(STATUS_RULES, campaign),
            text=STATUS,
            standing={
                campaign.say(title): _worded(rules, campaign) for title, rules in STANDING_RULES.items()
            },
            standing_text=campaign.say(STANDING),
        ),
        "words": render("about_words.html.j2", vocabularies=vocabularies),
        "method": render("about_method.html.j2", parts=rest),
        "corrections": corrections_html(dataset, address),
        "report": render("about_report.html.j2", contact=Contact.of(contact)),
        "privacy": render("about_privacy.html.j2", channel=campaign.channel),
    }
    head = render("about_head.html.j2", contents=_contents(first, rest))
    return Page(
        f"About this record of {campaign.sender} letters",
        _description(covered),
        {"head": head} | sections,
    )


def _worded(rules: Iterable[Rule[Any]], campaign: Campaign) -> list[dict[str, str]]:
    """Give rules with the names of the campaign in their words."""
    return [
        {
            "word": campaign.word(rule.word),
            "when": campaign.say(rule.when),
            "why": campaign.say(rule.why),
        }
        for rule in rules
    ]


def _contents(first: list[Part], rest: list[Part]) -> list[tuple[str, str]]:
    """Give the headings of the page, in order, with their names for links."""
    ours = [(title, anchor_of(title)) for title in _HEADINGS]
    of_first, of_rest = ([(part.title, part.anchor) for part in some if part.title] for some in (first, rest))
    return [*of_first, *ours[:3], *of_rest, *ours[3:]]


def _description(covered: Coverage) -> str:
    unnamed = covered.letters.inferred
    beside = f", {unnamed:,} more not named by a source," if unnamed else ""
    return (
        f"What this record of {covered.letters.named:,} letters{beside} and {covered.events:,} events is "
        "and is not, how facts are gathered, rated and corrected, and the rules by which a status follows "
        "from them."
    )


def corrections_html(dataset: Dataset, address: Address) -> str:
    """Return the corrections as HTML, the newest first; where there is none, a sentence that says so."""
    recorded = [*dataset.letters["recorded_on"], *dataset.events["recorded_on"]]
    names = dict(zip(dataset.jurisdictions["jurisdiction_id"], dataset.jurisdictions["name"], strict=True))
    return render(
        "corrections.html.j2",
        corrections=corrections(dataset),
        names=names,
        address=address,
        since=min(recorded, default=None),
        sources=dataset.sources_by_id,
    )
