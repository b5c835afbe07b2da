"""The public rows of a view are those of the page, in its order."""

from datetime import date
from itertools import chain

import pytest

import tracker
from tracker.court_cases import cases_on
from tracker.exports.columns import Form
from tracker.exports.rows import TABLES, public_rows

TODAY = date(2026, 11, 25)
KINDS = {
    Form.TEXT: str,
    Form.IMPRECISE: str,
    Form.DAY: date,
    Form.WHOLE: int,
    Form.NUMBER: float,
    Form.FLAG: bool,
    Form.LIST: tuple,
}


def view(dataset, query=""):
    filters, refused = tracker.Filters.parse(query, dataset)
    assert not refused
    return filters.apply(dataset, TODAY)


def ids(rows, column):
    return [record[column] for record in rows.records]


def test_the_letters_are_those_of_the_page_in_its_order(dataset):
    selection = view(dataset, "round=2018-01&state=CA&as_of=2018-01-25")
    rows = public_rows("letters", selection)
    assert ids(rows, "jurisdiction_id") == list(selection.letters["jurisdiction_id"])
    assert rows.total == 9


def test_a_letter_says_where_it_stands_on_the_day(dataset):
    (letter,) = public_rows("letters", view(dataset, "round=2018-01&state=MS&as_of=2018-03-01")).records
    assert letter["jurisdiction"] == "Jackson"
    assert (letter["deadline_on"], letter["days_left"]) == (date(2018, 2, 23), -6)
    assert letter["status_label"] == tracker.Status.of(letter["status"]).label
    assert letter["record"] == "record?id=jackson-ms&as_of=2018-03-01"


def test_a_record_link_is_whole_with_the_address_of_the_site_and_follows_today_unless_a_day_is_chosen(
    dataset,
):
    (letter,) = public_rows("letters", view(dataset, "round=2018-01&state=MS"), "https://x.org/t/").records
    assert letter["record"] == "https://x.org/t/record?id=jackson-ms"


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_of_its_form_and_only_what_may_be_unknown_is(dataset, table):
    rows = public_rows(table, view(dataset))
    assert rows.records
    for column in rows.columns:
        cells = [record[column.name] for record in rows.records]
        assert all(type(cell) is KINDS[column.form] for cell in cells if cell is not None), column.name
        if column.required:
            assert None not in cells, column.name
        if column.words:
            entries = [cell if column.form is Form.LIST else [cell] for cell in cells if cell is not None]
            assert set(chain.from_iterable(entries)) <= set(column.words), column.name


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_title_and_a_sentence(dataset, table):
    for column in public_rows(table, view(dataset)).columns:
        assert column.title
        assert column.description.endswith(".")


@pytest.mark.parametrize("table", TABLES)
def test_a_view_of_no_letter_has_no_rows(dataset, table):
    assert public_rows(table, view(dataset, "q=nowhere-at-all")).records == ()


@pytest.mark.parametrize(("table", "frame"), [("events", "events"), ("cases", "cases"), ("rounds", "rounds")])
def test_nothing_filtered_is_all_that_is_on_record(dataset, table, frame):
    assert public_rows(table, view(dataset)).total == len(getattr(dataset, frame))


def test_events_are_those_of_the_places_in_view_by_the_day_newest_first(dataset):
    selection = view(dataset, "round=2018-01&state=CA&as_of=2018-01-25")
    rows = public_rows("events", selection)
    assert set(ids(rows, "jurisdiction_id")) <= set(selection.places["jurisdiction_id"])
    latest = ids(rows, "date_latest")
    assert latest == sorted(latest, reverse=True)
    assert max(latest) <= date(2018, 1, 25)


def test_cases_of_a_round_are_those_of_the_page_of_cases(dataset):
    rows = public_rows("cases", view(dataset, "round=2018-01"))
    assert ids(rows, "case_id") == list(cases_on(dataset, TODAY, round_id="2018-01")["case_id"])


def test_an_outcome_that_came_later_is_not_told(dataset):
    later = public_rows("cases", view(dataset, "as_of=2018-03-01"))
    now = {record["case_id"]: record["outcome"] for record in public_rows("cases", view(dataset)).records}
    hidden = [record for record in later.records if record["outcome"] is None and now[record["case_id"]]]
    assert hidden
    assert all(record["ended_on"] is None for record in hidden)


def test_an_end_of_a_round_that_came_later_is_not_told(dataset):
    (then,) = public_rows("rounds", view(dataset, "round=2018-01&as_of=2018-01-25")).records
    (now,) = public_rows("rounds", view(dataset, "round=2018-01")).records
    assert then["ended_on"] is None
    assert now["ended_on"]
    assert (now["recipients_recorded"], now["letters_in_view"]) == (23, 23)


def test_sources_are_those_that_the_rows_cite(dataset):
    selection = view(dataset, "round=2018-01&state=MS")
    tables = [public_rows(table, selection) for table in ("letters", "events", "cases", "rounds")]
    cited = {source for rows in tables for record in rows.records for source in record["sources"]}
    (place,) = public_rows("jurisdictions", selection).records
    cited |= set(place["population_source"])
    assert ids(public_rows("sources", selection), "source_id") == sorted(cited)


def test_a_page_of_rows_says_where_it_begins_and_whether_more_follow(dataset):
    rows = public_rows("letters", view(dataset))
    first, last = rows.page(0, 100), rows.page(100, 100)
    assert (len(first.records), first.has_more) == (100, True)
    assert (len(last.records), last.has_more, last.offset) == (rows.total - 100, False, 100)
    assert first.records + last.records == rows.records
    assert rows.page(10_000, 10).records == ()


def test_the_documents_are_those_of_the_letters_and_events_of_the_view(dataset):
    rows = public_rows("documents", view(dataset, "state=KY&round=2018-01"))
    found = ids(rows, "document_id")
    assert "louisville-ky:2018-01:letter" in found
    assert "louisville-ky:2017-11:letter" not in found
    assert "louisville-ky:2017-12-08:response_sent:answer" in found
    assert all(key.startswith("louisville-ky:") for key in found)


def test_the_sources_of_an_end_are_told_with_the_end(dataset):
    before, after = (
        public_rows("rounds", view(dataset, f"round=2018-01&as_of={day}")).records[0]
        for day in ("2021-04-29", "2021-04-30")
    )
    assert (before["ended_on"], before["ended_sources"]) == (None, ())
    assert after["ended_sources"] == ("reuters-20210428-conditions",)
