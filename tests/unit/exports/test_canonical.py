"""`tracker format` cures what is certain, says so, and changes no file when one of them cannot be read."""

import json
import re

import pytest
from click.testing import CliRunner

from builders import a_data_folder, describe, edit, new_in, rewrite
from tracker.cli import main


@pytest.fixture
def folder(tmp_path):
    folder = a_data_folder(tmp_path)
    assert formatted(folder).exit_code == 0
    return folder


def formatted(folder, *options):
    return CliRunner().invoke(main, ["format", "--data", str(folder), *options])


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def each_line(change):
    return lambda raw: b"".join(change(line) + b"\n" for line in raw.splitlines())


def heading_twice(raw):
    header, *rows = raw.splitlines()
    return b"\n".join([header + b",note", *(row + b"," for row in rows), b""])


def in_windows_1252(raw):
    return raw.decode().encode("cp1252", errors="replace")


REFUSED = {
    "a heading twice": (heading_twice, "repeated-column"),
    "a short row": (lambda raw: raw.rpartition(b",")[0] + b"\n", "row-length"),
    "a long row": (lambda raw: raw[:-1] + b",more\n", "row-length"),
    "an empty file": (lambda raw: b"", "empty-file"),
    "an open quote": (lambda raw: raw.replace(b",confirmed,", b',"confirmed,', 1), "row-length"),
    "Windows-1252": (in_windows_1252, "Windows-1252"),
    "UTF-16": (lambda raw: raw.decode().encode("utf-16"), "UTF-16"),
    "semicolons": (lambda raw: raw.replace(b",", b";"), "semicolons"),
    "tabs": (lambda raw: raw.replace(b",", b"\t"), "tabs"),
    "sep=": (lambda raw: b"sep=,\n" + raw, "“sep=”"),
}


@pytest.mark.parametrize("change", REFUSED)
def test_a_file_that_cannot_be_read_is_named_once_and_nothing_changes(folder, change):
    spoil, said = REFUSED[change]
    rewrite(folder, "events.csv" if change == "Windows-1252" else "letters.csv", spoil)
    rewrite(folder, "cases.csv", lambda raw: raw.replace(b"\n", b"\r\n"))
    before = contents(folder)
    result = formatted(folder)
    assert result.exit_code == 1
    assert said in result.output
    assert "No file was changed." in result.output
    assert len(result.output.splitlines()) == 3
    assert contents(folder) == before


CURED = {
    "byte order mark": (lambda raw: b"\xef\xbb\xbf" + raw, "byte order mark taken off"),
    "line ends": (lambda raw: raw.replace(b"\n", b"\r\n"), "line ends made plain"),
    "line ends of an old Mac": (lambda raw: raw.replace(b"\n", b"\r"), "line ends made plain"),
    "empty rows": (lambda raw: raw + b",,,\n" * 11 + b"\n   \n", "empty rows taken out (13)"),
    "empty columns": (each_line(lambda line: line + b",,"), "empty columns at the right taken off"),
    "empty headings": (lambda raw: raw.replace(b"\n", b",,\n", 1), "empty headings at the right taken off"),
    "whole numbers": (lambda raw: raw.replace(b",96460,", b",96460.0,"), "numbers and leading zeros"),
    "spaces": (
        lambda raw: raw.replace(b",city,", b", city\xc2\xa0,"),
        "spaces at the ends of cells taken off",
    ),
    "odd spaces": (lambda raw: raw.replace(b"City of ", b"City\xe2\x80\xafof "), "odd spaces made plain"),
    "decimals": (
        lambda raw: raw.replace(b",3601000,", b",3601000.0,"),
        "numbers and leading zeros of codes put right (1)",
    ),
    "zeros": (lambda raw: raw.replace(b",06", b",6"), "numbers and leading zeros of codes put right"),
}


