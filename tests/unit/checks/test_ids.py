"""Rules for how an id is made."""

import pytest

from builders import a_correction, add, an_event, found_in
from tracker.checks.ids import date_in_id


@pytest.mark.parametrize(
    ("date", "part"),
    [
        ("2018-01-24", "2018-01-24"),
        ("2017-12", "2017-12"),
        ("2017", "2017"),
        ("2026-05-28/2026-05-29", "2026-05"),
        ("2017-06/2017-07", "2017"),
        ("2017-12-01/2018-01-24", "2017"),
        ("2017-12/2017-12-24", "2017-12"),
    ],
)
def test_an_id_holds_what_both_ends_of_a_date_share(date, part):
    assert date_in_id(date) == part


@pytest.mark.parametrize(
    "event_id",
    [
        "jackson-ms:2018-02-15:statement",
        "jackson-ms:2018-02:statement",
        "boston-ma:2018-02-14:statement",
        "jackson-ms:2018-02-14:ruling",
        "jackson-ms:2018-02-14:statement:1",
        "jackson-ms:2018-02-14:statement:2",
    ],
)
def test_an_id_unlike_its_event_is_found(folder, event_id):
    add(folder, "events", an_event() | {"event_id": event_id})
    assert found_in(folder) == [(event_id, "event_id", "event-id")]


def test_an_id_is_not_blamed_for_a_date_that_cannot_be_read(folder):
    add(folder, "events", an_event() | {"date": "2/14/2018"})
    assert [code for *_, code in found_in(folder)] == ["date"]


def test_a_second_event_of_its_kind_is_numbered(folder):
    first = an_event()
    add(folder, "events", first, first | {"event_id": first["event_id"] + ":2"})
    assert found_in(folder) == []


def test_the_id_of_an_event_whose_date_was_corrected_stays(folder):
    event = an_event()
    add(folder, "events", event | {"date": "2018-02-15"})
    dates = {"column": "date", "old": "2018-02-14", "new": "2018-02-15"}
    add(folder, "corrections", a_correction(table="events", row=event["event_id"], **dates))
    assert found_in(folder) == []


def test_a_gap_in_the_numbers_is_found(folder):
    first, third = an_event(), an_event() | {"event_id": an_event()["event_id"] + ":3"}
    add(folder, "events", first, third)
    assert found_in(folder) == [(third["event_id"], "event_id", "event-id")]


def test_an_interval_is_named_by_its_common_part(folder):
    add(
        folder,
        "events",
        an_event(date="2018-02-14/2018-02-16") | {"event_id": "jackson-ms:2018-02:statement"},
    )
    assert found_in(folder) == []
