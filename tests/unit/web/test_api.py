"""The HTTP interface answers as a cache, a script of another origin and a strict client expect."""

import gzip
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

import tracker
from tracker.changes import SWAPPED
from tracker.exports.formats import extensions
from tracker.exports.paths import file_path
from tracker.exports.rows import TABLES
from tracker.filters import LABELS
from tracker.problems import Problem, Report, Severity
from tracker.web import parameters
from tracker.web.api import routes
from tracker.web.public_address import PublicAddress

CALIFORNIA = "round=2018-01&state=CA&as_of=2018-01-25"
TODAY = date(2026, 12, 1)
FILES = [(table, extension) for table in TABLES for extension in extensions(table)]
EVERY = [
    *(f"/{file_path(*file)}" for file in FILES),
    "/api/v1",
    "/api/v1/openapi.json",
    "/api/v1/datapackage.zip",
]
LETTERS = "/api/v1/letters.json"


@pytest.fixture
def client(dataset, monkeypatch):
    monkeypatch.setattr(parameters, "today", lambda zone: TODAY)
    return TestClient(Starlette(routes=routes(lambda: dataset)), base_url="https://tracker.example")


def problems_of(client, query):
    answer = client.get(f"{LETTERS}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    return answer.json()["problems"]


@pytest.mark.parametrize("path", EVERY)
def test_every_path_answers_whoever_asks(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "private, max-age=300"


@pytest.mark.parametrize("path", EVERY)
def test_shared_caches_may_keep_what_names_the_configured_site_and_not_whoever_asked(dataset, path):
    site = [Middleware(PublicAddress, url="https://news.example.org/doj/")]
    client = TestClient(
        Starlette(routes=routes(lambda: dataset), middleware=site), base_url="https://evil.example"
    )
    answer = client.get(path)
    assert answer.headers["cache-control"].startswith("public, max-age=300")
    assert "evil.example" not in answer.text + answer.headers.get("link", "")


def test_whatever_goes_wrong_is_said_as_json_to_every_origin_and_explained_in_the_log(caplog):
    def failing():
        raise OverflowError("a secret place")

    answer = TestClient(Starlette(routes=routes(failing))).get(LETTERS)
    assert (answer.status_code, answer.json()) == (500, {"error": "internal error"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "no-store"
    assert "a secret place" in caplog.text


@pytest.mark.parametrize("extension", extensions("letters"))
def test_california_in_january_2018_is_nine_recipients(client, dataset, extension):
    answer = client.get(f"/api/v1/letters.{extension}?{CALIFORNIA}")
    name = f"doj-letters_round-2018-01_state-CA_as-of-2018-01-25_{dataset.version.name}.{extension}"
    assert f'filename="{name}"' in answer.headers["content-disposition"]
    if extension == "json":
        assert len(answer.json()["rows"]) == answer.json()["total"] == 9
    if extension == "geojson":
        assert len(answer.json()["features"]) == 9
    if extension == "csv":
        assert answer.content.count(b"\r\n2018-01,") == 9


def test_a_table_without_an_ending_is_json(client):
    bare, named = (client.get(f"/api/v1/changes{end}?since=2026-11-25") for end in ("", ".json"))
    assert bare.status_code == 200
    assert bare.json() == named.json()
    assert client.get("/api/v1/change").status_code == 404


def test_json_is_shown_and_files_are_saved(client):
    assert client.get(LETTERS).headers["content-disposition"].startswith("inline")
    assert client.get("/api/v1/letters.csv").headers["content-disposition"].startswith("attachment")


def test_left_out_the_day_is_today(client):
    assert client.get(LETTERS).json()["as_of"] == str(TODAY)


def test_links_lead_to_the_same_view_elsewhere(client, dataset):
    links = client.get(f"{LETTERS}?{CALIFORNIA}").json()["links"]
    assert links["self"] == f"https://tracker.example{LETTERS}?{CALIFORNIA}"
    assert links["page"] == f"https://tracker.example/?{CALIFORNIA}"
    assert links["frozen"] == f"https://tracker.example/?{CALIFORNIA}&version={dataset.version.name}"
    assert "next" not in links
    for name in ("json", "csv", "xlsx", "geojson", "datapackage", "openapi"):
        assert client.get(links[name]).status_code == 200


def test_following_next_gives_every_row_once(client):
    rows, address = [], f"{LETTERS}?limit=50"
    while address:
        answer = client.get(address)
        rows += answer.json()["rows"]
        address = answer.json()["links"].get("next")
        assert bool(address) == ('rel="next"' in answer.headers["link"])
    assert rows == client.get(f"{LETTERS}?limit=10000").json()["rows"]


def test_files_are_whole_unless_a_limit_is_asked_for(client, dataset):
    whole = client.get("/api/v1/letters.csv").content
    assert whole.count(b"\r\n") == len(dataset.letters) + 1
    assert client.get("/api/v1/letters.csv?limit=2&offset=1").content.count(b"\r\n") == 3


def test_all_that_is_wrong_is_said_at_once_with_what_would_be_right(client):
    problems = problems_of(client, "state=XX&state=ca&as_of=yesterday&colour=red&limit=0&offset=x&q=a&q=b")
    assert {(problem["parameter"], problem["value"]) for problem in problems} == {
        ("state", "XX"),
        ("as_of", "yesterday"),
        ("colour", "red"),
        ("limit", "0"),
        ("offset", "x"),
        ("q", "b"),
    }
    allowed = {problem["parameter"]: problem["allowed"] for problem in problems}
    assert "CA" in allowed["state"]
    assert "2018-01-24" in allowed["as_of"][0]
    assert set(allowed["colour"]) == {*LABELS, "limit", "offset", "version"}
    assert "from 1 to 10000" in allowed["limit"][0]


@pytest.mark.parametrize(
    "query",
    [
        "as_of=",
        "round=",
        "place=jackson-ms",
        "embed=true",
        "version=2026.11.25-1a2b3c4d",
        "due_from=2018-03-01&due_to=2018-02-01",
        "as_of=1999-12-31",
        "limit=10001",
        "limit=5&limit=6",
        "limit=%EF%BC%95",
        "offset=-1",
        "limit=",
    ],
)
def test_nothing_is_passed_over(client, query):
    assert problems_of(client, query)


@pytest.mark.parametrize("table", ["changes", "events"])
def test_days_the_other_way_round_are_swapped_and_it_is_said(client, table):
    said = [
        client.get(f"/api/v1/{table}.json?{days}")
        for days in ("from=2018-04-13&to=2018-01-24", "from=2018-01-24&to=2018-04-13")
    ]
    swapped, straight = (answer.json() for answer in said)
    assert swapped["rows"] == straight["rows"] != []
    assert (swapped["notes"], straight["notes"]) == ([SWAPPED], [])
    assert swapped["query"] == straight["query"] == "from=2018-01-24&to=2018-04-13"
    assert (
        "from-2018-01-24_to-2018-04-13"
        in client.get(f"/api/v1/{table}.csv?from=2018-04-13&to=2018-01-24").headers["content-disposition"]
    )


def test_a_version_is_that_of_the_data_or_else_an_error_that_says_why(client, dataset):
    served = dataset.version.name
    assert client.get(LETTERS, params={"version": served}).status_code == 200
    (unknown,) = problems_of(client, "version=2020.01.01-00000000")
    assert unknown["reason"].startswith("is not a version of the data that is known")
    assert unknown["allowed"] == [served]
    kept = replace(dataset, releases={"2025.01.01-1a2b3c4d": b""})
    answers = TestClient(Starlette(routes=routes(lambda: kept)))
    (older,) = problems_of(answers, "version=2025.01.01-1a2b3c4d")
    assert "kept whole as api/v1/releases/2025.01.01-1a2b3c4d.zip" in older["reason"]


@pytest.mark.parametrize("table", ["letters", "cases", "changes"])
@pytest.mark.parametrize("key", ["state", "q", "id"])
def test_a_filter_left_blank_is_an_error_said_once(client, table, key):
    answer = client.get(f"/api/v1/{table}.json?{key}=&from=2018-01-01&to=2018-02-01")
    said = [part["reason"] for part in answer.json()["problems"] if part["parameter"] == key]
    assert answer.status_code == 400
    assert len(said) == 1


def test_a_value_comes_back_as_text(client):
    hostile = "<script>alert(1)</script>\r\nX-Evil: 1"
    answer = client.get(LETTERS, params={"state": hostile})
    assert json.loads(answer.content)["problems"][0]["value"].startswith("<script>")
    assert "x-evil" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1/nothing", "/api/v2/letters.json", "/api/v1/letters.pdf"]
)
def test_an_unknown_path_is_not_found_in_json(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["see"] == "https://tracker.example/api/v1"
    found = client.get(answer.json()["search"].format(words="police"))
    assert 0 < len(found.json()["rows"]) < len(client.get(LETTERS).json()["rows"])


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client, path, method):
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["error"] == "method not allowed"


@pytest.mark.parametrize("path", EVERY)
def test_head_has_the_headers_of_get_and_no_body(client, path):
    got, headed = client.get(path), client.head(path)
    assert headed.content == b""
    assert headed.headers == got.headers


def test_options_say_what_another_origin_may_do(client):
    answer = client.options(LETTERS, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("path", EVERY)
def test_what_the_client_has_is_not_sent_again(client, path, encoding):
    first = client.get(path, headers={"accept-encoding": encoding})
    etag = first.headers["etag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = client.get(path, headers={"accept-encoding": encoding, "if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("added", ["-gzip", "--gzip", ";gzip", "-br", "-zstd"])
def test_a_tag_survives_a_proxy_that_compresses(client, added):
    tag = client.get(LETTERS, headers={"accept-encoding": "identity"}).headers["etag"].strip('"')
    for known in (f'"{tag}{added}"', f'W/"{tag}{added}"'):
        assert client.get(LETTERS, headers={"if-none-match": known}).status_code == 304


@pytest.mark.parametrize(
    "since", ["Tue, 01 Dec 2099 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +99999999999999999999", "no day"]
)
def test_a_date_is_neither_sent_nor_heeded_since_the_tag_says_more(client, since):
    answer = client.get(LETTERS, headers={"if-modified-since": since})
    assert answer.status_code == 200
    assert "last-modified" not in answer.headers


def test_text_is_compressed_for_whoever_accepts_it_under_a_tag_of_its_own(client):
    packed = client.get(LETTERS, headers={"accept-encoding": "gzip"})
    plain = client.get(LETTERS, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert len(gzip.compress(plain.content)) < len(plain.content) / 4


def test_what_is_compressed_already_is_sent_as_it_is(client):
    answer = client.get("/api/v1/datapackage.zip", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize("path", EVERY)
def test_data_that_fail_their_checks_give_503_and_say_what_is_wrong(path):
    def failing():
        problem = Problem("letters.csv", 12, "x", "deadline_on", "code", Severity.ERROR, "is no day")
        raise tracker.DataError(Report((problem,)))

    answer = TestClient(Starlette(routes=routes(failing))).get(path)
    assert answer.status_code == 503
    assert answer.json()["problems"] == ["letters.csv:12 [x] deadline_on: error: is no day (code)"]
    assert answer.headers["cache-control"] == "no-store"


def test_every_release_is_kept_within_reach(client, dataset):
    listed = client.get("/api/v1").json()["releases"]
    assert set(listed) == set(dataset.releases)
    for name, link in listed.items():
        answer = client.get(link)
        assert answer.content == dataset.releases[name]
        assert f"doj-letter-tracker_{name}.zip" in answer.headers["content-disposition"]


@pytest.mark.parametrize("name", ["2020.01.01-00000000", "..%2Fletters", "2026.11.25"])
def test_a_release_that_is_not_kept_is_not_found(client, name):
    assert client.get(f"/api/v1/releases/{name}.zip").status_code == 404


def test_a_csv_file_comes_without_its_byte_order_mark_where_that_is_asked_for(client):
    marked, plain = (client.get(f"/api/v1/letters.csv?{CALIFORNIA}{more}") for more in ("", "&bom=no"))
    assert marked.content == "\ufeff".encode() + plain.content
    assert client.get(f"/api/v1/letters.csv?{CALIFORNIA}&bom=yes").content == marked.content
    assert {marked.headers["content-type"], plain.headers["content-type"]} == {
        "text/csv; charset=utf-8; header=present"
    }
    assert marked.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("csv?bom=", "is neither yes nor no"),
        ("csv?bom=maybe", "is neither yes nor no"),
        ("csv?bom=no&bom=no", "is given twice"),
        ("json?bom=no", "is not a parameter"),
    ],
)
def test_a_word_on_the_mark_that_means_nothing_is_refused(client, path, reason):
    refusal = client.get(f"/api/v1/letters.{path}")
    assert refusal.status_code == 400
    assert [problem["parameter"] for problem in refusal.json()["problems"]] == ["bom"]
    if not path.startswith("json"):
        assert refusal.json()["problems"][0]["reason"] == reason


def test_the_next_part_of_a_csv_file_keeps_to_its_form(client):
    part = client.get("/api/v1/letters.csv?limit=5&bom=no")
    assert "bom=no" in part.links["next"]["url"]
    assert not client.get(part.links["next"]["url"]).content.startswith("\ufeff".encode())
