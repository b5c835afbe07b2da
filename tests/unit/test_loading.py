"""A folder loads whole or not at all, and then every fault in it is named with its address."""

import csv
import io
import json
import shutil
from contextlib import suppress
from datetime import date

import pandas as pd
import pytest

import tracker
from builders import a_data_folder, a_letter, add, describe, edit, new_in, report_on, rewrite
from tracker.checks.registry import Check
from tracker.problems import Severity
from tracker.resources import data_folder

EVENT = "jackson-ms:2018-01-29:statement"
TABLES = ("jurisdictions", "rounds", "letters", "cases", "events", "documents", "sources", "statutes")


def addresses(folder):
    """File, line, row, column and code of every problem that the published data do not have."""
    return [(found.file, found.line, found.row, found.column, found.code) for found in new_in(folder)]


def line_of(folder, name, beginning):
    """The line of the file that begins so, counted from 1."""
    lines = (folder / name).read_text("utf-8").split("\n")
    (line,) = (number for number, text in enumerate(lines, start=1) if text.startswith(beginning))
    return line


@pytest.fixture
def jacksons_line(folder):
    return line_of(folder, "letters.csv", "2018-01,jackson-ms,")


def without_column(raw, name):
    rows = list(csv.reader(io.StringIO(raw.decode())))
    position = rows[0].index(name)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(row[:position] + row[position + 1 :] for row in rows)
    return text.getvalue().encode()


def with_column(raw, name):
    header, *rows = raw.decode().splitlines()
    return "\n".join([f"{header},{name}", *(f"{row}," for row in rows), ""]).encode()


def with_cell_too_many(raw, line):
    lines = raw.split(b"\n")
    lines[line - 1] += b",more"
    return b"\n".join(lines)


def unmerged(raw):
    first, second, third, rest = raw.split(b"\n", 3)
    return b"\n".join([first, second, b"<<<<<<< HEAD", third, b"=======", third, b">>>>>>> main", rest])


def with_cells_too_many(raw):
    header, *rows = raw.splitlines()
    return b"\n".join([header, *(row + b",more" for row in rows), b""])


@pytest.fixture
def folder(tmp_path):
    return a_data_folder(tmp_path)


def test_the_published_folder_loads(published, folder):
    copy = tracker.load(folder)
    assert copy.version.content_hash == published.version.content_hash
    assert copy.letters.equals(published.letters)


def test_the_folder_may_be_named_by_text(folder):
    assert tracker.load(str(folder)).report.errors == ()


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_file_is_one_problem(folder, table):
    (folder / f"{table}.csv").unlink()
    assert addresses(folder) == [(f"{table}.csv", 0, "", "", "missing-file")]


