"""Rules for the log of corrections."""

import pytest

from builders import a_correction, add, found_in

KEY = "2026-12-01 + letters + 2018-01 + jackson-ms + addressee"


def test_a_correction_of_a_cell_that_stands_is_sound(folder):
    add(folder, "corrections", a_correction())
    assert found_in(folder) == []


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"table": "poems"}, "table"),
        ({"column": "colour"}, "column"),
        ({"row": "2018-01 + nowhere"}, "row"),
    ],
)
def test_a_cell_that_does_not_exist_is_found(folder, cells, column):
    add(folder, "corrections", a_correction(**cells))
    ((_, found, code),) = found_in(folder)
    assert (found, code) == (column, "correction-cell")


def test_a_new_value_that_does_not_stand_is_found(folder):
    add(folder, "corrections", a_correction(new="Somebody, Mayor"))
    assert found_in(folder) == [(KEY, "new", "correction-value")]


def test_a_correction_that_changes_nothing_is_found(folder):
    add(folder, "corrections", a_correction(old="Chokwe Antar Lumumba, Mayor"))
    assert found_in(folder) == [(KEY, "new", "correction-value")]


def test_only_the_newest_correction_of_a_cell_must_stand(folder):
    earlier = a_correction(corrected_on="2026-11-26", old="", new="Tony Yarber, Mayor")
    add(folder, "corrections", earlier, a_correction())
    assert found_in(folder) == []


def test_a_correction_of_a_table_that_could_not_be_read_is_not_blamed(folder):
    add(folder, "corrections", a_correction())
    (folder / "letters.csv").unlink()
    assert found_in(folder) == [("", "", "missing-file")]
