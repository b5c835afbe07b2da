"""What a reader's words lead to is on record by the day, and its page shows it."""

from datetime import date
from urllib.parse import urlencode

import pytest

from tracker.address import Address
from tracker.case_filters import CaseFilters
from tracker.evidence import Count
from tracker.filters import Filters
from tracker.hits import (
    ALL,
    LONGEST,
    MOST,
    PERIOD,
    PLACE,
    find_hits,
    find_hits_of_one_word,
    first_hit,
    no_letter,
)
from tracker.language.words import counted
from tracker.letters import letters_on
from tracker.pages import emptiness
from tracker.pages.changes_page import changes_page
from tracker.regions import DIVISIONS
from tracker.vocabulary import DocumentKind

TODAY = date(2026, 11, 26)

JANUARY = "Jan. 2018: 23 jurisdictions: document demand, subpoena if unmet"


@pytest.mark.parametrize(
    ("words", "sort", "label"),
    [
        ("jackson", PLACE, "Jackson, MS"),
        ("lumumba", "Written to", "Mayor Chokwe Antar Lumumba, Jackson, MS"),
        ("jan 2018 subpoena", "Round", JANUARY),
        ("SF", PLACE, "San Francisco, CA"),
        ("sanfran", PLACE, "San Francisco, CA"),
        ("Cook Co.", PLACE, "Cook County, IL"),
        ("CA", PLACE, "California"),
        ("Mayor of Jackson", "Written to", "Mayor Chokwe Antar Lumumba, Jackson, MS"),
        ("Jan 24 2018", "Round", JANUARY),
        (
            "DOJ letters of 1/24/2018",
            "Round",
            JANUARY,
        ),
        ("US vs California", "Court case", "United States v. California, no. 2:18-cv-00490"),
        ("18 Civ. 805", "Court case", "California’s records suit against DOJ, no. 3:18-cv-00805"),
        ("18cv805", "Court case", "California’s records suit against DOJ, no. 3:18-cv-00805"),
    ],
)
def test_the_first_match_of_words_is_what_they_name(dataset, words, sort, label):
    (first, *_) = find_hits(dataset, words, TODAY)
    assert (first.sort, first.label) == (sort, label)


@pytest.mark.parametrize(
    ("words", "sort", "values"),
    [
        ("jackson", PLACE, {"id": "jackson-ms"}),
        ("jakson", PLACE, {"id": "jackson-ms"}),
        ("cook", PLACE, {"id": "cook-county-il"}),
        ("New York", PLACE, {"id": "state-of-new-york"}),
        ("CA", PLACE, {"id": "state-of-california"}),
        ("lumumba", "Written to", {"id": "jackson-ms"}),
        ("January 2018", "Round", {"round": "2018-01"}),
        ("18-490", "Court case", {"case": "united-states-v-california-2018"}),
        ("answered", "Letters", {"status": "answered"}),
        ("the West", "Letters", {"region": "West"}),
        ("sanctuary", ALL, {"q": "sanctuary"}),
        ("Bondi", ALL, {"q": "Bondi"}),
        ("letters 2018", ALL, {"q": "letters 2018"}),
        ("san", ALL, {"q": "san"}),
        ("sessions", ALL, {"q": "sessions"}),
    ],
)
def test_enter_opens_the_one_hit_that_is_meant_or_else_the_page_of_all(dataset, words, sort, values):
    hit = first_hit(dataset, words, TODAY)
    assert (hit.sort, dict(hit.values)) == (sort, values)


def test_the_page_of_all_hits_lists_them(dataset):
    selection = Filters(**first_hit(dataset, "Bondi", TODAY).values).apply(dataset, TODAY)
    told = emptiness(selection)
    hits = find_hits(dataset, "Bondi", TODAY)
    assert len(hits) > 1
    assert told.count("<li>") == len(hits)


def test_of_nothing_found_nothing_is_opened(dataset):
    assert first_hit(dataset, "qwertyuiop", TODAY) is None


@pytest.mark.parametrize(
    ("words", "division"),
    [("New England", "New England"), ("the Pacific", "Pacific"), ("mid-Atlantic", "Middle Atlantic")],
)
def test_a_census_division_leads_to_the_letters_of_its_states(dataset, words, division):
    states = {*DIVISIONS[division]} & {*letters_on(dataset, TODAY)["state"]}
    hit, follow = find_hits(dataset, words, TODAY)
    assert set(hit.values["state"]) == states
    letters = Filters(state=tuple(hit.values["state"])).apply(dataset, TODAY).letters
    assert set(letters["state"]) == states
    assert hit.label.startswith(f"{Count.of(letters).short} in the Census division ")
    assert (follow.path, follow.values) == ("feed.atom", hit.values)
    (period,) = find_hits(dataset, f"{words} since 2025", TODAY)
    assert set(period.values["state"]) == states