@pytest.mark.parametrize(
    ("change", "address"),
    [
        (lambda raw: without_column(raw, "note"), ("letters.csv", 1, "", "note", "missing-column")),
        (lambda raw: with_column(raw, "mood"), ("letters.csv", 1, "", "mood", "unknown-column")),
        (lambda raw: with_column(raw, "note"), ("letters.csv", 1, "", "note", "repeated-column")),
        (lambda raw: with_cell_too_many(raw, 5), ("letters.csv", 5, "", "", "row-length")),
        (lambda raw: raw.replace(b"\n", b"\n\n", 1), ("letters.csv", 2, "", "", "empty-row")),
        (lambda raw: raw + b",,,\n" * 11 + b"  \n", ("letters.csv", 120, "", "", "empty-row")),
        (lambda raw: b"PK\x03\x04" + raw, ("letters.csv", 0, "", "", "encoding")),
        (lambda raw: b"\xef\xbb\xbf" + raw, ("letters.csv", 0, "", "", "byte-order-mark")),
        (lambda raw: raw.replace(b"\n", b"\r\n"), ("letters.csv", 1, "", "", "line-ending")),
        (lambda raw: b"", ("letters.csv", 0, "", "", "empty-file")),
        (lambda raw: raw.partition(b"\n")[2], ("letters.csv", 1, "", "", "header")),
        (lambda raw: raw.replace(b",", b"|"), ("letters.csv", 1, "", "", "separator")),
        (lambda raw: b"<!DOCTYPE html>\n<title>404</title>\n", ("letters.csv", 0, "", "", "encoding")),
        (with_cells_too_many, ("letters.csv", 2, "", "", "row-length")),
        (lambda raw: b"\xef\xbb\xbfsep=,\n" + raw, ("letters.csv", 1, "", "", "separator")),
        (lambda raw: raw.replace(b",", b" ,", 9), ("letters.csv", 1, "", "", "header")),
        (unmerged, ("letters.csv", 3, "", "", "unmerged")),
    ],
    ids=[
        "missing column",
        "unknown column",
        "repeated column",
        "cell too many",
        "blank line",
        "empty rows",
        "workbook",
        "byte order mark",
        "carriage returns",
        "empty",
        "no header",
        "bars between cells",
        "a page of the web",
        "a cell too many in every row",
        "sep= behind a byte order mark",
        "spaces beside the headings",
        "two versions that Git could not merge",
    ],
)
def test_a_faulty_file_is_one_problem(folder, change, address):
    rewrite(folder, "letters.csv", change)
    assert addresses(folder) == [address]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b",", b";"),
        lambda raw: raw.decode().encode("cp1252", "replace"),
        lambda raw: raw[: len(raw) // 2],
        lambda raw: b"".join(raw.splitlines(keepends=True)[:60]),
    ],
    ids=["byte order mark", "carriage returns", "semicolons", "Windows-1252", "cut off", "cut at a line end"],
)
def test_what_follows_from_a_faulty_file_is_not_told_beside_it(tmp_path, change):
    folder = shutil.copytree(data_folder(), tmp_path / "data")  # as released, with its hashes and its version
    rewrite(folder, "letters.csv", change)
    assert [problem.file for problem in report_on(folder).errors] == ["letters.csv"]


def test_a_byte_that_is_no_text_has_its_line(folder, jacksons_line):
    rewrite(folder, "letters.csv", lambda raw: raw.replace(b"Lumumba", b"Lumumb\xe1"))
    assert addresses(folder) == [("letters.csv", jacksons_line, "", "", "encoding")]


@pytest.mark.parametrize(
    ("table", "key", "cells", "address"),
    [
        ("letters", ("2018-01", "jackson-ms"), {"confidence": "sure"}, ("confidence", "vocabulary")),
        ("letters", ("2018-01", "jackson-ms"), {"confidence": ""}, ("confidence", "required")),
        ("letters", ("2018-01", "jackson-ms"), {"deadline_on": "2018-02-30"}, ("deadline_on", "day")),
        ("cases", "oregon-v-trump-2018", {"filed_on": "2018-13"}, ("filed_on", "date")),
        ("events", EVENT, {"round_id": "1999-01"}, ("round_id", "dangling-reference")),
        ("jurisdictions", "jackson-ms", {"latitude": "north"}, ("latitude", "number")),
        ("jurisdictions", "jackson-ms", {"aliases": "a;;b"}, ("aliases", "list")),
        ("sources", "9news-20180124-denver", {"url": "9news.com"}, ("url", "pattern")),
    ],
)
def test_a_faulty_cell_has_its_address(folder, table, key, cells, address):
    edit(folder, table, key, **cells)
    ((_, _, *found),) = addresses(folder)
    assert found == [key if isinstance(key, str) else " + ".join(key), *address]


def test_a_source_that_is_not_there_has_its_address(folder, dataset):
    letters = dataset.letters.set_index(["round_id", "jurisdiction_id"])
    cited = (*letters.at[("2018-01", "jackson-ms"), "sources"], "zz-unknown")
    edit(folder, "letters", ("2018-01", "jackson-ms"), sources=";".join(cited))
    ((_, _, *found),) = addresses(folder)
    assert found == ["2018-01 + jackson-ms", "sources", "dangling-reference"]


def test_a_faulty_cell_is_found_on_its_line(folder, jacksons_line):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2018-02-3O")
    assert addresses(folder) == [("letters.csv", jacksons_line, "2018-01 + jackson-ms", "deadline_on", "day")]


