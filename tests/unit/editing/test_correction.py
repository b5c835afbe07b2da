"""`tracker correct` changes a cell, logs it twice, and refuses what would change nothing."""

import csv

import tracker
from builders import new_in

CELL = ("correct", "letters", "2018-01+jackson-ms", "addressee")
OLD = "Chokwe Antar Lumumba, Mayor"


def corrections(folder):
    with (folder / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["corrected_on"] == "2026-12-01"]


def test_a_cell_is_corrected_and_logged(folder, run):
    result = run(*CELL, "The Mayor", "--why", "The letter says so.", "--sources", "doj-20180124-23-release")
    assert result.exit_code == 0
    (row,) = corrections(folder)
    assert (row["row"], row["old"], row["new"]) == ("2018-01 + jackson-ms", OLD, "The Mayor")
    log = " ".join((folder / "CHANGELOG.md").read_text("utf-8").split())
    assert f"letters.csv [2018-01 + jackson-ms] addressee: {OLD} -> The Mayor. The letter says so." in log
    assert not tracker.load(folder).report.errors


def test_a_second_thought_of_the_same_day_keeps_what_was_published_before(folder, run):
    run(*CELL, "The Mayor", "--why", "The letter says so.")
    assert run(*CELL, "The City Council", "--why", "It was misread.").exit_code == 0
    (row,) = corrections(folder)
    assert (row["old"], row["new"], row["why"]) == (OLD, "The City Council", "It was misread.")
    assert new_in(folder) == []


def test_a_date_is_corrected_and_the_id_of_the_event_stays(folder, run):
    event = "jackson-ms:2018-01-29:statement"
    assert run("correct", "events", event, "date", "2018-01-30", "--why", "A slip.").exit_code == 0
    assert corrections(folder)[0]["row"] == event
    assert new_in(folder) == []


def test_a_value_that_breaks_a_rule_is_refused_and_not_lost(folder, run):
    result = run(
        "correct", "events", "jackson-ms:2018-01-29:statement", "date", "2018-13-30", "--why", "A slip."
    )
    assert result.exit_code == 1
    assert "“2018-13-30” is not in the calendar" in result.output
    assert "tracker correct events jackson-ms:2018-01-29:statement date 2018-13-30" in result.output
    assert corrections(folder) == []


def test_what_changes_nothing_or_is_not_there_is_refused(run):
    assert f"addressee of 2018-01 + jackson-ms is “{OLD}” already" in run(*CELL, OLD, "--why", "a").output
    assert "letters has no row 2018-01 + x" in run(*CELL[:2], "2018-01+x", "note", "a", "--why", "a").output
    assert "color is no column of letters; these are: round_id, jurisdiction_id, addressee" in (
        run(*CELL[:3], "color", "a", "--why", "a").output
    )


def test_a_row_that_is_not_there_names_those_that_are_like_it(run):
    for typed, near in (
        ("jackson-ms", "“2017-11 + jackson-ms” or “2018-01 + jackson-ms”"),
        ("jackson-ms 2018-01", "“2018-01 + jackson-ms”"),
    ):
        output = run(*CELL[:2], typed, "note", "a", "--why", "a").output
        assert f"letters has no row {typed}; is it {near}?" in output


def test_a_value_is_read_as_the_word_that_its_label_means(folder, run):
    result = run(*CELL[:3], "confidence", "Single source", "--why", "One publisher says so.")
    assert result.exit_code == 0
    assert corrections(folder)[0]["new"] == "single-source"


def test_a_correction_is_not_taken_back_by_another(folder, run):
    run(*CELL, "The Mayor", "--why", "The letter says so.")
    result = run(*CELL, OLD, "--why", "It did not.")
    assert result.exit_code == 1
    assert "delete its row in corrections.csv" in result.output
    assert [row["new"] for row in corrections(folder)] == ["The Mayor"]
