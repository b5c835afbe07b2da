"""One Filters value seen from outside: each surface has the rows of the page, its order and its words."""

import csv
import io
import json
import re
from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tracker import Filters
from tracker.address import Address
from tracker.archive import archive
from tracker.brief import view_lead
from tracker.exports.atom import atom_feed
from tracker.exports.feed import feed_of
from tracker.exports.identity import tag, uid
from tracker.pages.letters_table import letters_html
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.pictures.card import card_of
from tracker.views.lanes import lanes
from tracker.views.map import live_map
from tracker.views.svg import map_svg
from tracker.views.table import letters_table
from tracker.vocabulary import Status
from tracker.web import api, feeds, parameters

TODAY = date(2026, 12, 1)
BASE = "https://letters.example.org/"
CALIFORNIA = "round=2018-01&state=CA&as_of=2018-01-25"
VIEWS = (
    "",
    "as_of=2018-01-25",
    "as_of=2015-06-01",
    "as_of=2031-01-01",
    "round=2018-01",
    "round=2025-08&as_of=2025-08-20",
    "round=2017-11&round=2018-01&as_of=2018-03-01",
    CALIFORNIA,
    "state=IL&state=NY&kind=city",
    "kind=state&as_of=2025-09-01",
    "kind=county&region=West",
    "region=South&region=Northeast",
    "status=awaiting&as_of=2018-02-01",
    "status=no_answer_found&status=lapsed",
    "status=no_deadline",
    "q=police",
    "q=cook+county&as_of=2018-04-13",
    "due_from=2018-02-01&due_to=2018-03-01&as_of=2018-01-25",
    "due_from=2025-08-01&kind=city",
    "state=WY&round=2018-01",
)
NINE = {
    "berkeley-ca",
    "fremont-ca",
    "los-angeles-ca",
    "monterey-county-ca",
    "sacramento-county-ca",
    "san-francisco-ca",
    "sonoma-county-ca",
    "state-of-california",
    "watsonville-ca",
}
"""The recipients in California of the letters of Jan. 24, 2018."""

LETTER_ROWS = re.compile(r'<th scope="row"><a href="[^"]*?\bid=([a-z0-9-]+)[^"]*">')


@pytest.fixture(scope="module")
def client(dataset):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parameters, "today", lambda zone: TODAY)
        routes = [*api.routes(lambda: dataset), *feeds.routes(lambda: dataset)]
        yield TestClient(Starlette(routes=routes), base_url=BASE)


@pytest.fixture(scope="module", params=VIEWS, ids=lambda query: query or "everything")
def view(request, dataset):
    """A view: its query, its selection, and what every surface must have."""
    filters, refused = Filters.parse(request.param, dataset)
    assert refused == ()
    selection = filters.apply(dataset, TODAY)
    letters = selection.letters
    return SimpleNamespace(
        query=request.param,
        selection=selection,
        letters=list(zip(letters["round_id"], letters["jurisdiction_id"], strict=True)),
        recipients=list(letters["jurisdiction_id"]),
        places=list(selection.places["jurisdiction_id"]),
        labels=[dataset.campaign.labels(Status)[status] for status in letters["status"]],
    )


def test_the_views_are_worth_the_walk(dataset):
    sizes = [len(Filters.parse(query, dataset)[0].apply(dataset, TODAY).letters) for query in VIEWS]
    assert len(set(sizes)) > 10
    assert sizes.count(0) == 2


def test_the_table_of_the_live_page(view):
    table, letters = letters_table(view.selection), view.selection.letters
    assert list(zip(table["Round"], table["Jurisdiction"], strict=True)) == list(
        zip(letters["round_label"], letters["name"], strict=True)
    )
    assert list(table["Status"]) == view.labels


def test_the_table_of_the_answer_before_it(view, dataset):
    assert html_rows(letters_html(view.selection, Address.parse(view.query, dataset))) == view.recipients
    assert (
        html_rows(snapshot(PageRequest("", Address.parse(view.query, dataset), TODAY), dataset).body)
        == view.recipients
    )


def test_the_map(view):
    (marks,) = (trace for trace in live_map(view.selection).data if trace.name == "places")
    assert list(marks.customdata or ()) == view.places


def test_the_map_as_a_picture(view):
    linked = re.findall(r'<a href="#([a-z0-9-]+)"', map_svg(view.selection, lambda key: f"#{key}"))
    assert sorted(linked) == sorted(view.places)


def test_the_timeline(view):
    """A lane a letter: the same letters, round by round, whatever their order within it."""
    shown = [lane.jurisdiction_id for chapter in lanes(view.selection).chapters for lane in chapter.lanes]
    assert sorted(shown) == sorted(view.recipients)
    starts = {lane.begin for chapter in lanes(view.selection).chapters for lane in chapter.lanes}
    assert len(starts) == view.selection.letters["sent_on"].nunique()


def test_the_brief_and_the_card_count_the_same(view, dataset):
    letters = view.selection.letters
    count = int((letters["evidence"] != "inferred").sum()) or len(letters)
    card = card_of(Address.parse(view.query, dataset), dataset, TODAY)
    assert card.count == f"{count:,} letter{'' if count == 1 else 's'}"
    assert keys(card.selection.letters.to_dict("records")) == view.letters
    assert card.sentence == view_lead(view.selection)


