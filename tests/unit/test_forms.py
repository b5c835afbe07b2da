"""Every page, with each of its own keys set: each form that it names has the rows that the page shows.

Pages, keys and formats come from the registries, so that whatever is added to one of them is walked too.
"""

import csv
import io
import json
import re
from datetime import date
from html import unescape
from urllib.parse import urlencode
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from builders import shipped
from tracker.address import (
    AGAINST,
    BACKWARD,
    FROM,
    ORDERS,
    OWN_KEYS,
    PLACE,
    SINCE,
    TO,
    WORDS,
    Address,
    words_of,
)
from tracker.case_filters import CASE, CaseFilters
from tracker.exports.formats import FORMATS
from tracker.exports.own import KEYS
from tracker.exports.picture_links import PICTURES, picture_path
from tracker.exports.rows import TITLES
from tracker.filters import CHOICES, DAYS, LABELS, Filters
from tracker.pages.head import card_link
from tracker.pages.site import PAGES, view_of
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.parts import PARTS
from tracker.views.answer_charts import answer_charts
from tracker.views.case_spans import case_spans
from tracker.views.flow import flows
from tracker.views.lanes import lanes
from tracker.web import api, card_routes, feeds, parameters, picture_files

TODAY = date(2026, 12, 1)
BASE = "https://letters.example.org/"

ROUTES = (api.routes, feeds.routes, card_routes.routes, picture_files.routes)

NAMED = {
    ("", PLACE): ("jackson-ms",),
    ("cases", PLACE): ("boston-ma", "chicago-il", "jackson-ms"),
    ("cases", "filed_in"): ("D. Mass.", "N.D. Cal."),
    ("cases", CASE): ("california-records-suit-2018",),
    ("compare", AGAINST): ("all", "round=2018-01"),
    ("rounds", FROM): ("2017-11",),
    ("rounds", TO): ("2018-01",),
    ("changes", FROM): ("2018-01-23",),
    ("changes", TO): ("2018-04-13",),
    ("", "sort"): (*ORDERS[""], f"{BACKWARD}{ORDERS[''][0]}"),
    ("cases", "sort"): ORDERS["cases"],
    ("compare", "sort"): (*ORDERS["compare"], f"{BACKWARD}{ORDERS['compare'][0]}"),
}
VALUES = NAMED | {
    (path, key): words_of(key, path)
    for path, keys in OWN_KEYS.items()
    for key in keys
    if (path, key) not in NAMED
}
"""Values to set the pages' own keys to."""

COLUMN = {
    ("letters", ""): "jurisdiction_id",
    ("letters", "record"): "round_id",
    ("rounds", "rounds"): "round_id",
    ("comparison", "rounds"): "jurisdiction_id",
    ("cases", "cases"): "case_id",
    ("changes", "changes"): "change_id",
    ("groups", "compare"): "group",
    ("sides", "compare"): "side",
}
"""The column by which the rows that a page shows are known again in its forms."""

MARK = {
    ("letters", ""): ("letters", r'<th scope="row"><a href="[^"]*?\bid=([a-z0-9-]+)'),
    ("letters", "record"): ("letters", r'id="letter-([^"]+)"'),
    ("rounds", "rounds"): ("rounds", r'id="round-([^"]+)"'),
    ("comparison", "rounds"): ("compare", r'<th scope="row"><a href="[^"]*?\bid=([a-z0-9-]+)'),
    ("cases", "cases"): ("list", r'id="case-([^"]+)"'),
    ("changes", "changes"): ("table", r'<tr id="([^"]+)"'),
    ("groups", "compare"): ("groups", r'<tr id="group-([^"]+)"'),
    ("sides", "compare"): ("sides", r'<tr id="side-(\d)"'),
}
"""The section of the page that shows them, and where it names each."""


def addresses():
    """Every page by itself, with each value of each own key, with all of them, and with filters and a day."""
    for path in PAGES:
        first = "id=jackson-ms" if path == "record" else ""
        alone = [urlencode({key: value}) for key in OWN_KEYS[path] for value in VALUES[path, key]]
        every = urlencode({key: VALUES[path, key][0] for key in OWN_KEYS[path]})
        more = ["as_of=2018-03-01", "round=2018-01&state=CA", "id=jackson-ms&id=chicago-il", "q=police"]
        more = more[:1] if path == "record" else more
        for own in dict.fromkeys(["", *alone, every, *more, *(f"{every}&{one}" for one in more)]):
            yield path, "&".join(filter(None, (first, own.strip("&"))))


