"""What happened is told once, with its day, its places, the status that it moved and what moved it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_case, a_correction, a_dataset, a_letter, an_event
from tracker import Filters
from tracker.changes import (
    COLUMNS,
    RECORDED,
    Cause,
    ChangeKind,
    changes,
    corrections,
    difference,
    heading,
    history,
    latest,
)
from tracker.changes.groups import size
from tracker.changes.steps import Step, steps
from tracker.status import letter_status

JAN_24, APRIL_13 = date(2018, 1, 24), date(2018, 4, 13)
ALL = Filters()
ANSWERS = "Answers, promises and refusals"
STEPS = "Letters whose status changed more than once"


@pytest.fixture(scope="module")
def spring(dataset):
    return changes(dataset, ALL, JAN_24, APRIL_13)


@pytest.fixture
def between(dataset):
    def compare(start, end, query="", of=dataset):
        filters, refused = Filters.parse(query, dataset)
        assert refused == ()
        return changes(of, filters, date.fromisoformat(start), date.fromisoformat(end))

    return compare


def told(found, heading):
    (lines,) = (lines for title, _, lines in found.sections if title == heading)
    return lines


def at(found, place):
    return [row for row in found.rows if place in row.places]


def test_what_is_dated_to_a_span_that_began_before_the_first_day_says_so(dataset, between):
    """A joining dated “2025” was told as news of the year from Nov. 26, 2025."""
    small = a_dataset(dataset, letters=[], cases=[], events=[an_event(date="2018", round_id="")])
    inside, (doubtful,) = (
        between("2018-01-01", "2018-12-31", of=small),
        between("2018-11-26", "2019-11-26", of=small).rows,
    )
    assert inside.maybe_earlier == 0
    assert "may have come before" not in inside.rows[0].sentence
    assert doubtful.sentence.endswith(
        "Its date is known only as 2018; it may have come before Nov. 26, 2018."
    )


def test_the_letters_of_january_and_april_2018_are_named(spring):
    sent = spring.of(ChangeKind.LETTER_SENT)
    assert sent.groupby("on").size().to_dict() == {"2018-01-24": 23, "2018-04-12": 3}
    january, april = told(spring, "Letters sent")
    assert january.startswith(
        "Letters of DOJ dated Jan. 24, 2018, went to 23 jurisdictions: Albany, New York;"
    )
    assert all(name in january for name in sent.loc[sent["on"] == "2018-01-24", "names"])
    assert april == (
        "Letters of DOJ dated April 12, 2018, went to three jurisdictions: "
        "Oakland, California; Seattle, Washington; and the state of Vermont."
    )


def test_both_days_are_included(between):
    assert len(between("2018-01-24", "2018-01-24").of(ChangeKind.LETTER_SENT)) == 23
    assert between("2018-01-25", "2018-01-25").of(ChangeKind.LETTER_SENT).empty


def test_a_suit_its_filing_and_the_status_that_it_moved_are_one(spring):
    rows = [
        (row.on, row.kind, row.status_from, row.status_to) for row in at(spring, "west-palm-beach-fl")[4:]
    ]
    assert ("2018-02-06", ChangeKind.CASE_FILED, "awaiting", "in_court") in rows
    assert ("2018-03-27", ChangeKind.OUTCOME, "in_court", "cleared") in rows
    assert sum(on == "2018-02-06" and kind is ChangeKind.CASE_FILED for on, kind, _, _ in rows) == 1
    assert not any(row.event_type == "suit_filed" for row in spring.rows if row.kind is ChangeKind.EVENT)
    assert told(spring, "Court cases ended") == (
        "In March 2018, City of West Palm Beach v. Sessions ended. Settled on March 27, 2018: staff memo on "
        "sharing immigration information; DOJ found no evidence of current non-compliance; suit dropped.",
    )


def test_steps_of_a_letter_are_told_in_one_sentence(spring):
    lines = told(spring, STEPS)
    assert (
        "On its January 2018 letter, Louisville, Kentucky, went past the deadline on Feb. 24 and was "
        "cleared by DOJ on April 12, 2018."
    ) in lines
    assert (
        "On its January 2018 letter, West Palm Beach, Florida, was in a court case as of Feb. 6 and was "
        "cleared by DOJ on March 27, 2018."
    ) in lines


def test_letters_with_the_same_steps_are_told_together(between):
    lines = told(
        between("2017-11-15", "2021-12-31", "round=2018-04"), "Letters whose status changed more than once"
    )
    assert lines[0] == (
        "On their April 2018 letters, two jurisdictions went past the deadline on May 15, 2018, and saw the "
        "round end in April 2021 with no outcome on record: Oakland, California, and Seattle, Washington."
    )


def test_a_letter_that_left_court_is_not_told_as_answering_twice(between):
    lines = told(
        between("2025-08-13", "2026-11-25", "state=MA"), "Letters whose status changed more than once"
    )
    assert lines[0].endswith("was in a court case as of Sept. 4, 2025, and was out of court by May 29, 2026.")


def test_a_deadline_and_the_status_that_it_brings_are_one(between):
    assert between("2018-02-22", "2018-02-23").of(ChangeKind.DEADLINE_PASSED).empty
    found = between("2018-02-24", "2018-02-24")
    assert set(found.table["kind"]) == {"deadline_passed"}
    assert len(found.rows) == 23
    moved = [row for row in found.rows if row.cause == Cause.DEADLINE]
    assert {row.status_to for row in moved} == {"no_answer_found"}
    (line,) = found.sentences
    assert line.startswith(
        f"The deadline of Feb. 23, 2018, passed for 23 letters, {len(moved)} of them with no answer on "
        "public record: Albany, New York;"
    )
    assert line.endswith(
        "At least four of the 23 were answered by then; two more may have been, days unknown: Burlington, "
        "Vermont, and Louisville, Kentucky."
    )


def test_answers_have_a_heading_of_their_own(spring):
    assert any("Chicago, Illinois, on Feb. 23, 2018: Answer sent." in line for line in told(spring, ANSWERS))


def test_a_status_brought_about_by_the_end_of_a_case_is_told_with_it(dataset, between):
    case = a_case(filed_on="2018-02-01", ended_on="2018-02-10")
    edited = a_dataset(dataset, cases=[case], events=[an_event()])
    (row,) = between("2018-02-05", "2018-02-10", "round=2018-01", edited).rows
    assert (row.kind, row.status_from, row.status_to) == (ChangeKind.CASE_ENDED, "in_court", "awaiting")
    assert (row.on, row.cause) == ("2018-02-10", Cause.CASE_ENDED)
    assert row.sentence == "On Feb. 10, 2018, City of Jackson v. Sessions ended."


def test_a_case_that_moves_letters_in_two_ways_is_told_once_and_each_step_beside_it(dataset, between):
    letters = [a_letter(jurisdiction_id="jackson-ms"), a_letter(jurisdiction_id="oakland-ca", deadline_on="")]
    case = a_case(filed_on="2018-02-01", jurisdictions="jackson-ms;oakland-ca")
    edited = a_dataset(dataset, letters=letters, cases=[case], events=[an_event()])
    kinds = Counter(row.kind for row in between("2018-02-01", "2018-02-01", of=edited).rows)
    assert kinds == {ChangeKind.CASE_FILED: 1, ChangeKind.STATUS_CHANGED: 2}


def test_a_lapse_is_told_with_the_end_of_the_round(between):
    found = between("2021-04-30", "2021-04-30", "round=2018-01")
    assert {(row.kind, row.status_to, row.on) for row in found.rows} == {
        (ChangeKind.ROUND_ENDED, "lapsed", "2021-04")
    }
    assert found.sentences[0].startswith(
        "The January 2018 round ended in April 2021, with no outcome of 17 letters on public record: "
    )


def test_an_imprecise_event_counts_from_its_latest_day(between):
    assert at(between("2017-12-15", "2018-01-23"), "jackson-ms") == []
    (row,) = (
        row
        for row in between("2018-01-24", "2018-01-24", "round=2017-11&state=MS").rows
        if row.status_to == "answered"
    )
    assert (row.on, row.cause) == ("2017-12-01/2018-01-24", Cause.EVENT)


def test_every_row_of_the_data_is_told_once(dataset):
    rows = Counter(
        key
        for change in history(dataset)
        if change.kind is not ChangeKind.STATUS_CHANGED
        for key in change.rows
        if key[0] == "events"
    )
    assert set(rows) == {("events", key) for key in dataset.events["event_id"]}
    assert set(rows.values()) == {1}
    filed = [change.case_id for change in history(dataset) if change.kind is ChangeKind.CASE_FILED]
    assert sorted(filed) == sorted(dataset.cases.loc[dataset.cases["filed_on"] != "", "case_id"])


def test_what_is_told_alone_says_more_than_its_sort(dataset):
    headings = {change: heading(dataset, change) for change in history(dataset)}
    assert all(len(name) > len(change.label) + 5 for change, name in headings.items())
    of_rounds = [name for change, name in headings.items() if change.round_label]
    assert of_rounds
    assert all(re.search(r", \w+\.? \d{4}[^,]* round", name) for name in of_rounds)


def test_no_key_is_used_twice(dataset):
    keys = [change.key for change in history(dataset)]
    assert len(keys) == len(set(keys))


def test_what_happened_at_several_places_is_one(between):
    (row,) = (
        row for row in between("2025-08-22", "2025-08-22").rows if row.case_id == "san-francisco-v-trump-2025"
    )
    assert len(row.places) == 4
    assert row.kind is ChangeKind.COURT_DECISION
    assert row.summary == (
        "A court decided in City and County of San Francisco v. Trump. A federal court in the Northern "
        "District of California (Judge Orrick) extended the funding injunction to 34 more localities."
    )


def test_court_decisions_have_a_section_of_their_own_that_names_each_case(between):
    found = between("2025-08-01", "2025-09-30")
    decisions = [row for row in found.rows if row.event_type == "ruling"]
    told_of = told(found, "Court decisions")
    assert len(told_of) == len(decisions) == len({row.case_id for row in decisions})
    assert told_of[1].startswith("On Aug. 22, 2025, a court decided in City and County of San Francisco v.")
    assert not any("Court decision" in line for line in told(found, "Other events"))


def test_a_decision_in_few_places_names_them_and_one_without_a_case_is_told_by_its_places(dataset):
    case = a_case(name="Oakland v. Barr", jurisdictions="albany-ny;oakland-ca", filed_on="2017-06-01")
    rows = [
        an_event(type="ruling", jurisdiction_id=place, round_id="", case_id=case["case_id"])
        for place in ("albany-ny", "oakland-ca")
    ]
    alone = an_event(type="ruling", jurisdiction_id="oakland-ca", round_id="", date="2018-03-01")
    found = history(a_dataset(dataset, events=[*rows, alone], cases=[case]))
    named, unnamed = (row.sentence for row in found if row.kind is ChangeKind.COURT_DECISION)
    assert "a court decided in Oakland v. Barr." in named
    assert named.endswith("Of the places on record, it involves Albany, New York, and Oakland, California.")
    assert "Oakland, California, on March 1, 2018: Court decision." in unnamed


def test_a_place_added_to_what_happened_keeps_its_id_and_refreshes_it(dataset):
    first = an_event(jurisdiction_id="oakland-ca", round_id="")
    later = an_event(jurisdiction_id="albany-ny", round_id="", recorded_on="2026-12-01")
    (before,), (after,) = (
        [row for row in history(a_dataset(dataset, events=rows, cases=[])) if row.kind is ChangeKind.EVENT]
        for rows in ([first], [first, later])
    )
    assert before.key == after.key
    assert (before.places, after.places) == (("oakland-ca",), ("albany-ny", "oakland-ca"))
    assert (before.updated_on, after.updated_on) == (date(2026, 11, 25), date(2026, 12, 1))


def test_a_case_of_several_places_is_one_row_whichever_of_them_is_looked_at(between):
    found = between("2025-02-06", "2025-02-06", "q=Cook")
    (row,) = found.of(ChangeKind.CASE_FILED).itertuples()
    assert row.places == ("chicago-il", "cook-county-il", "state-of-illinois")
    assert row.sentence == (
        "On Feb. 6, 2025, United States v. State of Illinois was filed. The United States sued Illinois, "
        "Cook County and Chicago in federal court in the Northern District of Illinois over state "
        "“sanctuary” acts, the city ordinance and county detainer policy. Of the places on record, it "
        "involves Chicago, Illinois; Cook County, Illinois; "
        "and the state of Illinois."
    )


def test_who_joined_a_case_later_is_not_among_its_first_parties(between):
    found = between("2025-02-07", "2025-08-31", "id=seattle-wa")
    assert [row.on for row in found.rows if row.kind is ChangeKind.CASE_JOINED] == ["2025-02-27"]
    assert not any(
        "seattle-wa" in row.places and row.case_id == "san-francisco-v-trump-2025"
        for row in found.rows
        if row.kind is ChangeKind.CASE_FILED
    )


def test_a_round_holds_the_cases_tied_to_it_only(between):
    cases = {row.case_id for row in between("2018-01-01", "2018-12-31", "round=2018-01").rows} - {""}
    assert "west-palm-beach-v-sessions-2018" in cases
    assert "united-states-v-california-2018" not in cases


def test_without_a_filter_places_with_no_letter_belong_to_it(dataset):
    silent = set(dataset.jurisdictions["jurisdiction_id"]) - set(dataset.letters["jurisdiction_id"])
    everything = changes(dataset, ALL, date(2000, 1, 1), date(2026, 11, 26))
    assert {key for row in everything.rows for table, key in row.rows if table == "events"} == set(
        dataset.events["event_id"]
    )
    assert any(place in silent for row in everything.rows for place in row.places)


def test_other_events_are_counted_by_type(between):
    assert between("2018-01-29", "2018-01-29").sentences == (
        "Two other events are on record: all “Statement”.",
    )


def test_every_kind_of_change_has_its_words():
    assert len({kind.label for kind in ChangeKind}) == len(ChangeKind)
    assert len({kind.many for kind in ChangeKind}) == len(ChangeKind)


def test_a_table_of_nothing_has_the_columns_and_types_of_a_full_one(between, spring):
    nothing = between("2018-01-24", "2018-04-13", "q=nosuchword")
    assert nothing.table.empty
    assert nothing.sentences == ()
    assert tuple(nothing.table.columns) == COLUMNS
    assert nothing.table.dtypes.equals(spring.table.dtypes)


def test_days_in_the_wrong_order_are_refused(dataset):
    with pytest.raises(
        ValueError, match=r"^April 13, 2018, the first day, is after Jan\. 24, 2018, the last day$"
    ):
        changes(dataset, ALL, APRIL_13, JAN_24)


def test_the_day_of_the_filters_is_passed_over(dataset, spring):
    assert changes(dataset, Filters(as_of=date(2017, 1, 1)), JAN_24, APRIL_13).rows == spring.rows


def test_filters_choose_letters_as_they_stood_before_or_after(between):
    for status in ("awaiting", "no_answer_found"):
        found = between("2018-02-24", "2018-02-24", f"round=2018-01&status={status}")
        assert "jackson-ms" in {place for row in found.rows for place in row.places}


def test_a_single_letter_is_told_with_its_addressee(between):
    assert between("2026-01-24", "2026-01-24").sentences[0] == (
        "DOJ wrote to the state of Minnesota in a letter dated Jan. 24, 2026; it was addressed to "
        "Gov. Tim Walz. No day by which to answer the letter is on record."
    )


def test_rows_and_sentences_are_whole(dataset):
    rows = history(dataset)
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    for row in rows:
        assert row.sentence.endswith((".", ".”")), row.sentence
        assert not re.search(r"\b(nan|NaT|None)\b|\b[a-z]+_[a-z]+\b|\.\.", row.sentence), row.sentence
        assert row.recorded_on >= row.day
        assert row.updated_on >= row.recorded_on
        assert set(row.sources) <= set(dataset.sources["source_id"])


def statuses_on(dataset, day):
    keys = dataset.letters[["round_id", "jurisdiction_id"]].itertuples(index=False, name=None)
    return dict(zip(keys, letter_status(dataset, day), strict=True))


days = st.dates(date(2017, 3, 1), date(2026, 9, 1))


@given(days, st.integers(0, 1500))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_steps_lead_from_the_status_before_the_first_day_to_that_of_the_last(dataset, start, length):
    end = min(start + timedelta(days=length), date(2026, 11, 25))
    stands = statuses_on(dataset, start - timedelta(days=1))
    for row in changes(dataset, ALL, start, end).rows:
        assert start <= row.day <= end
        for letter in row.letters if row.status_to else ():
            assert stands[letter] == row.status_from
            assert row.cause != Cause.UNKNOWN
            stands[letter] = row.status_to
    assert stands == statuses_on(dataset, end)


def test_the_dataset_is_left_as_it_was(dataset):
    before = {name: table.copy(deep=True) for name, table in dataset.tables.items()}
    history.__wrapped__(dataset)
    assert all(table.equals(before[name]) for name, table in dataset.tables.items())


@pytest.fixture
def recorded(dataset):
    """A letter to Jackson entered on May 1, 2026, its answer of March 2018 on June 1; Boston’s on June 1."""
    return a_dataset(
        dataset,
        letters=[
            a_letter(jurisdiction_id="jackson-ms", recorded_on="2026-05-01"),
            a_letter(recorded_on="2026-06-01"),
        ],
        events=[
            an_event(recorded_on="2026-06-01"),
            an_event(
                date="2018-03", type="response_sent", summary="City answered.", recorded_on="2026-07-01"
            ),
        ],
        cases=[],
        corrections=[
            a_correction(
                corrected_on="2026-06-02",
                row="2018-01 + boston-ma",
                old="",
                new="Mayor Walsh",
                why="Read in the letter.",
            ),
            a_correction(
                corrected_on="2026-06-03",
                table="rounds",
                row="2018-01",
                column="signatory",
                old="A",
                new="B",
                why="Misread.",
            ),
        ],
    )


def entered(dataset, start, end, query=""):
    filters, _ = Filters.parse(query, dataset)
    return changes(dataset, filters, date.fromisoformat(start), date.fromisoformat(end), RECORDED)


def test_what_entered_the_record_is_told_by_the_day_of_recording(recorded):
    june = entered(recorded, "2026-06-01", "2026-06-02")
    assert [(str(row.recorded_on), str(row.kind), *row.places) for row in june.rows] == [
        ("2026-06-01", "letter_sent", "boston-ma"),
        ("2026-06-01", "event", "jackson-ms"),
        ("2026-06-02", "corrected", "boston-ma"),
    ]
    assert june.sentences[-1] == (
        "Corrected on June 2, 2026: The January 2018 letter to Boston, Massachusetts: “Addressee” is "
        "“Mayor Walsh”; nothing was on record before. Read in the letter."
    )


def test_a_deadline_that_passed_before_its_letter_was_recorded_is_no_news_of_its_own(recorded, dataset):
    assert "deadline_passed" not in set(entered(recorded, "2026-05-01", "2026-07-01").table["kind"])
    later = a_dataset(dataset, letters=[a_letter(deadline_on="2026-12-24", recorded_on="2026-11-25")])
    assert [row.kind for row in entered(later, "2026-12-25", "2026-12-25").rows] == [
        ChangeKind.DEADLINE_PASSED
    ]


def test_a_recorded_event_says_when_it_happened(recorded):
    (row,) = entered(recorded, "2026-07-01", "2026-07-01").rows
    assert row.dated == "In March 2018: City answered."
    assert row.sentence == "Jackson, Mississippi, in March 2018: Answer sent. City answered."


def test_a_correction_of_no_one_place_is_told_whatever_the_filters(recorded):
    (row,) = entered(recorded, "2026-06-02", "2026-06-03", "state=MS").rows
    assert (row.places, row.summary) == (
        (),
        "The January 2018 round: “Signed by” is “B”, no longer “A”. Misread.",
    )


def test_a_correction_refreshes_what_it_corrects(recorded):
    sent, boston = (row for row in history(recorded) if row.kind is ChangeKind.LETTER_SENT)
    if sent.places == ("boston-ma",):
        sent, boston = boston, sent
    assert (sent.updated_on, boston.updated_on) == (date(2026, 5, 1), date(2026, 6, 2))


def test_corrections_are_worded_in_one_place(recorded):
    in_history = {row.key: row for row in history(recorded) if row.kind is ChangeKind.CORRECTED}
    assert {row.key: row for row in corrections(recorded)} == in_history
    assert [row.day for row in corrections(recorded)] == [date(2026, 6, 3), date(2026, 6, 2)]


def test_what_was_recorded_is_chosen_by_the_filters(recorded):
    found = entered(recorded, "2026-04-01", "2026-06-01", "state=MA")
    assert [row.places for row in found.rows] == [("boston-ma",)]


def test_a_dataset_without_corrections_has_none(recorded):
    bare = replace(recorded, tables={**recorded.tables, "corrections": recorded.corrections.iloc[:0]})
    assert {row.kind for row in entered(bare, "2026-06-01", "2026-06-03").rows} == {
        ChangeKind.LETTER_SENT,
        ChangeKind.EVENT,
    }


def test_many_rows_of_one_day_are_counted(dataset):
    day = dataset.letters["recorded_on"].min().date()
    found = changes(dataset, ALL, day, day, RECORDED)
    sent = [row for row in found.rows if row.kind is ChangeKind.LETTER_SENT]
    assert [count for heading, count, _ in found.sections if heading == "Letters sent"] == [size(sent)]
    assert len(told(found, "Letters sent")) == 1


def test_the_difference_of_two_datasets_is_what_a_release_brings(recorded):
    event = an_event(date="2018-03-05", summary="Something else.", recorded_on="2026-08-01")
    rows = pd.DataFrame(a_dataset(recorded, events=[event]).events)
    newer = replace(
        recorded,
        tables=dict(recorded.tables) | {"events": pd.concat([recorded.events.iloc[1:], rows])},
    )
    found = difference(recorded, newer)
    assert [row.summary for row in found.added] == ["Something else."]
    assert [row.key for row in found.withdrawn] == [("event", "jackson-ms:2018-02-14:statement")]
    assert found.reworded == ()
    assert found.sentences[-1].startswith("No longer on record: Jackson, Mississippi, on Feb. 14, 2018:")
    assert difference(newer, newer).sentences == ()


def test_how_a_letter_stands_moves_with_its_status_and_its_corrections(recorded):
    jackson, boston = ("2018-01", "jackson-ms"), ("2018-01", "boston-ma")
    early, late = latest(recorded, date(2018, 1, 25)), latest(recorded, date(2018, 4, 1))
    assert early[jackson].since == JAN_24
    assert late[jackson].since == date(2018, 3, 31)
    assert late[jackson].updated_on == date(2026, 7, 1)
    assert late[boston].since == date(2018, 2, 24)
    assert late[boston].updated_on == date(2026, 6, 3)  # the day on which its round was corrected


@pytest.mark.parametrize(
    ("table", "row", "state", "count"),
    [
        ("rounds", "2017-10", "IL", 1),
        ("rounds", "2017-10", "MS", 0),
        ("sources", "clarionledger-20180124-jackson", "MS", 1),
        ("sources", "cited-by-nothing", "MS", 0),
    ],
)
def test_a_correction_of_no_place_belongs_where_it_has_to_do_with_the_letters(
    dataset, table, row, state, count
):
    corrected = a_dataset(
        dataset, corrections=[a_correction(table=table, row=row, corrected_on="2026-11-25")]
    )
    for filters, expected in ((ALL, 1), (Filters(state=(state,)), count)):
        rows = changes(corrected, filters, JAN_24, date(2026, 12, 1), corrected=True).rows
        assert sum(change.kind is ChangeKind.CORRECTED for change in rows) == expected


def test_a_place_that_joined_a_suit_stepped_into_court_on_that_day(dataset):
    letter, case = a_letter(jurisdiction_id="jackson-ms"), a_case()
    joined = an_event(type="suit_joined", case_id=case["case_id"], date="2018-02-16")
    into_court = [
        step
        for step in steps(a_dataset(dataset, letters=[letter], events=[joined], cases=[case]))
        if step.after == "in_court"
    ]
    key = (letter["round_id"], letter["jurisdiction_id"])
    assert into_court == [Step(key, date(2018, 2, 16), "awaiting", "in_court")]
