"""Rules for court cases, each with a row that breaks it."""

import pytest

from builders import a_case, add, an_event, edit, found_in

CASE = "jackson-v-sessions-2018"
WEST_PALM_BEACH = "west-palm-beach-v-sessions-2018"


def test_a_case_in_order_is_let_pass(folder):
    case = a_case(
        court="N.D. Cal.", docket="3:18-cv-00806", appeals="9th Cir. 19-12345;U.S. 20-795",
        outcome_for="place", decided_on="2019",
    )  # fmt: skip
    add(folder, "cases", case)
    assert found_in(folder) == []


@pytest.mark.parametrize(
    "docket", ["18-cv-00806", "3:18-cv-806", "3:2018-cv-00806", "3:18-CV-00806", "No. 5"]
)
def test_a_docket_in_another_form_is_found(folder, docket):
    add(folder, "cases", a_case(docket=docket))
    assert found_in(folder) == [(CASE, "docket", "pattern")]


@pytest.mark.parametrize(
    ("docket", "codes"),
    [
        ("9:18-cv-80131", ["same-docket"]),
        ("1:18-cv-80131", ["same-docket"]),
        ("No. 18cv80131-DMM", ["pattern", "same-docket"]),
    ],
)
def test_a_docket_of_a_court_twice_in_any_spelling_is_found(folder, docket, codes):
    add(folder, "cases", a_case(court="S.D. Fla.", docket=docket))
    assert sorted(code for _, _, code in found_in(folder)) == codes
    assert {column for _, column, _ in found_in(folder)} == {"docket"}


@pytest.mark.parametrize("court", ["ND Cal", "N. D. Cal.", "n.d. cal"])
def test_a_docket_is_found_twice_however_its_court_is_spelled(folder, court):
    add(folder, "cases", a_case(court=court, docket="3:18-cv-00805"))
    assert [found for found in found_in(folder) if found[2] != "court-form"] == [
        ("jackson-v-sessions-2018", "docket", "same-docket")
    ]


@pytest.mark.parametrize(
    "court", ["U.S. District Court, Northern District of California", "9th Cir.", "ND Cal"]
)
def test_a_court_in_another_form_is_found(folder, court):
    add(folder, "cases", case := a_case(court=court))
    assert found_in(folder) == [(case["case_id"], "court", "court-form")]


def test_one_number_in_two_courts_is_two_dockets(folder):
    add(folder, "cases", a_case(court="N.D. Cal.", docket="9:18-cv-80131"))
    assert found_in(folder) == []


@pytest.mark.parametrize(
    "appeals", ["18-17311", "9th Cir.", "Ninth Circuit 18-17311", "9th Cir. 18-17311, en banc"]
)
def test_an_appeal_in_another_form_is_found(folder, appeals):
    edit(folder, "cases", WEST_PALM_BEACH, appeals=appeals)
    assert found_in(folder) == [(WEST_PALM_BEACH, "appeals", "appeal-form")]


def test_an_outcome_without_its_day_is_found(folder):
    edit(folder, "cases", WEST_PALM_BEACH, decided_on="")
    assert found_in(folder) == [(WEST_PALM_BEACH, "decided_on", "outcome-undated")]


def test_a_day_without_its_outcome_is_found(folder):
    edit(folder, "cases", WEST_PALM_BEACH, outcome_for="")
    assert found_in(folder) == [(WEST_PALM_BEACH, "outcome_for", "outcome-undated")]


def test_a_decision_before_the_filing_is_found(folder):
    edit(folder, "cases", WEST_PALM_BEACH, decided_on="2018-02-05")
    assert found_in(folder) == [(WEST_PALM_BEACH, "decided_on", "decision-before-filing")]


@pytest.mark.parametrize("cells", [{"concerns": "grants"}, {"round_id": "", "concerns": "letter"}])
def test_a_letter_and_a_round_go_together(folder, cells):
    add(folder, "cases", a_case(**cells))
    assert found_in(folder) == [(CASE, "concerns", "letter-concern")]


def test_each_concern_is_a_word_of_the_vocabulary(folder):
    add(folder, "cases", a_case(concerns="letter;money"))
    assert found_in(folder) == [(CASE, "concerns", "vocabulary")]


@pytest.mark.parametrize(
    ("type_", "day", "codes"),
    [
        ("suit_filed", "2018-02-06", []),
        ("suit_filed", "2018-07", ["suit-not-filed-then"]),
        ("suit_joined", "2018-07", []),
        ("suit_joined", "2018-02-05", ["suit-not-filed-then"]),
    ],
)
def test_a_suit_is_filed_with_its_case_and_joined_no_earlier(folder, type_, day, codes):
    """Albuquerque’s part in a suit of King County stood for months as a suit of its own."""
    add(folder, "cases", a_case())
    add(folder, "events", an_event(case_id=CASE, type=type_, date=day))
    assert [code for _, _, code in found_in(folder)] == codes
