"""The numbers of the record are those of its tables, and each share is of what it says."""

from datetime import date

import pytest

from builders import a_dataset, a_letter, an_event
from tracker.coverage import Share, coverage
from tracker.evidence import Count
from tracker.letters import letters_on
from tracker.vocabulary import Confidence, Evidence

LAST = date(2099, 12, 31)


@pytest.fixture(scope="module")
def counted(dataset):
    return coverage(dataset)


def test_the_counts_are_those_of_the_tables(counted, dataset):
    for name in ("events", "cases", "sources"):
        assert getattr(counted, name) == len(dataset.tables[name])
    assert counted.letters == Count.of(dataset.letters)
    assert counted.rounds + counted.background == len(dataset.rounds)
    assert counted.rounds == dataset.letters["round_id"].nunique()
    assert counted.places == len(dataset.jurisdictions)
    assert counted.written_to + counted.unnamed == len(set(dataset.letters["jurisdiction_id"]))


def test_the_shares_are_those_of_the_letters(counted, dataset):
    letters = letters_on(dataset, LAST)
    letters = letters[letters["evidence"] != Evidence.INFERRED]
    assert counted.answered == Share(int(letters["answered"].sum()), len(letters))
    assert counted.addressed == Share(sum(map(bool, letters["addressee"])), len(letters))
    assert counted.due == Share(int(letters["deadline_on"].notna().sum()), len(letters))


@pytest.mark.parametrize("name", ["letters", "events"])
def test_every_row_has_one_confidence(counted, dataset, name):
    shares = getattr(counted, f"{name}_by_confidence")
    assert list(shares) == list(Confidence)
    assert sum(share.count for share in shares.values()) == len(dataset.tables[name])


def test_the_days_are_those_of_the_tables(counted, dataset):
    assert counted.researched_to == dataset.version.researched_to
    assert counted.sent == (date(2017, 4, 21), dataset.letters["sent_on"].max().date())
    assert counted.recorded_from == date(2026, 11, 25)
    newest = dataset.events.set_index("date")["date_latest"]
    assert newest[[counted.newest_event]].max() == newest.max()
    assert counted.ended == Share(int(dataset.cases["ended_on_latest"].notna().sum()), len(dataset.cases))


def test_a_place_that_no_source_names_is_counted_apart(dataset):
    letters = [
        a_letter(evidence="inferred"),
        a_letter(jurisdiction_id="jackson-ms"),
        a_letter(jurisdiction_id="jackson-ms", round_id="2017-11", evidence="inferred"),
    ]
    counted = coverage(a_dataset(dataset, letters=letters))
    assert (counted.written_to, counted.unnamed) == (1, 1)
    assert counted.letters == Count(1, 2)
    assert counted.due.total == 1


def test_an_answer_counts_for_its_own_letter_only(dataset):
    letters = [a_letter(), a_letter(jurisdiction_id="jackson-ms", addressee="The mayor")]
    events = [
        an_event(type="response_sent"),
        an_event(type="response_sent", date="2018-03-01"),
        an_event(type="response_sent", jurisdiction_id="boston-ma", round_id="2017-11"),
    ]
    counted = coverage(a_dataset(dataset, letters=letters, events=events))
    assert counted.answered == Share(1, 2)
    assert counted.addressed == Share(1, 2)


def test_an_empty_record_is_counted_too(dataset):
    empty = coverage(a_dataset(dataset, letters=[], events=[], cases=[]))
    assert (empty.letters, empty.sent, empty.newest_event, empty.recorded_from) == (Count(), None, "", None)
    assert str(empty.answered) == "0 of 0"


def test_a_share_is_printed_with_its_percentage():
    assert str(Share(67, 112)) == "67 of 112 (60%)"
    assert str(Share(1067, 2134)) == "1,067 of 2,134 (50%)"


def test_letters_are_counted_by_what_shows_them(counted, dataset):
    assert list(counted.letters_by_evidence) == list(Evidence)
    assert sum(share.count for share in counted.letters_by_evidence.values()) == len(dataset.letters)
    assert counted.documents.total == len(dataset.documents)


def test_rows_on_weak_hosts_alone_are_counted(dataset):
    rows = [a_letter(), a_letter(jurisdiction_id="jackson-ms", sources="latimes-202606-la-dismissed")]
    assert coverage(a_dataset(dataset, letters=rows)).on_weak_hosts["letters"] == Share(1, 2)


@pytest.mark.parametrize("column", ["sources", "demand_sources", "consequence_sources", "ended_sources"])
def test_a_round_counts_when_any_of_its_terms_rests_on_weak_hosts_alone(dataset, column):
    plain = dict.fromkeys(dataset.schema["rounds"].column_names, "") | {
        "sources": "doj-20170421-nine-letters"
    }
    weak = {"round_id": "2017-11", column: "latimes-202606-la-dismissed"}
    rounds = [plain | {"round_id": "2018-01"}, plain | weak]
    assert coverage(a_dataset(dataset, rounds=rounds)).on_weak_hosts["rounds"] == Share(1, 2)
