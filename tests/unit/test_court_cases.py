"""Court cases stand on a day as the record had them, and none is called open for want of an end."""

from datetime import date

import pytest

from builders import a_case, a_dataset, an_event
from tracker.case_status import CASE_RULES
from tracker.court_cases import cases_on, with_more_later
from tracker.vocabulary import CaseStatus, OutcomeFor

TODAY = date(2026, 11, 25)
WEST_PALM_BEACH = "west-palm-beach-v-sessions-2018"


def ids(cases):
    return list(cases["case_id"])


@pytest.fixture
def one(dataset):
    def only(*events, day=TODAY, **cells):
        edited = a_dataset(dataset, cases=[a_case(**cells)], events=list(events))
        return cases_on(edited, day)

    return only


def test_all_cases_are_on_record_today_newest_first(dataset):
    cases = cases_on(dataset, TODAY)
    assert set(ids(cases)) == set(dataset.cases["case_id"])
    known = cases["filed_on_latest"].dropna()
    assert known.is_monotonic_decreasing
    assert cases["filed_on_latest"].isna().to_list() == sorted(cases["filed_on_latest"].isna())


def test_a_case_filed_after_the_day_is_left_out(dataset):
    assert WEST_PALM_BEACH not in ids(cases_on(dataset, date(2018, 2, 5)))
    assert WEST_PALM_BEACH in ids(cases_on(dataset, date(2018, 2, 6)))


def test_a_case_of_unknown_filing_date_is_shown_from_its_first_event(published):
    assert "california-v-dot-2025" not in ids(cases_on(published, date(2025, 6, 18)))
    assert "california-v-dot-2025" in ids(cases_on(published, date(2025, 6, 19)))


def test_a_case_of_unknown_filing_date_without_events_is_always_shown(one):
    assert len(one(day=date(2018, 1, 1), filed_on="")) == 1


def test_an_end_counts_from_its_latest_day_and_is_not_told_before(dataset):
    before, after = (
        cases_on(dataset, day).set_index("case_id").loc[WEST_PALM_BEACH]
        for day in (date(2018, 3, 30), date(2018, 3, 31))
    )
    assert (before["ended"], before["ended_on"]) == (False, "")
    assert (after["ended"], after["ended_on"]) == (True, "2018-03")


def test_cases_are_chosen_by_place(dataset):
    cases = cases_on(dataset, TODAY, place="st-paul-mn")
    named = dataset.cases["jurisdictions"].map(lambda places: "st-paul-mn" in places)
    assert set(ids(cases)) == set(dataset.cases.loc[named, "case_id"])
    assert "united-states-v-minnesota-2025" in ids(cases)


def test_cases_are_chosen_by_round_their_own_or_that_of_an_event(dataset):
    assert ids(cases_on(dataset, TODAY, round_id="2018-01")) == [WEST_PALM_BEACH]
    untagged = a_case(round_id="")
    event = an_event(case_id=untagged["case_id"], type="ruling")
    edited = a_dataset(dataset, cases=[untagged], events=[event])
    (row,) = cases_on(edited, TODAY, round_id="2018-01").to_dict("records")
    assert row["rounds"] == ("2018-01",)
    assert cases_on(edited, TODAY, round_id="2017-11").empty


def test_an_event_of_later_ties_a_case_to_no_round_yet(one):
    event = an_event(case_id=a_case()["case_id"], round_id="2017-11", date="2018-05-01")
    assert one(event, day=date(2018, 4, 30)).loc[0, "rounds"] == ("2018-01",)
    assert one(event, day=date(2018, 5, 1)).loc[0, "rounds"] == ("2017-11", "2018-01")


def test_the_cases_that_ended_are_those_with_an_end(dataset):
    cases = cases_on(dataset, TODAY)
    assert len(cases) == len(dataset.cases)
    assert cases["ended"].sum() == (dataset.cases["ended_on"] != "").sum()


def test_parties_are_named_in_order(dataset):
    cases = cases_on(dataset, TODAY).set_index("case_id")
    assert cases.loc["united-states-v-minnesota-2025", "parties"] == (
        "Hennepin County",
        "Minneapolis",
        "Minnesota",
        "St. Paul",
    )


def test_decisions_are_counted_by_day_and_the_newest_is_told(one):
    def ruling(day, summary, **cells):
        case = a_case()["case_id"]
        return an_event(type="ruling", case_id=case, date=day, summary=summary, **cells)

    events = [
        ruling("2018-03-01", "First."),
        ruling("2018-04", "Second.", jurisdiction_id="boston-ma"),
        ruling("2018-04", "Second."),
        ruling("2019-01-01", "Third."),
        an_event(case_id=a_case()["case_id"], date="2018-05-01"),
    ]
    row = one(*events, day=date(2018, 12, 31)).loc[0]
    assert (row["ruling_count"], row["ruling_on"], row["ruling"]) == (2, "2018-04", "Second.")


def test_a_case_without_decisions_has_none(one):
    row = one().loc[0]
    assert (row["ruling_count"], row["ruling_on"], row["ruling"]) == (0, "", "")


def test_no_case_at_all_is_an_empty_table_with_its_columns(dataset):
    cases = cases_on(dataset, date(2000, 1, 1), place="jackson-ms")
    assert cases.empty
    assert {"parties", "ruling_count", "ruling"} <= set(cases.columns)


@pytest.mark.parametrize("favors", OutcomeFor)
def test_a_decision_gives_the_status_from_its_latest_day(one, favors):
    cells = {"outcome_for": str(favors), "decided_on": "2018-05"}
    before, after = (one(day=day, **cells).loc[0] for day in (date(2018, 5, 30), date(2018, 5, 31)))
    assert (before["status"], before["outcome_for"], before["decided_on"]) == ("pending", "", "")
    assert (after["status"], after["outcome_for"], after["decided_on"]) == (favors, favors, "2018-05")


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({}, "pending"),
        ({"ended_on": "2018-03"}, "ended"),
        ({"ended_on": "2019-03"}, "pending"),
        ({"ended_on": "2018-03", "outcome_for": "place", "decided_on": "2018-03-01"}, "place"),
        ({"ended_on": "2018-03", "outcome_for": "place", "decided_on": "2019-03-01"}, "ended"),
    ],
)
def test_a_decision_outranks_an_end_and_nothing_of_later_counts(one, cells, status):
    assert one(day=date(2018, 12, 31), **cells).loc[0, "status"] == status


def test_every_status_has_one_rule_and_the_last_rule_always_holds():
    assert [rule.status for rule in CASE_RULES] == list(CaseStatus)
    assert set(map(str, OutcomeFor)) < set(map(str, CaseStatus))


def test_every_case_has_a_status_on_any_day(dataset):
    for day in (date(2017, 6, 1), date(2020, 6, 1), TODAY):
        assert set(cases_on(dataset, day)["status"]) <= set(map(str, CaseStatus))


def test_a_decision_of_later_is_something_more_to_come(dataset):
    edited = a_dataset(dataset, cases=[a_case(outcome_for="place", decided_on="2019-01-02")], events=[])
    assert with_more_later(edited, date(2019, 1, 1)) == {a_case()["case_id"]}
    assert with_more_later(edited, date(2019, 1, 2)) == set()
