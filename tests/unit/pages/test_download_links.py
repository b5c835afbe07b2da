"""The downloads of a view are plain links, and a frozen link says when the data are others."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

import tracker
from tracker import pages
from tracker.address import Address
from tracker.exports.formats import extensions
from tracker.exports.view import View
from tracker.language.datewords import unbroken
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 11, 25)


def links(dataset, query):
    selection = tracker.Filters.parse(query, dataset)[0].apply(dataset, TODAY)
    html = pages.download_links(View("letters", selection))
    found = re.findall(r'<a href="([^"]+)" download="([^"]+)"', html)
    return [(unescape(href), unescape(name)) for href, name in found]


def test_every_format_is_linked_under_the_filters_of_the_view(dataset):
    query = "round=2018-01&state=CA&as_of=2018-01-25"
    found = links(dataset, query)
    assert [href for href, _ in found] == [
        *(f"api/v1/letters.{extension}?{query}" for extension in extensions("letters")),
        "api/v1/datapackage.zip",
    ]
    assert found[0][1] == f"doj-letters_round-2018-01_state-CA_as-of-2018-01-25_{dataset.version.name}.csv"


def test_words_that_were_searched_for_stay_inside_their_link(dataset):
    hostile = tracker.Filters(q='"><script>alert(1)</script>').apply(dataset, TODAY)
    html = pages.download_links(View("letters", hostile))
    assert "<script" not in html


@pytest.mark.parametrize("query", ["", "version={}"])
def test_no_note_where_the_data_are_those_of_the_link(dataset, query):
    query = query.format(dataset.version.name)
    assert pages.version_note(Address.parse(query, dataset), dataset) == ""


def test_a_note_where_the_link_was_made_with_other_data(dataset):
    newer = replace(dataset, releases={"2025.01.01-1a2b3c4d": b""})
    note = pages.version_note(Address.parse("version=2025.01.01", newer), newer)
    assert "was made with version <strong>2025.01.01</strong>" in note
    assert dataset.version.name in note


@pytest.mark.parametrize("pinned", ["2025.01.01-1a2b3c4d", "2025.01.01"])
def test_a_link_of_an_older_release_leads_to_its_package(dataset, pinned):
    kept = replace(dataset, releases={"2024.01.01-00000000": b"", "2025.01.01-1a2b3c4d": b""})
    note = pages.version_note(Address.parse(f"version={pinned}", kept), kept)
    assert 'href="api/v1/releases/2025.01.01-1a2b3c4d.zip"' in note


def test_a_link_of_a_version_that_is_not_kept_leads_to_no_package(dataset):
    note = pages.version_note(Address.parse("version=2020.01.01", dataset), dataset)
    assert "releases/" not in note
    assert "no such version is known" in note
    assert "was made with" not in note


@pytest.mark.parametrize("value", ["<b>", "a b", "x" * 41, "../x"])
def test_what_is_no_version_is_refused(dataset, value):
    address = Address.parse(f"version={value}", dataset)
    assert [part.key for part in address.refused] == ["version"]
    assert pages.version_note(address, dataset) == ""


@pytest.mark.parametrize("query", ["", "as_of=2018-03-01", f"as_of={TODAY}"])
def test_no_note_where_the_day_of_the_view_has_come(dataset, query):
    assert pages.day_note(Address.parse(query, dataset), TODAY) == ""


@pytest.mark.parametrize("path", ["", "cases", "compare"])
def test_a_day_to_come_is_said_to_be_one(dataset, path):
    request = PageRequest(path, Address.parse("as_of=2040-01-01", dataset), TODAY)
    assert unbroken("Jan. 1, 2040, has not come yet.") in snapshot(request, dataset).body


def test_a_frozen_address_pins_day_and_version_and_keeps_the_rest(dataset):
    frozen = Address.parse("state=CA&place=berkeley-ca", dataset).frozen(dataset, TODAY)
    link = frozen.link("", **frozen.values)
    assert link == f"./?state=CA&as_of=2026-11-25&place=berkeley-ca&version={dataset.version.name}"
    assert Address.parse(link.partition("?")[2], dataset) == frozen
