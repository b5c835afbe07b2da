"""A release names the content, says what differs row by row, and keeps the whole package."""

import io
import json
import zipfile
from datetime import date

import pytest
from click.testing import CliRunner

import tracker
from builders import a_correction, a_data_folder, a_letter, add, describe, edit, report_on, rewrite
from tracker.cli import main
from tracker.difference import Cell, TableDifference, differences
from tracker.releases.log import WIDTH, released_log

JACKSON = ("2018-01", "jackson-ms")
KEPT = "# Log\n\n## How this file is kept\n\nRules.\n\n"
OLDER = "## 2026.11.25-00000000\n\nFirst release.\n"


def run(folder, command, *options):
    return CliRunner().invoke(main, [command, "--data", str(folder), *options])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder whose content is released, on a day of its own."""
    monkeypatch.setattr("tracker.cli.today", lambda zone: date(2026, 12, 1))
    folder = a_data_folder(tmp_path)
    rewrite(folder, "CHANGELOG.md", lambda _: (KEPT + "## Unreleased\n\n" + OLDER).encode())
    assert run(folder, "format").exit_code == 0
    assert run(folder, "release").exit_code == 0
    return folder


def log_of(folder):
    return (folder / "CHANGELOG.md").read_text("utf-8")


def test_a_release_names_day_and_content_and_is_sound(folder):
    dataset = tracker.load(folder)
    assert dataset.version.is_released
    assert dataset.version.name == f"2026.12.01-{dataset.version.content_hash[:8]}"
    assert dataset.version.released_on == date(2026, 12, 1)
    assert f"## {dataset.version.name}\n" in log_of(folder)
    assert "## Unreleased" not in log_of(folder)
    assert run(folder, "format", "--check").exit_code == 0
    assert "Version 2026.12.01-" in (folder / "README.md").read_text("utf-8")


def test_nothing_changed_gives_no_release(folder):
    before = log_of(folder)
    result = run(folder, "release")
    assert result.exit_code == 1
    assert "nothing has changed since version 2026.12.01-" in result.output
    assert log_of(folder) == before


def test_a_change_is_held_to_the_log_and_then_released_with_its_rows(folder, monkeypatch):
    released = tracker.load(folder).version.name
    add(folder, "letters", a_letter(confidence="single-source", sources="patch-20180124-23"))
    edit(folder, "letters", JACKSON, addressee="Mayor of Jackson")
    old = "Chokwe Antar Lumumba, Mayor"
    add(folder, "corrections", a_correction(old=old, new="Mayor of Jackson"))
    assert "run `tracker format` first" in run(folder, "release").output
    run(folder, "format")
    assert [problem.code for problem in report_on(folder).errors] == ["unreleased-change"]
    rewrite(
        folder,
        "CHANGELOG.md",
        lambda raw: raw.replace(b"## 2026.12", b"## Unreleased\n\n- A word.\n\n## 2026.12"),
    )
    assert report_on(folder).errors == ()
    monkeypatch.setattr("tracker.cli.today", lambda zone: date(2026, 12, 5))
    assert run(folder, "release").exit_code == 0
    dataset, log = tracker.load(folder), log_of(folder)
    assert log.index(dataset.version.name) < log.index(released)
    assert "- A word.\n" in log
    assert "- added: letters.csv, 1 row: [2018-01 + boston-ma]." in log
    corrected = f"- corrected: letters.csv [2018-01 + jackson-ms] addressee: {old} -> Mayor of Jackson."
    assert f"{corrected} The letter names" in " ".join(log.split())
    assert {released, dataset.version.name} <= set(dataset.releases)


def test_the_package_of_a_release_is_whole_and_loads(folder, tmp_path):
    dataset = tracker.load(folder)
    with zipfile.ZipFile(io.BytesIO(dataset.releases[dataset.version.name])) as package:
        package.extractall(tmp_path / "kept")
    kept = tracker.load(tmp_path / "kept")
    assert kept.version == dataset.version
    assert kept.letters.equals(dataset.letters)


def test_data_with_errors_are_not_released(folder):
    edit(folder, "letters", JACKSON, confidence="sure")
    run(folder, "format")
    result = run(folder, "release")
    assert result.exit_code == 1
    assert "vocabulary" in result.output


def table(dataset, *rows):
    return "\n".join(["round_id,kind,name", *rows, ""]).encode()


def test_rows_are_told_apart_by_key(dataset):
    old = table(dataset, "a,letters,A", "b,letters,B", "c,letters,C")
    new = table(dataset, "b,letters,B", "c,context,C", "d,letters,D")
    rounds = {"rounds": dataset.schema["rounds"]}
    assert differences(rounds, {"rounds.csv": old}, {"rounds.csv": new}) == [
        TableDifference("rounds.csv", ("d",), ("a",), (Cell("c", "kind", "letters", "context"),))
    ]
    assert differences(rounds, {"rounds.csv": old}, {"rounds.csv": old}) == []


def test_a_column_more_corrects_no_row(dataset):
    old, new = b"round_id,kind\na,letters\n", b"round_id,kind,name\na,letters,A\n"
    (found,) = differences({"rounds": dataset.schema["rounds"]}, {"rounds.csv": old}, {"rounds.csv": new})
    assert (found.columns_added, found.corrected) == (("name",), ())


def test_a_merge_may_leave_two_sections(dataset):
    log = f"{KEPT}## Unreleased\n\n- one\n\n## Unreleased\n\n- two\n\n{OLDER}"
    told = released_log(log, "2026.12.01-1a2b3c4d", [], {})
    assert told == f"{KEPT}## 2026.12.01-1a2b3c4d\n\n- one\n- two\n\n{OLDER}"


def test_lines_are_wrapped_and_long_values_are_not_printed():
    cell = Cell("a", "summary", "x" * 50, "y" * 50)
    difference = TableDifference("events.csv", tuple(f"place-{number}" for number in range(40)), (), (cell,))
    told = released_log(KEPT + OLDER, "2026.12.01-1a2b3c4d", [difference], {})
    assert max(map(len, told.splitlines())) <= WIDTH
    assert "xxx" not in told
    assert "- corrected: events.csv summary, 1 row in other words: [a]." in told


def test_the_state_that_is_not_released_says_so_itself(folder):
    describe(folder, lambda package: package.update(title="Another"))
    assert [problem.code for problem in report_on(folder).errors] == ["unreleased-change"]
    assert json.loads((folder / "datapackage.json").read_bytes())["version"].startswith("2026.12.01-")
