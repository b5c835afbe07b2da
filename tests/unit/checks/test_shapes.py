"""A descriptor that is JSON and still means nothing: each fault is one problem that names its place."""

import pytest

from builders import describe, new_in


def resource(package, name):
    return next(table for table in package["resources"] if table["name"] == name)


def fields_of(package, table):
    return resource(package, table)["schema"]["fields"]


def field(package, table, name):
    return next(field for field in resource(package, table)["schema"]["fields"] if field["name"] == name)


def link(package):
    return resource(package, "letters")["schema"]["foreignKeys"][0]


def problems(folder):
    return [(found.file, found.code, found.row) for found in new_in(folder)]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda package: package.pop("version"), ""),
        (lambda package: package.update(version=12), "version"),
        (lambda package: package.update(version="spring"), "version"),
        (lambda package: package.pop("title"), ""),
        (lambda package: package.update(licenses=[]), "licenses"),
        (lambda package: package["licenses"][0].update(path="javascript:alert(1)"), "licenses[0].path"),
        (lambda package: package.update(released_on="2999-01-01"), "released_on"),
        (lambda package: package.update(researched_to="2026-02-30"), "researched_to"),
        (lambda package: package["resources"].remove(resource(package, "corrections")), "resources"),
        (lambda package: package["resources"].append(resource(package, "events")), "events"),
        (lambda package: package["resources"][0].update(path=["a.csv"]), "resources[0].path"),
        (lambda package: package["resources"][0].update(path="a" * 5_000), "resources[0].path"),
        (lambda package: resource(package, "letters")["schema"].update(primaryKey=["mood"]), "letters"),
        (lambda package: link(package).update(fields=["mood"]), "letters"),
        (lambda package: link(package)["reference"].update(fields=["mood"]), "letters"),
        (lambda package: link(package)["reference"].update(resource="moods"), "letters"),
        (lambda package: field(package, "events", "type").update(vocabulary="Mood"), "events.type"),
        (lambda package: field(package, "sources", "url")["constraints"].update(pattern="("), "sources.url"),
    ],
)
def test_a_fault_of_the_descriptor_is_one_problem_at_its_place(folder, change, place):
    describe(folder, change)
    assert problems(folder) == [("datapackage.json", "descriptor", place)]


@pytest.mark.parametrize("change", [lambda words: words.append("odd"), lambda words: words.pop()])
def test_words_that_the_code_does_not_know_are_one_problem(folder, change):
    describe(folder, lambda package: change(field(package, "events", "type")["constraints"]["enum"]))
    assert problems(folder) == [("datapackage.json", "words", "events.type")]


@pytest.mark.parametrize(
    ("name", "change", "end"),
    [
        ("summary", {"type": "boolean"}, "type"),
        ("date", {"dateForm": "edtf"}, "dateForm"),
        ("sources", {"references": "sources"}, "references"),
        ("summary", {"constraints": {"minimum": "1"}}, "constraints.minimum"),
    ],
)
def test_a_fault_of_a_field_is_one_problem_at_its_place(folder, name, change, end):
    describe(folder, lambda package: field(package, "events", name).update(change))
    ((file, code, place),) = problems(folder)
    assert (file, code) == ("datapackage.json", "descriptor")
    assert place.endswith(f".{end}")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (
            lambda package: resource(package, "cases")["schema"]["fields"].remove(
                field(package, "cases", "outcome_for")
            ),
            "cases",
        ),
        (lambda package: field(package, "letters", "sent_on").update(type="string"), "letters.sent_on"),
        (lambda package: field(package, "events", "date").pop("dateForm"), "events.date"),
        (lambda package: field(package, "letters", "sources").pop("separator"), "letters.sources"),
        (lambda package: field(package, "events", "type").pop("vocabulary"), "events.type"),
        (lambda package: resource(package, "events")["schema"].update(primaryKey=["type"]), "events"),
    ],
)
def test_what_the_code_reads_must_be_described_as_it_reads_it(folder, change, place):
    describe(folder, change)
    (problem,) = new_in(folder)
    assert (problem.file, problem.row, problem.code) == ("datapackage.json", place, "descriptor")
