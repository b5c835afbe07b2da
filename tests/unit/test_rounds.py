"""Rounds are summed up as of a day, and two of them compared without guessing why."""

from datetime import date

import pytest

from tracker.rounds import compare_rounds, round_summaries, tell
from tracker.vocabulary import RoundKind, Status

TODAY = date(2026, 11, 25)
TEN = (
    "contra-costa-county-ca",
    "washington-dc",
    "middlesex-county-nj",
    "multnomah-county-or",
    "newark-nj",
    "riverside-county-ca",
    "santa-ana-ca",
    "santa-clara-county-ca",
    "seattle-wa",
    "state-of-vermont",
)
FOUR = ("state-of-california", "chicago-il", "cook-county-il", "new-york-ny")


@pytest.fixture
def compared(dataset):
    return lambda first, second, day=TODAY: compare_rounds(dataset, first, second, day)


def test_november_2017_and_january_2018_have_ten_four_and_nineteen(compared):
    comparison = compared("2017-11", "2018-01")
    assert comparison.only_first == TEN
    assert comparison.only_second == FOUR
    assert len(comparison.both) == 19
    assert "jackson-ms" in comparison.both


def test_the_comparison_is_told_without_a_guess_at_reasons(compared):
    assert tell(compared("2017-11", "2018-01")) == (
        "Nineteen jurisdictions got the letters of both rounds.",
        "Ten got only the November 2017 letter: Contra Costa County, the District of Columbia, Middlesex "
        "County, Multnomah County, Newark, Riverside County, Santa Ana, Santa Clara County, Seattle and the "
        "state of Vermont.",
        "No reason is on record; absence from a later round is neither a clearance nor a removal.",
        "Four got only the January 2018 letter: the state of California, Chicago, Cook County and New York "
        "City.",
        "All four had been written to in April 2017.",
        "Three of the four had been written to in October 2017.",
    )


def test_the_other_way_round_the_same_is_told_in_the_other_order(compared):
    there, back = compared("2017-11", "2018-01"), compared("2018-01", "2017-11")
    assert (back.only_first, back.only_second) == (there.only_second, there.only_first)
    assert tell(back) == (*tell(there)[:1], *tell(there)[3:], *tell(there)[1:3])


def test_the_rounds_before_are_given_for_each_place(compared):
    comparison = compared("2017-11", "2018-01")
    assert comparison.earlier("state-of-california") == ("2017-04",)
    assert comparison.earlier("chicago-il") == ("2017-04", "2017-10")
    assert comparison.earlier("jackson-ms") == ()


def test_what_is_on_record_about_an_absence_is_a_note_that_gives_no_reason(compared):
    comparison = compared("2017-11", "2018-01")
    assert {tuple(comparison.on_record(place)["type"]) for place in TEN} == {("not_relisted",)}
    assert {comparison.outcomes(place) for place in TEN} == {()}


def test_what_doj_decided_before_the_later_round_is_told(compared):
    comparison = compared("2017-04", "2017-10")
    assert comparison.outcomes("clark-county-nv") == ("cleared",)
    assert tell(comparison)[2:4] == (
        "On record by Oct. 11, 2017, under “Cleared by DOJ”: Clark County, Miami-Dade County and Milwaukee "
        "County.",
        "For one of them, no reason is on record; absence from a later round is neither a clearance nor a "
        "removal.",
    )
    assert tell(comparison)[-1] == "None got only the October 2017 letter."


def test_a_decision_after_the_later_round_explains_nothing(compared):
    assert compared("2017-10", "2017-11").outcomes("new-orleans-la") == ()


def test_places_without_an_earlier_letter_are_told(compared):
    assert tell(compared("2017-10", "2017-11"))[-1] == "For all 29, no earlier letter is on record."


def test_a_single_place_is_told_in_the_singular(compared):
    assert tell(compared("2018-04", "2026-01-minnesota"))[-2:] == (
        "One got only the January 2026 letter: the state of Minnesota.",
        "It had been written to in August 2025.",
    )


def test_a_round_is_the_same_as_itself(compared):
    same = compared("2018-04", "2018-04")
    assert (same.only_first, same.only_second, len(same.both)) == ((), (), 3)
    assert tell(same) == ("Both are the same round, with letters to three jurisdictions.",)


def test_a_round_not_yet_sent_has_no_recipients(compared):
    early = compared("2017-11", "2018-01", date(2018, 1, 23))
    assert (len(early.only_first), early.only_second, early.both) == (29, (), ())
    assert tell(early) == ("The January 2018 letters had not been sent by Jan. 23, 2018.",)


def test_names_are_given_for_sentences(compared):
    comparison = compared("2017-11", "2018-01")
    assert comparison.name("state-of-california") == "the state of California"
    assert comparison.name("washington-dc") == "the District of Columbia"


def test_background_cannot_be_compared(dataset):
    with pytest.raises(ValueError, match="“2025-08-list” is background"):
        compare_rounds(dataset, "2025-08", "2025-08-list", TODAY)


def test_an_unknown_round_cannot_be_compared(dataset):
    with pytest.raises(KeyError, match="2019-01"):
        compare_rounds(dataset, "2018-01", "2019-01", TODAY)


def test_all_rounds_are_summed_up_newest_first(dataset):
    summaries = round_summaries(dataset, TODAY)
    assert [row.round_id for row in summaries[:2]] == ["2026-01-minnesota", "2025-08"]
    assert len(summaries) == len(dataset.rounds)
    assert [row.sent_on for row in summaries] == sorted((row.sent_on for row in summaries), reverse=True)


def test_a_summary_has_the_terms_and_the_tally(dataset):
    (january,) = (row for row in round_summaries(dataset, TODAY) if row.round_id == "2018-01")
    assert january.tally == ((Status.ANSWERED, 4), (Status.CLEARED, 2), (Status.LAPSED, 17))
    assert (january.announced, january.recorded, january.label) == (23, 23, "Jan. 2018")
    assert (january.sent_on, january.deadline_on) == (date(2018, 1, 24), date(2018, 2, 23))
    assert january.signatory.startswith("Jon Adler")
    assert january.ended == "in April 2021"
    assert january.sources


def test_a_summary_tells_nothing_that_came_after_the_day(dataset):
    summaries = {row.round_id: row for row in round_summaries(dataset, date(2018, 1, 25))}
    assert "2018-04" not in summaries
    assert summaries["2018-01"].tally == ((Status.AWAITING, 23),)
    assert summaries["2018-01"].ended == ""


def test_background_has_no_letters_and_no_tally(dataset):
    for row in round_summaries(dataset, TODAY):
        assert (row.kind is RoundKind.CONTEXT) == (row.recorded == 0) == (row.tally == ())


def test_a_number_not_announced_is_none_and_the_note_says_so(dataset):
    (august,) = (row for row in round_summaries(dataset, TODAY) if row.round_id == "2025-08")
    assert august.announced is None
    assert "32 to 35" in august.note
