"""What differs between two days is told once, with its day and its cause."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_case, a_dataset, a_letter, an_event
from tracker import Filters
from tracker.changes import COLUMNS, ChangeKind, changes, recorded_changes
from tracker.status import letter_status
from tracker.vocabulary import EventType

JAN_23, APRIL_13 = date(2018, 1, 23), date(2018, 4, 13)
ALL = Filters()


@pytest.fixture(scope="module")
def spring(dataset):
    return changes(dataset, ALL, JAN_23, APRIL_13)


@pytest.fixture
def compared(dataset):
    def compare(start, end, query="", of=dataset):
        filters, refused = Filters.parse(query, dataset)
        assert refused == ()
        return changes(of, filters, date.fromisoformat(start), date.fromisoformat(end))

    return compare


def facts(table, *columns):
    return set(table[list(columns)].itertuples(index=False, name=None))


def test_the_letters_of_january_and_april_2018_are_named(spring):
    sent = spring.of(ChangeKind.LETTER_SENT)
    assert sent.groupby("on").size().to_dict() == {"2018-01-24": 23, "2018-04-12": 3}
    january, april = spring.sentences[:2]
    assert january.startswith("On Jan. 24, 2018, DOJ dated letters to 23 jurisdictions: Albany, New York;")
    assert all(name in january for name in sent.loc[sent["on"] == "2018-01-24", "name"])
    assert april == (
        "On April 12, 2018, DOJ dated letters to three jurisdictions: "
        "Oakland, California; Seattle, Washington; and the state of Vermont."
    )


def test_the_suit_settlement_and_clearance_of_west_palm_beach_are_named(spring):
    table = spring.table[spring.table["jurisdiction_id"] == "west-palm-beach-fl"]
    assert {
        ("2018-02-06", "case_filed", ""),
        ("2018-02-06", "event", "suit_filed"),
        ("2018-03-27", "event", "settlement"),
        ("2018-03-27", "status_changed", "cleared"),
        ("2018-03", "case_ended", ""),
    } <= facts(table, "on", "kind", "event_type")
    told = " ".join(spring.sentences)
    assert "On Feb. 6, 2018, City of West Palm Beach v. Sessions was filed." in told
    assert "In March 2018, City of West Palm Beach v. Sessions ended." in told
    assert "West Palm Beach, Florida, on March 27, 2018: Settlement." in told
    letter = "The January 2018 letter to West Palm Beach, Florida, went from"
    assert f"{letter} “Awaiting answer” to “In court” on Feb. 6, 2018:" in told
    assert f"{letter} “In court” to “Cleared by DOJ” on March 27, 2018:" in told


def test_the_clearances_of_louisville_and_the_district_are_named(spring):
    cleared = spring.table[spring.table["status_after"] == "cleared"]
    moved = facts(cleared[cleared["kind"] == "status_changed"], "jurisdiction_id", "round_id", "on")
    assert {
        ("louisville-ky", "2018-01", "2018-04-12"),
        ("washington-dc", "2017-11", "2018-04-12"),
    } <= moved


def test_deadlines_pass_on_the_day_after(compared):
    assert compared("2018-02-22", "2018-02-23").of(ChangeKind.DEADLINE_PASSED).empty
    passed = compared("2018-02-23", "2018-02-24")
    assert len(passed.of(ChangeKind.DEADLINE_PASSED)) == 23
    assert passed.sentences[0] == (
        "The deadline of Feb. 23, 2018, passed for 23 letters; at least four of the 23 had been answered by "
        "then."
    )
    assert set(passed.table["day"]) == {pd.Timestamp(2018, 2, 24)}


def test_letters_that_moved_alike_are_told_together(compared):
    (told,) = compared("2018-02-23", "2018-02-24", "round=2018-01&state=NM&state=MS&state=MA").sentences[1:]
    assert told == (
        "Three letters of January 2018 went from “Awaiting answer” to “Deadline passed, no answer on public "
        "record” on Feb. 24, 2018: The deadline of Feb. 23, 2018, had passed. They are those to Bernalillo "
        "County, New Mexico; Jackson, Mississippi; and Lawrence, Massachusetts."
    )


def test_a_status_is_told_from_the_first_day_to_the_second(compared):
    (row,) = compared("2018-03-01", "2018-04-13", "state=FL").of(ChangeKind.STATUS_CHANGED).itertuples()
    assert (row.status_before, row.status_after, row.event_type) == ("in_court", "cleared", "cleared")
    assert row.summary.startswith("BJA Director Adler wrote to Mayor Muoio")
    assert row.sources


def test_a_status_brought_about_by_a_suit_names_the_case(compared):
    (row,) = compared("2018-02-05", "2018-02-06", "state=FL").of(ChangeKind.STATUS_CHANGED).itertuples()
    assert (row.status_after, row.case_id) == ("in_court", "west-palm-beach-v-sessions-2018")
    assert row.summary == "City of West Palm Beach v. Sessions was filed."


def test_a_status_brought_about_by_the_end_of_a_case_names_the_case(dataset, compared):
    case = a_case(filed_on="2018-02-01", ended_on="2018-02-10")
    edited = a_dataset(dataset, cases=[case], events=[an_event()])
    (row,) = (
        compared("2018-02-05", "2018-02-10", "round=2018-01", edited)
        .of(ChangeKind.STATUS_CHANGED)
        .itertuples()
    )
    assert (row.status_before, row.status_after) == ("in_court", "awaiting")
    assert (row.on, row.summary) == ("2018-02-10", "City of Jackson v. Sessions ended.")


def test_a_lapse_is_told_with_the_end_of_the_round(compared):
    lapsed = compared("2021-04-29", "2021-04-30", "round=2018-01")
    rows = lapsed.of(ChangeKind.STATUS_CHANGED)
    assert set(rows["status_after"]) == {"lapsed"}
    assert facts(rows, "on", "summary") == {("2021-04", "The round ended.")}
    assert "on record” in April 2021: The round ended." in lapsed.sentences[0]


def test_an_imprecise_event_counts_from_its_latest_day(compared):
    assert "jackson-ms" not in set(compared("2017-12-15", "2018-01-23").table["jurisdiction_id"])
    (row,) = (
        compared("2018-01-23", "2018-01-24", "round=2017-11&state=MS")
        .of(ChangeKind.STATUS_CHANGED)
        .itertuples()
    )
    assert (row.on, row.status_after) == ("2017-12-01/2018-01-24", "answered")


def test_every_event_is_told_once(dataset, spring):
    events = dataset.events
    within = events["date_latest"].between("2018-01-24", "2018-04-13")
    within &= events["jurisdiction_id"].isin(set(changes_scope(dataset)))
    told = spring.table[spring.table["event_type"] != ""]
    assert sorted(told["summary"]) == sorted(events.loc[within, "summary"])


def changes_scope(dataset):
    return dataset.letters.loc[dataset.letters["sent_on"] <= pd.Timestamp(APRIL_13), "jurisdiction_id"]


def test_other_events_are_counted_by_type(compared):
    assert compared("2018-01-28", "2018-01-29").sentences == (
        "Two other events are on record: two “Statement”.",
    )


def test_every_kind_of_change_has_its_label():
    assert len({kind.label for kind in ChangeKind}) == len(ChangeKind)


def test_equal_days_do_not_differ(compared):
    same = compared("2018-01-24", "2018-01-24")
    assert same.table.empty
    assert same.sentences == ()
    assert tuple(same.table.columns) == COLUMNS


def test_an_empty_table_has_the_types_of_a_full_one(compared, spring):
    assert compared("2018-01-24", "2018-01-24").table.dtypes.equals(spring.table.dtypes)


def test_days_in_the_wrong_order_are_refused(dataset):
    with pytest.raises(
        ValueError, match=r"^April 13, 2018, the first day, is after Jan\. 23, 2018, the second day$"
    ):
        changes(dataset, ALL, APRIL_13, JAN_23)


def test_the_day_of_the_filters_is_passed_over(dataset, spring):
    fixed = changes(dataset, Filters(as_of=date(2017, 1, 1)), JAN_23, APRIL_13)
    assert fixed.table.equals(spring.table)


def test_filters_choose_letters_on_either_day(compared):
    answered = compared("2018-02-22", "2018-02-23", "round=2018-01&status=answered")
    assert set(answered.table["jurisdiction_id"]) == {"chicago-il", "cook-county-il", "new-york-ny"}
    awaiting = compared("2018-02-22", "2018-02-23", "round=2018-01&status=awaiting")
    assert {"chicago-il", "cook-county-il"} <= set(awaiting.table["jurisdiction_id"])


def test_nothing_chosen_gives_nothing(compared):
    assert compared("2018-01-23", "2018-04-13", "q=nosuchword").table.empty


def test_a_case_of_several_places_is_one_sentence_and_a_row_each(compared):
    filed = compared("2025-02-05", "2025-02-06", "state=IL")
    assert len(filed.of(ChangeKind.CASE_FILED)) == 3
    (told,) = (line for line in filed.sentences if "was filed. Of" in line)
    assert told == (
        "On Feb. 6, 2025, United States v. State of Illinois was filed. Of the places compared, it names "
        "Chicago, Illinois; Cook County, Illinois; and the state of Illinois."
    )


def test_a_single_letter_is_told_in_the_singular(compared):
    assert compared("2026-01-23", "2026-01-24").sentences[0] == (
        "DOJ wrote to the state of Minnesota in a letter dated Jan. 24, 2026."
    )


def test_rows_are_oldest_first(spring):
    assert spring.table["day"].is_monotonic_increasing


def test_rows_and_sentences_hold_no_missing_cell(spring):
    assert not spring.table.isna().any(axis=None)
    assert not any(re.search(r"\b(nan|NaT|None)\b", line) for line in spring.sentences)


days = st.dates(date(2017, 3, 1), date(2026, 9, 1))


@given(days, st.integers(0, 1500))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_between_any_two_days_every_change_lies_between_them_and_has_its_cause(dataset, start, length):
    end = min(start + timedelta(days=length), date(2026, 11, 25))
    table = changes(dataset, ALL, start, end).table
    assert ((table["day"] > pd.Timestamp(start)) & (table["day"] <= pd.Timestamp(end))).all()
    moved = table[table["kind"] == "status_changed"]
    assert not moved["summary"].str.contains("not on record").any()
    last = {(row.round_id, row.jurisdiction_id): row.status_after for row in moved.itertuples()}
    assert last == {key: word for key, word in statuses_on(dataset, end).items() if key in last}


def statuses_on(dataset, day):
    keys = dataset.letters[["round_id", "jurisdiction_id"]].itertuples(index=False, name=None)
    return dict(zip(keys, letter_status(dataset, day), strict=True))


def test_every_step_of_a_status_is_one_that_the_rules_gave(dataset, spring):
    """What is told of a letter is its status on that day and on the day before, never a jump over others."""
    for day, steps in spring.of(ChangeKind.STATUS_CHANGED).groupby("day"):
        after = statuses_on(dataset, day.date())
        before = statuses_on(dataset, day.date() - timedelta(days=1))
        for step in steps.itertuples():
            key = (step.round_id, step.jurisdiction_id)
            assert (before[key], after[key]) == (step.status_before, step.status_after)


def test_an_answer_of_an_unknown_day_is_told_as_known_by_a_day(spring):
    (told,) = [line for line in spring.sentences if "letter to Denver, Colorado, went from" in line]
    assert "to “Answered” by Jan. 24, 2018: City answered between" in told


def test_the_dataset_is_left_as_it_was(dataset):
    before = {name: table.copy(deep=True) for name, table in dataset.tables.items()}
    changes(dataset, ALL, JAN_23, APRIL_13)
    assert all(table.equals(before[name]) for name, table in dataset.tables.items())


@pytest.fixture
def recorded(dataset):
    """Jackson's letter entered on May 1, 2026, what it said on June 1; a letter to Boston on June 1."""
    edited = a_dataset(
        dataset,
        letters=[a_letter(jurisdiction_id="jackson-ms"), a_letter()],
        events=[an_event(), an_event(date="2018-03", type="response_sent", summary="The city answered.")],
        cases=[],
    )
    tables = dict(edited.tables)
    tables["letters"] = tables["letters"].assign(recorded_on=stamps("2026-05-01", "2026-06-01"))
    tables["events"] = tables["events"].assign(recorded_on=stamps("2026-06-01", "2026-07-01"))
    tables["corrections"] = pd.DataFrame(
        {
            "corrected_on": stamps("2026-06-02", "2026-06-03"),
            "table": ["letters", "rounds"],
            "row": ["2018-01 + boston-ma", "2018-01"],
            "column": ["addressee", "signatory"],
            "old": ["", "A"],
            "new": ["Mayor Walsh", "B"],
            "why": ["Read in the letter.", "Misread."],
            "sources": [("one",), ("two",)],
        }
    )
    return replace(edited, tables=tables)