@pytest.mark.parametrize(
    ("words", "where", "values"),
    [
        ("California, Jan. 1 to June 30, 2018", "California", {"state": "CA", "to": "2018-06-30"}),
        ("What happened in California from 1 January to 30 June 2018", "California", {"state": "CA"}),
        ("CA 2018-01-01..2018-06-30", "California", {"from": "2018-01-01", "to": "2018-06-30"}),
        ("Calif. 2018", "California", {"state": "CA", "to": "2018-12-31"}),
        ("D.C. in 2017", "the District of Columbia", {"state": "DC"}),
        ("the West 2018", "the West", {"region": "West"}),
        ("jackson 2017-18", "Jackson, Mississippi", {"id": "jackson-ms", "from": "2017-01-01"}),
        ("2018", "at all places", {"from": "2018-01-01", "to": "2018-12-31"}),
    ],
)
def test_a_place_with_days_leads_to_what_happened_there_in_them(dataset, words, where, values):
    hits = find_hits(dataset, words, TODAY)
    first = next(hit for hit in hits if hit.sort == PERIOD)
    assert first.words.startswith(f"What happened {'' if where.startswith('at ') else 'in '}{where}, ")
    assert values.items() <= first.values.items()
    assert first.path == "changes"
    assert first == hits[0] or where == "at all places"
    page = changes_page(Address.parse(urlencode(first.values, doseq=True), dataset), dataset, TODAY)
    rows = page.sections.get("table", "").count("<tr id=")
    assert first.label.endswith(f": {counted(rows, 'change', 'changes')}")


def test_days_without_an_end_go_to_the_day_of_whoever_reads(dataset):
    (hit, *_) = find_hits(dataset, "Illinois since January 2018", TODAY)
    assert dict(hit.values) == {"state": "IL", "from": "2018-01-01"}


def test_no_days_after_the_day_of_the_view_are_offered(dataset):
    (hit, *_) = find_hits(dataset, "California 2018", date(2018, 1, 25))
    assert hit.values["to"] == "2018-01-25"
    assert not [hit for hit in find_hits(dataset, "California 2025", date(2018, 1, 25)) if hit.sort == PERIOD]


def test_a_place_goes_before_all_that_is_told_of_it(dataset):
    sorts = [hit.sort for hit in find_hits(dataset, "chicago", TODAY)]
    assert sorts[0] == PLACE
    assert {"Court case", "Event"} <= {*sorts}
    assert max(sorts.count(sort) for sort in {*sorts} - {PLACE}) == MOST
    assert sorts == sorted(sorts, key=sorts.index)


def test_nothing_later_than_the_day_is_found(dataset):
    hits = find_hits(dataset, "court", date(2018, 1, 25))
    assert hits
    assert not any("2025" in hit.label or "2026" in hit.label for hit in hits)
    assert not [hit for hit in find_hits(dataset, "plates", date(2018, 1, 25)) if hit.sort != PLACE]


def test_every_match_of_a_case_leads_to_it(dataset):
    for words in ("grants", "plates", "sessions", "17-17478"):
        for hit in find_hits(dataset, words, TODAY):
            if hit.sort == "Court case":
                (case,) = CaseFilters(case=hit.values["case"]).apply(dataset, TODAY)["name"]
                assert hit.label.startswith(case)


@pytest.mark.parametrize("word", ["lost", "settled", "near", "breach", "statute"])
def test_a_word_that_the_record_is_told_in_is_no_misspelling_of_a_place(dataset, word):
    hits = find_hits(dataset, word, TODAY)
    assert hits
    assert PLACE not in {hit.sort for hit in hits}


@pytest.mark.parametrize(
    ("words", "said", "part", "first"),
    [
        ("Portland, Maine", "No letter to Portland, Maine, is on record.", "Portland", "Portland, OR"),
        ("portland, me", "No letter to Portland, Maine, is on record.", "portland", "Portland, OR"),
        ("Newark Delaware", "No letter to Newark, Delaware, is on record.", "Newark", "Newark, NJ"),
        (
            "springfield, illinois",
            "No letter to Springfield, Illinois, is on record.",
            "illinois",
            "Illinois",
        ),
        ("Texas", "No letter to Texas, or to a place in it, is on record.", "", ""),
    ],
)
def test_a_place_of_another_state_is_no_hit_and_its_absence_is_said(dataset, words, said, part, first):
    assert find_hits(dataset, words, TODAY) == ()
    assert no_letter(dataset, words) == said
    of_part, hits = find_hits_of_one_word(dataset, words, TODAY)
    assert of_part == part
    assert [hit.label for hit in hits[:1]] == ([first] if first else [])
    assert said in emptiness(Filters(q=words).apply(dataset, TODAY))


@pytest.mark.parametrize(
    "words", ["Jackson, Mississippi", "police, Illinois", "New York", "qwertyuiop", "", "IL"]
)
def test_nothing_is_said_absent_that_is_on_record_or_that_no_place_may_be_called(dataset, words):
    assert no_letter(dataset, words) == ""


