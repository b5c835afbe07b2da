"""Whose letters these are, said once: who writes, about what, under which law, and what the site is called.

A campaign is stated in the descriptor of its data, never in code. Words that are the same for every campaign
(vocabularies, tables of rules, sentences) name its sender and its law by placeholders, `{sender}` and
`{law}`, so that each reads as the sentence it becomes; `Campaign.say` fills them where they are given out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.vocabulary import Term

_PLACEHOLDER = re.compile(r"\{(sender|law|subject|time_zone_place)\}")


class Worded(str):
    """A word of a vocabulary with its label and definition as this campaign has them."""

    label: str
    definition: str

    def __new__(cls, word: str, label: str, definition: str) -> "Worded":
        """Make it a plain string that also carries its label and definition."""
        worded = str.__new__(cls, word)
        worded.label, worded.definition = label, definition
        return worded


@dataclass(frozen=True)
class Campaign:
    """The letters of one sender on one subject.

    Attributes:
        slug: the name for machines: of the data package, of files and lasting ids.
        author: to whom the data are credited.
        name: the name of the site, which the credit names.
        tagline: what the site answers, in one sentence.
        subject: what the letters are about: `immigration enforcement`.
        sender: who writes, as a headline has it: `DOJ`.
        sender_name: the same in full: `U.S. Department of Justice`.
        sender_in_prose: the same as running text has it: `the Justice Department`.
        publishers: names of which one is in the name of whatever the sender publishes.
        request_offices: which office of the sender answers records requests, where that is not the office
            that wrote.
        law: the law at issue, as a sentence has it: `section 1373`.
        law_citation: the same as a citation: `8 U.S.C. 1373`.
        time_zone: the time zone by which a day begins and a deadline passes, of the IANA's names.
        time_zone_place: the place that people know it by: `Washington`.
        contested: words, alone or in another, that somebody uses and the record itself never does.
        contested_names: names in which such a word may stand without quotes.
    """

    slug: str
    author: str
    name: str
    tagline: str
    subject: str
    sender: str
    sender_name: str
    sender_in_prose: str
    publishers: tuple[str, ...]
    law: str
    law_citation: str
    time_zone: str
    time_zone_place: str
    request_offices: Mapping[str, str] = field(default_factory=dict, hash=False)
    contested: tuple[str, ...] = ()
    contested_names: tuple[str, ...] = ()

    @classmethod
    def of(cls, descriptor: Mapping[str, Any]) -> "Campaign":
        """Read the campaign of a descriptor that has its shape."""
        stated = descriptor["campaign"]
        authors = [who["title"] for who in descriptor["contributors"] if who.get("role") == "author"]
        return cls(
            slug=descriptor["name"],
            author=authors[0],
            **{key: _frozen(value) for key, value in stated.items()},
        )

    def say(self, words: str) -> str:
        """Fill the placeholders in some words: `Cleared by {sender}` as `Cleared by DOJ`."""
        return _PLACEHOLDER.sub(lambda match: str(getattr(self, match[1])), words)

    def word(self, term: Term) -> Worded:
        """Return a word of a vocabulary with its label and definition filled."""
        return Worded(term, self.say(term.label), self.say(term.definition))

    def words(self, vocabulary: type[Term]) -> dict[str, Worded]:
        """Return the words of a vocabulary by themselves, in its order, labels and definitions filled."""
        return {str(term): self.word(term) for term in vocabulary}

    def labels(self, vocabulary: type[Term]) -> dict[str, str]:
        """Return the labels of a vocabulary by its words, in its order."""
        return {str(term): self.say(term.label) for term in vocabulary}

    @property
    def key(self) -> str:
        """The sender as the names of files begin: `doj`."""
        return _slug(self.sender)

    @property
    def channel(self) -> str:
        """The site as the messages of an embedded page name it: `doj-letters-tracker`."""
        return _slug(self.name)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Take a list as a tuple."""
    return tuple(value) if isinstance(value, list) else value


def _slug(words: str) -> str:
    """Write words in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
