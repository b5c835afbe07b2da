"""The rows of the changes page over HTTP: the same days, the same rows, a day of recording to go on from."""

import csv
import io
from datetime import date
from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from builders import a_case, a_dataset, a_letter, an_event
from tracker import Filters
from tracker.changes import RECORDED, changes
from tracker.exports.formats import extensions
from tracker.exports.public_columns import columns
from tracker.web import parameters
from tracker.web.api import routes

SPRING = "from=2018-01-24&to=2018-04-13"


@pytest.fixture
def client(dataset, monkeypatch):
    monkeypatch.setattr(parameters, "today", lambda zone: date(2026, 12, 5))
    return client_of(dataset)


def client_of(dataset):
    return TestClient(Starlette(routes=routes(lambda: dataset)), base_url="https://letters.example.org")


def own(answer):
    """The days and the rest that an answer says of itself, as in a link."""
    return dict(parse_qsl(answer["query"]))


@pytest.mark.parametrize("query", [SPRING, f"{SPRING}&state=CA", "as_of=2018-03-01", "by=recorded"])
def test_json_and_csv_have_the_rows_of_the_page(client, dataset, query):
    told = client.get(f"/api/v1/changes.json?{query}").json()
    filters = Filters.parse("state=CA" if "CA" in query else "", dataset)[0]
    start, end = (date.fromisoformat(own(told)[key]) for key in ("from", "to"))
    wanted = changes(dataset, filters, start, end, own(told).get("by", "happened")).rows
    assert [row["change_id"] for row in told["rows"]] == ["/".join(change.key) for change in wanted]
    assert told["total"] == len(wanted) > 0
    text = client.get(f"/api/v1/changes.csv?{query}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["change_id"] for row in rows] == [row["change_id"] for row in told["rows"]]
    declared = [column.name for column in columns("changes", dataset)]
    assert list(rows[0]) == declared == list(told["rows"][0])


def test_a_row_says_what_moved_whom_and_why(client):
    rows = client.get(f"/api/v1/changes.json?{SPRING}&state=FL").json()["rows"]
    (filed,) = (row for row in rows if row["kind"] == "case_filed")
    assert filed["jurisdiction_ids"] == ["west-palm-beach-fl"]
    assert (filed["status_from"], filed["status_to"], filed["cause"]) == (
        "awaiting",
        "in_court",
        "case_filed",
    )
    assert filed["letters_moved"] == ["2018-01 + west-palm-beach-fl"]
    assert filed["sources"]


def test_since_is_a_day_of_recording(dataset, monkeypatch):
    monkeypatch.setattr(parameters, "today", lambda zone: date(2026, 12, 5))
    edited = a_dataset(
        dataset,
        letters=[a_letter()],
        events=[an_event(recorded_on="2026-12-01"), an_event(date="2018-03-01", recorded_on="2026-12-03")],
        cases=[a_case(recorded_on="2026-12-04")],
    )
    told = client_of(edited).get("/api/v1/changes.json?since=2026-12-02").json()
    assert [row["recorded_on"] for row in told["rows"]] == ["2026-12-03", "2026-12-04"]
    assert own(told) == {"from": "2026-12-02", "to": "2026-12-05", "by": RECORDED}


def test_days_the_other_way_round_are_swapped_as_on_the_page(client):
    swapped = client.get("/api/v1/changes.json?from=2018-04-13&to=2018-01-24").json()
    assert swapped["rows"] == client.get(f"/api/v1/changes.json?{SPRING}").json()["rows"]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("from=spring", "from"),
        ("to=", "to"),
        ("by=moon", "by"),
        ("since=2026-12-01&from=2026-01-01", "since"),
        ("from=2018-01-01&from=2018-01-02", "from"),
        ("limit=none", "limit"),
        ("since=2026-12-01&since=2026-12-02", "since"),
        ("since=spring", "since"),
        ("since=", "since"),
    ],
)
def test_what_means_nothing_is_refused(client, query, key):
    answer = client.get(f"/api/v1/changes.json?{query}")
    assert answer.status_code == 400
    assert key in {problem["parameter"] for problem in answer.json()["problems"]}


def test_links_lead_to_the_page_and_the_other_formats(client):
    links = client.get(f"/api/v1/changes.json?{SPRING}&state=FL").json()["links"]
    query = f"state=FL&{SPRING}"
    for form in extensions("changes"):
        assert links[form] == f"https://letters.example.org/api/v1/changes.{form}?{query}"
    assert links["page"] == f"https://letters.example.org/changes?{query}"


def test_a_part_of_the_rows_leads_to_the_next(client):
    first = client.get(f"/api/v1/changes.json?{SPRING}&limit=3").json()
    assert (first["count"], len(first["rows"])) == (3, 3)
    second = client.get(first["links"]["next"]).json()
    assert second["offset"] == 3
    assert not {row["change_id"] for row in first["rows"]} & {row["change_id"] for row in second["rows"]}
