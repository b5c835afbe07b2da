"""`tracker add` writes one sound row with its line in the log, or says what is wrong and writes nothing."""

import json

import pytest

import tracker
from builders import new_in, rewrite
from tracker.editing import row_options
from tracker.editing.add_commands import NOUNS
from tracker.regions import STATES

RELEASE = "doj-20180124-23-release"
CHELSEA = ("add", "place", "--name", "Chelsea", "--kind", "city", "--state", "MA")
LETTER = ("add", "letter", "--round-id", "2018-01", "--jurisdiction-id", "boston-ma", "--sources", RELEASE)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_row_is_written_where_it_belongs_with_its_line_in_the_log(folder, run):
    result = run(*LETTER, "--confidence", "confirmed", "--why", "The release names it.")
    assert result.exit_code == 0
    assert "added to letters.csv: 2018-01 + boston-ma" in result.output
    assert "deadline_on: 2018-02-23 (suggested)" in result.output
    letters = (folder / "letters.csv").read_text("utf-8").splitlines()
    assert letters[1:] == sorted(letters[1:], key=lambda line: line.split(",")[:2])
    row = f"2018-01,boston-ma,,2018-01-24,2018-02-23,report,confirmed,,{RELEASE},2026-12-01"
    assert row in letters
    entry = f"- added: letters.csv [2018-01 + boston-ma]. The release names it. Source:\n  {RELEASE}.\n"
    assert "".join(entry.split()) in "".join((folder / "CHANGELOG.md").read_text("utf-8").split())
    assert run("format", "--check").exit_code == 0
    assert not tracker.load(folder).report.errors


def test_what_the_checks_refuse_is_not_written_and_not_lost(folder, run):
    before = contents(folder)
    result = run(*LETTER[:5], "skokie-il", *LETTER[6:], "--confidence", "confirmed", "--note", "It’s new.")
    assert result.exit_code == 1
    assert "“skokie-il” is not among the jurisdictions" in result.output
    assert "tracker add letter --round-id 2018-01 --jurisdiction-id skokie-il" in result.output
    assert "--note 'It’s new.'" in result.output
    assert contents(folder) == before


def test_an_error_that_was_there_before_is_not_held_against_a_row(folder, run):
    rewrite(folder, "sources.csv", lambda raw: raw.replace(b",own,", b",sure,", 1))
    run("format")
    assert run(*CHELSEA).exit_code == 0


def test_a_required_cell_that_is_missing_is_named(folder, run):
    before = contents(folder)
    result = run(*LETTER)
    assert result.exit_code == 2
    assert "a row of letters.csv needs --confidence" in result.output
    assert contents(folder) == before


def test_at_a_terminal_what_is_missing_is_asked_for(folder, run, monkeypatch):
    monkeypatch.setattr(row_options, "is_terminal", lambda: True)
    result = run("add", "place", "--name", "Chelsea", typed="town\ncity\nMassachusetts\n")
    assert result.exit_code == 0
    assert "“town” is none of these words" in result.output
    assert "added to jurisdictions.csv: chelsea-ma" in result.output


def test_at_a_terminal_who_gives_nothing_is_asked_for_every_column(folder, run, monkeypatch):
    monkeypatch.setattr(row_options, "is_terminal", lambda: True)
    answers = (
        *("2018-1", "2018-01", "Boston, MA", "The Mayor", "Single source", "", RELEASE),
        *("Jan. 24", "", "-", "", ""),  # a day in no form, then what is suggested; no deadline
    )
    result = run("add", "letter", typed="".join(f"{answer}\n" for answer in answers))
    assert result.exit_code == 0, result.output
    assert "“2018-1” is not among the rounds; is it 2018-01?" in result.output
    assert "“Jan. 24” is not a day like 2018-01-24" in result.output
    row = f"2018-01,boston-ma,The Mayor,2018-01-24,,report,single-source,,{RELEASE},2026-12-01"
    assert row in (folder / "letters.csv").read_text("utf-8").splitlines()


def test_names_labels_and_addresses_are_read_as_the_ids_and_words_that_they_mean(folder, run, published):
    url = published.sources.set_index("source_id")["url"][RELEASE]
    name = published.rounds.set_index("round_id")["name"]["2018-01"]
    event = (
        *(
            "--jurisdiction-id",
            "Jackson, Mississippi",
            "--round-id",
            name,
            "--type",
            "Answer sent",
            "--date",
            "2018-02-20",
        ),
        *("--summary", "The city said that it answered.", "--confidence", "Single source", "--sources", url),
    )
    result = run("add", "event", *event)
    assert result.exit_code == 0, result.output
    assert "added to events.csv: jackson-ms:2018-02-20:response_sent" in result.output
    assert f"sources: {RELEASE}\n" in result.output


def test_what_is_given_as_empty_stays_empty(folder, run):
    result = run(*LETTER, "--confidence", "confirmed", "--deadline-on", "")
    assert result.exit_code == 0
    row = f"2018-01,boston-ma,,2018-01-24,,report,confirmed,,{RELEASE},2026-12-01"
    assert row in (folder / "letters.csv").read_text("utf-8").splitlines()
    refused = run(*LETTER[:5], "skokie-il", *LETTER[6:], "--confidence", "confirmed", "--deadline-on", "")
    assert "--deadline-on ''" in refused.output


def test_a_row_that_cannot_be_begun_says_which_id_no_row_has(run):
    result = run("add", "letter", "--round-id", "2018-1", "--jurisdiction-id", "boston-ma")
    assert result.exit_code == 2
    assert (
        "a row of letters.csv needs --confidence, --sources; “2018-1” is not among the rounds"
        in result.output
    )
    result = run("add", "event", "--jurisdiction-id", "jackson-ms", "--date", "2018-02-20")
    assert "needs --type, --summary, --confidence, --sources." in result.output


