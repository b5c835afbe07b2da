"""An archive is the whole tracker in a folder: complete, the same each time, with no dead link."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from hostile import hostile_dataset
from tracker import Filters
from tracker.address import Address
from tracker.archive import MANIFEST, archive
from tracker.exports.package import package_file, package_files
from tracker.pages.snapshot import PageRequest, snapshot

DAY = date(2018, 4, 13)
BASE = "https://archive.example.org/letters/"
ICON = b"icon"
ATOM = "{http://www.w3.org/2005/Atom}"


class Read(HTMLParser):
    """What a page links to, what may be linked to in it, and which tags it has."""

    def __init__(self, html):
        super().__init__()
        self.links, self.ids, self.tags = [], set(), set()
        self.feed(html.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value)
            if name == "id":
                self.ids.add(value)

    handle_startendtag = handle_starttag


@pytest.fixture(scope="module")
def whole(dataset):
    return dict(archive(dataset, date(2026, 12, 1), ICON, BASE))


@pytest.fixture(scope="module")
def files(few):
    return dict(archive(few, DAY, ICON))


@pytest.fixture(scope="module")
def hosted(few):
    return dict(archive(few, DAY, ICON, BASE, "corrections@example.org"))


def named(files, ending):
    return {path: content for path, content in files.items() if path.endswith(ending)}


def dead(files):
    """Every link that leads to no file of the folder or to no part of it."""
    pages = {path: Read(content) for path, content in named(files, ".html").items()}
    for path, read in pages.items():
        for link in read.links:
            if not leads_somewhere(link, path, files, pages):
                yield path, link


def leads_somewhere(link, path, files, pages):
    parts = urlsplit(link.removeprefix(BASE))
    if parts.scheme in ("http", "https", "mailto"):
        return True
    if parts.query or link.startswith("/"):
        return False
    start = "" if link.startswith(BASE) else dirname(path)
    target = normpath(join(start, unquote(parts.path))) if parts.path else path
    return target in files and (not parts.fragment or parts.fragment in pages[target].ids)


@pytest.mark.slow
def test_no_link_of_the_whole_record_leads_nowhere(whole):
    assert list(dead(whole)) == []


@pytest.mark.slow
def test_every_place_has_its_page_and_every_round_its_card(whole, dataset):
    assert {f"record/{place}.html" for place in dataset.jurisdictions["jurisdiction_id"]} <= set(whole)
    rounds = set(dataset.letters["round_id"])
    assert {f"cards/round/{key}.png" for key in rounds} | {f"round/{key}.html" for key in rounds} <= set(
        whole
    )


def test_no_link_leads_nowhere_wherever_the_folder_stands(files, hosted):
    assert list(dead(files)) == []
    assert list(dead(hosted)) == []


def test_no_page_runs_or_asks_anything(files):
    for content in named(files, ".html").values():
        assert Read(content).tags.isdisjoint({"script", "form", "button", "iframe"})
        # A phone's menu is a box that style alone reads.
        assert content.count(b"<input") == content.count(b'<input type="checkbox"')


def test_every_file_is_linked_from_a_page_or_named_for_machines(files):
    linked = {
        normpath(join(dirname(path), urlsplit(link).path))
        for path, content in named(files, ".html").items()
        for link in Read(content).links
    }
    # A place without a letter by the day is linked by no page, as on the live site.
    elsewhere = ("api/", "cards/", "record/")
    assert {path for path in files if path not in linked and not path.startswith(elsewhere)} == {MANIFEST}


def test_two_exports_are_the_same_bytes(few, files):
    assert dict(archive(replace(few), DAY, ICON)) == files


def test_a_page_says_what_the_answer_before_the_live_page_says(few, files):
    page, answer = (
        files["record/jackson-ms.html"],
        snapshot(PageRequest("record", Address.parse("id=jackson-ms", few), DAY), few),
    )
    assert answer.title in page.decode("utf-8")
    assert all(answer.page.sections[name].encode() in page for name in ("story",))


def test_links_lead_to_the_nearest_page(files):
    links = Read(files["record/jackson-ms.html"]).links
    assert {"../index.html", "../rounds.html", "../data.html"} <= set(links)
    assert "chicago-il.html" in {link.rpartition("/")[2] for link in Read(files["index.html"]).links}
    assert "round/2018-01.html" in Read(files["index.html"]).links
    assert "compare/2017-11_2018-01.html" in Read(files["rounds.html"]).links


def test_a_round_that_was_not_sent_by_the_day_has_no_page_and_no_link(files):
    assert "round/2025-08.html" not in files
    assert "round/2018-01.html" in files
    assert ">Aug. 2025 · 0</a>" in files["index.html"].decode("utf-8")
    assert "2025-08" not in " ".join(Read(files["index.html"]).links)


def test_the_manifest_holds_the_digest_of_every_other_file(files):
    lines = dict(line.split("  ")[::-1] for line in files[MANIFEST].decode().splitlines())
    assert lines == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items() if path != MANIFEST
    }


def test_the_data_package_is_there_whole_and_file_by_file(few, files):
    assert files["api/v1/datapackage.zip"] == package_file(few)
    assert {name: files[f"data/{name}"] for name in package_files(few)} == package_files(few)


@pytest.mark.parametrize(("which", "root"), [("files", "../../"), ("hosted", BASE)])
def test_rows_link_to_the_files_in_every_format(few, request, which, root):
    files, letters = request.getfixturevalue(which), Filters().apply(few, DAY).letters
    wanted = [f"{root}record/{place}.html" for place in letters["jurisdiction_id"]]
    assert wanted
    text = files["api/v1/letters.csv"].decode("utf-8-sig")
    assert [row["record"] for row in csv.DictReader(io.StringIO(text))] == wanted
    told = json.loads(files["api/v1/letters.json"])
    assert [row["record"] for row in told["rows"]] == wanted
    shapes = json.loads(files["api/v1/letters.geojson"])
    assert [one["properties"]["record"] for one in shapes["features"]] == wanted
    sheet = load_workbook(io.BytesIO(files["api/v1/letters.xlsx"]))["Letters"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert [row[head.index("record")] for row in rows] == wanted
    for link in (*told["links"].values(), *shapes["about"]["links"].values()):
        assert link.startswith(root)
        assert link.removeprefix(root) in files


@pytest.mark.parametrize(("which", "root"), [("files", ""), ("hosted", BASE)])
def test_the_feed_links_to_the_files(request, which, root):
    files = request.getfixturevalue(which)
    feed = ElementTree.fromstring(files["feed.atom"])
    links = [
        link.get("href") for link in feed.iter(f"{ATOM}link") if link.get("rel") in ("self", "alternate")
    ]
    assert len(links) > 10
    assert all(link.startswith(root) and link.removeprefix(root) in files for link in links)


def test_the_calendar_links_to_the_files(hosted):
    events = Calendar.from_ical(hosted["deadlines.ics"]).walk("VEVENT")
    assert events
    for event in events:
        assert str(event["URL"]).removeprefix(BASE) in hosted
        assert str(event["URL"]) in event["DESCRIPTION"]
        assert "record?" not in event["DESCRIPTION"]


def test_what_needs_a_whole_address_is_left_out_without_one(few, files, hosted):
    assert "sitemap.xml" not in files
    assert b"canonical" not in files["index.html"]
    assert b"og:image" not in files["index.html"]
    assert all("URL" not in part for part in Calendar.from_ical(files["deadlines.ics"]).walk())
    page = hosted["round/2018-01.html"].decode("utf-8")
    assert f'<link rel="canonical" href="{BASE}round/2018-01.html">' in page
    card = f"{BASE}cards/round/2018-01.png?as_of={DAY}&amp;version={few.version}"
    assert f'<meta property="og:image" content="{card}">' in page


@pytest.mark.parametrize("is_marked", [True, False])
def test_csv_files_have_their_byte_order_mark_or_not_and_the_page_says_so(few, is_marked):
    wanted = ("index.html", "api/v1/letters.csv", "api/v1/rounds.csv")
    found = dict(file for file in archive(few, DAY, ICON, is_marked=is_marked) if file[0] in wanted)
    assert {content.startswith(b"\xef\xbb\xbf") for path, content in found.items() if "csv" in path} == {
        is_marked
    }
    said = "with the byte order mark" if is_marked else "without a byte order mark"
    assert said in found["index.html"].decode()


def test_the_sitemap_has_every_page(hosted):
    site = ElementTree.fromstring(hosted["sitemap.xml"])
    found = [entry.text for entry in site.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(found) == sorted(BASE + path for path in named(hosted, ".html"))


def test_the_about_page_names_whom_to_tell_of_an_error(hosted):
    assert "mailto:corrections@example.org" in Read(hosted["about.html"]).links


def test_what_a_cell_says_makes_no_link_and_runs_nothing(few):
    files = dict(archive(hostile_dataset(few), DAY, ICON, BASE))
    assert list(dead(files)) == []
    assert all("script" not in Read(content).tags for content in named(files, ".html").values())
    ElementTree.fromstring(files["feed.atom"])
    assert len(Calendar.from_ical(files["deadlines.ics"]).walk("VALARM")) == 0


def test_a_day_before_the_first_letter_has_its_archive_too(few):
    files = dict(archive(few, date(2016, 1, 1), ICON))
    assert list(dead(files)) == []
    assert "record/jackson-ms.html" in files
