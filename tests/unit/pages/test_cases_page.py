"""The cases page tells of each case what was on record by the day, and calls none open for want of an end."""

import re
from datetime import date

import pytest

from builders import a_case, a_dataset, an_event
from tracker.address import Address
from tracker.case_filters import CaseFilters
from tracker.court_cases import cases_on
from tracker.filters import Filters
from tracker.language.words import number, sentence
from tracker.pages.case_form import case_options
from tracker.pages.cases_page import cases_page
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.vocabulary import CaseStatus

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
    cases = dataset.cases
    ended, suits = (cases["ended_on"] != "").sum(), (cases["brought_by"] == "jurisdiction").sum()
    decided = ((cases["ended_on"] == "") & (cases["outcome_for"] != "")).sum()
    assert said.title == sentence(f"{len(cases)} court cases on record, as of Nov. 25, 2026").removesuffix(
        "."
    )
    assert (
        "have no final decision on record, which does not mean that they are pending. "
        + sentence(f"{ended} of the {len(cases)} have an end on record; {decided} have an outcome but no end")
        + f" Cities, counties and states brought {suits}, the United States {len(cases) - suits}."
    ) in text(said.sections["head"])
    assert said.description.startswith(said.title)


def test_the_head_says_who_won(dataset):
    head = text(page(dataset, "place=boston-ma").sections["head"])
    assert "One was decided for the city, county or state and two have no final decision on record, " in head
    undecided = text(page(dataset, "outcome_for=pending").sections["head"])
    assert "decided for" not in undecided
    assert "That does not mean that they are pending." in undecided


def test_a_case_is_told_with_court_docket_and_linked_places(dataset):
    html = case_of(page(dataset, "as_of=2026-11-25"), "west-palm-beach-v-sessions-2018")
    assert "U.S. District Court, Southern District of Florida (S.D. Fla.) · no. 9:18-cv-80131" in text(html)
    assert "Filed Feb. 6, 2018 Ended March 2018" in text(html)
    assert "Tied to the letters of January 2018" in text(html)
    assert 'href="record?as_of=2026-11-25&amp;id=west-palm-beach-fl"' in html
    assert "Outcome Settled on March 27, 2018" in text(html)
    assert "6 sources" in text(html)


def test_decisions_are_counted_and_the_newest_is_told(dataset):
    events = dataset.events
    case = (events["case_id"] == "chicago-v-sessions-2017") & (events["type"] == "ruling")
    assert f"Decisions on {number(events[case]['date'].nunique())} days; the newest, April 30, 2020:" in told(
        page(dataset), "chicago-v-sessions-2017"
    )


def ids_at(dataset, query):
    return re.findall(r'id="case-([^"]+)"', page(dataset, query).sections["list"])


def test_what_places_won_is_what_the_data_say(dataset):
    won = dataset.cases[dataset.cases["outcome_for"] == "place"]
    assert set(ids_at(dataset, "outcome_for=place")) == set(won["case_id"])
    assert "united-states-v-boston-2025" not in ids_at(dataset, "outcome_for=place&as_of=2026-05-28")


@pytest.mark.parametrize(
    ("query", "column", "word"),
    [("side=united-states", "brought_by", "united-states"), ("filed_in=N.D. Cal.", "court", "N.D. Cal.")],
)
def test_a_kind_chooses_its_cases(dataset, query, column, word):
    assert set(ids_at(dataset, query)) == set(dataset.cases.loc[dataset.cases[column] == word, "case_id"])


def test_a_concern_is_one_of_several(dataset):
    both = dataset.cases["concerns"].map(lambda concerns: "grants" in concerns)
    assert set(ids_at(dataset, "concern=grants")) == set(dataset.cases.loc[both, "case_id"])
    assert "san-francisco-v-trump-2017" in ids_at(dataset, "concern=policy")


def test_cases_are_found_by_words_in_name_court_place_and_decision(dataset):
    assert "united-states-v-boston-2025" in ids_at(dataset, "q=boston sorokin")
    assert "west-palm-beach-v-sessions-2018" in ids_at(dataset, "q=southern district of florida")
    assert ids_at(dataset, "q=no such words") == []


