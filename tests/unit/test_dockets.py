"""A docket number is known in any spelling, and its link leads to an archive or a court, never to a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.dockets import Number, appeal_link, docket_link, is_appeal, read_number


@pytest.mark.parametrize(
    "text",
    [
        "3:18-cv-00805",
        "18-cv-805",
        "No. 3:18-CV-00805-VC",
        "18cv805",
        "No. 18 C 805",
        "18 Civ. 805",
        "3:2018cv00805",
        "Case 3:18-cv-00805-VC Doc. 1",
    ],
)
def test_one_number_in_many_spellings(text):
    assert read_number(text) == Number("18", "cv", 805)


@pytest.mark.parametrize("text", ["", "Boston", "2018", "18-", "January 2018", "SB 54", "1:18-xx-00805"])
def test_other_text_is_no_number(text):
    assert read_number(text) is None


def test_a_spelling_without_the_kind_fits_any_kind():
    assert read_number("No. 20-1364").is_same(read_number("3:20-cv-01364"))
    assert not read_number("20-mc-01364").is_same(read_number("3:20-cv-01364"))
    assert not read_number("21-cv-01364").is_same(read_number("3:20-cv-01364"))


@given(st.integers(0, 9), st.integers(0, 99), st.sampled_from(["cv", "mc", "cr"]), st.integers(1, 99999))
def test_the_form_of_the_data_and_its_short_form_are_one_number(office, year, kind, serial):
    whole, short = f"{office}:{year:02}-{kind}-{serial:05}", f"{year:02}-{kind}-{serial}"
    assert read_number(whole) == read_number(short) == Number(f"{year:02}", kind, serial)


def test_a_docket_is_searched_in_its_court():
    link = "https://www.courtlistener.com/?type=r&court=cand&docket_number=3%3A18-cv-00805"
    assert docket_link("N.D. Cal.", "3:18-cv-00805") == link


@pytest.mark.parametrize(
    ("court", "docket"), [("", "3:18-cv-00805"), ("N.D. Cal.", ""), ("Cook County", "18-1")]
)
def test_without_court_or_number_there_is_no_link(court, docket):
    assert docket_link(court, docket) == ""


@pytest.mark.parametrize(
    ("appeal", "link"),
    [
        ("9th Cir. 18-17311", "https://www.courtlistener.com/?type=r&court=ca9&docket_number=18-17311"),
        ("2d Cir. 19-267", "https://www.courtlistener.com/?type=r&court=ca2&docket_number=19-267"),
        ("D.C. Cir. 19-5001", "https://www.courtlistener.com/?type=r&court=cadc&docket_number=19-5001"),
        ("U.S. 20-795", "https://www.supremecourt.gov/docket/docketfiles/html/public/20-795.html"),
    ],
)
def test_an_appeal_leads_to_its_docket(appeal, link):
    assert is_appeal(appeal)
    assert appeal_link(appeal) == link


def test_what_is_no_appeal_has_no_link():
    with pytest.raises(ValueError, match="“18-17311” is not an appeal"):
        appeal_link("18-17311")


def test_every_docket_and_appeal_on_record_has_a_link(dataset):
    cases = dataset.cases[dataset.cases["docket"] != ""]
    assert len(cases)
    assert all(map(docket_link, cases["court"], cases["docket"]))
    assert all(appeal_link(appeal) for appeals in dataset.cases["appeals"] for appeal in appeals)
