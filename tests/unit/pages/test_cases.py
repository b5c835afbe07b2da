"""The cases page tells of each case what was on record by the day, and calls none open for want of an end."""

import re
from datetime import date

import pytest

from builders import a_case, a_dataset, an_event
from tracker.address import Address
from tracker.pages.asked_cases import Asked, ended_options, place_options, round_options
from tracker.pages.cases import cases_page

TODAY = date(2026, 11, 25)
HOSTILE = "<script>alert(1)</script>"


def page(dataset, query="", today=TODAY):
    return cases_page(Address.parse(query, dataset), dataset, today)


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def case_of(page, case_id):
    return page.sections["list"].split(f'id="case-{case_id}"')[1].split("</li>\n    <li id=")[0]


def told(page, case_id):
    return text(case_of(page, case_id))


@pytest.fixture
def one(dataset):
    def only(*events, query="", **cells):
        return page(a_dataset(dataset, cases=[a_case(**cells)], events=list(events)), query)

    return only


def test_all_cases_are_listed_newest_first(dataset):
    html = page(dataset).sections["list"]
    assert html.count('<li id="case-') == len(dataset.cases)
    assert html.index("case-united-states-v-boston") < html.index("case-west-palm-beach-v-sessions-2018")


def test_the_head_counts_ends_and_parties(dataset):
    said = page(dataset)
    assert said.title == "Forty-six court cases on record, as of Nov. 25, 2026"
    assert (
        "Eight of the 46 have an end on record. For the other 38 no end was read, which does not mean that "
        "they are open. The places written to brought 28 of them, the United States 18."
    ) in text(said.sections["head"])
    assert said.description.startswith(said.title)


def test_a_case_is_told_with_court_docket_and_linked_places(dataset):
    html = case_of(page(dataset, "as_of=2026-11-25"), "west-palm-beach-v-sessions-2018")
    assert "U.S. District Court, Southern District of Florida (S.D. Fla.) · no. 9:18-cv-80131" in text(html)
    assert "Filed Feb. 6, 2018 Ended March 2018" in text(html)
    assert "Tied to the letters of Jan 2018" in text(html)
    assert 'href="record?as_of=2026-11-25&amp;id=west-palm-beach-fl"' in html
    assert "Outcome Settled on March 27, 2018" in text(html)
    assert "6 sources" in text(html)


def test_decisions_are_counted_and_the_newest_is_told(dataset):
    assert "Decisions on 6 days; the newest, April 30, 2020:" in told(
        page(dataset), "chicago-v-sessions-2017"
    )


def test_an_outcome_that_tells_of_later_days_is_left_out(dataset):
    before = told(page(dataset, "as_of=2018-03-01"), "west-palm-beach-v-sessions-2018")
    assert "No end on record" in before
    assert "Outcome left out: more of this case is on record after March 1, 2018" in before
    assert "Settled" not in before


def test_an_outcome_with_nothing_later_is_told_as_of_now(one):
    early = text(one(outcome="Dropped on 1 May 2019.", query="as_of=2020-01-01").sections["list"])
    assert "Outcome Dropped on May 1, 2019. (as the record has it now)" in early
    late = text(one(outcome="Dropped on 1 May 2019.").sections["list"])
    assert "Outcome Dropped on May 1, 2019. Decisions" in late


def test_an_event_of_another_case_hides_no_outcome(one):
    event = an_event(date="2019-01-01", case_id="another")
    assert "Outcome Dropped." in text(
        one(event, outcome="Dropped.", query="as_of=2018-06-01").sections["list"]
    )


def test_what_is_not_on_record_is_said(one):
    bare = text(one(filed_on="", round_id="").sections["list"])
    assert "Day of filing not on record No end on record" in bare
    assert "Court not on record · docket number not on record" in bare
    assert "Outcome not on record Decisions none on record" in bare
    assert "Tied to" not in bare