def stamps(*texts):
    return pd.DatetimeIndex(texts).as_unit("s")


def entered(dataset, start, end, query=""):
    filters, _ = Filters.parse(query, dataset)
    return recorded_changes(dataset, filters, date.fromisoformat(start), date.fromisoformat(end))


def test_what_entered_the_dataset_is_told_by_the_day_of_recording(recorded):
    june = entered(recorded, "2026-05-01", "2026-06-02")
    assert list(june.table[["on", "kind", "jurisdiction_id"]].itertuples(index=False, name=None)) == [
        ("2026-06-01", "letter_recorded", "boston-ma"),
        ("2026-06-01", "event_recorded", "jackson-ms"),
        ("2026-06-02", "corrected", "boston-ma"),
    ]
    assert june.sentences == (
        "One letter entered the dataset on June 1, 2026: Boston, Massachusetts.",
        "One event entered the dataset on June 1, 2026: Jackson, Mississippi.",
        "On June 2, 2026, the editors made a correction on Boston, Massachusetts: addressee of 2018-01 + "
        "boston-ma (letters) is “Mayor Walsh”, no longer empty. Read in the letter.",
    )


def test_a_recorded_event_says_when_it_happened(recorded):
    (row,) = entered(recorded, "2026-06-30", "2026-07-01").table.itertuples()
    assert (row.summary, row.event_type) == ("In March 2018: The city answered.", EventType.RESPONSE_SENT)


def test_a_correction_of_no_one_place_is_told_whatever_the_filters(recorded):
    (row,) = entered(recorded, "2026-06-01", "2026-06-03", "state=MS").table.itertuples()
    assert (row.jurisdiction_id, row.summary) == (
        "",
        "signatory of 2018-01 (rounds) is “B”, no longer “A”. Misread.",
    )


def test_what_was_recorded_is_chosen_by_the_filters(recorded):
    assert set(entered(recorded, "2026-04-01", "2026-06-01", "state=MA").table["kind"]) == {"letter_recorded"}


def test_a_dataset_without_corrections_has_none(recorded):
    tables = {name: table for name, table in recorded.tables.items() if name != "corrections"}
    assert entered(replace(recorded, tables=tables), "2026-06-01", "2026-06-03").table.empty


def test_recording_days_in_the_wrong_order_are_refused(recorded):
    with pytest.raises(ValueError, match="is after"):
        entered(recorded, "2026-06-01", "2026-05-01")