@pytest.mark.parametrize("change", CURED)
def test_what_is_certain_is_cured_and_said(folder, change):
    spoil, said = CURED[change]
    before = contents(folder)
    rewrite(folder, "jurisdictions.csv", spoil)
    result = formatted(folder)
    assert result.exit_code == 0
    assert said in result.output
    assert contents(folder) == before


def test_spaces_in_lists_are_one_problem_and_taken_out(folder):
    before = contents(folder)
    rewrite(folder, "letters.csv", lambda raw: re.sub(rb"(?<=[a-z0-9]);(?=[a-z0-9])", b"; ", raw))
    problems = [problem for problem in new_in(folder) if problem.file == "letters.csv"]
    assert [problem.code for problem in problems] == ["stray-space"]
    assert "letters.csv: spaces in lists taken out" in formatted(folder).output
    assert contents(folder) == before


def test_corrections_may_be_addressed_as_people_write(folder):
    before = contents(folder)
    address = re.compile(rb"(?m)^([0-9-]{10},letters),([^,+]*) \+ ([^,]*),")
    rewrite(folder, "corrections.csv", lambda raw: address.sub(rb"\1.csv,\2+\3,", raw))
    assert "corrections.csv: tables and rows named as they are in the data" in formatted(folder).output
    assert contents(folder) == before


def test_what_nothing_is_certain_about_is_left_and_said(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2/23/2018")
    result = formatted(folder)
    assert result.exit_code == 0
    assert "left as it is: 1 error, " in result.output
    assert "2/23/2018" in contents(folder)["letters.csv"].decode()


def test_a_code_that_could_be_another_is_left(folder):
    rewrite(folder, "jurisdictions.csv", lambda raw: raw.replace(b",28049;", b",8049;"))
    assert "zeros" not in formatted(folder).output


def test_sources_are_put_in_order(folder):
    before = contents(folder)
    cell = b"ap-2017-ten-responses;ncjrs-201605-oig-abstract"
    rewrite(folder, "rounds.csv", lambda raw: raw.replace(cell, b";".join(cell.split(b";")[::-1])))
    assert "rounds.csv: sources put in order (1)" in formatted(folder).output
    assert contents(folder) == before


def test_words_that_differ_from_the_code_are_written_anew(folder):
    before = contents(folder)
    describe(
        folder,
        lambda package: package["resources"][0]["schema"]["fields"][2]["constraints"].update(enum=["a"]),
    )
    assert [problem.code for problem in new_in(folder)] == ["words"]
    assert formatted(folder).exit_code == 0
    assert contents(folder) == before


def test_a_table_is_held_to_what_the_descriptor_states(folder):
    rewrite(folder, "events.csv", lambda raw: b"".join(raw.splitlines(keepends=True)[:-1]))
    assert ("events.csv", "stated-content") in {(problem.file, problem.code) for problem in new_in(folder)}
    count = len((folder / "events.csv").read_bytes().splitlines())
    assert f"events.csv: {count} rows are now {count - 1}" in formatted(folder).output
    assert "stated-content" not in {problem.code for problem in new_in(folder)}


def test_bytes_hash_and_rows_are_stated(folder):
    stated = json.loads((folder / "datapackage.json").read_bytes())["resources"]
    letters = next(resource for resource in stated if resource["name"] == "letters")
    raw = (folder / "letters.csv").read_bytes()
    assert (letters["bytes"], letters["rows"]) == (len(raw), raw.count(b"\n") - 1)
    assert letters["hash"].startswith("sha256:")


def test_checking_changes_nothing(folder):
    rewrite(folder, "letters.csv", lambda raw: raw.replace(b"\n", b"\r\n"))
    before = contents(folder)
    result = formatted(folder, "--check")
    assert result.exit_code == 1
    assert "would change letters.csv" in result.output
    assert contents(folder) == before


def test_a_full_disk_leaves_every_file_whole(folder, monkeypatch):
    rewrite(folder, "letters.csv", lambda raw: raw.replace(b"\n", b"\r\n"))
    before = contents(folder)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracker.exports.replacing.os.fsync", full)
    result = formatted(folder)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert contents(folder) == before
