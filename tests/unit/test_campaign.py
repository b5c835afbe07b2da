"""Another campaign needs only its data: what an invented one publishes says nothing of the shipped one."""

import ast
import io
import json
import re
import shutil
import zipfile
from dataclasses import fields
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import tracker
from builders import a_data_folder, describe, report_on
from tracker.archive import archive
from tracker.campaign import Campaign
from tracker.case_status import CASE_RULES
from tracker.changes import changes
from tracker.checks.shapes import CAMPAIGN_SHAPE
from tracker.exports.citation import cite
from tracker.exports.embedding import iframe
from tracker.exports.entries import STANDING_RULES
from tracker.extras import PACKAGE
from tracker.pages.site import PAGES, view_of
from tracker.resources import dashboard_folder, data_folder
from tracker.status import STATUS_RULES
from tracker.vocabulary import Term
from tracker.web import api, feeds, wellknown

FIXTURE = Path(__file__).parents[1] / "fixtures" / "another_campaign"
DAY = date(2026, 1, 2)
OF_THE_SHIPPED = re.compile(
    r"\bDOJ\b|Justice Department|Department of Justice|(section|U\.S\.C\.) 1373|doj-letter|immigration enf"
)
PLACEHOLDER = re.compile(r"\{(sender|law|subject|time_zone_place)\}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The invented campaign: tables of its own, with the columns and boundaries that every campaign has."""
    made = tmp_path_factory.mktemp("another") / "data"
    shutil.copytree(data_folder() / "boundaries", made / "boundaries")
    for table in FIXTURE.glob("*.csv"):
        shutil.copy(table, made)
    shipped = json.loads((data_folder() / "datapackage.json").read_text("utf-8"))
    own = json.loads((FIXTURE / "campaign.json").read_text("utf-8"))
    resources = [_described_anew(resource) for resource in shipped["resources"]]
    own |= {"profile": shipped["profile"], "licenses": shipped["licenses"], "resources": resources}
    (made / "datapackage.json").write_text(json.dumps(own), "utf-8")
    (made / "METHOD.md").write_text("# How the record is made\n\nIt is invented.\n", "utf-8")
    return made


def _described_anew(resource):
    """Keep what a column is; what it means is the owner's to say."""
    resource = {key: value for key, value in resource.items() if key not in ("hash", "bytes", "rows")}
    for part in [resource, *resource["schema"]["fields"]]:
        part["description"] = f"The invented campaign’s {part['title'].casefold()}."
        part["title"] = re.sub(r"\bDOJ\b", "IRA-W", part["title"])
    return resource


@pytest.fixture(scope="module")
def another(folder):
    return tracker.load(folder)


def _texts(name, content):
    """Give every text of a file, those of the files in it included."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as inside:
            for member in inside.namelist():
                yield from _texts(f"{name}/{member}", inside.read(member))
    elif content[:4] == b"PAR1":
        table = pq.read_table(io.BytesIO(content))
        yield name, f"{table.schema.metadata} {table.to_pydict()}"
    elif content[:4] != b"\x89PNG":
        yield name, re.sub(r"\r?\n[ \t]", "", content.decode("utf-8"))


def test_an_invented_campaign_loads_without_an_error(another):
    assert another.report.errors == ()
    assert another.campaign.sender == "IRA-W"
    assert len(another.jurisdictions) == 3


def test_no_page_file_feed_or_calendar_of_it_names_another_sender(another):
    icon = (dashboard_folder() / "icon.png").read_bytes()
    files = dict(archive(another, DAY, icon, "https://rivers.example/tracker/"))
    texts = [text for name, content in files.items() for text in _texts(name, content)]
    assert [name for name, text in texts if OF_THE_SHIPPED.search(text)] == []
    assert [name for name, text in texts if PLACEHOLDER.search(text)] == []
    whole = dict(texts)
    assert "Cleared by IRA-W" in whole["index.html"]
    assert re.search(r"answer to IRA-W’s letter of [^(]+, due \(Cleared by IRA-W\)", whole["deadlines.ics"])
    assert "Sacramento" not in whole["index.html"]


def test_nothing_that_a_server_adds_names_another_sender(another):
    routes = [route for module in (api, feeds, wellknown) for route in module.routes(lambda: another)]
    client = TestClient(Starlette(routes=routes), base_url="https://rivers.example/")
    paths = (
        "api/v1",
        "api/v1/openapi.json",
        "api/v1/changes.json?from=2024-01-01&to=2025-12-31",
        "feed.json",
    )
    for path in (*paths, "feed.atom?status=cleared", "oembed?url=https://rivers.example/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert not OF_THE_SHIPPED.search(answer.text), path
        assert not PLACEHOLDER.search(answer.text), path
    assert "Sacramento" in client.get("api/v1/openapi.json").text


def test_its_citations_file_names_and_changes_are_its_own(another):
    address = tracker.address.Address(tracker.Filters(doj="cleared", as_of=DAY))
    views = filter(None, (view_of(path, address, another, DAY) for path in PAGES))
    told = [f"{cite(view.about, 'https://rivers.example/')} {view.file_name('csv')}" for view in views]
    told.append(iframe("https://rivers.example/", another.campaign.name))
    told += changes(another, tracker.Filters(), date(2024, 1, 1), DAY).sentences
    assert not [text for text in told if OF_THE_SHIPPED.search(text) or PLACEHOLDER.search(text)]
    assert any("ira-w-letters_doj-cleared" in text for text in told)


def test_a_package_without_a_campaign_is_refused_with_its_name(folder, tmp_path):
    copy = Path(shutil.copytree(folder, tmp_path / "data"))
    describe(copy, lambda descriptor: descriptor.pop("campaign"))
    (problem,) = report_on(copy).errors
    assert (problem.file, problem.row) == ("datapackage.json", "campaign")
    assert "river-letter-tracker" in problem.message


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("time_zone", "Mars/Olympus", "campaign.time_zone"),
        ("sender", "", "campaign.sender"),
        ("publishers", [], "campaign.publishers"),
        ("motto", "Onward", "campaign"),
    ],
)
def test_a_campaign_that_says_nothing_sensible_is_refused(tmp_path, key, value, place):
    copy = a_data_folder(tmp_path)
    describe(copy, lambda descriptor: descriptor["campaign"].update({key: value}))
    assert [problem.row for problem in report_on(copy).errors] == [place]


def test_a_package_without_an_author_is_refused(tmp_path):
    copy = a_data_folder(tmp_path)
    describe(copy, lambda descriptor: descriptor.pop("contributors"))
    assert [problem.row for problem in report_on(copy).errors] == ["contributors"]


def test_the_shape_names_every_word_of_a_campaign():
    of_the_descriptor = {"slug", "author"}
    assert set(CAMPAIGN_SHAPE["properties"]) == {field.name for field in fields(Campaign)} - of_the_descriptor


def test_words_that_every_campaign_shares_name_no_sender():
    terms = [term for vocabulary in Term.__subclasses__() for term in vocabulary]
    rules = [*STATUS_RULES, *CASE_RULES, *(rule for some in STANDING_RULES.values() for rule in some)]
    words = [f"{term.label} {term.definition}" for term in terms]
    assert not [
        text for text in words + [f"{rule.when} {rule.why}" for rule in rules] if OF_THE_SHIPPED.search(text)
    ]


def test_only_the_names_of_a_campaign_are_filled(another):
    say = another.campaign.say
    assert (
        say("{sender} wrote to {} of {time_zone_place} on {day}")
        == "IRA-W wrote to {} of Sacramento on {day}"
    )


def test_no_text_in_the_code_names_the_sender_or_the_law_of_the_shipped_data():
    modules = [*Path(tracker.__file__).parent.rglob("*.py"), *dashboard_folder().rglob("*.py")]
    named = [
        f"{path.name}:{node.lineno}"
        for path in modules
        for node in _texts_of_code(ast.parse(path.read_text("utf-8")))
        if OF_THE_SHIPPED.search(node.value) and node.value != PACKAGE
    ]
    assert named == []


def _texts_of_code(tree):
    """Give the texts in code but for those that stand alone, which explain."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node