def test_a_repeated_row_is_one_problem(folder):
    original = line_of(folder, "letters.csv", "2025-08,washington-dc,")
    repeated = (folder / "letters.csv").read_bytes().count(b"\n") + 1
    rewrite(folder, "letters.csv", lambda raw: raw + raw.splitlines(keepends=True)[original - 1])
    key = "2025-08 + washington-dc"
    assert addresses(folder) == [("letters.csv", repeated, key, "round_id", "duplicate-key")]


def test_lines_are_counted_as_an_editor_sees_them(folder):
    first, second = (
        line_of(folder, "letters.csv", f"2017-04,{place}") for place in ("chicago-il", "cook-county-il")
    )
    edit(folder, "letters", ("2017-04", "chicago-il"), note="one\ntwo\nthree")
    edit(folder, "letters", ("2017-04", "cook-county-il"), confidence="sure")
    assert addresses(folder) == [
        ("letters.csv", first, "2017-04 + chicago-il", "note", "control-character"),
        ("letters.csv", second + 2, "2017-04 + cook-county-il", "confidence", "vocabulary"),
    ]


def test_all_problems_are_told_at_once(folder):
    (folder / "cases.csv").unlink()
    rewrite(folder, "sources.csv", lambda raw: b"\xef\xbb\xbf" + raw)
    edit(folder, "letters", ("2018-01", "jackson-ms"), confidence="sure")
    edit(folder, "letters", ("2018-01", "berkeley-ca"), confidence="")
    edit(folder, "jurisdictions", "jackson-ms", kind="village")
    codes = {(file, code) for file, _, _, _, code in addresses(folder)}
    assert codes == {
        ("cases.csv", "missing-file"),
        ("sources.csv", "byte-order-mark"),
        ("letters.csv", "vocabulary"),
        ("letters.csv", "required"),
        ("jurisdictions.csv", "vocabulary"),
    }


def test_a_folder_with_an_error_gives_no_data(folder):
    add(folder, "letters", a_letter(jurisdiction_id="atlantis"))
    with pytest.raises(tracker.DataError, match="atlantis") as raised:
        tracker.load(folder)
    assert raised.value.report.errors


def test_a_warning_is_told_and_does_not_stop_the_load(folder):
    edit(folder, "rounds", "2018-01", recipients_announced="24")
    assert tracker.load(folder)
    assert [(problem.row, problem.code) for problem in new_in(folder)] == [("2018-01", "recipients")]


def test_a_missing_descriptor_is_the_only_problem(folder):
    (folder / "datapackage.json").unlink()
    (folder / "letters.csv").unlink()
    assert addresses(folder) == [("datapackage.json", 0, "", "", "missing-file")]


@pytest.mark.parametrize(
    "change",
    [lambda raw: raw[:-20], lambda raw: b"", lambda raw: b"\xff" + raw, lambda raw: b"[" * 100_000],
    ids=["cut off", "empty", "not UTF-8", "brackets"],
)
def test_a_descriptor_that_is_no_json_is_the_only_problem(folder, change):
    rewrite(folder, "datapackage.json", change)
    assert addresses(folder) == [("datapackage.json", 0, "", "", "descriptor")]


def test_a_descriptor_of_another_shape_is_the_only_problem(folder):
    describe(folder, lambda package: package["resources"][0]["schema"]["fields"].insert(1, "mood"))
    rewrite(folder, "letters.csv", lambda raw: b"")
    place = "resources[0].schema.fields[1]"
    assert addresses(folder) == [("datapackage.json", 0, place, "", "descriptor")]


@pytest.mark.parametrize("name", ["states.json", "counties.json"])
def test_missing_boundaries_are_one_problem(folder, name):
    (folder / "boundaries" / name).unlink()
    assert addresses(folder) == [(f"boundaries/{name}", 0, "", "", "missing-file")]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", ""),
        (b"[]", ""),
        (b'{"type": "FeatureCollection", "features": [null]}', "features[0]"),
        (b'{"type": "FeatureCollection", "features": []}', "features"),
    ],
)
def test_boundaries_of_another_shape_are_one_problem(folder, content, place):
    (folder / "boundaries" / "counties.json").write_bytes(content)
    assert addresses(folder) == [("boundaries/counties.json", 0, place, "", "boundaries")]


