"""The about page prints the method, the code's own rules and words, and numbers that are true."""

import re
from dataclasses import replace
from datetime import date

import pytest

from builders import a_correction, a_dataset
from tracker.address import Address
from tracker.exports.entries import DERIVED, VOCABULARIES
from tracker.language.datewords import unbroken
from tracker.pages.about_page import Contact, about_page
from tracker.status import STATUS_RULES

TODAY = date(2026, 11, 25)
HOSTILE = "<script>alert(1)</script>"


def page(dataset, query="", contact=""):
    return about_page(Address.parse(query, dataset), dataset, TODAY, contact)


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def whole(page):
    return "\n".join(page.sections.values())


@pytest.fixture(scope="module")
def about(dataset):
    return page(dataset)


def test_every_heading_of_the_method_is_there_and_in_the_contents(about, dataset):
    titles = re.findall(r"^## (.+)$", dataset.method, re.MULTILINE)
    headings = re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', whole(about))
    assert set(titles) <= {title for _, title in headings}
    assert re.findall(r'href="#([^"]+)"', about.sections["head"]) == [anchor for anchor, _ in headings]


def test_what_it_is_and_is_not_comes_first(about):
    assert "It is not legal advice" in text(about.sections["intro"])
    assert list(about.sections)[1] == "intro"


def test_the_rules_are_those_of_the_code_in_their_order(about, dataset):
    say = dataset.campaign.say
    told = text(about.sections["rules"])
    positions = [
        told.index(say(f"{number} {rule.word.label} {rule.when}"))
        for number, rule in enumerate(STATUS_RULES, 1)
    ]
    assert positions == sorted(positions)
    assert all(say(rule.why) in told for rule in STATUS_RULES)


@pytest.mark.parametrize("vocabulary", [*DERIVED.values(), *VOCABULARIES.values()])
def test_every_word_has_its_definition(about, dataset, vocabulary):
    told = text(about.sections["words"])
    assert all(
        f"{term.label} {term.definition}" in told for term in dataset.campaign.words(vocabulary).values()
    )


def test_the_numbers_are_those_of_the_data(about, dataset):
    told = text(about.sections["numbers"])
    named = dataset.letters[dataset.letters["evidence"] != "inferred"]
    addressed = int((named["addressee"] != "").sum())
    assert f"Letters {len(named)} " in told
    assert f"{len(dataset.letters) - len(named)} more not named by a source" in told
    assert f"Events {len(dataset.events)}" in told
    assert f"Addressee {addressed} of {len(named)} (" in told
    assert "The research reaches July 3, 2026." in told


def test_the_day_of_the_page_is_said_and_changes_no_number(dataset, about):
    earlier = page(dataset, "as_of=2018-01-25").sections["numbers"]
    assert "by the day of this page, Jan. 25, 2018" in text(earlier)
    assert earlier.replace(*map(unbroken, ("Jan. 25, 2018", "Nov. 25, 2026"))) == about.sections["numbers"]


def test_no_correction_is_said_with_the_day_since_when(dataset):
    flawless = page(a_dataset(dataset, corrections=[]))
    assert "No correction since the first release of Nov. 25, 2026." in text(flawless.sections["corrections"])


def test_nothing_on_record_has_no_first_release(dataset):
    empty = page(a_dataset(dataset, letters=[], events=[], corrections=[]))
    assert "No correction is on record." in text(empty.sections["corrections"])
    assert "Letters 0" in text(empty.sections["numbers"])


def test_corrections_are_told_newest_first_in_the_readers_words(dataset):
    event = dataset.events.iloc[0]
    corrections = [
        a_correction(),
        a_correction(corrected_on="2026-12-02", table="sources", row="9news-20180124-denver", column="title"),
        a_correction(corrected_on="2026-12-03", table="events", row=event["event_id"], column="date", old=""),
        a_correction(corrected_on="2026-12-04", table="rounds", row="2018-01", column="signatory"),
    ]
    html = page(a_dataset(dataset, corrections=corrections), "as_of=2018-01-25").sections["corrections"]
    told = text(html)
    assert told.index("Dec. 4, 2026") < told.index("Dec. 3, 2026") < told.index("Dec. 2, 2026")
    assert (
        "Dec. 1, 2026 Jackson The January 2018 letter to Jackson, Mississippi: “Addressee” is “Chokwe Antar "
        "Lumumba, Mayor”, no longer “Tony Yarber, Mayor”."
    ) in told
    assert 'href="record?as_of=2018-01-25&amp;id=jackson-ms"' in html
    assert "nothing was on record before" in told
    assert "9NEWS" in told
    assert "Signed by" in told
    assert "jackson-ms" not in told


def test_a_correction_of_a_row_that_is_gone_names_it(dataset):
    edited = a_dataset(dataset, corrections=[a_correction(row="2018-01 + nowhere")])
    assert "2018-01 + nowhere" in page(edited).sections["corrections"]


def test_hostile_text_stays_text(dataset):
    edited = a_dataset(dataset, corrections=[a_correction(old=HOSTILE, why=HOSTILE)])
    edited = replace(edited, method=f"## {HOSTILE}\n{HOSTILE}\n")
    assert "<script" not in whole(page(edited, contact=HOSTILE))


@pytest.mark.parametrize(
    ("given", "href"),
    [
        ("editors@example.org", "mailto:editors@example.org"),
        (" https://example.org/errors ", "https://example.org/errors"),
        ("the desk on the third floor", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_contact_is_linked_where_it_is_an_address(dataset, given, href):
    assert Contact.of(given) == Contact(given.strip(), href)
    report = page(dataset, contact=given).sections["report"]
    assert f"Tell {given.strip()}" in text(report)
    assert re.findall(r'href="([^"]*)"', report) == ([href] if href else [])


def test_without_a_contact_no_address_is_made_up(about):
    assert "Open an issue where you found this project" in about.sections["report"]
    assert "href" not in about.sections["report"]


def test_a_reader_meets_no_code_words(about):
    told = text("".join(html for name, html in about.sections.items()))
    assert re.findall(r"`|\b\w+_\w+", told) == []


def test_a_method_without_headings_is_shown_too(dataset):
    assert "Just this." in whole(page(replace(dataset, method="Just this.")))
    assert page(replace(dataset, method="")).sections["intro"].strip() == ""
