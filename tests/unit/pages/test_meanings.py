"""Whatever word a page uses, its definition is in the text: keys and fingers reach no tooltip."""

from datetime import date

import pytest
from lxml import html

from tracker import vocabulary
from tracker.address import Address
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 11, 26)
ADDRESSES = [
    ("", ""),
    ("", "round=2018-01&as_of=2018-01-25&state=CA&place=berkeley-ca"),
    ("", "q=nothing-of-the-kind"),
    ("record", "id=jackson-ms"),
    ("record", "id=chicago-il"),
    ("record", "id=wyoming"),
    ("rounds", "from=2017-11&to=2018-01"),
    ("changes", ""),
    ("changes", "by=recorded"),
    ("cases", ""),
    ("compare", ""),
    ("data", ""),
    ("about", ""),
]
WITHOUT_TEXT = "ancestor-or-self::*[@aria-hidden='true' or @role='img']"
"""Parts that say in a text of their own, or beside them, what a mouse is told over each of their marks."""


def page(published, path, query, **form):
    return html.fromstring(
        snapshot(PageRequest(path, Address.parse(query, published), TODAY, **form), published).body
    )


FORMS = [{}, {"embedded": True}, {"paper": "https://letters.example.org/"}]


@pytest.mark.parametrize("form", FORMS, ids=["page", "embedded", "paper"])
@pytest.mark.parametrize(("path", "query"), ADDRESSES)
def test_nothing_is_said_on_mouse_over_alone(published, path, query, form):
    root = page(published, path, query, **form)
    assert [html.tostring(one)[:120] for one in root.xpath(f"//*[@title][not({WITHOUT_TEXT})]")] == []


@pytest.mark.parametrize(("path", "query"), ADDRESSES)
def test_every_word_is_defined_on_its_page(published, path, query):
    root = page(published, path, query)
    text = " ".join(root.text_content().split())
    words = {one.text_content() for one in root.find_class("term")}
    assert {word for word in words if not is_defined(word, text, published.campaign)} == set()


def is_defined(word, text, campaign):
    """Tell whether the text has the definition of a word, whichever vocabulary it is of."""
    terms = (campaign.word(term) for terms in vocabulary.Term.__subclasses__() for term in terms)
    return any(term.label == word and term.definition in text for term in terms)


def test_the_words_of_a_record_are_behind_a_line_that_keys_and_fingers_open(published):
    root = page(published, "record", "id=jackson-ms")
    (fold,) = root.xpath("//details[summary='What the words mean']")
    heads = {head.text_content().partition(":")[0] for head in fold.iter("dt")}
    assert heads >= {"Answer", "DOJ since", "In court", "Support"}