def test_cases_are_put_in_the_order_asked_for(dataset):
    everything = ids_at(dataset, "")
    for order in ("decided", "outcome", "court", "name"):
        assert sorted(ids_at(dataset, f"sort={order}")) == sorted(everything)
    names = dataset.cases.set_index("case_id")["name"]
    assert list(names[ids_at(dataset, "sort=name")]) == sorted(names)
    status = cases_on(dataset, TODAY).set_index("case_id")["status"]
    assert list(dict.fromkeys(status[ids_at(dataset, "sort=outcome")])) == [
        str(term) for term in CaseStatus if term in set(status)
    ]


def test_the_table_counts_every_suit_once_and_links_each_number(dataset):
    html = page(dataset, "place=boston-ma&as_of=2026-11-25").sections["list"].split("</table>")[0]
    numbers = [int(count) for count in re.findall(r"<td>(?:<a[^>]*>)?(\d+)", html)]
    lines = [numbers[start : start + 3] for start in range(0, len(numbers), 3)]
    assert len(lines) == len(CaseStatus)
    assert all(one + other == every for one, other, every in lines)
    assert sum(every for _, _, every in lines) == len(ids_at(dataset, "place=boston-ma"))
    assert "cases?as_of=2026-11-25&amp;place=boston-ma&amp;outcome_for=place&amp;side=united-states" in html


def test_a_docket_and_its_appeals_are_links(dataset):
    html = case_of(page(dataset), "new-york-v-doj-2018")
    assert "https://www.courtlistener.com/?type=r&amp;court=nysd&amp;docket_number=1%3A18-cv-06471" in html
    assert "https://www.supremecourt.gov/docket/docketfiles/html/public/20-795.html" in html


def test_where_a_case_stands_is_told_with_its_day(dataset):
    assert "Status Decided for the place , May 28 or 29, 2026" in told(
        page(dataset), "united-states-v-boston-2025"
    )


def test_an_outcome_that_tells_of_later_days_is_left_out(dataset):
    before = told(page(dataset, "as_of=2018-03-01"), "west-palm-beach-v-sessions-2018")
    assert (
        "Status No final decision on record : no decision that ends it is on record by March 1, 2018"
        in before
    )
    assert "No end on record" not in before
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
    assert "Day of filing not on record U.S." not in bare
    assert "read no decision that ends it (nothing after its filing is on record)" in bare
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
            "round=2017-11&round=2018-01&ended=yes",
            "One court case is tied to the letters of November 2017 or January 2018 and has an end on record",
        ),
        ("place=jackson-ms", "No court cases name Jackson, Mississippi"),
        (
            "round=2025-08&place=state-of-minnesota",
            "One court case names the state of Minnesota and is tied to the letters of August 2025",
        ),
        (
            "outcome_for=agreement&side=jurisdiction",
            "Two court cases were settled and were brought by cities, counties or states",
        ),
        (
            "outcome_for=place&side=united-states&concern=letter",
            "One court case was decided for the city, county or state, was brought by the United States and",
        ),
        (
            "filed_in=S.D. Fla.",
            "One court case was filed in the U.S. District Court, Southern District of Florida",
        ),
        ("q=18cv80131", "One court case has “18cv80131” in name, court, places, docket, outcome or events"),
        ("q=No. 9:18-cv-80131-DMM", "One court case has"),
        ("q=20-795", "One court case has “20-795”"),
    ],
)
def test_the_headline_says_which_cases(published, query, headline):
    said = page(published, query)
    assert said.title.startswith(headline)
    assert said.title.endswith(", as of Nov. 25, 2026")
    assert said.title in text(said.sections["head"])


def test_one_case_is_spoken_of_as_one(dataset):
    said = text(page(dataset, "round=2018-01&as_of=2018-03-01").sections["head"])
    assert "No decision that ends it is on record, which does not mean that it is pending." in said


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


def test_filters_of_letters_keep_the_cases_of_their_recipients_and_say_so(dataset):
    said = page(dataset, "state=CA&kind=state&round=2018-01&side=jurisdiction&as_of=2018-03-01")
    assert "a recipient of DOJ letters to states in California" in said.title
    assert "The link chooses letters by State and Kind." in text(said.sections["head"])
    assert 'href="cases?round=2018-01&amp;as_of=2018-03-01&amp;side=jurisdiction"' in said.sections["head"]
    assert "chooses letters" not in page(dataset, "round=2018-01").sections["head"]


def test_options_count_among_the_cases_of_the_recipients_alone(dataset):
    form = page(dataset, "state=MA").sections["filters"]
    held = CaseFilters(among=Filters(state=("MA",))).apply(dataset, TODAY)
    assert f'<option value="" selected>All ({len(held)})' in form
    assert 0 < len(held) < len(dataset.cases)
    assert '<input type="hidden" name="state" value="MA">' in form


