"""An issue made with a form becomes the row that its fields say, or is refused by the checks of every row."""

from pathlib import Path

import pytest
import yaml

import tracker
from tracker.editing.suggestions import SUGGESTIONS
from tracker.exports.entries import VOCABULARIES

FORMS = Path(__file__).parents[3] / ".github" / "ISSUE_TEMPLATE"
TABLES = {"event": ("events", "sources"), "letter": ("letters", "sources")}

ANSWERS = {
    "Place": "Jackson, Mississippi",
    "Date": "2026-06-16",
    "Type": "Statement",
    "Summary": "The mayor said in public that the letter was in hand.",
    "Round": "_No response_",
    "Confidence": "Single source",
    "Publisher": "Example Times",
    "Title": "Mayor speaks of a letter",
    "Address": "https://example.org/mayor",
    "Published": "2026-06-16",
    "Kind": "Press",
}


def fields(noun):
    form = yaml.safe_load((FORMS / f"{noun}.yml").read_text("utf-8"))
    return {part["attributes"]["label"]: part for part in form["body"] if part["type"] != "markdown"}


@pytest.fixture
def issue(tmp_path):
    """The text of an issue as the site of the repository writes it down, in a file."""

    def written(**changed):
        answers = ANSWERS | {title.replace("_", " "): answer for title, answer in changed.items()}
        path = tmp_path / "issue.md"
        path.write_text(
            "".join(f"### {title}\r\n\r\n{one}\r\n\r\n" for title, one in answers.items()), "utf-8"
        )
        return str(path)

    return written


def test_an_issue_becomes_a_source_and_an_event(folder, run, issue):
    assert run("add", "source", "--from-issue", issue()).exit_code == 0
    result = run("add", "event", "--from-issue", issue(), "--why", "Reported in an issue.")
    assert result.exit_code == 0
    row = next(
        line
        for line in (folder / "events.csv").read_text("utf-8").splitlines()
        if line.startswith("jackson-ms:2026-06-16:statement,")
    )
    source = next(
        line.partition(",")[0]
        for line in (folder / "sources.csv").read_text("utf-8").splitlines()
        if "https://example.org/mayor" in line
    )
    assert row == (
        "jackson-ms:2026-06-16:statement,jackson-ms,,,2026-06-16,statement,"
        f"The mayor said in public that the letter was in hand.,single-source,{source},2026-12-01"
    )
    assert not tracker.load(folder).report.errors


def test_an_option_outranks_the_issue(run, issue):
    run("add", "source", "--from-issue", issue())
    result = run("add", "event", "--from-issue", issue(), "--jurisdiction-id", "chicago-il")
    assert "added to events.csv: chicago-il:2026-06-16:statement" in result.output


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"Date": "June 16"}, "date: error:"),
        ({"Place": "Nowhere"}, "“Nowhere” is not among the jurisdictions"),
        ({"Type": "Something else"}, "type: error:"),
        ({"Remarks": "None."}, "Error: issue.md: “Remarks” is the title of no column"),
    ],
)
def test_what_a_row_may_not_hold_an_issue_may_not_either(folder, run, issue, changed, said):
    run("add", "source", "--from-issue", issue())
    before = (folder / "events.csv").read_bytes()
    result = run("add", "event", "--from-issue", issue(**changed))
    assert result.exit_code == 1
    assert said in result.output
    assert (folder / "events.csv").read_bytes() == before


def test_what_is_no_issue_of_a_form_is_refused(tmp_path, run):
    (tmp_path / "issue.md").write_text("The date is wrong.", "utf-8")
    result = run("add", "event", "--from-issue", str(tmp_path / "issue.md"))
    assert (result.exit_code, "no heading is the title of a column" in result.output) == (1, True)


@pytest.mark.parametrize("noun", TABLES)
def test_the_fields_of_a_form_are_columns_and_their_options_the_words(dataset, noun):
    columns = {column.title: column for table in TABLES[noun] for column in dataset.schema[table].columns}
    assert set(fields(noun)) <= set(columns)
    for title, field in fields(noun).items():
        words = next((one for one in VOCABULARIES.values() if tuple(one) == columns[title].words), None)
        options = field["attributes"].get("options", [])
        assert options == (list(dataset.campaign.labels(words).values()) if words else [])
        assert isinstance(field["attributes"].get("placeholder", ""), str)


@pytest.mark.parametrize("noun", TABLES)
def test_a_form_asks_for_all_that_is_required_and_not_suggested(dataset, noun):
    asked = fields(noun)
    for table in TABLES[noun]:
        needed = {
            one.title for one in dataset.schema[table].columns if one.required and one.name != "sources"
        }
        suggested = {one.title for one in dataset.schema[table].columns if one.name in SUGGESTIONS[table]}
        assert {title for title in needed - suggested if not asked[title]["validations"]["required"]} == set()
