"""What came of a letter is a filter, a column and a field, and no number hides a letter no source names."""

from datetime import date

import pytest

from builders import a_dataset, a_letter, an_event
from tracker import Filters
from tracker.brief import figures, view_brief
from tracker.brief.evidence_sentences import others_entered
from tracker.coverage import coverage
from tracker.evidence import certain, inferred, named
from tracker.exports.rows import public_rows
from tracker.grouping import group_table
from tracker.letters import letters_on
from tracker.over_time import answers_over_time
from tracker.place_record import Record
from tracker.vocabulary import Answer, Court, Doj, Evidence

TODAY = date(2026, 11, 26)
WORDS = [(key, word) for key, words in (("answer", Answer), ("doj", Doj), ("court", Court)) for word in words]


@pytest.mark.parametrize(("key", "word"), [*WORDS, *(("evidence", word) for word in Evidence)])
def test_each_word_is_a_filter(dataset, key, word):
    filters, refused = Filters.parse(f"{key}={word}", dataset)
    view = filters.apply(dataset, TODAY)
    assert refused == ()
    assert filters.to_query() == f"{key}={word}"
    assert list(view.letters[key]) == [word] * int((view.pool[key] == word).sum())
    assert f"“{dataset.campaign.say(word.label)}”" in view.description


def test_a_word_that_means_nothing_is_refused(dataset):
    _, refused = Filters.parse("court=lost", dataset)
    (part,) = map(str, refused)
    assert part.startswith("`court=lost` is not an outcome in court; ignored. “court” takes “no_case”, ")


def test_the_rows_of_every_export_say_what_came_of_each_letter(dataset):
    view = Filters(round=("2017-11",)).apply(dataset, TODAY)
    told = {row["jurisdiction_id"]: row for row in public_rows("letters", view).records}["burlington-vt"]
    assert (told["answer"], told["doj"], told["court"]) == ("on_time", "grant_paid", "no_case")
    assert (told["days_left"], told["deadline_words"]) == (None, "answered on time")
    assert (told["since_on"], told["since_label"]) == ("2021-04", "Program ended")


def test_a_letter_that_was_answered_and_refused_is_answered_nowhere(dataset):
    """A refusal is no answer, on every page that counts answers."""
    events = [an_event(type=kind, date="2018-02-14") for kind in ("response_sent", "declined")]
    data = a_dataset(dataset, letters=[a_letter(jurisdiction_id="jackson-ms")], events=events, cases=[])
    view = Filters().apply(data, date(2018, 3, 1))
    assert set(view.letters["answer"]) == {Answer.REFUSED}
    assert {figure.label: figure.value for figure in figures(view)}["Answers on record"] == "0 of 1"
    assert group_table(view, "round")["answered_at_most"].sum() == 0
    assert answers_over_time(view)["at_most"].sum() == 0
    assert str(coverage(data).answered) == "0 of 1 (0%)"
    assert [row["answered"] for row in public_rows("letters", view).records] == [False]
    gaps = {gap.short for gap in Record(data, "jackson-ms", view.as_of).gaps}
    assert "An answer, if there was one" not in gaps


def test_letters_that_no_source_names_are_counted_apart(dataset):
    letters = letters_on(dataset, TODAY)
    august = letters[letters["round_id"] == "2025-08"]
    assert len(named(august)) + len(inferred(august)) == len(august)
    assert others_entered(named(august)) == ""
    assert others_entered(august).startswith(
        "another 10 letters are entered because sources say that all listed"
    )
    assert certain(inferred(august)).equals(inferred(august))


def test_no_number_of_a_view_counts_them_as_certain(dataset):
    view = Filters(round=("2025-08",)).apply(dataset, TODAY)
    letters, _, _, answers = figures(view)
    assert (letters.value, answers.value) == ("23", "14 of 23")
    assert letters.note == "10 more not named by a source"
    assert "33" not in str(view_brief(view))
