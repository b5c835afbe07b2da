"""The data page says of every table, column, word and check what the dictionary says, with true counts."""

import re
from dataclasses import replace
from datetime import date

import pytest

from builders import a_dataset
from tracker.address import Address
from tracker.checks import CHECKS
from tracker.exports.dictionary import dictionary
from tracker.exports.entries import DERIVED, VOCABULARIES
from tracker.exports.package import downloads
from tracker.language.datewords import ap_date
from tracker.pages.data_page import data_page
from tracker.pages.prose import inline
from tracker.problems import Problem, Report, Severity


def page(dataset, query=""):
    return data_page(Address.parse(query, dataset), dataset, date(2026, 11, 25))


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture(scope="module")
def data(dataset):
    return page(dataset)


def test_every_table_has_its_rows_counted(data, dataset):
    told = text(data.sections["head"])
    for name, table in dataset.schema.items():
        assert f"{table.title} {len(dataset.tables[name])} {len(table.columns)} " in told


def test_a_count_follows_the_data(dataset):
    columns = len(dataset.schema["cases"].columns)
    assert f"Court cases 0 {columns}" in text(page(a_dataset(dataset, cases=[])).sections["head"])


def test_every_column_has_name_form_and_meaning(data, dataset):
    told = data.sections["dictionary"]
    for table in dataset.schema.values():
        part = told.split(f'id="table-{table.name}"')[1].split("</table>")[0]
        for column in table.columns:
            row = part.split(f"<code>{column.name}</code></th>")[1].split("</tr>")[0]
            assert f"<td>{column.title}</td>" in row
            assert f"<td>{inline(column.description)}</td>" in row


def test_forms_are_those_of_the_printed_dictionary(data, dataset):
    printed = dictionary(dataset.descriptor)
    form = "list of text, refers to `sources.source_id`, required"
    assert form in printed
    assert inline(form) in data.sections["dictionary"]


@pytest.mark.parametrize("vocabulary", [*VOCABULARIES.values(), *DERIVED.values()])
def test_every_word_has_label_and_definition(data, dataset, vocabulary):
    told = text(data.sections["words"])
    assert all(
        f"{term} {term.label} {term.definition}" in told
        for term in dataset.campaign.words(vocabulary).values()
    )


def test_every_vocabulary_of_a_column_is_there(dataset):
    of_columns = {
        column.words for table in dataset.schema.values() for column in table.columns if column.words
    }
    assert of_columns == {tuple(map(str, vocabulary)) for vocabulary in VOCABULARIES.values()}


def test_every_check_has_its_sentence(data):
    for check in CHECKS:
        assert (
            f"<code>{check.code}</code></th><td>{check.severity}</td><td>{inline(check.sentence)}</td>"
            in (data.sections["checks"])
        )


def test_a_warning_is_shown(dataset):
    problem = Problem("letters.csv", 7, "a + b", "note", "letter-date", Severity.WARNING, "odd <b>day</b>")
    told = page(replace(dataset, report=Report((problem,)))).sections["checks"]
    assert "letters.csv:7" in told
    assert "odd &lt;b&gt;day&lt;/b&gt;" in told
    assert "0 errors, 1 warning" in told


def test_no_warning_is_said(dataset):
    clean = page(replace(dataset, report=Report()))
    assert "found no error and no warning" in clean.sections["checks"]


def test_a_version_says_whether_it_is_released(dataset):
    version = dataset.version
    for stated, words in (
        (version.name, "released"),
        ("2026.11.25-00000000", "not yet released: changed since the"),
    ):
        data = replace(dataset, version=replace(version, stated=stated))
        assert f"{data.version.name}, {words}" in text(page(data).sections["head"])


def test_version_reach_and_licence_are_named(data, dataset):
    told = text(data.sections["head"])
    version = dataset.version
    assert ap_date(version.released_on) in told
    assert version.content_hash in told
    assert "Research reaches July 3, 2026" in told
    assert "Creative Commons Attribution 4.0 International" in told


def test_the_day_is_said_and_kept_in_the_link(dataset):
    html = page(dataset, "as_of=2018-01-25").sections["head"]
    assert "Jan. 25, 2018" in text(html)
    assert 'href="about?as_of=2018-01-25"' in html


def test_downloads_are_the_published_files_with_the_version_in_the_name(published):
    files = {file.name: file for file in downloads(published)}
    assert set(files) == {"datapackage.json", *(table.path for table in published.schema.values())}
    letters = files["letters.csv"]
    assert letters.saved_as == f"letters-{published.version.name}.csv"
    assert letters.media_type == "text/csv"
    assert letters.content == published.files["letters.csv"]
    assert files["datapackage.json"].media_type == "application/json"
    assert letters.content.count(b"\n") == len(published.letters) + 1