def test_a_ring_that_cannot_be_drawn_is_one_problem(folder):
    path = folder / "boundaries" / "states.json"
    states = json.loads(path.read_bytes())
    states["features"][0]["geometry"] = {"type": "Polygon", "coordinates": [[[-90, 32]]]}
    path.write_text(json.dumps(states), encoding="utf-8")
    assert addresses(folder) == [("boundaries/", 0, "", "", "boundaries")]


def test_a_shape_that_stands_twice_is_one_problem(folder):
    path = folder / "boundaries" / "states.json"
    states = json.loads(path.read_bytes())
    states["features"].append(states["features"][0])
    path.write_text(json.dumps(states), encoding="utf-8")
    assert addresses(folder) == [("boundaries/states.json", 0, "", "", "boundaries")]


def test_boundaries_put_right_are_read_anew(folder):
    path = folder / "boundaries" / "counties.json"
    right = path.read_bytes()
    path.write_bytes(b"{}")
    assert addresses(folder)
    path.write_bytes(right)
    assert addresses(folder) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_rows_has_lost_them(folder, table):
    rewrite(folder, f"{table}.csv", lambda raw: raw.splitlines(keepends=True)[0])
    assert addresses(folder) == [(f"{table}.csv", 0, "", "", "empty-table")]


def test_all_tables_without_rows_are_one_problem_each(folder):
    for table in TABLES:
        rewrite(folder, f"{table}.csv", lambda raw: raw.splitlines(keepends=True)[0])
    assert [code for *_, code in addresses(folder)] == ["empty-table"] * len(TABLES)


@pytest.mark.parametrize("length", [131_073, 1_000_000])
def test_a_cell_too_long_to_read_has_its_line(folder, length):
    line = line_of(folder, "letters.csv", "2018-01,jackson-ms,")
    edit(folder, "letters", ("2018-01", "jackson-ms"), note="x" * length)
    assert addresses(folder) == [("letters.csv", line, "", "", "unreadable-row")]


@pytest.mark.parametrize("cell", ["12.5", "inf", "9e99", "1e20", "NaN", "9" * 400, "99999999999999999999"])
@pytest.mark.parametrize(
    ("table", "key", "column"),
    [("rounds", "2018-01", "recipients_announced"), ("jurisdictions", "jackson-ms", "latitude")],
)
def test_an_odd_number_has_its_address(folder, table, key, column, cell):
    edit(folder, table, key, **{column: cell})
    found = {(row, at) for _, _, row, at, _ in addresses(folder)}
    assert found == {(key, column)}


def test_an_unforeseen_fault_of_a_check_is_one_problem_and_is_logged(folder, monkeypatch, caplog):
    def breaks(draft):
        raise KeyError("not there")
        yield

    monkeypatch.setattr("tracker.checks.CHECKS", [Check("odd", Severity.ERROR, (), breaks)])
    with pytest.raises(tracker.DataError, match=r"the check odd .* KeyError at test_loading\.py"):
        tracker.load(folder)
    assert "Traceback" in caplog.text


def test_an_unforeseen_fault_of_reading_is_one_problem_and_is_logged(folder, monkeypatch, caplog):
    monkeypatch.setattr("tracker.loading.read_table", lambda *_: 1 / 0)
    assert addresses(folder) == [("data", 0, "", "", "unforeseen")]
    assert "ZeroDivisionError" in caplog.text


def test_a_missing_method_is_one_problem(folder):
    (folder / "METHOD.md").unlink()
    assert addresses(folder) == [("METHOD.md", 0, "", "", "missing-file")]


def test_a_method_that_is_no_text_is_one_problem(folder):
    rewrite(folder, "METHOD.md", lambda raw: raw + b"\xe1")
    assert addresses(folder) == [("METHOD.md", 0, "", "", "encoding")]


def test_the_files_are_kept_as_they_lie_in_the_folder(folder):
    files = tracker.load(folder).files
    assert set(files) == {"datapackage.json", "corrections.csv", *(f"{table}.csv" for table in TABLES)}
    assert all((folder / name).read_bytes() == content for name, content in files.items())


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(folder):
    shutil.rmtree(folder)
    assert addresses(folder) == [("datapackage.json", 0, "", "", "missing-file")]


