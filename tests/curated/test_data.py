"""The published data: free of errors by our own rules and by an outside reading of the descriptor."""

import re
from urllib.parse import urlsplit

import frictionless
import pytest
from click.testing import CliRunner

from tracker.cli import main
from tracker.resources import data_folder


@pytest.fixture(scope="module")
def links(dataset):
    return dict(zip(dataset.sources["source_id"], dataset.sources["url"], strict=True))


def test_the_data_have_no_errors(dataset):
    assert dataset.report.errors == ()


def test_an_outside_reader_of_the_descriptor_finds_no_error(dataset):
    report = frictionless.validate(str(data_folder() / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "message"]) == []
    assert len(report.tasks) == len(dataset.schema)


def test_links_are_well_formed(links):
    parts = {source: urlsplit(url) for source, url in links.items()}
    assert [source for source, part in parts.items() if part.scheme not in ("http", "https")] == []
    assert [source for source, part in parts.items() if "." not in (part.hostname or "")] == []
    assert [source for source, part in parts.items() if part.username or part.port] == []


def test_links_can_stand_in_a_page_as_they_are(links):
    unsafe = set("<>\"'`{}|\\^ ") | {"\u00a0"}
    assert [source for source, url in links.items() if unsafe & set(url)] == []


def test_links_carry_no_tracking(links):
    assert [source for source, url in links.items() if "utm_" in url or "fbclid" in url] == []


def test_every_letter_is_of_a_round_of_letters(dataset):
    kinds = dataset.rounds.set_index("round_id")["kind"]
    assert set(dataset.letters["round_id"].map(kinds)) == {"letters"}


def test_the_research_reaches_no_further_than_the_release(dataset):
    assert dataset.version.researched_to <= dataset.version.released_on
    assert dataset.events["date_earliest"].max().date() <= dataset.version.researched_to


OUR_SENTENCES = {
    "events": ["summary"],
    "rounds": ["name", "authority", "demand", "consequence", "recipients_note"],
    "letters": ["note"],
    "cases": ["outcome"],
}


def test_sanctuary_stands_in_quotes_or_in_the_name_of_a_list(dataset):
    """The word is contested: it is somebody's, never ours."""
    for table, columns in OUR_SENTENCES.items():
        for column in columns:
            for text in getattr(dataset, table)[column]:
                ours = re.sub(r"“[^”]*”|list of sanctuary jurisdictions", "", text)
                assert "sanctuary" not in ours.casefold(), text


def test_the_files_are_in_their_one_form():
    """`tracker format` would change nothing."""
    assert CliRunner().invoke(main, ["format", "--check"]).exit_code == 0


def test_the_dictionary_is_the_one_that_the_code_prints():
    written = (data_folder() / "README.md").read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["dictionary"]).output == written
