"""Rules that hold the data against the last release."""

import json
import shutil
from datetime import date

import pytest

import tracker
from builders import (
    a_correction,
    a_data_folder,
    add,
    an_event,
    describe,
    edit,
    found_in,
    new_in,
    report_on,
    rewrite,
)
from tracker.resources import data_folder

LETTER = ("2018-01", "jackson-ms")
KEY = " + ".join(LETTER)


@pytest.fixture
def folder(tmp_path):
    """A copy that names its last release, which is kept, and says that something changes after it."""
    folder = a_data_folder(tmp_path)
    original = (data_folder() / "datapackage.json").read_text("utf-8")
    version = original.partition('"version": "')[2].partition('"')[0]
    describe(folder, lambda package: package.update(version=version))
    rewrite(folder, "CHANGELOG.md", lambda raw: raw.replace(b"\n## 20", b"\n## Unreleased\n\n## 20", 1))
    return folder


def without(folder, table, beginning):
    def cut(raw):
        return b"".join(line for line in raw.splitlines(True) if not line.startswith(beginning.encode()))

    rewrite(folder, f"{table}.csv", cut)


def test_a_published_value_that_changes_without_a_word_is_found_with_the_row_to_add(folder):
    edit(folder, "letters", LETTER, addressee="Somebody Else, Mayor")
    (problem,) = new_in(folder)
    assert (problem.row, problem.column, problem.code) == (KEY, "addressee", "unlogged-correction")
    cells = '"Chokwe Antar Lumumba, Mayor","Somebody Else, Mayor",<why>,<source_id>'
    assert problem.message.endswith(f"<day>,letters,{KEY},addressee,{cells}")


def test_a_value_that_cannot_be_read_is_no_correction_to_be_logged(folder):
    edit(folder, "letters", LETTER, deadline_on="2/23/2018")
    assert [problem.code for problem in new_in(folder)] == ["day"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"addressee": "Chokwe\u00a0Antar Lumumba, Mayor"}, "stray-space"),
        ({"addressee": "Chokwe Antar Lumumba, Mayorâ€™s office"}, "mojibake"),
        ({"confidence": "sure"}, "vocabulary"),
    ],
)
def test_a_value_that_breaks_a_rule_is_mended_and_not_logged(folder, cells, code):
    edit(folder, "letters", LETTER, **cells)
    assert {problem.code for problem in new_in(folder)} == {code}


def test_the_row_to_add_bears_the_day_it_is_where_the_letters_come_from(folder):
    edit(folder, "letters", LETTER, addressee="Somebody Else, Mayor")
    zones = []
    with pytest.raises(tracker.DataError) as wrong:
        tracker.load(folder, date(2026, 11, 27), lambda zone: zones.append(zone) or date(2026, 11, 26))
    assert zones == ["America/New_York"]
    (problem,) = wrong.value.report.errors
    assert f"2026-11-26,letters,{KEY}" in problem.message


def unlogged(folder):
    problems = report_on(folder, date(2026, 11, 30)).problems
    return [problem for problem in problems if problem.code == "unlogged-correction"]


def test_the_row_to_add_can_be_pasted(folder):
    edit(folder, "letters", LETTER, addressee="Somebody Else, Mayor")
    (problem,) = unlogged(folder)
    row = problem.message.partition("the row ")[2].replace("<why>", "A reason.")
    row = row.replace("<source_id>", "doj-20180124-23-release")
    rewrite(folder, "corrections.csv", lambda raw: raw + f"{row}\n".encode())
    assert unlogged(folder) == []


def test_a_value_too_long_to_print_is_left_to_the_editor(folder):
    edit(folder, "letters", LETTER, addressee="A very long office," * 40)
    (problem,) = unlogged(folder)
    assert ",<new>,<why>,<source_id>" in problem.message


def test_a_logged_correction_passes(folder):
    edit(folder, "letters", LETTER, addressee="Somebody Else, Mayor")
    old = "Chokwe Antar Lumumba, Mayor"
    add(folder, "corrections", a_correction(corrected_on="2026-11-26", old=old, new="Somebody Else, Mayor"))
    assert found_in(folder) == []


def test_a_second_thought_on_the_day_of_a_correction_passes(folder):
    """A cell that was corrected and released can be corrected once more that day: its entry takes both in."""
    demand = "Repeal of “sanctuary” policies."
    edit(folder, "rounds", "2026-01-minnesota", demand=demand)
    entry = ("2026-11-26", "rounds", "2026-01-minnesota", "demand")
    edit(folder, "corrections", entry, new=demand, why="A second thought.")
    assert "unlogged-correction" not in [problem.code for problem in new_in(folder)]


@pytest.mark.parametrize(
    ("table", "key", "cells"),
    [
        ("letters", LETTER, {"note": "A remark."}),
        ("letters", ("2017-11", "albany-ny"), {"note": "Another remark."}),
        ("letters", ("2017-11", "albany-ny"), {"addressee": "The Mayor"}),
        ("letters", ("2017-11", "albany-ny"), {"sources": "doj-20171115-29-release"}),
    ],
    ids=["a remark", "another remark", "a gap that is filled", "other sources"],
)
def test_what_corrects_no_fact_needs_no_row(folder, table, key, cells):
    edit(folder, table, key, **cells)
    assert "unlogged-correction" not in [problem.code for problem in new_in(folder)]


def test_a_row_that_leaves_without_a_word_is_found(folder):
    without(folder, "letters", "2017-11,albany-ny,")
    found = [(problem.file, problem.code) for problem in new_in(folder)]
    assert ("letters.csv", "lost-row") in found


def test_a_row_that_the_log_withdraws_may_leave(folder):
    without(folder, "letters", "2017-11,albany-ny,")
    rewrite(folder, "CHANGELOG.md", lambda raw: raw + b"\n- withdrawn: [2017-11 + albany-ny]\n")
    assert "lost-row" not in [problem.code for problem in new_in(folder)]


def test_an_id_stays_when_its_date_is_corrected(folder):
    event = "jackson-ms:2018-01-29:statement"
    edit(folder, "events", event, date="2018-01-30")
    dates = {"row": event, "column": "date", "old": "2018-01-29", "new": "2018-01-30"}
    add(folder, "corrections", a_correction(corrected_on="2026-11-26", table="events", **dates))
    assert found_in(folder) == []


def test_the_id_of_an_event_not_yet_released_follows_its_date(folder):
    add(folder, "events", an_event() | {"date": "2018-02-15"})
    assert [code for *_, code in found_in(folder)] == ["event-id"]


@pytest.mark.parametrize("change", [lambda raw: raw[:-100], lambda raw: b"", lambda raw: b"no package"])
def test_a_release_that_cannot_be_read_is_one_problem(folder, change):
    kept = f"releases/{json.loads((folder / 'datapackage.json').read_text('utf-8'))['version']}.zip"
    rewrite(folder, kept, change)
    assert [(problem.file, problem.code) for problem in new_in(folder)] == [(kept, "release")]


def test_without_the_release_nothing_is_compared(folder):
    shutil.rmtree(folder / "releases")
    edit(folder, "letters", LETTER, addressee="Somebody Else, Mayor")
    assert found_in(folder) == []
