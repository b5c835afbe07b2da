"""Rules for single cells; that each is found once and on its line is in `test_loading`."""

import pytest

from builders import edit, found_in


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"latitude": "+32.29876"}, ["number"]),
        ({"latitude": "32.29876e0"}, ["number"]),
        ({"latitude": "\uff13\uff12"}, ["number"]),
        ({"latitude": "91"}, ["number"]),
        ({"longitude": "NaN"}, ["number"]),
        ({"aliases": "City of Jackson;"}, ["list"]),
        ({"aliases": "Jackson;Jackson"}, ["list"]),
        ({"county_fips": "28049;28089;28089"}, ["list"]),
        ({"county_fips": "28049,28089"}, ["missing-shape", "pattern"]),
        ({"kind": "City"}, ["vocabulary"]),
        ({"name": ""}, ["required"]),
    ],
)
def test_a_cell_that_breaks_a_rule_is_found(folder, cells, found):
    edit(folder, "jurisdictions", "jackson-ms", **cells)
    assert sorted({code for _, _, code in found_in(folder)}) == sorted(found)


@pytest.mark.parametrize("announced", ["23.5", "0", "-23", "many"])
def test_a_count_is_a_whole_number_of_at_least_one(folder, announced):
    edit(folder, "rounds", "2018-01", recipients_announced=announced)
    assert ("2018-01", "recipients_announced", "number") in found_in(folder)


def test_the_cells_of_a_letter_are_checked_too(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), confidence="Confirmed")
    assert found_in(folder) == [("2018-01 + jackson-ms", "confidence", "vocabulary")]