def test_the_json_of_the_interface(client, view):
    told = json.loads(get(client, "api/v1/letters.json", view))
    assert keys(told["rows"]) == view.letters
    assert [row["status_label"] for row in told["rows"]] == view.labels
    assert told["total"] == told["count"] == len(view.letters)
    assert told["filters"] == view.selection.description
    places = json.loads(get(client, "api/v1/jurisdictions.json", view))["rows"]
    assert [row["jurisdiction_id"] for row in places] == view.places


def test_the_csv_of_the_interface(client, view):
    text = get(client, "api/v1/letters.csv", view).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert keys(rows) == view.letters
    assert [row["status_label"] for row in rows] == view.labels


def test_the_workbook_of_the_interface(client, view):
    sheet = load_workbook(io.BytesIO(get(client, "api/v1/letters.xlsx", view)))["Letters"]
    head, *rows = sheet.iter_rows(values_only=True)
    rows = [dict(zip(head, row, strict=True)) for row in rows]
    assert keys(rows) == view.letters
    assert [row["status_label"] for row in rows] == view.labels


def test_the_geojson_of_the_interface(client, view):
    features = json.loads(get(client, "api/v1/letters.geojson", view))["features"]
    assert keys(one["properties"] for one in features) == view.letters
    assert [one["id"] for one in features] == ["/".join(key) for key in view.letters]


def test_the_feed(client, view):
    entries = feed_of(view.selection, BASE).entries
    sent = [entry.id for entry in entries if entry.term == "letter_sent"]
    assert sorted(sent) == sorted(tag(view.selection.campaign, "letter", *key) for key in view.letters)
    every = entry_ids(atom_feed(view.selection, BASE, page=0))
    assert every == [entry.id for entry in entries]
    served = entry_ids(get(client, "feed.atom", view))
    assert served == every[: len(served)]


def test_the_calendar(client, view):
    events = Calendar.from_ical(get(client, "deadlines.ics", view)).walk("VEVENT")
    due = view.selection.letters.dropna(subset="deadline_on").to_dict("records")
    assert [str(one["UID"]) for one in events] == [
        uid(view.selection.campaign, "deadline", *key) for key in keys(due)
    ]
    assert [str(one["CATEGORIES"].cats[0]) for one in events] == [
        view.selection.campaign.labels(Status)[letter["status"]] for letter in due
    ]


ARCHIVED = tuple(query for query in VIEWS if re.fullmatch(r"(round=[^&]+)?&?(as_of=[^&]+)?", query))


@pytest.mark.parametrize("query", ARCHIVED)
def test_the_archive(dataset, query):
    """An archive has the views that filter by nothing, or by one round."""
    selection = Filters.parse(query, dataset)[0].apply(dataset, TODAY)
    rounds = selection.filters.round
    file = f"round/{rounds[0]}.html" if rounds else "index.html"
    made = archive(dataset, selection.as_of, b"icon")
    page = next(content for path, content in made if path == file).decode("utf-8")
    table = page.partition('<table class="letters"')[2].partition("</table>")[0]
    linked = re.findall(r'<th scope="row"><a href="(?:\.\./)?record/([a-z0-9-]+)\.html">', table)
    assert linked == list(selection.letters["jurisdiction_id"])


def test_california_in_january_2018_is_the_same_nine_recipients_everywhere(client, dataset):
    nine = SimpleNamespace(query=CALIFORNIA)
    card = card_of(Address.parse(CALIFORNIA, dataset), dataset, TODAY)
    assert card.count == "9 letters"
    assert set(card.selection.places["jurisdiction_id"]) == NINE
    feed = entry_ids(get(client, "feed.atom", nine))
    assert {one.rpartition("/")[2] for one in feed if ":letter/" in one} == NINE
    events = Calendar.from_ical(get(client, "deadlines.ics", nine)).walk("VEVENT")
    assert {str(one["UID"]).partition("@")[0] for one in events} == {
        f"deadline/2018-01/{key}" for key in NINE
    }
    text = get(client, "api/v1/letters.csv", nine).decode("utf-8-sig")
    assert {row["jurisdiction_id"] for row in csv.DictReader(io.StringIO(text, newline=""))} == NINE
    told = json.loads(get(client, "api/v1/letters.json", nine))
    assert {row["jurisdiction_id"] for row in told["rows"]} == NINE
    assert told["total"] == 9


def get(client, path, view):
    answer = client.get(f"/{path}?{view.query}" if view.query else f"/{path}")
    assert answer.status_code == 200
    return answer.content


def keys(rows):
    return [(row["round_id"], row["jurisdiction_id"]) for row in rows]


def html_rows(html):
    return LETTER_ROWS.findall(html.partition('<table class="letters"')[2].partition("</table>")[0])


def entry_ids(feed):
    return [one.text for one in ElementTree.fromstring(feed).iterfind("{*}entry/{*}id")]
