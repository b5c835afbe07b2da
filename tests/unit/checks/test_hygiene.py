"""Rules for the text in a cell."""

import pytest

from builders import edit, found_in, new_in

LETTER = ("2018-01", "jackson-ms")
ROW = "2018-01 + jackson-ms"


@pytest.mark.parametrize(
    ("note", "code"),
    [
        (" note", "stray-space"),
        ("note ", "stray-space"),
        ("note\u00a0", "stray-space"),
        ("no\u00a0break", "stray-space"),
        ("thin\u2009space", "stray-space"),
        ("two  spaces", "stray-space"),
        ("two\nlines", "control-character"),
        ("a\ttab", "control-character"),
        ("a null\x00", "control-character"),
        ("no\u200bwidth", "control-character"),
        ("\u202edesrever", "control-character"),
        ("\u2066desrever\u2069", "control-character"),
        ("\u061cmark", "control-character"),
        ("filled\u3164", "control-character"),
        ("tagged\U000e0041", "control-character"),
        ("=1+1", "formula"),
        ("+1", "formula"),
        ("-1", "formula"),
        ("@SUM(A1)", "formula"),
    ],
)
def test_text_that_is_not_clean_is_found(folder, note, code):
    edit(folder, "letters", LETTER, note=note)
    assert found_in(folder) == [(ROW, "note", code)]


def test_a_tab_at_the_start_is_both_unseen_and_a_formula(folder):
    edit(folder, "letters", LETTER, note="\t=1")
    assert found_in(folder) == [(ROW, "note", "control-character"), (ROW, "note", "formula")]


@pytest.mark.parametrize("note", ["Who’s “who”?", "a = b", "Café", "–5 degrees", "1+1"])
def test_clean_text_is_let_pass(folder, note):
    edit(folder, "letters", LETTER, note=note)
    assert found_in(folder) == []


def test_an_odd_space_is_shown_by_its_number(folder):
    edit(folder, "letters", LETTER, confidence="confirmed\u00a0")
    printed = [str(problem) for problem in new_in(folder)]
    assert len(printed) == 2
    assert any("“confirmed[U+00A0]” is not one of" in line for line in printed)


def test_a_space_beside_an_entry_of_a_list_is_found(folder):
    edit(folder, "jurisdictions", "jackson-ms", aliases="City of Jackson; Jackson City")
    assert found_in(folder) == [("jackson-ms", "aliases", "stray-space")]


def test_a_negative_number_is_no_formula(dataset):
    assert (dataset.jurisdictions["longitude"].dropna() < 0).all()
    assert "formula" not in {problem.code for problem in dataset.report.problems}
