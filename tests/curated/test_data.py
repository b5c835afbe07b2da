"""The published data: free of errors by our own rules and by an outside reading of the descriptor."""

import frictionless
from click.testing import CliRunner

from tracker.cli import main
from tracker.clock import latest_day
from tracker.loading import load
from tracker.regions import STATES
from tracker.resources import data_folder
from tracker.statutes import UNITED_STATES


def test_the_data_have_no_errors(dataset):
    assert dataset.report.errors == ()
    assert load(today=latest_day()).report.errors == ()


def test_an_outside_reader_of_the_descriptor_finds_no_error(dataset):
    report = frictionless.validate(str(data_folder() / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "message"]) == []
    assert len(report.tasks) == len(dataset.schema)


def test_every_letter_is_of_a_round_of_letters(dataset):
    kinds = dataset.rounds.set_index("round_id")["kind"]
    assert set(dataset.letters["round_id"].map(kinds)) == {"letters"}


def test_every_state_and_the_united_states_have_a_law_that_a_page_supports(dataset):
    laws = dataset.statutes
    assert set(laws["state"]) == {UNITED_STATES, *STATES}
    assert laws["citation"].is_unique
    assert (laws[["citation", "url"]] != "").all(axis=None)
    assert laws["seen_on"].notna().all()


def test_the_files_are_in_their_one_form():
    """`tracker format` would change nothing."""
    assert CliRunner().invoke(main, ["format", "--check"]).exit_code == 0


def test_the_dictionary_is_the_one_that_the_code_prints():
    written = (data_folder() / "README.md").read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["dictionary"]).output == written
