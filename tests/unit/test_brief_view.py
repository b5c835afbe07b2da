from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tracker import Filters
from tracker.brief import Figure, figures, place_brief, view_brief, view_lead
from tracker.brief.letter_sentences import announced, deadline
from tracker.evidence import Count
from tracker.language.datewords import ap_date
from tracker.language.words import number, sentence

TODAY = date(2026, 11, 25)


@pytest.fixture
def view(dataset):
    def select(query):
        filters, refused = Filters.parse(query, dataset)
        assert refused == ()
        return filters.apply(dataset, TODAY)

    return select


@pytest.fixture
def brief(view):
    return lambda query: view_brief(view(query))


def test_the_round_of_january_2018_is_told_in_full(brief):
    told = brief("round=2018-01&as_of=2018-01-25")
    assert told.headline == "Twenty-three jurisdictions in 12 states got a letter dated Jan. 24, 2018."
    assert told.sentences == (
        "What the letters asked for: all orders, directives, instructions or guidance to law-enforcement "
        "employees on whether and how they may communicate with DOJ, DHS or ICE.",
        "The letters asked for an answer by Feb. 23, 2018, 29 days after Jan. 25, 2018.",
        "For six letters, the place promised an answer that is not on record.",
        "Nine of the 23 are in California; three in Illinois; two in New York; and one each in Colorado, "
        "Florida, Kentucky, Massachusetts, Mississippi, New Mexico, Oregon, Vermont and Washington.",
        "By Census region, 13 of the 23 jurisdictions are in the West, four in the Northeast, three in the "
        "Midwest and three in the South.",
        "Possible consequences, according to DOJ: a subpoena if the answer was late or incomplete; return of "
        "grant money if a violation was found. By the letter to Louisville, not cooperating could also bring "
        "withheld or restricted grant money, referral to the Inspector General for an audit and high-risk "
        "status.",
        "On Jan. 25, 2018, all 23 letters awaited an answer.",
        "Counting only suits over these letters, or over the places’ policies or grants in their time, of "
        "the 23 jurisdictions, five have sued the federal government; of the six suits, one was decided for "
        "the places and five have no final decision on record.",
        "Last on record about these letters, and suits over them or the places’ policies or grants, on Jan. "
        "25, 2018, Albany, New York: Acting Police Chief Sears said city policy complies with federal law; "
        "the mayor called the letter the second such request.",
    )


def test_statuses_are_told_by_number_the_commonest_first(brief):
    assert (
        "On March 1, 2018, of the 23 letters, 19 were past their deadline with no answer on public record, "
        "three had an answer and no later outcome on record and one was the subject of a suit with no end "
        "on record."
    ) in brief("round=2018-01&as_of=2018-03-01").sentences


def test_answers_by_the_deadline_are_a_range_where_days_are_not_known(brief):
    sure = "At least four of the 23 letters were answered by the deadline; two more"
    for when, days in {
        "may have been by then": ("2018-02-24", "2018-03-01"),
        "by April 15, 2018": ("2018-04-15", "2018-04-30", "2026-11-26"),
    }.items():
        for day in days:
            told = brief(f"round=2018-01&as_of={day}").sentences
            assert any(said.startswith(f"{sure} {when}, days unknown") for said in told), day
    assert "Two of the five letters were answered by the deadline." in brief("round=2017-10").sentences


def test_what_doj_and_the_courts_did_is_counted_each_suit_once(brief):
    told = brief("round=2017-10").sentences
    ended = "DOJ ended the program behind all five letters in April 2021, when four of them had no clearance"
    assert f"{ended} or agreement on record." in told
    assert (
        "Four places stood at preliminary findings that laws or policies may violate section 1373 until the "
        "program ended in April 2021."
    ) in told
    assert any("; of the four suits, " in said for said in told)


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("round=2018-01&state=CA", "Nine jurisdictions in California got a letter dated Jan. 24, 2018."),
        ("round=2018-01&state=NY", "Two cities in New York got a letter dated Jan. 24, 2018."),
        ("round=2017-08-psp", "Four cities in three states got a letter dated Aug. 3, 2017."),
        (
            "round=2025-08&kind=state",
            "Nine states are named as recipients of a letter dated Aug. 13, 2025.",
        ),
        (
            "round=2025-08",
            "Twenty-three jurisdictions in 15 states are named as recipients of a letter dated Aug. 13, "
            "2025.",
        ),
    ],
)
def test_places_are_called_what_they_are(brief, query, headline):
    assert brief(query).headline == headline


