"""The facts of a local report of 25 January 2018 on Jackson, one by one, and the briefs of other places."""

from datetime import date

import pytest

from tracker.brief import place_brief

REPORT_DAY = date(2018, 1, 25)
BEFORE = date(2018, 1, 23)


@pytest.fixture(scope="module")
def jackson(dataset):
    return place_brief(dataset, "jackson-ms", REPORT_DAY, "2018-01")


@pytest.fixture(scope="module")
def before(dataset):
    return place_brief(dataset, "jackson-ms", BEFORE, "2018-01")


def test_23_recipients_on_24_january(jackson):
    assert jackson.headline == (
        "Jackson, Mississippi, got a letter dated Jan. 24, 2018, that asked for an answer by Feb. 23, 2018, "
        "29 days after Jan. 25, 2018."
    )
    assert "Letters of this round to 23 jurisdictions are on record." in jackson.sentences


FACTS = {
    "alone in its state": "It was the only one of the 23 in Mississippi.",
    "two others in the South": (
        "The only two others in the South were Louisville, Kentucky, and West Palm Beach, Florida."
    ),
    "nine in California, and the states of the others": (
        "Nine of the 23 are in California; three in Illinois; two in New York; and one each in Colorado, "
        "Florida, Kentucky, Massachusetts, Mississippi, New Mexico, Oregon, Vermont and Washington."
    ),
    "addressee": "It was addressed to Mayor Chokwe Antar Lumumba.",
    "no suit": "No suit over this letter, or over the place’s policies or grants in its time, is on record.",
    "one of 23": "Letters of this round to 23 jurisdictions are on record.",
    "documents demanded": (
        "What the letters asked for: all orders, directives, instructions or guidance to law-enforcement "
        "employees on whether and how they may communicate with DOJ, DHS or ICE."
    ),
    "a subpoena and the return of grants": (
        "Possible consequences, according to DOJ: a subpoena if the answer was late or incomplete; return of "
        "grant money if a violation was found. By the letter to Louisville, not cooperating could also bring "
        "withheld or restricted grant money, referral to the Inspector General for an audit and high-risk "
        "status."
    ),
    "status": (
        "Status on Jan. 25, 2018: Awaiting answer. The deadline has not passed and no answer is on public "
        "record."
    ),
    "what shows it": "DOJ’s release of Jan. 24, 2018, names the place.",
    "two letters": "Two letters to Jackson are on record by Jan. 25, 2018.",
    "contacted before, and answered on a day not known": (
        "An earlier letter, dated Nov. 15, 2017, asked for an answer by Dec. 8, 2017; an answer to it is on "
        "record, sent between Dec. 1, 2017, and Jan. 24, 2018."
    ),
    "a further letter after the answer": "The letter of Jan. 24, 2018, followed that answer.",
}


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_the_report_on_jackson_is_reproduced(jackson, fact):
    assert fact in jackson.sentences


def test_nothing_else_is_told_of_jackson(jackson):
    assert set(jackson.sentences) == set(FACTS.values())


def test_the_day_before_only_the_november_letter_is_told(before):
    assert before.headline.startswith("Jackson, Mississippi, got a letter dated Nov. 15")
    assert "No other letter to Jackson is on record by Jan. 23, 2018." in before.sentences
    assert "Jan. 24, 2018" not in str(before)
    assert "Lumumba" not in str(before)


def test_an_answer_on_a_day_not_known_counts_from_its_latest_day(before):
    assert any("Deadline passed, no answer on public record" in said for said in before.sentences)
    assert not any("answer to the letter is on record" in said for said in before.sentences)


def test_without_a_round_the_newest_letter_by_the_day_is_told(dataset, jackson, before):
    assert place_brief(dataset, "jackson-ms", REPORT_DAY) == jackson
    assert place_brief(dataset, "jackson-ms", BEFORE) == before


@pytest.mark.parametrize("place", ["jackson-ms", "baltimore-county-md"])
def test_a_place_without_a_letter_by_the_day_says_so(dataset, place):
    told = place_brief(dataset, place, date(2017, 1, 1))
    assert told.sentences == ()
    assert told.headline.startswith("No letter to ")
    assert told.headline.endswith(", is on record by Jan. 1, 2017.")


def test_an_unknown_place_is_refused(dataset):
    with pytest.raises(KeyError, match="atlantis"):
        place_brief(dataset, "atlantis", REPORT_DAY)


def test_a_sole_recipient_is_not_one_of_one(dataset):
    told = place_brief(dataset, "state-of-minnesota", date(2026, 2, 1), "2026-01-minnesota")
    assert told.headline.startswith("The state of Minnesota got a letter dated Jan. 24, 2026, to which")
    at = told.sentences.index("It was addressed to Gov. Tim Walz.")
    assert told.sentences[at : at + 3] == (
        "It was addressed to Gov. Tim Walz.",
        "No day by which to answer the letter is on record.",
        "What the letter asked for: repeal of “sanctuary” policies, access to jails and honoring of "
        "detainers, together with benefit data and voter rolls.",
    )
    assert "only" not in str(told)
    assert "No consequence named in the letter is on record." in told.sentences