ADDRESSES = list(addresses())


def records():
    """The record of every place with a letter."""
    for place in sorted(set(shipped().letters["jurisdiction_id"])):
        yield "record", f"id={place}"


RECORDS = list(records())


@pytest.fixture(scope="module")
def client(dataset):
    with pytest.MonkeyPatch.context() as patch:
        for module in (parameters, card_routes):
            patch.setattr(module, "today", lambda zone: TODAY)
        patch.delenv("TRACKER_URL", raising=False)
        data = [routes(lambda: dataset) for routes in ROUTES]
        yield TestClient(Starlette(routes=[one for some in data for one in some]), base_url=BASE)


def page_of(path, query, dataset):
    """Return what a page shows, by the page's own HTML, and the forms that it names."""
    view = view_of(path, Address.parse(query, dataset), dataset, TODAY)
    taken = snapshot(PageRequest(path, Address.parse(query, dataset), TODAY), dataset)
    box = taken.body.partition('<nav class="others"')[2].partition("</nav>")[0]
    hrefs = [unescape(href) for href in re.findall(r'href="([^"]*)"', box)]
    assert [other.href for other in taken.alternates] == [href for href in hrefs if "print=" not in href]
    return view, taken, [other.href for other in taken.alternates]


def ids_on(view, taken):
    section, mark = MARK[view.table, view.path]
    return sorted(re.findall(mark, taken.page.sections.get(section, "")))


def ids_in(form, content, column):
    return sorted(str(row[column]).replace(" ", "_") for row in READERS[form](content))


def _sheet(content):
    head, *rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


READERS = {
    "csv": lambda content: list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))),
    "json": lambda content: json.loads(content)["rows"],
    "geojson": lambda content: [one["properties"] for one in json.loads(content)["features"]],
    "xlsx": _sheet,
    "parquet": lambda content: pq.read_table(io.BytesIO(content)).to_pylist(),
}
"""What reads the rows out of each format."""


def test_every_format_and_every_own_key_is_walked():
    assert set(READERS) == set(FORMATS)
    assert {(path, key) for path, keys in OWN_KEYS.items() for key in keys} == set(VALUES)
    assert set(OWN_KEYS) == set(PAGES)


@pytest.mark.parametrize(("path", "query"), [*ADDRESSES, *RECORDS])
def test_every_form_of_a_page_has_the_rows_of_the_page(client, dataset, path, query):
    view, taken, hrefs = page_of(path, query, dataset)
    assert bool(hrefs) == (view is not None)
    if view is None:
        return
    wanted, column = ids_on(view, taken), COLUMN[view.table, view.path]
    assert len(wanted) == view.count
    for form, href in zip(view.formats, hrefs, strict=False):
        answer = client.get(f"/{href}")
        assert answer.status_code == 200, href
        assert ids_in(form.extension, answer.content, column) == wanted, href
        assert view.file_name(form.extension) in answer.headers["content-disposition"]


def filters_set_twice(dataset):
    """Each filter with two values that pick letters, where it takes several, and one that means nothing."""
    letters = Filters().apply(dataset, TODAY).letters
    for choice in CHOICES:
        commonest = list(letters[choice.column].value_counts().index[:2])
        yield choice.key, [*commonest, "planet"], "planet"
    yield from ((key, ["2018-03-01", "2018-03-02"], "2018-03-02") for key in DAYS)
    yield "q", ["police", "planet"], "planet"


@pytest.mark.parametrize("path", [path for path in OWN_KEYS if path not in ("data", "about", "record")])
def test_page_and_files_agree_with_each_filter_twice_and_a_value_that_means_nothing(client, dataset, path):
    walked = set()
    for key, values, meaningless in filters_set_twice(dataset):
        query = urlencode([(key, value) for value in values])
        view, taken, hrefs = page_of(path, query, dataset)
        wanted, column = ids_on(view, taken), COLUMN[view.table, view.path]
        assert len(wanted) == view.count, query
        for form, href in zip(view.formats, hrefs, strict=False):
            if form.extension in ("csv", "json"):
                assert ids_in(form.extension, client.get(f"/{href}").content, column) == wanted, href
        assert f"<code>{key}={meaningless}</code>" in taken.body, query
        strict = client.get(f"/api/v1/{view.table}.json?{query}")
        assert strict.status_code == 400
        assert (key, meaningless) in {(one["parameter"], one["value"]) for one in strict.json()["problems"]}
        walked.add(key)
    assert walked == set(LABELS)