def test_the_version_names_the_content(dataset, folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), note="A note.")
    changed = tracker.load(folder).version
    assert changed.content_hash != dataset.version.content_hash
    assert changed.name.endswith(f"-{changed.content_hash[:8]}")
    assert changed.name != dataset.version.name
    assert isinstance(changed.released_on, date)


def test_what_follows_from_the_content_does_not_change_the_version(dataset, folder):
    describe(folder, lambda package: package.update(released_on="2027-01-01"))
    describe(folder, lambda package: package["resources"][0].update(rows=1, bytes=2))
    assert tracker.load(folder).version.content_hash == dataset.version.content_hash


CHANGED = {
    "letters.csv": (b"Chokwe Antar Lumumba, Mayor", b"Mayor Chokwe Antar Lumumba"),
    "boundaries/states.json": (b"Alabama", b"ALABAMA"),
    "datapackage.json": (b"One row is one letter", b"A row is one letter"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_tables_boundaries_and_descriptor_make_the_version(dataset, folder, name):
    old, new = CHANGED[name]
    rewrite(folder, name, lambda raw: raw.replace(old, new, 1))
    assert tracker.load(folder).version.content_hash != dataset.version.content_hash


@pytest.mark.parametrize(
    ("log", "codes"),
    [
        ("## 2026.11.25-00000000", ["unreleased-change"]),
        ("## Unreleased\n\n- corrected: one", []),
        ("## Unreleased changes", ["unreleased-change"]),
    ],
)
def test_a_change_since_the_release_is_said_in_the_log(folder, log, codes):
    describe(folder, lambda package: package.update(version="2026.11.25-00000000"))
    (folder / "CHANGELOG.md").write_text(f"# Changes\n\n{log}\n", encoding="utf-8")
    assert [code for *_, code in addresses(folder)] == codes


def test_a_release_with_nothing_changed_needs_no_word(folder, dataset):
    describe(folder, lambda package: package.update(version=dataset.version.name))
    (folder / "CHANGELOG.md").unlink()
    assert addresses(folder) == []
    assert tracker.load(folder).version.is_released


def test_cells_have_their_types(dataset):
    assert dataset.letters["sent_on"].dtype == "datetime64[s]"
    assert dataset.events["date_latest"].dtype == "datetime64[s]"
    assert dataset.rounds["recipients_announced"].dtype == "Int64"
    assert dataset.jurisdictions["latitude"].dtype == "float64"
    assert all(type(cell) is tuple for cell in dataset.letters["sources"])
    assert not dataset.letters.select_dtypes("str").isna().any(axis=None)


def test_a_missing_cell_has_one_form_per_type(dataset):
    rounds = dataset.rounds.set_index("round_id").loc["2016-05-oig"]
    assert rounds["demand"] == ""
    assert rounds["ended_on"] == ""
    assert rounds["ended_on_latest"] is pd.NaT
    assert rounds["deadline_on"] is pd.NaT


@pytest.mark.parametrize("table", TABLES)
def test_a_change_of_a_frame_reaches_no_other(dataset, table):
    before = getattr(dataset, table).copy(deep=True)
    frame = getattr(dataset, table)
    frame.iloc[0, 0] = "changed"
    frame.loc[:, frame.columns[1]] = "changed"
    frame["new"] = 1
    del frame[frame.columns[2]]
    frame.index.name = "changed"
    frame.columns = frame.columns.str.upper()
    pd.testing.assert_frame_equal(getattr(dataset, table), before)


@pytest.mark.parametrize("table", TABLES)
def test_a_column_handed_out_cannot_be_written_to(dataset, table):
    before = getattr(dataset, table).copy(deep=True)
    for name in before.columns:
        with suppress(ValueError):  # read-only, unless it is a copy
            getattr(dataset, table)[name].to_numpy()[0] = before[name].iloc[-1]
    pd.testing.assert_frame_equal(getattr(dataset, table), before)


def test_a_dataset_cannot_be_given_another_table(dataset):
    with pytest.raises(AttributeError):
        dataset.letters = dataset.events
    with pytest.raises(AttributeError):
        dataset.version = None
