"""Rules for keys and references."""

from builders import a_letter, add, edit, found_in, new_in, rewrite


def test_a_key_stands_once(folder):
    again = {"evidence": "letter", "sources": "doj-20250813-letter-wu"}
    days = {"sent_on": "2025-08-13", "deadline_on": "2025-08-19"}
    add(folder, "letters", a_letter(round_id="2025-08", **days, **again))
    assert found_in(folder) == [("2025-08 + boston-ma", "round_id", "duplicate-key")]


def test_a_letter_goes_to_a_place_on_record(folder):
    row = a_letter(round_id="2025-08", sent_on="2025-08-13", deadline_on="2025-08-19")
    add(folder, "letters", row | {"jurisdiction_id": "atlantis"})
    assert found_in(folder) == [("2025-08 + atlantis", "jurisdiction_id", "dangling-reference")]


def test_an_id_that_is_nearly_right_is_named(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), sources="doj-20180124-23-relase")
    messages = [problem.message for problem in new_in(folder) if problem.code == "dangling-reference"]
    assert messages == ["“doj-20180124-23-relase” is not among the sources; is it doj-20180124-23-release?"]


def test_each_entry_of_a_list_is_followed(folder):
    edit(folder, "cases", "west-palm-beach-v-sessions-2018", jurisdictions="atlantis;west-palm-beach-fl")
    expected = ("west-palm-beach-v-sessions-2018", "jurisdictions", "dangling-reference")
    assert found_in(folder) == [expected]


def test_an_id_that_many_rows_name_is_told_once_a_table(folder):
    rewrite(folder, "rounds.csv", lambda raw: raw.replace(b"\n2018-01,", b"\n2018-01-doj,"))
    problems = [problem for problem in new_in(folder) if problem.code == "dangling-reference"]
    assert len({(problem.file, problem.column) for problem in problems}) == len(problems)
    letters = next(problem for problem in problems if problem.file == "letters.csv")
    said = "“2018-01” is not among the rounds, and 23 rows name it; was it renamed or taken out there?"
    assert letters.message == said


def test_a_source_that_no_row_cites_is_a_warning(folder):
    source = {
        "source_id": "unread-2026",
        "publisher": "Nobody",
        "title": "Nothing",
        "url": "https://example.org/",
        "hosting": "own",
        "kind": "press",
    }
    add(folder, "sources", source)
    assert found_in(folder) == [("unread-2026", "source_id", "unused-source")]


def test_an_address_stands_once(folder, dataset):
    urls = dataset.sources.set_index("source_id")["url"]
    edit(folder, "sources", urls.index[1], url=urls.iloc[0])
    assert found_in(folder) == [(urls.index[1], "url", "duplicate-value")]
