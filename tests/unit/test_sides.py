"""Two views side by side: which they are, what is refused, and how far they overlap."""

from datetime import date
from urllib.parse import urlencode

import pytest

from tracker.address import Address
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.grouping import totals
from tracker.pages.page_views import compare
from tracker.sides import against, sides_of, sides_table

TODAY = date(2026, 11, 26)


def sides(dataset, query):
    return sides_of(Address.parse(query, dataset), dataset, TODAY)


def test_a_view_against_all_letters(dataset):
    read, refused = sides(dataset, "state=CA&against=all")
    assert refused == ()
    assert read.first == Filters(state="CA").apply(dataset, TODAY)
    assert read.second == Filters().apply(dataset, TODAY)
    assert read.shared == len(read.first.letters)


def test_two_periods_share_no_letter_and_are_of_one_day(dataset):
    second = urlencode({"against": against(Filters(round=("2017-11", "2018-01")))})
    read, refused = sides(dataset, f"round=2017-10&as_of=2018-03-01&{second}")
    assert refused == ()
    assert read.second.filters == Filters(round=("2017-11", "2018-01"), as_of=date(2018, 3, 1))
    assert read.shared == 0


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("state=XX", "`against=state=XX` is not a state; ignored"),
        ("colour=red", "`against=colour=red` is not a filter; ignored"),
        ("state=CA&as_of=2018-03-01", "both views are of one day"),
    ],
)
def test_what_means_nothing_in_the_second_view_is_named(dataset, value, named):
    read, refused = sides(dataset, urlencode({"against": value}))
    assert [named in str(part) for part in refused] == [True]
    assert (read is None) == ("CA" not in value)


def test_the_rows_are_the_counts_of_each_view(dataset):
    read, _ = sides(dataset, "state=CA&against=region%3DSouth")
    table = sides_table(read)
    assert list(table["side"]) == [1, 2]
    assert list(table["filters"]) == ["state=CA", "region=South"]
    for row, selection in zip(table.to_dict("records"), read.both, strict=True):
        assert {name: row[name] for name in totals(selection)} == pytest.approx(totals(selection))


def test_the_page_shares_and_files_both_views(dataset):
    address = Address.parse("state=CA&by=kind&against=all", dataset)
    view = compare(address, dataset, TODAY)
    assert isinstance(view, View)
    assert view.link == "compare?state=CA&against=all"
    assert view.file_path("csv") == "api/v1/sides.csv?state=CA&against=all"
    assert [record["side"] for record in view.rows().records] == [1, 2]
