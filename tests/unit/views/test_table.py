"""The grid is the letters, row for row, in words."""

from datetime import date

import pandas as pd
import pytest

from tracker.views.table import letters_table, table_alt

HEADERS = [
    "Jurisdiction", "Status", "State", "Region", "Kind", "Round", "Addressee", "Sent", "Deadline", "Days",
    "Left or past", "Answer", "DOJ since", "In court", "Evidence", "Last on record", "Last on record date",
]  # fmt: skip


def test_rows_are_those_of_the_letters(view):
    table = letters_table(view)
    assert list(table.columns) == HEADERS
    assert list(table["Jurisdiction"]) == list(view.letters["name"])
    assert table.index.equals(view.letters.index)


def test_days_are_python_dates(view):
    table = letters_table(view)
    assert all(type(day) is date for day in table["Sent"])
    assert all(day is None or type(day) is date for day in table["Deadline"])
    assert str(table["Days"].dtype) == "Int64"


def test_dates_reach_the_browser_without_a_zone(everything):
    pa = pytest.importorskip("pyarrow")
    schema = pa.Table.from_pandas(letters_table(everything)).schema
    assert schema.field("Sent").type == schema.field("Deadline").type == pa.date32()


def test_a_row_in_words(january):
    table = letters_table(january).set_index("Jurisdiction")
    row = table.loc["Jackson"]
    assert (row["Kind"], row["Round"], row["Status"]) == ("City", "Jan. 2018", "Awaiting answer")
    assert (row["Days"], row["Left or past"]) == (29, "29 days left")
    assert (row["Answer"], row["In court"]) == ("Awaited", "No case")
    assert row["DOJ since"] == "No step on record for this letter"
    assert (row["Last on record"], row["Last on record date"]) == ("Statement", "Jan. 24, 2018")


def test_what_is_not_known_is_said(dataset, everything):
    letters, table = everything.letters, letters_table(everything)
    assert (table.loc[letters["addressee"] == "", "Addressee"] == "addressee not on record").all()
    without = table.loc[letters["deadline_on"].isna(), "Left or past"]
    assert set(without) == {"no deadline", "answered; no deadline", "refused; no deadline"}
    assert not (table.drop(columns=["Deadline", "Days"]) == "").any(axis=None)


def test_no_code_words(everything):
    text = letters_table(everything).astype(str)
    assert not text.apply(lambda column: column.str.contains("_")).any(axis=None)


def test_an_empty_view_gives_an_empty_table(nothing):
    table = letters_table(nothing)
    assert list(table.columns) == HEADERS
    assert table.empty
    assert table_alt(nothing) == "Table of letters with no rows."


def test_empty_and_full_tables_have_the_same_types(nothing, everything):
    pd.testing.assert_series_equal(letters_table(nothing).dtypes, letters_table(everything).dtypes)


def test_alt_text_counts(january):
    assert table_alt(january) == "Table of 23 letters, newest first. By status: Awaiting answer 23."