@pytest.mark.parametrize(
    ("query", "others"), [("round=2025-08", "10"), ("round=2025-08&kind=state", "three")]
)
def test_those_that_no_source_names_follow_the_headline_at_once_and_stand_with_it_alone(view, query, others):
    beside = (
        f"Another {others} letters are entered because sources say that all listed places got one; no source "
        "names these recipients."
    )
    told = view_brief(view(query))
    assert told.sentences[0] == beside
    assert view_lead(view(query)) == f"{told.headline} {beside}"


@pytest.mark.parametrize("query", ["round=2018-01", "state=MS", "q=zzzz"])
def test_where_all_are_named_the_headline_stands_alone(view, query):
    assert view_lead(view(query)) == view_brief(view(query)).headline


def test_a_part_of_a_round_says_of_how_many(brief):
    told = brief("round=2018-01&state=CA").sentences
    assert "These are nine of the 23 recipients on record." in told[:4]


def test_states_with_one_place_each_are_named_without_numbers(brief):
    assert "The three are in California, Vermont and Washington." in brief("round=2018-04").sentences


@pytest.mark.parametrize(
    ("day", "ending"),
    [
        ("2018-05-12", "May 14, 2018, two days after May 12, 2018."),
        ("2018-05-13", "May 14, 2018, one day after May 13, 2018."),
        ("2018-05-14", "May 14, 2018, the day of this summary."),
        ("2018-05-15", "May 14, 2018, one day before May 15, 2018."),
        ("2018-05-24", "May 14, 2018, 10 days before May 24, 2018."),
        ("2019-05-15", "May 14, 2018, 366 days before May 15, 2019."),
        ("2019-05-16", "May 14, 2018."),
    ],
)
def test_the_distance_of_a_deadline_is_told(brief, day, ending):
    said = brief(f"round=2018-04&as_of={day}").sentences
    assert f"The letters asked for an answer by {ending}" in said


def test_a_round_without_a_deadline_says_so(brief):
    assert (
        "No day by which to answer the letters is on record." in brief("round=2025-07-ca-sheriffs").sentences
    )


def test_the_number_announced_is_told_only_where_it_is_open_or_differs(brief):
    def told(query):
        return [said for said in brief(query).sentences if "number of letters" in said]

    assert told("round=2018-01") == []
    assert told("round=2025-08") == [
        "Editors’ note on the number of letters: Sources give 32 to 35 letters; DOJ published no list of "
        "recipients. Dated Aug. 13, announced Aug. 14."
    ]


@pytest.mark.parametrize(
    ("recorded", "note", "told"),
    [
        (23, "Unused.", ""),
        (22, "", "the number of letters announced was 23; the number on record is 22."),
        (
            1,
            "one was lost",
            "the number of letters announced was 23; the number on record is one. One was lost.",
        ),
    ],
)
def test_a_number_announced_that_differs_is_told(dataset, recorded, note, told):
    rounds = dataset.rounds.assign(recipients_note=note)
    changed = replace(dataset, tables={**dataset.tables, "rounds": rounds})
    assert announced(changed, "2018-01", Count(recorded)).text == told


def test_a_number_announced_is_held_against_the_named_alone(dataset):
    told = (
        "the number of letters announced was 23; sources name the recipients of 13, and 10 more are entered"
    )
    assert announced(dataset, "2018-01", Count(13, 10)).text.startswith(f"{told} without")


def test_several_deadlines_are_told_as_a_span():
    letters = pd.DataFrame({"deadline_on": pd.to_datetime(["2018-02-23", "2018-03-01", None])})
    told = deadline(letters, TODAY, "the letters")
    assert told == "the letters asked for answers by dates from Feb. 23, 2018, to March 1, 2018"


