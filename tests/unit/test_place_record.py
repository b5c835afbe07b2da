"""Everything on record for one place on a day."""

from datetime import date

import pytest

from builders import a_correction, a_dataset
from tracker.place_record import Record


@pytest.fixture
def jackson(dataset):
    return Record(dataset, "jackson-ms", date(2018, 3, 1))


def test_letters_are_those_sent_by_the_day_newest_first(jackson, dataset):
    assert list(jackson.letters["round_id"]) == ["2018-01", "2017-11"]
    assert list(Record(dataset, "jackson-ms", date(2018, 1, 23)).letters["round_id"]) == ["2017-11"]
    assert Record(dataset, "jackson-ms", date(2017, 1, 1)).status is None


def test_nothing_later_than_the_day_is_told(jackson):
    assert (jackson.events["date_latest"].dt.date <= date(2018, 3, 1)).all()


def test_every_row_and_every_term_is_cited(jackson):
    cited = {
        source for frame in (jackson.letters, jackson.events) for cell in frame["sources"] for source in cell
    } | {source for terms in jackson.terms.values() for cell in terms.all for source in cell}
    cited |= set(jackson.place["population_source"])
    assert {source for cell in jackson.cited for source in cell} == cited


def test_what_is_not_on_record_is_said(jackson, dataset):
    assert tuple(gap.sentence for gap in jackson.gaps) == (
        "No public copy of the letter of Jan. 24, 2018, was found.",
        "No answer to the letter of Jan. 24, 2018, was found; there may be one that is not public.",
        "A public copy of the letter of Nov. 15, 2017, is located; its text was not read.",
    )
    louisville = Record(dataset, "louisville-ky", date(2025, 6, 30))
    assert "No deadline is on record for the letter of June 25, 2025." in {
        gap.sentence for gap in louisville.gaps
    }


def test_others_are_in_the_state_or_else_in_the_division(jackson, dataset):
    assert list(jackson.others["name"]) == ["Louisville"]
    assert jackson.near == "the East South Central division"
    chicago = Record(dataset, "chicago-il", date(2018, 3, 1))
    assert list(chicago.others["name"]) == ["Cook County", "Illinois"]
    assert chicago.near == "Illinois"


def test_companions_are_the_other_recipients_of_a_round(jackson):
    assert len(jackson.companions("2018-01")) == 22
    assert "jackson-ms" not in set(jackson.companions("2018-01")["jurisdiction_id"])


def test_cases_name_the_place(dataset):
    record = Record(dataset, "west-palm-beach-fl", date(2018, 3, 1))
    assert list(record.cases["case_id"]) == ["west-palm-beach-v-sessions-2018"]


def test_corrections_are_those_of_the_place_by_the_day(dataset):
    own = dataset.events.loc[dataset.events["jurisdiction_id"] == "jackson-ms", "event_id"]
    event = a_correction(table="events", row=own.iloc[0], column="summary")
    other = a_correction(row="2018-01 + chicago-il")
    changed = a_dataset(dataset, corrections=[a_correction(), event, other])
    assert len(Record(changed, "jackson-ms", date(2026, 12, 2)).corrections) == 2
    assert len(Record(changed, "jackson-ms", date(2026, 11, 30)).corrections) == 0


@pytest.mark.parametrize(
    ("key", "name"), [("jackson-ms", "Jackson, Mississippi"), ("washington-dc", "District of Columbia")]
)
def test_the_full_name_says_where_it_is(dataset, key, name):
    assert Record(dataset, key, date(2018, 3, 1)).full_name == name