def test_a_day_past_the_research_says_so(dataset):
    assert "The research behind this page reaches July 3, 2026" in text(page(dataset).sections["head"])
    assert "The research behind" not in page(dataset, "as_of=2026-07-03").sections["head"]


def test_hostile_text_stays_text(one):
    shown = one(name=HOSTILE, court=HOSTILE, docket=HOSTILE, outcome=HOSTILE)
    assert "<script" not in shown.sections["list"]
    assert shown.sections["list"].count("&lt;script&gt;") == 4


def test_options_count_what_each_choice_would_give(dataset):
    def options(key, **chosen):
        return case_options(CaseFilters(**chosen), key, dataset, TODAY)

    round_2025 = {"round": ("2025-08",)}
    assert options("ended", **round_2025) == {
        "": "All (2)", "yes": "End on record (1)", "no": "No end on record (1)",
    }  # fmt: skip
    assert options("outcome_for", **round_2025) == {
        "": "All (2)", "place": "Decided for the place (1)", "pending": "No final decision on record (1)",
    }  # fmt: skip
    assert options("side", **round_2025) == {"": "All (2)", "united-states": "The United States (2)"}
    assert options("concern", **round_2025) == {
        "": "All (2)", "letter": "A letter (2)", "policy": "A law or policy (2)",
    }  # fmt: skip
    assert options("filed_in", **round_2025) == {
        "": "All (2)", "D. Mass.": "D. Mass. (1)", "D. Minn.": "D. Minn. (1)",
    }  # fmt: skip
    places = options("place", **round_2025)
    assert places["boston-ma"] == "Boston, MA (1)"
    assert places["state-of-minnesota"] == "Minnesota (1)"
    assert "jackson-ms" not in places
    rounds = options("round", place="boston-ma")
    assert rounds["2025-08"] == "Aug. 2025 (1)"
    assert set(rounds) == {"", "2025-08"}


def test_what_is_chosen_is_an_option_even_without_cases(dataset):
    chosen = CaseFilters(place="jackson-ms", round=("2017-11",))
    assert case_options(chosen, "place", dataset, TODAY)["jackson-ms"] == "Jackson, MS (0)"
    assert case_options(chosen, "round", dataset, TODAY)["2017-11"] == "Nov. 2017 (0)"


def test_a_reader_meets_no_code_words(dataset):
    assert re.findall(r"`|\b\w+_\w+", text("".join(page(dataset).sections.values()))) == []


def test_without_scripts_the_filters_are_a_form_that_keeps_what_chooses_letters(dataset):
    query = "place=chicago-il&ended=yes&round=2018-01&sort=name&state=IL&q=chicago"
    body = snapshot(PageRequest("cases", Address.parse(query, dataset), TODAY), dataset).body
    form = body.split('<form id="choices" action="cases"')[1].split("</form>")[0]
    for value in ("chicago-il", "yes", "name"):
        assert f'<option value="{value}" selected>' in form
    assert '<input type="checkbox" name="round" value="2018-01" checked>' in form
    assert '<input type="hidden" name="state" value="IL">' in form
    assert 'name="q" value="chicago"' in form
    assert '<details class="more-fields" open>' in form


def test_fields_left_at_any_choose_nothing_and_are_no_mistake(dataset):
    address = Address.parse("place=&outcome_for=&side=&concern=&filed_in=&ended=&q=&sort=filed", dataset)
    assert address.refused == ()
    assert CaseFilters.of(address.filters, address.values) == CaseFilters()


def test_a_file_of_the_cases_has_no_fields(dataset):
    body = snapshot(PageRequest("cases", Address(), TODAY, filed=True), dataset).body
    assert not re.search("<form|<select|<button", body)


def test_each_case_has_its_link_its_feed_and_the_deadlines_of_its_places(dataset):
    page = cases_page(Address.parse("case=west-palm-beach-v-sessions-2018", dataset), dataset, TODAY)
    assert "One court case is called “City of West Palm Beach v. Sessions”" in page.title
    html = page.sections["list"]
    assert html.count('class="follow-case"') == 1
    assert 'href="cases?case=west-palm-beach-v-sessions-2018"' in html
    assert 'href="feed.atom?case=west-palm-beach-v-sessions-2018"' in html
    assert 'href="deadlines.ics?round=2018-01&amp;id=west-palm-beach-fl"' in html