def test_all_letters_are_told_by_number_place_and_day(brief, dataset):
    named = dataset.letters[dataset.letters["evidence"] != "inferred"]
    letters = named.merge(dataset.jurisdictions, on="jurisdiction_id")
    copies, state = letters["jurisdiction_id"].value_counts(), letters["state"].value_counts()
    told = brief("")
    assert told.headline == (
        f"{sentence(number(len(letters))).removesuffix('.')} DOJ letters are on record, sent to "
        f"{len(copies)} jurisdictions in {len(state) - 1} states and the District of Columbia."
    )
    last = ap_date(letters["sent_on"].max().date())
    assert told.sentences[1] == (
        f"The letters with named recipients came in {letters['round_id'].nunique()} rounds dated from "
        f"April 21, 2017, to {last}."
    )
    rounds = letters["round_id"].value_counts()
    assert told.sentences[-4:-1] == (
        sentence(f"{number((copies > 1).sum())} jurisdictions got more than one of these letters"),
        sentence(
            f"{rounds.max()} of these letters are of the round of Nov. 15, 2017, more than of any other"
        ),
        f"The largest share went to California: {state['CA']} of the {len(letters)} letters.",
    )


def test_letters_that_filters_pick_are_called_so(brief):
    told = brief("state=NJ")
    assert (
        told.headline == "Six DOJ letters to places in New Jersey are on record, sent to five jurisdictions."
    )


def test_the_next_deadline_of_several_rounds_is_told(brief):
    assert (
        "The next deadline is Feb. 23, 2018, 30 days after Jan. 24, 2018."
        in brief("as_of=2018-01-24").sentences
    )


def test_a_view_of_one_place_gives_its_brief(brief, dataset):
    assert brief("state=MS") == place_brief(dataset, "jackson-ms", TODAY, "2018-01")
    older = brief("state=MS&round=2017-11")
    assert older == place_brief(dataset, "jackson-ms", TODAY, "2017-11")


@pytest.mark.parametrize("query", ["q=zzzz", "as_of=2017-01-01", "state=MS&status=cleared"])
def test_an_empty_view_says_so(brief, query):
    assert str(brief(query)) == "No letter matches these filters on this day."


def test_the_figures_of_january_2018(view):
    assert figures(view("round=2018-01&as_of=2018-01-25")) == (
        Figure("Letters", "23", "to 23 jurisdictions"),
        Figure("States", "12", ""),
        Figure("Next deadline", "Feb. 23, 2018", "29 days left"),
        Figure("Answers on record", "0 of 23", "0%"),
    )


def test_the_figures_of_one_letter_are_singular(view):
    assert figures(view("round=2018-01&state=MS&as_of=2018-02-24")) == (
        Figure("Letter", "1", "to 1 city"),
        Figure("State", "1", "Mississippi"),
        Figure("Last deadline", "Feb. 23, 2018", "1 day past"),
        Figure("Answers on record", "0 of 1", "0%"),
    )


@pytest.mark.parametrize("query", ["status=answered", "answer=on_time"])
def test_no_share_is_told_of_letters_that_were_picked_by_their_answer(view, query):
    *_, answers = figures(view(f"state=CA&{query}"))
    assert answers.value != "0"
    assert answers.note == ""


def test_the_figures_name_the_district_beside_the_states(view, dataset):
    named = dataset.letters[dataset.letters["evidence"] != "inferred"]
    letters = named.merge(dataset.jurisdictions, on="jurisdiction_id")
    states = letters["state"].nunique()
    assert [figures(view(query))[1] for query in ("", "state=DC", "state=DC&state=MS&round=2017-11")] == [
        Figure("States", str(states - 1), "and D.C."),
        Figure("D.C.", "1", "District of Columbia"),
        Figure("State", "1", "and D.C."),
    ]


def test_the_figures_of_an_empty_view_are_whole(view):
    assert [figure.value for figure in figures(view("q=zzzz"))] == ["0", "0", "–", "0"]


def test_a_view_without_deadlines_says_so_in_the_figures(view):
    assert figures(view("round=2025-07-ca-sheriffs"))[2] == Figure("Deadline", "–", "no deadline on record")
