"""`tracker diff` says in English what differs between two states of the data."""

import shutil

import pytest

import tracker
from builders import an_event, rewrite
from tracker.exports.package import package_file

RELEASE = "doj-20180124-23-release"


@pytest.fixture
def before(folder, tmp_path):
    return shutil.copytree(folder, tmp_path / "before")


def test_nothing_changed_is_said(before, run):
    result = run("diff", str(before))
    assert (result.exit_code, result.output.splitlines()[2]) == (0, "No row differs.")


def test_a_new_answer_is_told_with_what_follows_from_it(before, run):
    event = an_event(type="response_sent", date="2018-02-20", sources=RELEASE)
    cells = [word for name, cell in event.items() if cell for word in (f"--{name.replace('_', '-')}", cell)]
    cells[cells.index("--event-id") + 1] = "jackson-ms:2018-02-20:response_sent"
    assert run("add", "event", *cells).exit_code == 0
    told = run("diff", str(before), "--as-of", "2018-03-01").output
    assert "- Jackson, Mississippi, on Feb. 20, 2018: Answer sent. The city said something." in told
    status = "“Deadline passed, no answer on public record” is now “Answered”"
    assert f"- The January 2018 letter to Jackson, Mississippi: {status}" in told
    assert "- `/record?id=jackson-ms`" in told
    assert "- added: events.csv, 1 row: [jackson-ms:2018-02-20:response_sent]." in told


def test_a_correction_is_told_as_it_reads_now(before, run):
    run("correct", "letters", "2018-01+jackson-ms", "deadline_on", "2018-02-26", "--why", "It says so.")
    told = run("diff", str(before)).output
    assert "## Reads otherwise now (1)" in told
    assert "The letter asked for an answer by Feb. 26, 2018." in told
    assert "- corrected: letters.csv [2018-01 + jackson-ms] deadline_on: 2018-02-23 -> 2018-02-26." in told


def test_a_row_that_left_is_no_longer_on_record(before, folder, run):
    line = b"jackson-ms:2018-01-29:statement,"
    kept = lambda raw: b"".join(row for row in raw.splitlines(True) if not row.startswith(line))  # noqa: E731
    rewrite(folder, "events.csv", kept)
    run("format")
    assert "## No longer on record (1)" in run("diff", str(before)).output


def test_a_state_that_breaks_a_rule_is_compared_by_its_rows(before, folder, run):
    rewrite(folder, "letters.csv", lambda raw: raw.replace(b",confirmed,", b",sure,", 1))
    run("format")
    result = run("diff", str(before))
    assert result.exit_code == 1
    assert "so rows alone are compared" in result.output
    assert "confidence: confirmed -> sure." in result.output


def test_a_package_is_a_state_and_so_is_a_release(before, folder, run, tmp_path):
    package = tmp_path / "package.zip"
    package.write_bytes(package_file(tracker.load(before)))
    assert "No row differs." in run("diff", str(package)).output
    kept = min((folder / "releases").glob("*.zip"))
    assert run("diff", kept.stem).output.startswith("# From ")


def test_what_is_no_state_is_refused_with_those_that_are(folder, run):
    kept = sorted(path.stem for path in (folder / "releases").glob("*.zip"))
    result = run("diff", "spring")
    assert result.exit_code == 1
    assert (
        f"“spring” is no folder, no package and no release that is kept ({', '.join(kept)})" in result.output
    )
