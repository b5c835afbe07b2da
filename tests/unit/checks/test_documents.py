"""Rules for documents, and for the evidence that they give."""

import pytest

from builders import add, edit, found_in

LETTER = "louisville-ky:2018-01:letter"
RELEASE = "jackson-ms:2018-01:release"
ANSWER = "burlington-vt:2017-12-08:response_sent:answer"


def a_document(**cells):
    """DOJ's release as a document of its January letter to Louisville, which has a better one."""
    return {
        "document_id": "louisville-ky:2018-01:release",
        "kind": "release",
        "round_id": "2018-01",
        "jurisdiction_id": "louisville-ky",
        "event_id": "",
        "source_id": "doj-20180124-23-release",
        "pages": "",
        "says": "DOJ’s release names the place.",
        "quote": "",
        "read": "read",
    } | cells


def codes(folder):
    return {(row, column, code) for row, column, code in found_in(folder)}


def test_a_second_document_of_a_letter_is_sound(folder):
    add(folder, "documents", a_document())
    assert found_in(folder) == []


def test_an_id_that_does_not_follow_from_the_cells_is_found(folder):
    add(folder, "documents", a_document(document_id="louisville-ky:release"))
    assert found_in(folder) == [("louisville-ky:release", "document_id", "document-id")]


def test_a_document_of_no_letter_is_found(folder):
    key = "boston-ma:2018-01:release"
    add(folder, "documents", a_document(document_id=key, jurisdiction_id="boston-ma"))
    assert found_in(folder) == [(key, "round_id", "document-subject")]


def test_a_document_of_another_places_event_is_found(folder):
    edit(folder, "documents", ANSWER, jurisdiction_id="jackson-ms")
    assert found_in(folder) == [(ANSWER, "jurisdiction_id", "document-subject")]


def test_a_source_that_the_letter_does_not_cite_is_found(folder):
    edit(folder, "documents", LETTER, source_id="doj-20180124-bernalillo-letter")
    assert (LETTER, "source_id", "document-source") in codes(folder)


def test_a_release_that_doj_did_not_publish_is_found(folder):
    edit(folder, "documents", RELEASE, source_id="patch-20180124-23")
    assert found_in(folder) == [(RELEASE, "source_id", "release-source")]


def test_a_quotation_of_thirteen_words_is_found(folder):
    edit(folder, "documents", LETTER, quote=" ".join(["word"] * 12))
    assert found_in(folder) == []
    edit(folder, "documents", LETTER, quote=" ".join(["word"] * 13))
    assert found_in(folder) == [(LETTER, "quote", "quotation")]


def test_a_quotation_of_what_was_not_read_is_found(folder):
    key = "hoboken-nj:2025-08:letter"
    edit(folder, "documents", key, quote="a few words")
    assert found_in(folder) == [(key, "quote", "quotation")]


@pytest.mark.parametrize(
    ("letter", "evidence"),
    [
        (("2018-01", "louisville-ky"), "official"),
        (("2025-08", "hoboken-nj"), "letter"),
        (("2018-01", "jackson-ms"), "report"),
        (("2025-08", "seattle-wa"), "official"),
    ],
    ids=["text read", "copy located", "named by DOJ", "no document"],
)
def test_evidence_that_the_documents_do_not_give_is_found(folder, letter, evidence):
    edit(folder, "letters", letter, evidence=evidence)
    assert found_in(folder) == [(" + ".join(letter), "evidence", "evidence")]


def test_a_letter_whose_document_was_not_read_after_all_is_found(folder):
    edit(folder, "documents", LETTER, read="located", quote="")
    assert found_in(folder) == [("2018-01 + louisville-ky", "evidence", "evidence")]


def test_an_inferred_letter_that_is_called_confirmed_is_found(folder):
    edit(folder, "letters", ("2025-08", "albuquerque-nm"), evidence="inferred")
    assert found_in(folder) == [("2025-08 + albuquerque-nm", "confidence", "inferred-confirmed")]