def letters_of(kind, ids):
    """The letters that ids of one kind name, such as `tag:…,2026:letter/2018-01/jackson-ms`."""
    found = (re.search(rf"(?:^|:){kind}/([^/@]+/[^/@]+)(?:@|$)", one) for one in ids)
    return sorted(match[1] for match in found if match)


def ids_of_json_feed(client, href):
    """The ids of all entries of a feed, page by page."""
    ids = []
    while href:
        page = client.get(href).json()
        ids += [item["id"] for item in page["items"]]
        href = page.get("next_url")
    return ids


def ids_of_atom_feed(client, href):
    """The same of a feed in Atom."""
    ids = []
    while href:
        page = ElementTree.fromstring(client.get(href).content)
        ids += [entry.findtext("{*}id") for entry in page.iterfind("{*}entry")]
        href = next((link.get("href") for link in page.iterfind("{*}link[@rel='next']")), None)
    return ids


def ids_of_calendar(client, href):
    """The UIDs of the events of a calendar."""
    return [str(event["UID"]) for event in Calendar.from_ical(client.get(href).content).walk("VEVENT")]


FOLLOWED = {
    "feed.atom": ("letter", ids_of_atom_feed),
    "feed.json": ("letter", ids_of_json_feed),
    "deadlines.ics": ("deadline", ids_of_calendar),
}
"""What can be followed: which entries name a letter shown, and what reads the ids of all."""


@pytest.mark.parametrize(("path", "query"), [*ADDRESSES, *RECORDS])
def test_feed_and_calendar_are_of_the_letters_shown(client, dataset, path, query):
    view, _, hrefs = page_of(path, query, dataset)
    followed = {path: href for href in hrefs if (path := href.partition("?")[0]) in FOLLOWED}
    if view is None or CASE in view.own:
        assert set(followed) == ({"feed.atom", "feed.json"} if view else set())
        return
    assert set(followed) == set(FOLLOWED)
    assert {href.partition("?")[2] for href in followed.values()} == {view.letter_filters.to_query()}
    if view.table != "letters":  # of the same filters, but for no other day or round that the page names
        return
    for name, href in followed.items():
        kind, ids_of = FOLLOWED[name]
        letters = view.selection.letters
        shown = letters[letters["deadline_on"].notna()] if kind == "deadline" else letters
        keys = shown["round_id"] + "/" + shown["jurisdiction_id"]
        assert letters_of(kind, ids_of(client, f"/{href}")) == sorted(keys), href


@pytest.mark.parametrize(("path", "query"), ADDRESSES)
def test_links_say_the_own_keys_and_lead_back_to_the_same_view(client, dataset, path, query):
    view, taken, _ = page_of(path, query, dataset)
    if view is None:
        return
    for link in (view.link, view.frozen, taken.link):
        again = view_of(path, Address.parse(link.partition("?")[2], dataset), dataset, TODAY)
        assert (again.table, dict(again.own), again.count) == (view.table, dict(view.own), view.count)
        assert list(again.selection.letters["jurisdiction_id"]) == list(
            view.selection.letters["jurisdiction_id"]
        )
    for key, value in view.own.items():
        said = f"{key}-{value}" if value[:1] != BACKWARD else f"{key}-{value[1:]}-backward"
        said = said.replace("_", "-").replace("=", "-").replace(". ", ".-").rstrip(".")
        assert said in view.file_name("csv") or is_cut(view.file_name("csv"))
        assert urlencode({key: value}) in view.query
        assert urlencode({key: value}) in view.frozen


def is_cut(name):
    """Whether a name was too long, and ends in a digest of what it leaves out."""
    return len(name) > 100 and re.search(r"-[0-9a-f]{8}_as-of", name)


DRAWN = {
    "map": lambda selection: len(selection.places),
    "timeline": lambda selection: len(selection.letters) + len(lanes(selection).axis.months),
    "answers": lambda selection: len(answer_charts(selection).charts),
    "rounds": lambda selection: len(selection.letters),
    "flow": lambda selection: sum(len(flow.bands) for flow in flows(selection)),
    "matrix": lambda selection: len(selection.letters),
    "cases": lambda selection: len(case_spans(selection, CaseFilters.of(selection.filters, {})).cases),
}
"""How many things a picture names: places, letters and months with events, rounds, bands, letters, cases."""


