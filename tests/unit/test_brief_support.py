"""What supports a letter, and the requests for its papers."""

from datetime import date

import pytest

from builders import a_dataset
from tracker.brief.requests import records_requests
from tracker.brief.support import INFERRED, letter_documents, support
from tracker.letters import letters_on
from tracker.row_types import rows


@pytest.fixture(scope="module")
def letters(dataset):
    return {
        (letter["round_id"], letter["jurisdiction_id"]): letter
        for letter in rows(letters_on(dataset, date(2026, 11, 26)))
    }


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        (
            ("2018-01", "louisville-ky"),
            "The letter’s own text was read, at least its opening, in a copy at scribd.com.",
        ),
        (
            ("2025-08", "hoboken-nj"),
            "A public copy of the letter is located (source: Patch); its text was not read.",
        ),
        (("2018-01", "jackson-ms"), "DOJ’s release of Jan. 24, 2018, names the place."),
        (
            ("2025-08", "seattle-wa"),
            "Two publishers say that the letter was sent: The Center Square and The Washington Post.",
        ),
        (("2025-08", "los-angeles-ca"), INFERRED),
    ],
)
def test_the_sentence_says_exactly_what_supports_a_letter(dataset, letters, letter, sentence):
    assert support(dataset, letters[letter]).text == sentence


def test_what_was_read_at_weak_hosts_only_says_so(dataset, letters):
    told = support(dataset, letters["2025-08", "newark-nj"])
    assert told.text.endswith("All of it was read at weak hosts only.")
    assert "weak hosts" not in support(dataset, letters["2025-08", "seattle-wa"]).text


def test_the_letter_comes_before_the_release(dataset, letters):
    (document,) = letter_documents(dataset, letters["2018-01", "king-county-wa"])
    assert (document["kind"], document["read"]) == ("letter", "located")


def test_every_letter_has_its_sentence_and_its_requests(dataset, letters):
    for letter in letters.values():
        assert support(dataset, letter).text.endswith(".")
        assert all("[Your name" in str(request) for request in records_requests(dataset, letter, "Office"))


def test_a_request_names_law_office_letter_and_date(dataset, letters):
    federal, local = map(
        str,
        records_requests(dataset, letters["2018-01", "jackson-ms"], "Office of Justice Programs"),
    )
    assert "Freedom of Information Act, 5 U.S.C. 552" in federal
    assert "To: U.S. Department of Justice, Office of Justice Programs, FOIA staff" in federal
    assert "Mississippi Public Records Act of 1983, Miss. Code 25-61-1" in local
    for request in (federal, local):
        assert (
            "letter of Jan. 24, 2018, from the U.S. Department of Justice, Office of Justice Programs"
            in request
        )
        assert "to Mayor Chokwe Antar Lumumba" in request


def test_a_letter_that_was_read_is_not_asked_for_again(dataset, letters):
    federal, _ = records_requests(dataset, letters["2018-01", "louisville-ky"], "Office of Justice Programs")
    assert "1. Any answer to the letter of Jan. 24, 2018" in federal.body
    assert "with its enclosures" not in federal.body


def test_a_request_whose_law_no_page_supports_names_no_section(dataset, letters):
    unsupported = a_dataset(dataset, statutes=[])
    federal, local = records_requests(unsupported, letters["2018-01", "jackson-ms"], "Office")
    assert federal.body.startswith("Under the public records law of the United States, I request a copy of")
    assert local.body.startswith("Under the public records law of Mississippi, I request a copy of")