@pytest.mark.parametrize("words", ["", "  ", "...", "qwertyuiop"])
def test_nonsense_finds_nothing(dataset, words):
    assert find_hits(dataset, words, TODAY) == ()


def test_of_words_that_nothing_holds_together_the_one_that_leads_somewhere_is_offered(dataset):
    words = "Tony Lumumba"
    assert find_hits(dataset, words, TODAY) == ()
    word, hits = find_hits_of_one_word(dataset, words, TODAY)
    assert (word, hits) == ("Lumumba", find_hits(dataset, "Lumumba", TODAY))
    assert "On record for “Lumumba”:" in emptiness(Filters(q=words).apply(dataset, TODAY))
    assert find_hits_of_one_word(dataset, "qwertyuiop asdfgh", TODAY) == ("", ())
    assert find_hits_of_one_word(dataset, "qwertyuiop", TODAY) == ("", ())


def test_letters_with_a_word_are_those_of_the_page_that_is_opened(dataset):
    hit, *_ = find_hits(dataset, "police", TODAY)
    assert hit.sort == "Letters"
    letters = Filters(q=hit.values["q"]).apply(dataset, TODAY).letters
    assert hit.label == f"{Count.of(letters).short}, with “police”"
    assert not [hit for hit in find_hits(dataset, "lumumba", TODAY) if hit.sort == "Letters"]


@pytest.mark.parametrize(
    ("words", "filters"),
    [
        ("Illinois", Filters(state=("IL",))),
        ("the West", Filters(region=("West",))),
        ("Refused", Filters(status=("declined",))),
        ("cleared", Filters(status=("cleared",))),
    ],
)
def test_a_state_a_region_or_a_status_leads_to_its_letters(dataset, words, filters):
    hits = [
        hit for hit in find_hits(dataset, words, TODAY) if hit.sort == "Letters" and "q" not in hit.values
    ]
    (hit,) = hits
    assert Filters(**{key: (value,) for key, value in hit.values.items()}) == filters
    assert hit.label.startswith(f"{Count.of(filters.apply(dataset, TODAY).letters).short} ")


def test_an_event_is_cut_at_a_word(dataset):
    for hit in find_hits(dataset, "court", TODAY):
        if hit.sort == "Event":
            assert len(hit.label.partition(": ")[2]) <= LONGEST + 2


def test_a_search_that_no_letter_answers_offers_what_else_the_words_mean(dataset):
    selection = Filters(q="18-cv-805").apply(dataset, TODAY)
    assert selection.letters.empty
    told = emptiness(selection)
    assert "Court case: California’s records suit against DOJ" in told
    assert 'href="cases?case=california-records-suit-2018"' in told


def test_a_place_has_its_public_copies_beside_it_or_that_there_is_none(dataset):
    copies = [hit for hit in find_hits(dataset, "boston", TODAY) if hit.sort == "Letter"]
    papers = dataset.documents[dataset.documents["kind"] == DocumentKind.LETTER]
    sources = set(papers[papers["jurisdiction_id"] == "boston-ma"]["source_id"])
    assert {hit.url for hit in copies} == {dataset.sources_by_id[key]["url"] for key in sources} != set()
    assert all("public copy at " in hit.label for hit in copies)
    (none,) = [hit for hit in find_hits(dataset, "east lansing", TODAY) if hit.sort == "Letter"]
    assert (none.label, none.url) == ("East Lansing, MI, Aug. 13, 2025: no public copy found", "")
    assert not [hit for hit in find_hits(dataset, "boston", date(2018, 1, 25)) if hit.url]


@pytest.mark.parametrize(
    "words", ["letter Jackson", "the DOJ letters to Jackson, Mississippi", "Jackson letter text"]
)
def test_a_letter_is_found_by_whom_it_went_to(dataset, words):
    place, *letters = find_hits(dataset, words, TODAY)
    assert place == first_hit(dataset, words, TODAY)
    assert (place.sort, place.values["id"]) == ("Place", "jackson-ms")
    copy, none = (hit.label for hit in letters)
    assert copy.startswith("Jackson, MS, Nov. 15, 2017, public copy at ")
    assert none == "Jackson, MS, Jan. 24, 2018: no public copy found"


def test_of_a_letter_with_its_year_the_others_are_left_out(dataset):
    labels = [hit.label for hit in find_hits(dataset, "Chicago letter 2025", TODAY) if hit.sort == "Letter"]
    assert labels == ["Chicago, IL, Aug. 13, 2025: no public copy found"]
    assert no_letter(dataset, "letter to Portland, Maine") == no_letter(dataset, "Portland, Maine") != ""


def test_a_state_can_be_followed_from_the_search(dataset):
    (hit,) = [hit for hit in find_hits(dataset, "Illinois", TODAY) if hit.sort == "Follow"]
    assert (hit.path, dict(hit.values)) == ("feed.atom", {"state": "IL"})
    assert not [hit for hit in find_hits(dataset, "boston", TODAY) if hit.sort == "Follow"]
