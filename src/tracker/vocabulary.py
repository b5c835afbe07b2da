"""The words of the dataset: one enumeration per vocabulary, in the order a reader meets them.

A member’s value is the word in the CSV files and in links; its label is what a page prints and its
definition is the one sentence a reader gets on asking. The `enum` lists of `data/datapackage.json`
are written from these classes by `tracker format`. Labels and definitions name the sender and the law of
a campaign by placeholders, which `tracker.campaign` fills.
"""

from enum import StrEnum
from functools import cache
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
    @cache
    def of(cls, word: str) -> Self:
        """Return the member of this word.

        Raises:
            KeyError: the word is not in the vocabulary.
        """
        return {str(term): term for term in cls}[word]


# What is said of a letter, of the step that brought it about and of the standing that follows is one thing.
_REFUSED = (
    "The office that was written to said in public that it would not answer, or would not hand over what was "
    "asked."
)
_FLAGGED = "{sender} wrote that a preliminary review found laws or policies that may violate {law}."
_CLEARED = "{sender} wrote that it had found no evidence that the place was out of compliance."
_DELISTED = "{sender} took the place off the list that it had published."
_AGREED = "{sender} and the place settled, or signed an understanding."


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
    """Where a letter stands on a day; the rules are in `tracker.status`.

    `short` is for a cell that has no room for the label; `one` and `many` say how one letter and how several
    stood.
    """

    short: str
    one: str
    many: str

    def __new__(
        cls, value: str, label: str, definition: str, short: str, one: str, many: str = ""
    ) -> "Status":
        """Make the member a term that also carries its short word and what is said of letters."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.definition = label, definition
        member.short, member.one, member.many = short, one, many or one
        return member

    AWAITING = (
        "awaiting",
        "Awaiting answer",
        "The deadline has not passed and no answer is on public record.",
        "awaiting",
        "awaited an answer",
    )
    NO_ANSWER_FOUND = (
        "no_answer_found",
        "Deadline passed, no answer on public record",
        "The deadline has passed and no answer is on record in public; the place may still have answered.",
        "no answer found",
        "was past its deadline with no answer on public record",
        "were past their deadline with no answer on public record",
    )
    NO_DEADLINE = (
        "no_deadline",
        "No deadline, no answer on record",
        "No day by which to answer is on record, and no answer is on public record.",
        "no deadline",
        "had neither a deadline nor an answer on record",
    )
    ANSWERED = (
        "answered",
        "Answered",
        "An answer to this letter is on public record.",
        "answered",
        "had an answer and no later outcome on record",
    )
    DECLINED = (
        "declined",
        "Refused",
        _REFUSED,
        "refused",
        "had met a public refusal of what it asked",
        "had met public refusals of what they asked",
    )
    FLAGGED = (
        "flagged",
        "Preliminary finding: may violate",
        _FLAGGED,
        "preliminary",
        "stood at a preliminary finding that laws or policies may violate {law}",
        "stood at preliminary findings that laws or policies may violate {law}",
    )
    IN_COURT = (
        "in_court",
        "In court over the letter",
        "A court case over this letter’s round names the place, and the tracker has read no end of it. A "
        "suit over policies or grants alone sets no status; it stands under the courts.",
        "in court",
        "was the subject of a suit with no end on record",
        "were the subject of suits with no end on record",
    )
    SETTLED = (
        "settled",
        "Settled",
        "{sender} and the place came to a settlement or a signed understanding over this letter or its "
        "round.",
        "settled",
        "had ended in a settlement or a signed understanding",
        "had ended in settlements or signed understandings",
    )
    CLEARED = (
        "cleared",
        "Cleared by {sender}",
        _CLEARED,
        "cleared",
        "had ended in clearance by {sender}",
    )
    REMOVED = (
        "removed",
        "Removed from {sender}’s list",
        _DELISTED,
        "removed",
        "had ended in removal from {sender}’s list",
    )
    LAPSED = (
        "lapsed",
        "Program ended, no outcome on public record",
        "{sender} ended the program behind the round, and neither an answer nor an outcome is on public "
        "record; there may have been one, and a grant may have been paid or cleared.",
        "program ended",
        "was without an outcome on public record after the end of its program",
        "were without an outcome on public record after the end of their program",
    )


SINCE = "{sender} since"
"""What `Doj` is called wherever it stands beside the answer and the courts."""


class Answer(Term):
    """What the place answered, as of a day; the rules are in `tracker.standing.answer`."""

    AWAITED = "awaited", "Awaited", "The deadline has not passed and no answer is on public record."
    PROMISED = (
        "promised",
        "Promised, none on record",
        "The place said in public that it would answer; no answer is on public record.",
    )
    ON_TIME = "on_time", "Answered on time", "An answer is dated on or before the letter’s deadline."
    LATE = "late", "Answered late", "Every answer on record is dated after the letter’s deadline."
    DAY_UNKNOWN = (
        "day_unknown",
        "Answered, day unknown",
        "An answer is on record, but not its day: it may have come before or after the deadline.",
    )
    ANSWERED = (
        "answered",
        "Answered, no deadline",
        "An answer is on record, but no day by which it was asked for.",
    )
    REFUSED = "refused", "Refused", _REFUSED
    NONE_ON_RECORD = (
        "none_on_record",
        "None on record",
        "No answer is on public record, and no deadline is ahead; the place may still have answered.",
    )


class Doj(Term):
    """What the sender has done about a letter since, as of a day; the rules are in `tracker.standing.doj`."""

    NOTHING_SINCE = (
        "nothing_since",
        "No step on record for this letter",
        "No later demand, finding, clearance, agreement or payment of {sender} on this letter is on public "
        "record. A suit stands under the courts.",
    )
    FOLLOW_UP = (
        "follow_up",
        "Follow-up demand",
        "{sender} wrote to the place again in the same review, with a further demand.",
    )
    PRELIMINARY_FINDING = "preliminary_finding", "Preliminary finding", _FLAGGED
    GRANT_PAID = (
        "grant_paid",
        "Grant paid or cleared",
        "A grant of {sender} to the place was paid after the letter, or cleared to be paid, as the place or "
        "{sender} said; most sources do not say which of the two. It does not say whether the place complies "
        "with {law}.",
    )
    CLEARED = "cleared", "Cleared", _CLEARED
    AGREEMENT = "agreement", "Agreement", _AGREED
    OFF_LIST = "off_list", "Taken off the list", _DELISTED
    PROGRAM_ENDED = "program_ended", "Program ended", "{sender} ended the program behind the letter."


class Court(Term):
    """What came of the court cases about a letter, as of a day; the rules are in `tracker.standing.court`."""

    NO_CASE = (
        "no_case",
        "No case",
        "No court case about the letter, or the place’s policies or grants, is on record.",
    )
    PENDING = (
        "pending",
        "No final decision on record",
        "A case was filed, and the tracker has read neither a decision that ends it nor another end. A court "
        "may have ruled for the time being, and the case may be over.",
    )
    WON_BY_PLACE = (
        "won_by_place",
        "Decided for the place",
        "The newest final decision on record favors the place, as the dismissal of a federal suit does; an "
        "appeal may be pending, and another suit may have no decision.",
    )
    WON_BY_US = (
        "won_by_us",
        "Decided for the United States",
        "The newest final decision on record favors the United States; an appeal may be pending, and "
        "another suit may have no decision.",
    )
    SPLIT = (
        "split",
        "Decided in part for each",
        "The final decisions on record are in part for each side.",
    )
    SETTLED = "settled", "Settled", "The case ended in an agreement of the place and the United States."
    ENDED_OTHERWISE = (
        "ended_otherwise",
        "Dismissed or ended otherwise",
        "The case ended, and neither a final decision for either side nor an agreement is on record.",
    )


class EarliestAnswer(Term):
    """By when a letter may have been answered, as of a day: the first day that an answer’s date allows."""

    BY_DEADLINE = (
        "by_deadline",
        "By the deadline",
        "An answer is on record that, by its date, may have come by the letter’s deadline.",
    )
    LATER = (
        "later",
        "Late, or no deadline",
        "An answer is on record that came after the deadline, or to a letter for which none is on record.",
    )
    NONE = "none", "No answer", "No answer is on record that, by its date, may have come by the day."


class Suit(Term):
    """Who brought the court cases that count for a letter, as of a day."""

    NONE = (
        "none",
        "No case",
        "No case over the letter, or the place’s policies or grants, is on record.",
    )
    BY_UNITED_STATES = (
        "by_us",
        "By the United States",
        "The United States sued the place over the letter, or its policies or grants in the same period.",
    )
    BY_PLACE = (
        "by_place",
        "By the place",
        "The place sued, or joined a suit, over the letter, or its policies or grants in the same period.",
    )
    BY_BOTH = (
        "by_both",
        "By each side",
        "Each side sued the other over the letter, or the place’s policies or grants in the same period.",
    )


class EventType(Term):
    """What sort of thing happened."""

    RESPONSE_PROMISED = "response_promised", "Answer promised", "The place said that it would answer."
    RESPONSE_SENT = "response_sent", "Answer sent", "The place answered the letter."
    DOCUMENTS_PRODUCED = (
        "documents_produced",
        "Documents handed over",
        "The place gave {sender} documents that the letter asked for.",
    )
    DECLINED = "declined", "Refused", _REFUSED
    FOUND_NONCOMPLIANT = "found_noncompliant", "Preliminary finding", _FLAGGED
    CLEARED = "cleared", "Cleared by {sender}", _CLEARED
    SETTLEMENT = "settlement", "Settlement", _AGREED
    SUIT_FILED = "suit_filed", "Suit filed", "A suit was filed, by or against the place."
    SUIT_JOINED = "suit_joined", "Suit joined", "The place came into a suit that others had filed before."
    RULING = "ruling", "Court decision", "A court decided something in a case."
    SUIT_ENDED = "suit_ended", "Suit ended", "The whole suit came to an end."
    SUBPOENA = "subpoena", "Subpoena", "A subpoena was served, or a court dealt with one."
    LISTED = "listed", "Named on a list", "A government list or memo named the place."
    DELISTED = "delisted", "Removed from {sender}’s list", _DELISTED
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


REPLIES = (EventType.RESPONSE_SENT, EventType.DOCUMENTS_PRODUCED, EventType.DECLINED)
"""What a place says to a letter; that it will answer is none."""

ANSWERING = (EventType.RESPONSE_PROMISED, *REPLIES)
"""What a place says of a letter to it."""

DECISIONS = (EventType.CLEARED, EventType.SETTLEMENT, EventType.DELISTED)
"""What {sender} does that decides a letter for the place."""

CASE_EVENTS = (EventType.SUIT_FILED, EventType.SUIT_JOINED, EventType.RULING, EventType.SUIT_ENDED)
"""What happens in a court case."""


class Confidence(Term):
    """How well a fact is supported."""

    CONFIRMED = (
        "confirmed",
        "Confirmed",
        "Rests on a primary or court source, or on two sources of different publishers, and not only on "
        "copies and digests at addresses not fit to cite.",
    )
    SINGLE_SOURCE = (
        "single-source",
        "Single source",
        "Rests on one publisher, or only on addresses not fit to cite.",
    )
    CONFLICTING = "conflicting", "Sources conflict", "Sources disagree on the fact itself."


class Evidence(Term):
    """What shows that a letter was sent to a place, from the strongest down."""

    LETTER = "letter", "Letter read", "The letter’s own text was read, at least its opening."
    COPY = "copy", "Copy located", "A public copy of the letter is located; its text was not read."
    OFFICIAL = (
        "official",
        "Named by {sender}",
        "A release or list of {sender} names the place as sent the letter.",
    )
    REPORT = (
        "report",
        "Named in a report",
        "A news report, or the place itself, says that the letter was sent.",
    )
    INFERRED = (
        "inferred",
        "Not named",
        "No source names the place; it is entered because sources say that all listed places got a letter.",
    )


class SourceKind(Term):
    """What sort of document a source is."""

    PRIMARY = "primary", "Primary", "A letter, release or document of a government or party itself."
    COURT = "court", "Court", "A court’s opinion, order or docket, or a filing in it."
    PRESS = "press", "Press", "A news report."
    ANALYSIS = "analysis", "Analysis", "A summary, digest, archive or commentary."


class Hosting(Term):
    """Whose address a source stands at."""

    OWN = "own", "Publisher’s own", "The publisher’s own address, or that of its edition."
    COPY = "copy", "Copy", "A copy or print elsewhere, at a host fit to cite."
    WEAK = "weak", "Weak host", "A host not fit to cite: a forum, a scraper or a machine-made digest."


class DocumentKind(Term):
    """What a document of a letter or of an event is."""

    LETTER = "letter", "{sender}’s letter", "The letter that {sender} sent."
    RELEASE = "release", "{sender}’s release or list", "A release or list of {sender} that names the place."
    ANSWER = "answer", "The place’s answer", "What the place wrote to {sender}."
    FINDING = "finding", "{sender}’s finding", "A letter of {sender} that says what its review found."
    AGREEMENT = "agreement", "Agreement", "A settlement or signed understanding, or a letter that states it."


class Reading(Term):
    """Whether a document’s own text was read."""

    READ = "read", "Read", "Its own text was read, at least the opening."
    LOCATED = (
        "located",
        "Located, not read",
        "A source shows it, links it or says where it is; its text was not read.",
    )


class Party(Term):
    """Who brought a court case."""

    JURISDICTION = (
        "jurisdiction",
        "Cities, counties and states",
        "One or more cities, counties or states brought the case.",
    )
    UNITED_STATES = "united-states", "The United States", "The federal government brought the case."


class Concern(Term):
    """What a court case is about."""

    LETTER = "letter", "A letter", "The case contests one of the letters, or followed one at once."
    POLICY = (
        "policy",
        "A law or policy",
        "A law or policy of the place that bears on {subject}.",
    )
    GRANTS = "grants", "Federal money", "Federal money, or conditions on it, over {subject}."
    RECORDS = "records", "Records", "Access to records: a subpoena, or a request for public records."
    OTHER = "other", "Other", "Something else between the place and the federal government over {subject}."


class OutcomeFor(Term):
    """Whom the outcome of a court case favors."""

    PLACE = "place", "The place", "The newest final decision on record favors the place."
    UNITED_STATES = (
        "united-states",
        "The United States",
        "The newest final decision on record favors the federal government.",
    )
    SPLIT = "split", "Each in part", "The newest final decision on record is in part for each side."
    AGREEMENT = "agreement", "Agreement", "The two sides settled, or agreed on how the case ends."


class CaseStatus(Term):
    """Where a court case stands on a day; the rules are in `tracker.case_status`."""

    PLACE = (
        "place",
        "Decided for the place",
        "A final decision on record favors the city, county or state, as the dismissal of a federal suit "
        "does.",
    )
    UNITED_STATES = (
        "united-states",
        "Decided for the United States",
        "A final decision on record favors the federal government.",
    )
    SPLIT = (
        "split",
        "Decided in part for each",
        "A final decision on record is in part for each side.",
    )
    AGREEMENT = "agreement", "Settled", "The two sides settled, or agreed on how the case ends."
    ENDED = "ended", "Ended, outcome not on record", "The case is over; how it was decided was not read."
    PENDING = (
        "pending",
        "No final decision on record",
        "The tracker has read neither a decision that ends the case nor another end; the case may be over.",
    )
