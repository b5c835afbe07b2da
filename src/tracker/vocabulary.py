"""The words of the dataset: one enumeration per vocabulary, in the order a reader meets them.

A member’s value is the word in the CSV files and in links; its label is what a page prints and its
definition is the one sentence a reader gets on asking. The `enum` lists of `data/datapackage.json`
are written from these classes by `tracker format`.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word with a label and a definition."""

    label: str
    definition: str

    def __new__(cls, value: str, label: str, definition: str) -> "Term":
        """Make the member a plain string that also carries its label and definition."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.definition = definition
        return member

    @classmethod
    def of(cls, word: str) -> Self:
        """Return the member of this word.

        Raises:
            KeyError: the word is not in the vocabulary.
        """
        return {str(term): term for term in cls}[word]


class Kind(Term):
    """What sort of place got the letter."""

    CITY = "city", "City", "A city or town with its own government."
    COUNTY = "county", "County", "A county government."
    STATE = "state", "State", "A state government, or an agency that was written to on its behalf."
    CITY_COUNTY = "city-county", "City-county", "A city and a county under one government."
    DISTRICT = "district", "District", "The District of Columbia, which is neither a state nor a city in one."

    @property
    def names_its_state(self) -> bool:
        """Whether the name of such a place says where it is."""
        return self in (Kind.STATE, Kind.DISTRICT)

    @property
    def is_shaped(self) -> bool:
        """Whether such a place is drawn as an area; all others are drawn as a point."""
        return self in (Kind.STATE, Kind.COUNTY, Kind.DISTRICT)


class RoundKind(Term):
    """Whether a round is letters or background."""

    LETTERS = "letters", "Letters", "Letters to named places; each copy is a row among the letters."
    CONTEXT = (
        "context",
        "Background",
        "A list, a memo, guidance, or a letter of which one copy is known; counted in no figure of letters.",
    )


class Status(Term):
    """Where a letter stands on a day; the rules are in `tracker.status`."""

    AWAITING = (
        "awaiting",
        "Awaiting answer",
        "The deadline has not passed and no answer is on public record.",
    )
    NO_ANSWER_FOUND = (
        "no_answer_found",
        "Deadline passed, no answer on public record",
        "The deadline has passed and no answer is on record in public; the place may still have answered.",
    )
    NO_DEADLINE = (
        "no_deadline",
        "No deadline, no answer on record",
        "The letter names no deadline and no answer is on public record.",
    )
    ANSWERED = "answered", "Answered", "An answer to this letter is on public record."
    DECLINED = (
        "declined",
        "Declined to comply",
        "The place said in public that it would not answer, or would not hand over what was asked.",
    )
    FLAGGED = (
        "flagged",
        "Preliminary finding: may violate",
        "DOJ wrote that a preliminary review found laws or policies that may violate section 1373.",
    )
    IN_COURT = (
        "in_court",
        "In court",
        "A court case over this letter’s round names the place, and no end of it is on record.",
    )
    SETTLED = (
        "settled",
        "Settled",
        "DOJ and the place came to a settlement or a signed understanding on this letter.",
    )
    CLEARED = (
        "cleared",
        "Cleared by DOJ",
        "DOJ wrote that it had found no evidence that the place was out of compliance.",
    )
    REMOVED = (
        "removed",
        "Removed from DOJ’s list",
        "DOJ took the place off the list it published in August 2025.",
    )
    LAPSED = (
        "lapsed",
        "Lapsed, no outcome on record",
        "DOJ ended the program behind the round, and neither an answer nor an outcome is on public record.",
    )


class EventType(Term):
    """What sort of thing happened."""

    RESPONSE_PROMISED = "response_promised", "Answer promised", "The place said that it would answer."
    RESPONSE_SENT = "response_sent", "Answer sent", "The place answered the letter."
    DOCUMENTS_PRODUCED = (
        "documents_produced",
        "Documents handed over",
        "The place gave DOJ documents that the letter asked for.",
    )
    DECLINED = (
        "declined",
        "Declined",
        "The place said in public that it would not answer, or would not hand over what was asked.",
    )
    FOUND_NONCOMPLIANT = (
        "found_noncompliant",
        "Preliminary finding",
        "DOJ wrote that a preliminary review found laws or policies that may violate section 1373.",
    )
    CLEARED = (
        "cleared",
        "Cleared by DOJ",
        "DOJ wrote that it had found no evidence that the place was out of compliance.",
    )
    SETTLEMENT = "settlement", "Settlement", "DOJ and the place settled, or signed an understanding."
    SUIT_FILED = "suit_filed", "Suit filed", "A party first sued, or joined a running suit."
    RULING = "ruling", "Court decision", "A court decided something in a case."
    SUIT_ENDED = "suit_ended", "Suit ended", "The whole suit came to an end."
    SUBPOENA = "subpoena", "Subpoena", "A subpoena was served, or a court dealt with one."
    LISTED = "listed", "Named on a list", "A government list or memo named the place."
    DELISTED = "delisted", "Removed from DOJ’s list", "DOJ took the place off the list it published in 2025."
    NOT_RELISTED = (
        "not_relisted",
        "Not in the next round",
        "The place was not among the recipients of the next round; no reason is implied.",
    )
    GRANT_AWARDED = (
        "grant_awarded",
        "Grant paid or cleared",
        "A federal grant was paid, or cleared to be paid.",
    )
    GRANT_WITHHELD = "grant_withheld", "Grant withheld", "A federal grant was held back or refused."
    POLICY_CHANGED = "policy_changed", "Policy changed", "A law or policy on the subject changed."
    STATEMENT = "statement", "Statement", "Something was said in public, or filed in a running suit."


class Confidence(Term):
    """How well a fact is supported."""

    CONFIRMED = (
        "confirmed",
        "Confirmed",
        "Rests on a primary or court source, or on two sources of different publishers.",
    )
    SINGLE_SOURCE = "single-source", "Single source", "Rests on one publisher."
    CONFLICTING = "conflicting", "Sources conflict", "Sources disagree on the fact itself."


class SourceKind(Term):
    """What sort of document a source is."""

    PRIMARY = "primary", "Primary", "A letter, release or document of a government or party itself."
    COURT = "court", "Court", "A court’s opinion, order or docket, or a filing in it."
    PRESS = "press", "Press", "A news report."
    ANALYSIS = "analysis", "Analysis", "A summary, digest, archive or commentary."


class Party(Term):
    """Who brought a court case."""

    JURISDICTION = "jurisdiction", "The places written to", "One or more of the places brought the case."
    UNITED_STATES = "united-states", "The United States", "The federal government brought the case."