def test_a_state_with_several_recipients_names_up_to_three_others(dataset):
    said = place_brief(dataset, "chicago-il", REPORT_DAY, "2018-01").sentences
    assert "The only two others in Illinois were Cook County and the state of Illinois." in said
    said = place_brief(dataset, "albany-ny", REPORT_DAY, "2018-01").sentences
    assert "The only other one in New York was New York City." in said
    said = place_brief(dataset, "berkeley-ca", REPORT_DAY, "2018-01").sentences
    assert {
        "It was one of nine of the 23 in California.",
        "It was one of 13 of the 23 in the West.",
    } <= set(said)


def test_an_addressee_that_is_not_known_is_said_to_be_so(dataset):
    said = place_brief(dataset, "los-angeles-ca", REPORT_DAY, "2018-01").sentences
    assert "The addressee is not on record." in said
    assert not any("ddressee not found" in sentence for sentence in said)


def test_a_clearance_is_told_with_its_day(dataset):
    said = place_brief(dataset, "louisville-ky", date(2018, 4, 12), "2018-01").sentences
    assert (
        "Status on April 12, 2018: Cleared by DOJ (April 12, 2018). DOJ wrote that it had found no evidence "
        "that the place was out of compliance."
    ) in said


def test_later_letters_are_told_once_sent(dataset):
    def told(day):
        said = place_brief(dataset, "louisville-ky", day, "2018-01").sentences
        return [sentence for sentence in said if sentence.startswith("A later letter")]

    assert told(date(2025, 6, 24)) == []
    assert told(date(2025, 6, 25)) == [
        "A later letter, dated June 25, 2025, had no day by which to answer on record; on June 25, "
        "2025, it had neither a "
        "deadline nor an answer on record."
    ]


def test_a_letter_of_years_later_is_not_said_to_follow_an_answer(dataset):
    assert "followed that answer" not in str(place_brief(dataset, "louisville-ky", date(2026, 1, 1)))


def test_a_finding_is_called_preliminary(dataset):
    said = str(place_brief(dataset, "chicago-il", date(2018, 3, 1), "2018-01"))
    assert "it stood at a preliminary finding that laws or policies may violate section 1373" in said


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            "seattle-wa",
            "Two publishers say that the letter was sent: The Center Square and The Washington Post.",
        ),
        ("east-lansing-mi", "One publisher says that the letter was sent: East Lansing Info."),
    ],
)
def test_publishers_are_counted_not_assumed(dataset, place, sentence):
    told = place_brief(dataset, place, date(2025, 9, 1), "2025-08")
    assert sentence in told.sentences


def test_a_letter_that_no_source_names_is_not_told_as_sent(dataset):
    told = place_brief(dataset, "berkeley-ca", date(2025, 9, 1), "2025-08")
    assert told.headline == (
        "Berkeley, California, is entered as a recipient of a letter dated Aug. 13, 2025, because sources "
        "say that all listed places got one; no source names it."
    )
    assert not any("publisher" in said for said in told.sentences)


TODAY = date(2026, 11, 26)


def test_boston_tells_its_suit_in_the_first_sentences(dataset):
    told = place_brief(dataset, "boston-ma", TODAY)
    assert told.headline == (
        "Boston, Massachusetts, answered a letter dated Aug. 13, 2025, on time; a suit over it was decided "
        "for the place."
    )
    assert told.sentences[0] == (
        "The United States sued Boston over this letter or what it asked for on Sept. 4, 2025 (United States "
        "v. City of Boston); a court decided for the city on May 28 or 29, 2026."
    )


def test_west_palm_beach_tells_its_suit_and_its_end_in_the_first_sentences(dataset):
    told = place_brief(dataset, "west-palm-beach-fl", TODAY)
    assert told.headline.endswith(
        "DOJ cleared the place on March 27, 2018; a suit over it ended in an agreement."
    )
    assert told.sentences[0].startswith("West Palm Beach sued the federal government over this letter")
    assert told.sentences[0].endswith("; the sides settled on March 27, 2018.")


def test_the_finding_on_philadelphia_is_told_in_the_past(dataset):
    past = (
        "it stood at a preliminary finding that laws or policies may violate section 1373 until the program"
    )
    told = place_brief(dataset, "philadelphia-pa", TODAY, "2017-10")
    assert f"{past} ended in April 2021" in told.headline
    assert "a suit over federal money was decided for the place" in told.headline
    newest = place_brief(dataset, "philadelphia-pa", TODAY)
    assert any(f"{past} ended in April 2021" in said for said in newest.sentences)


def test_burlington_answered_on_the_day_of_its_deadline(dataset):
    told = place_brief(dataset, "burlington-vt", TODAY, "2017-11")
    assert told.headline.startswith("Burlington, Vermont, answered a letter dated Nov. 15, 2017, on time")
    assert "The letter asked for an answer by Dec. 8, 2017." in told.sentences


def test_a_suit_is_pending_until_the_day_of_its_decision(dataset):
    told = place_brief(dataset, "boston-ma", date(2025, 9, 4))
    assert told.sentences[0].endswith("no decision that ends it is on record by Sept. 4, 2025.")