def test_a_city_with_more_than_its_name_is_told_the_name(run):
    for name in ("City of Chelsea", "Chelsea, MA"):
        result = run("add", "place", "--name", name, "--kind", "city", "--state", "ma")
        assert f"{name} is in no table here: read its point and its counties elsewhere; is it Chelsea?" in (
            result.output
        )


def test_a_place_says_what_was_not_looked_up(run):
    output = run(*CHELSEA).output
    assert "left to do: geoid, a city’s Census code, is in no table here" in output
    assert "see whether Chelsea lies in other counties than Suffolk too" in output


def test_a_city_that_is_in_no_table_is_said_to_be(run):
    place = ("add", "place", "--name", "Nowhere", "--kind", "city", "--state", "MA")
    result = run(*place)
    assert result.exit_code == 1
    assert "a city has a latitude" in result.output
    assert "Nowhere is in no table here: read its point and its counties elsewhere" in result.output
    point = ("--latitude", "42.36", "--longitude", "-71.06", "--county-fips", "25025")
    assert run(*place, *point).exit_code == 0


def test_a_source_at_a_weak_host_is_written_with_a_word_on_it(run):
    source = (
        "--publisher",
        "A",
        "--title",
        "Letters sent",
        "--url",
        "https://www.daily8.com/a",
        "--kind",
        "press",
    )
    result = run("add", "source", *source)
    assert result.exit_code == 0
    assert "hosting: weak (suggested)" in result.output
    assert "left to do: daily8.com is a weak host" in result.output


def test_a_point_in_another_county_is_refused(run):
    result = run(*CHELSEA, "--latitude", "42.37", "--longitude", "-72.5")
    assert result.exit_code == 1
    assert "the point is outside 25025" in result.output


@pytest.mark.parametrize(
    ("kind", "name", "state", "code"),
    [("city", "Bay Minette", "AL", "01003"), ("county", "Cobb County", "GA", "13067")],
)
def test_a_county_that_is_not_on_the_map_is_drawn(folder, run, kind, name, state, code):
    result = run("add", "place", "--name", name, "--kind", kind, "--state", state)
    assert result.exit_code == 0, result.output
    assert "drawn in boundaries/counties.json" in result.output
    assert new_in(folder) == []
    counties = tracker.load(folder).geography.counties
    assert counties.index.is_monotonic_increasing
    assert counties.geometry[code].area > 80_000  # square units: more than 800 square kilometers


def test_a_document_raises_the_evidence_of_its_letter(folder, run):
    run(*LETTER, "--confidence", "confirmed")
    letter = ("--round-id", "2018-01", "--jurisdiction-id", "boston-ma")
    document = (*letter, "--kind", "release", "--read", "read")
    result = run("add", "document", *document, "--says", "It names the city.", "--source-id", RELEASE)
    assert result.exit_code == 0
    assert "changed in letters.csv: [2018-01 + boston-ma] evidence: official" in result.output
    assert not tracker.load(folder).report.errors


def test_the_evidence_of_a_letter_entered_earlier_is_corrected(folder, run, published):
    letters = published.letters
    letter = letters[letters["evidence"] == "report"].iloc[0]
    key = (letter["round_id"], letter["jurisdiction_id"])
    document = ("--round-id", key[0], "--jurisdiction-id", key[1], "--kind", "letter", "--read", "located")
    source = ("--says", "It is the letter.", "--source-id", letter["sources"][0])
    assert run("add", "document", *document, *source).exit_code == 0
    logged = (folder / "corrections.csv").read_text("utf-8")
    assert (
        f"2026-12-01,letters,{key[0]} + {key[1]},evidence,report,copy,A document shows the letter." in logged
    )
    assert not tracker.load(folder).report.errors


def test_a_shipped_descriptor_that_cannot_be_read_is_said(folder, run, monkeypatch):
    monkeypatch.setattr("tracker.editing.add_commands.data_folder", lambda: folder.parent)
    result = run("add", "letter")
    assert result.exit_code == 1
    assert "there is no datapackage.json in the folder of the data" in result.output


def test_files_that_are_not_laid_out_are_left(folder, run):
    rewrite(folder, "letters.csv", lambda raw: raw.replace(b"\n", b"\r\n"))
    before = contents(folder)
    result = run(*CHELSEA)
    assert result.exit_code == 1
    assert "run `tracker format` first" in result.output
    assert contents(folder) == before


@pytest.mark.parametrize("step", ["finishing.replace_files", "trial.shutil.copytree"])
def test_a_full_disk_leaves_every_file_whole(folder, run, monkeypatch, step):
    before = contents(folder)

    def full(*files):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"tracker.editing.{step}", full)
    result = run(*CHELSEA)
    assert (result.exit_code, "No space left on device" in result.output) == (1, True)
    assert contents(folder) == before


@pytest.mark.parametrize("noun", NOUNS)
def test_every_column_is_an_option(run, published, noun):
    output = run("add", noun, "--help").output
    for name in published.schema[NOUNS[noun]].column_names:
        assert f"--{name.replace('_', '-')} " in output


def test_every_table_can_be_added_to_but_those_of_corrections_and_of_laws_which_every_state_has(published):
    assert {*NOUNS.values(), "corrections", "statutes"} == set(published.schema)
    assert {*STATES} <= {*published.statutes["state"]}


def test_the_rows_that_the_descriptor_states_follow(folder, run):
    run(*CHELSEA)
    places, *_ = json.loads((folder / "datapackage.json").read_bytes())["resources"]
    assert places["rows"] == (folder / "jurisdictions.csv").read_bytes().count(b"\n") - 1
