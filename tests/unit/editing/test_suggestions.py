"""What follows from the other cells of a new row is suggested; what the checks ask of an id, it has."""

from datetime import date

import pytest

from builders import a_case, a_letter, an_event
from tracker.difference import Rows
from tracker.editing.suggestions import SUGGESTIONS, Record, suggested
from tracker.vocabulary import Kind

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def record(published):
    rows = {name: Rows.of(table, published.files[table.path]) for name, table in published.schema.items()}
    return Record(published.schema, rows, DAY)


def suggestion(record, table, **cells):
    empty = dict.fromkeys(record.schema[table].column_names, "")
    return suggested(table, empty | cells, record)


def test_a_letter_has_the_days_of_its_round(record):
    cells = suggestion(record, "letters", round_id="2018-01", jurisdiction_id="boston-ma")
    wanted = {"sent_on": "2018-01-24", "deadline_on": "2018-02-23", "evidence": "report"}
    assert cells == wanted | {"recorded_on": "2026-12-01"}


def test_what_is_given_is_not_suggested(record):
    assert set(suggested("letters", a_letter(deadline_on="2018-03-01"), record)) == set()


def test_an_event_is_named_by_place_date_and_type_and_numbered(record):
    event = an_event(event_id="")
    assert suggested("events", event, record)["event_id"] == "jackson-ms:2018-02-14:statement"
    again = event | {"date": "2018-01-29"}
    assert suggested("events", again, record)["event_id"] == "jackson-ms:2018-01-29:statement:2"


@pytest.mark.parametrize(
    ("place", "day", "type", "round_id"),
    [
        ("burlington-vt", "2018-02-20", "response_sent", ""),  # it had two letters by then
        ("burlington-vt", "2017-12-01", "response_sent", "2017-11"),
        ("burlington-vt", "2017-11-01", "response_sent", ""),  # none yet
        ("burlington-vt", "2017-12-01", "policy_changed", ""),
    ],
)
def test_an_answer_is_to_the_only_letter_that_there_was(record, place, day, type, round_id):
    event = an_event(jurisdiction_id=place, date=day, type=type, round_id="")
    assert suggested("events", event, record).get("round_id", "") == round_id


@pytest.mark.parametrize(
    ("name", "filed_on", "case_id"),
    [
        ("City of Albuquerque v. Barr", "2020-04-22", "albuquerque-v-barr-2020"),
        ("City and County of San Francisco v. Trump", "2017-01", "san-francisco-v-trump-2017"),
        ("California’s records suit against DOJ", "2018", "californias-records-suit-against-doj-2018"),
    ],
)
def test_a_case_is_named_by_its_sides_and_its_year(record, name, filed_on, case_id):
    case = a_case(case_id="", name=name, filed_on=filed_on)
    assert suggested("cases", case, record)["case_id"] == case_id


def test_a_case_of_a_round_concerns_a_letter(record):
    assert suggestion(record, "cases", name="A v. B", round_id="2018-01")["concerns"] == "letter"
    assert "concerns" not in suggestion(record, "cases", name="A v. B")


def test_a_source_takes_the_word_that_its_publisher_has(record):
    publisher = record.cell("sources", "doj-20180124-23-release", "publisher")
    cells = {"publisher": publisher, "title": "The Letters to Two Cities", "published_on": "2018-03-02"}
    cells |= {"url": "https://www.justice.gov/a"}
    wanted = {"source_id": "doj-20180302-letters-two", "hosting": "own"}
    assert suggestion(record, "sources", **cells) == wanted


def test_a_host_known_to_be_weak_is_graded_so(record):
    cells = {"publisher": "A", "title": "B", "url": "https://www.usa-today-news.com/a"}
    assert suggestion(record, "sources", **cells)["hosting"] == "weak"


def test_states_and_counties_on_record_get_the_ids_and_codes_that_they_have(record):
    for row in record.rows("jurisdictions"):
        if row["kind"] in (Kind.STATE, Kind.COUNTY):
            bare = row | {"jurisdiction_id": "", "geoid": ""}
            cells = suggested("jurisdictions", bare, record)
            assert [cells[name] for name in ("jurisdiction_id", "geoid")] == [
                row[name] for name in ("jurisdiction_id", "geoid")
            ]


def test_a_city_has_the_center_and_the_county_of_the_gazetteer(record):
    cells = suggestion(record, "jurisdictions", name="Chelsea", kind="city", state="MA")
    point = {"county_fips": "25025", "latitude": "42.39176", "longitude": "-71.03283"}
    assert cells == {"jurisdiction_id": "chelsea-ma"} | point


def test_the_parts_of_a_round_that_are_filled_rest_on_its_sources(record):
    cells = {"sent_on": "2026-06-15", "demand": "Answers.", "sources": "a;b"}
    wanted = {"round_id": "2026-06", "kind": "letters", "demand_sources": "a;b"}
    assert suggestion(record, "rounds", **cells) == wanted


def test_a_document_of_an_event_is_of_its_round_and_place(record):
    cells = suggestion(record, "documents", event_id="jackson-ms:2018-01-29:statement", kind="answer")
    event = record.tables["events"].by_key["jackson-ms:2018-01-29:statement"]
    assert (cells["round_id"], cells["jurisdiction_id"]) == (event["round_id"], "jackson-ms")
    assert cells["document_id"] == "jackson-ms:2018-01-29:statement:answer"


def test_a_rule_is_for_a_column_that_there_is(record):
    for table, rules in SUGGESTIONS.items():
        assert set(rules) <= set(record.schema[table].column_names)