@pytest.mark.parametrize(
    ("path", "query"), [one for one in ADDRESSES if one[0] in ("", "record") and "=" in one[1]]
)
def test_pictures_show_the_places_and_letters_of_the_page(client, dataset, path, query):
    view, _, _ = page_of(path, query, dataset)
    assert set(DRAWN) == set(PICTURES)
    for picture, count in DRAWN.items():
        answer = client.get(f"/{picture_path(picture, 'svg', view.query)}")
        assert answer.status_code == 200
        assert answer.text.count("<g><title>") == count(view.selection)


def test_a_record_has_a_card(client, dataset):
    address = Address.parse("id=jackson-ms&as_of=2018-03-01", dataset)
    answer = client.get(f"/{card_link(address, dataset, TODAY)}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")


@pytest.mark.parametrize("by", ["", "&by=recorded"])
def test_the_changes_page_names_its_days_and_filters_in_its_files(dataset, by):
    query = f"from=2018-01-23&to=2018-04-13{by}"
    _, _, hrefs = page_of("changes", f"state=CA&as_of=2018-05-01&{query}", dataset)
    assert [href for href in hrefs if ".csv" in href] == [f"api/v1/changes.csv?state=CA&{query}"]


CASES = [
    "outcome_for=place",
    "side=jurisdiction&concern=grants&sort=court",
    "filed_in=N.D.+Cal.",
    "q=18-cv-805",
    "q=boston&ended=yes",
    "round=2018-01&round=2025-08",
    "state=CA&kind=city",
    "state=IL&outcome_for=place&q=chicago",
    "status=no_answer_found&side=jurisdiction",
]


@pytest.mark.parametrize("query", CASES)
def test_the_page_of_cases_its_files_and_the_library_choose_the_same(client, dataset, query):
    view, taken, _ = page_of("cases", query, dataset)
    address = Address.parse(query, dataset)
    chosen = CaseFilters.of(address.filters, address.values).apply(dataset, TODAY)
    assert view.table == "cases"
    assert ids_on(view, taken) == sorted(chosen["case_id"]) != []
    assert [row["case_id"] for row in client.get(f"/api/v1/cases.json?{query}").json()["rows"]] == list(
        chosen["case_id"]
    )
    assert len(chosen) < len(dataset.cases) or "sort" in query


def test_the_files_of_cases_are_called_what_the_page_is_headed(dataset):
    view, taken, _ = page_of("cases", "place=boston-ma&outcome_for=place", dataset)
    assert taken.page.title.startswith(
        "One court case names Boston, Massachusetts, and was decided for the city"
    )
    assert view.about.title == (
        "Court cases naming Boston, Massachusetts, and decided for the city, county or state"
    )


def test_every_key_of_a_table_is_a_key_of_a_page_but_the_one_for_programs():
    for table, keys in KEYS.items():
        assert set(keys) - {SINCE} <= {key for own in OWN_KEYS.values() for key in own}, table
        assert table in TITLES


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("key", sorted({key for keys in OWN_KEYS.values() for key in keys}))
def test_a_second_value_or_one_of_another_page_is_named(dataset, path, key):
    value = next(values[0] for (_, one), values in VALUES.items() if one == key)
    start = "id=jackson-ms&" if path == "record" else ""
    body = snapshot(
        PageRequest(path, Address.parse(f"{start}{key}={value}&{key}={value}x", dataset), TODAY), dataset
    ).body
    said = body.partition('<aside class="refusals"')[2].partition("</aside>")[0]
    assert f"<code>{key}={value}x</code> is given twice; the first is used" in said
    assert (f"<code>{key}={value}</code> does not apply to this page" in said) == (key not in OWN_KEYS[path])


def test_a_part_of_an_embed_is_said_once():
    assert set(WORDS["show"]) == set(PARTS)
    assert next(iter(PARTS)) == "all"


def test_every_filter_narrows_the_letters_of_the_interface(client, dataset):
    for choice in CHOICES:
        value = next(iter(choice.options(dataset)))
        answer = client.get("/api/v1/letters.json", params={choice.key: value})
        assert answer.status_code == 200
        assert choice.key in answer.json()["query"]
