"""The name of a version follows from its content; a problem of a kind is listed twenty times at most."""

from datetime import date

import pytest

from tracker.problems import MOST, Problem, Report, Severity
from tracker.versions import Version, content_hash, release_of, version_name

DESCRIPTOR = {
    "version": "2026.11.25-1a2b3c4d",
    "released_on": "2026-11-25",
    "researched_to": "2026-07-03",
    "resources": [{"path": "a.csv", "bytes": 1, "hash": "sha256:0", "rows": 1, "title": "A"}],
}
FILES = {"a.csv": b"a\n"}


def test_order_does_not_matter_and_content_does():
    turned = dict(reversed(DESCRIPTOR.items()))
    assert content_hash(turned, FILES) == content_hash(DESCRIPTOR, FILES)
    assert content_hash(DESCRIPTOR, {"a.csv": b"b\n"}) != content_hash(DESCRIPTOR, FILES)
    assert content_hash(DESCRIPTOR, {"b.csv": b"a\n"}) != content_hash(DESCRIPTOR, FILES)


@pytest.mark.parametrize("name", ["version", "released_on"])
def test_what_a_release_writes_does_not_change_the_hash(name):
    assert content_hash({**DESCRIPTOR, name: "other"}, FILES) == content_hash(DESCRIPTOR, FILES)


@pytest.mark.parametrize(
    ("name", "changes"), [("bytes", False), ("hash", False), ("rows", False), ("title", True)]
)
def test_what_follows_from_a_table_does_not_change_the_hash(name, changes):
    other = {**DESCRIPTOR, "resources": [{**DESCRIPTOR["resources"][0], name: 9}]}
    assert (content_hash(other, FILES) != content_hash(DESCRIPTOR, FILES)) is changes


def test_a_version_is_released_while_its_content_is_the_one_named():
    name = version_name("2026.11.25", content_hash(DESCRIPTOR, FILES))
    version = Version.of({**DESCRIPTOR, "version": name}, FILES)
    assert version.is_released
    assert str(version) == version.name == name
    assert version.released_on == date(2026, 11, 25)
    changed = Version.of({**DESCRIPTOR, "version": name}, {"a.csv": b"b\n"})
    assert not changed.is_released
    assert changed.stated == name != changed.name


@pytest.mark.parametrize(
    ("pinned", "found"),
    [
        ("2026.11.25-1a2b3c4d", "2026.11.25-1a2b3c4d"),
        ("2026.11.25", "2026.11.25-1a2b3c4d"),
        ("2026.11.2", ""),
    ],
)
def test_a_release_is_found_by_its_name_or_its_day(pinned, found):
    assert release_of(pinned, ["2025.01.01-00000000", "2026.11.25-1a2b3c4d"]) == found


def test_a_long_report_lists_some_of_a_kind_and_counts_the_rest():
    many = [Problem("a.csv", line, "", "", "day", Severity.ERROR, "no day") for line in range(1, 200)]
    other = Problem("b.csv", 1, "", "", "day", Severity.ERROR, "no day")
    lines = str(Report.of([*many, other])).splitlines()
    assert len(lines) == MOST + 3
    assert lines[MOST] == f"a.csv: and {199 - MOST} more of this kind (day)"
    assert lines[-1] == "200 errors, 0 warnings"
