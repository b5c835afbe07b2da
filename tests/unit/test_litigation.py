"""The litigation of a place is told with who sued, over what, when and how it stands, as of the day."""

from datetime import date

import pytest

from builders import a_case, a_dataset, an_event
from tracker.brief import litigation

DAY = date(2020, 1, 1)
UNREAD = "; the tracker has read no decision that ends it ({})."
NO_DECISION = UNREAD.format("nothing after its filing is on record")


@pytest.fixture
def told(dataset):
    def of(*cases, events=(), day=DAY, place="jackson-ms"):
        told = litigation(a_dataset(dataset, cases=list(cases), events=list(events)), place, day)
        return " ".join(claim.text for claim in told.claims)

    return of


def others(count, **cells):
    return [
        a_case(case_id=f"jackson-v-x-{number}", round_id="", **cells) for number in range(2000, 2000 + count)
    ]


def test_no_case_is_no_sentence(told):
    assert told() == ""
    assert told(a_case(), day=date(2018, 2, 5)) == ""


def test_a_suit_over_a_letter_is_told(told):
    assert told(a_case()) == (
        "Jackson sued the federal government over a letter on Feb. 6, 2018 (City of Jackson v. Sessions)"
        + NO_DECISION
    )


def test_a_suit_of_the_united_states_is_told_with_its_outcome(told):
    case = a_case(
        name="United States v. Jackson (police)", brought_by="united-states", concerns="letter;policy",
        outcome_for="place", decided_on="2019-05",
    )  # fmt: skip
    assert told(case) == (
        "The United States sued Jackson over a letter and its law or policy on Feb. 6, 2018 "
        "(United States v. Jackson); a court decided for the city in May 2019."
    )
    assert told(case, day=date(2019, 5, 30)).endswith(
        "; no decision that ends it is on record by May 30, 2019."
    )


def test_a_case_without_a_decision_is_told_up_to_the_last_thing_on_record(told):
    events = [an_event(case_id=a_case()["case_id"], date=day) for day in ("2018-02-06", "2018-07")]
    assert told(a_case(), events=events).endswith(UNREAD.format("last on record: July 2018"))
    assert told(a_case(), events=events[:1]).endswith(NO_DECISION)
    early = told(a_case(), events=events, day=date(2018, 7, 30))
    assert early.endswith("; no decision that ends it is on record by July 30, 2018.")


@pytest.mark.parametrize(
    ("cells", "end"),
    [
        ({"outcome_for": "united-states", "decided_on": "2019"}, "decided for the United States in 2019."),
        (
            {"outcome_for": "split", "decided_on": "2019-05-02"},
            "decided in part for each side on May 2, 2019.",
        ),
        ({"outcome_for": "agreement", "decided_on": "2019-05-02"}, "the sides settled on May 2, 2019."),
        ({"ended_on": "2019-05"}, "it ended in May 2019, and the outcome is not on record."),
    ],
)
def test_each_outcome_has_its_words(told, cells, end):
    assert told(a_case(**cells)).endswith(end)


def test_a_place_that_joined_later_is_told_so_and_only_from_then(told):
    event = an_event(case_id=a_case()["case_id"], type="suit_joined", date="2018-07")
    joined = "Jackson joined a suit against the federal government over a letter in July 2018 ("
    assert told(a_case(), events=[event]).startswith(joined)
    assert told(a_case(), events=[event], day=date(2018, 7, 30)) == ""
    by_us = a_case(brought_by="united-states")
    assert told(by_us, events=[event]).startswith("Jackson joined a suit by the United States over a letter")


def test_a_suit_over_a_letter_comes_first_and_many_others_are_counted(told):
    decided, running = others(2, outcome_for="place", decided_on="2019"), "jackson-v-y-2000"
    cases = [*decided, a_case(case_id=running, round_id=""), a_case()]
    first, second = told(*cases).split(". Jackson is", 1)
    assert first.startswith("Jackson sued the federal government over a letter")
    assert second == (
        " a party to three other court cases: "
        "two were decided for the city and one has no final decision on record."
    )


def test_a_state_is_named_as_one(told):
    case = a_case(jurisdictions="state-of-maine", outcome_for="place", decided_on="2019")
    assert told(case, place="state-of-maine").startswith("The state of Maine sued")
    assert "decided for the state in 2019" in told(case, place="state-of-maine")


def test_every_place_on_record_can_be_told(dataset):
    for place in dataset.jurisdictions["jurisdiction_id"]:
        for claim in litigation(dataset, place, date(2026, 11, 26)).claims:
            assert claim.text.endswith(".")
            assert claim.sources