def test_a_court_that_is_no_district_court_is_named_as_it_is(one):
    assert "9th Cir. · docket" in text(one(court="9th Cir.").sections["list"])


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("place=boston-ma&ended=yes", "One court case names Boston, Massachusetts, and has an end on record"),
        ("round=2018-01", "One court case is tied to the letters of January 2018"),
        (
            "round=2018-01&round=2025-08&ended=no",
            "One court case is tied to the letters of January 2018 or August",
        ),
        ("place=jackson-ms", "No court cases name Jackson, Mississippi"),
        ("place=state-of-minnesota", "Three court cases name Minnesota"),
    ],
)
def test_the_headline_says_which_cases(dataset, query, headline):
    said = page(dataset, query)
    assert said.title.startswith(headline)
    assert said.title.endswith(", as of Nov. 25, 2026")
    assert said.title in text(said.sections["head"])


def test_one_case_is_spoken_of_as_one(dataset):
    said = text(page(dataset, "round=2018-01&as_of=2018-03-01").sections["head"])
    assert "No end of it was read, which does not mean that it is open." in said


def test_several_rounds_give_the_cases_of_any(dataset):
    both = page(dataset, "round=2018-01&round=2025-08").sections["list"]
    alone = [page(dataset, f"round={key}").sections["list"] for key in ("2018-01", "2025-08")]
    ids = [set(re.findall(r'id="case-([^"]+)"', html)) for html in (both, *alone)]
    assert ids[0] == ids[1] | ids[2]
    assert all(ids)


def test_no_case_says_so_and_offers_all(dataset):
    empty = page(dataset, "place=jackson-ms&as_of=2018-01-25").sections["list"]
    assert "No such case is on record by Jan. 25, 2018." in text(empty)
    assert 'href="cases?as_of=2018-01-25"' in empty


def test_a_day_before_all_cases_offers_nothing_more(dataset):
    early = page(a_dataset(dataset, cases=[]))
    assert early.title.startswith("No court cases on record")
    assert "href" not in early.sections["list"]


def test_filters_of_letters_are_named_as_passed_over(dataset):
    head = page(dataset, "state=CA&kind=city&round=2018-01").sections["head"]
    assert "the filters of the link by State and Kind" in text(head)
    assert "filters of the link" not in page(dataset, "round=2018-01").sections["head"]


def test_a_day_past_the_research_says_so(dataset):
    assert "The research behind this page reaches July 3, 2026" in page(dataset).sections["head"]
    assert "The research behind" not in page(dataset, "as_of=2026-07-03").sections["head"]


def test_hostile_text_stays_text(one):
    shown = one(name=HOSTILE, court=HOSTILE, docket=HOSTILE, outcome=HOSTILE)
    assert "<script" not in shown.sections["list"]
    assert shown.sections["list"].count("&lt;script&gt;") == 4


def test_options_count_what_each_choice_would_give(dataset):
    asked = Asked(rounds=("2025-08",))
    assert ended_options(asked, dataset, TODAY) == {
        "": "All (2)", "yes": "End on record (1)", "no": "No end on record (1)",
    }  # fmt: skip
    places = place_options(asked, dataset, TODAY)
    assert places["boston-ma"] == "Boston, MA (1)"
    assert places["state-of-minnesota"] == "Minnesota (1)"
    assert "jackson-ms" not in places
    rounds = round_options(Asked(place="boston-ma"), dataset, TODAY)
    assert rounds == {"2025-08": "Aug 2025 (1)"}


def test_what_is_chosen_is_an_option_even_without_cases(dataset):
    asked = Asked(place="jackson-ms", rounds=("2017-11",))
    assert place_options(asked, dataset, TODAY)["jackson-ms"] == "Jackson, MS (0)"
    assert round_options(asked, dataset, TODAY)["2017-11"] == "Nov 2017 (0)"


def test_a_reader_meets_no_code_words(dataset):
    assert re.findall(r"`|\b\w+_\w+", text("".join(page(dataset).sections.values()))) == []
