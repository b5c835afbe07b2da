"""A law is cited as a page has it, and by name alone where no page was found."""

from datetime import date

import pandas as pd
import pytest

from tracker.statutes import Reference, Statute, statute_of

ACT = {
    "state": "MS",
    "name": "Mississippi Public Records Act of 1983",
    "citation": "Miss. Code 25-61-1",
    "publisher": "Justia",
    "title": "Mississippi Administrative Code, rule 6-5-5.1",
    "url": "https://example.org/rule",
    "seen_on": pd.Timestamp(2026, 11, 26),
}
UNSUPPORTED = dict.fromkeys(ACT, "") | {"state": "ND", "name": "open records law", "seen_on": pd.NaT}
LAWS = pd.DataFrame([ACT, UNSUPPORTED])


def test_a_law_has_its_citation_and_the_page_that_supports_it():
    law = statute_of("MS", LAWS)
    assert str(law) == "Mississippi Public Records Act of 1983, Miss. Code 25-61-1"
    assert law.reference == Reference(
        "Justia",
        "Mississippi Administrative Code, rule 6-5-5.1",
        "https://example.org/rule",
        date(2026, 11, 26),
    )


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("ND", "open records law"),
        ("OH", "public records law of Ohio"),
        ("DC", "public records law of the District of Columbia"),
        ("US", "public records law of the United States"),
    ],
)
def test_a_law_that_no_page_supports_is_named_without_a_section(state, name):
    assert statute_of(state, LAWS) == Statute(name)
    assert str(statute_of(state, LAWS)) == name
