"""A view and its link say the same; a part of a link that means nothing is refused, never just dropped."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_dataset, shipped
from tracker.address_values import FIRST_DAY, LAST_DAY
from tracker.dates import PartialDate
from tracker.evidence import Count
from tracker.filters import CHOICES, Filters
from tracker.language.words import listed
from tracker.regions import STATES
from tracker.vocabulary import Kind, Status

DAY = date(2018, 1, 25)
DATASET = shipped()
"""For properties: a fixture would be printed, all of it, with every example."""

ROUNDS = sorted(set(DATASET.letters["round_id"]))


def some(options):
    return st.lists(st.sampled_from(sorted(options)), max_size=3).map(tuple)


def window(days):
    """Two days, or one or none, the first before the last."""
    return st.tuples(days, days).map(lambda pair: pair if None in pair else tuple(sorted(pair)))


@st.composite
def filters(draw):
    """Any filters that a reader can set."""
    days = st.none() | st.dates(FIRST_DAY, LAST_DAY)
    begin, end = draw(window(days))
    first, last = draw(window(days))
    return Filters(
        round=draw(some(ROUNDS)),
        state=draw(some(STATES)),
        region=draw(some(["Northeast", "Midwest", "South", "West"])),
        kind=draw(some(map(str, Kind))),
        status=draw(some(map(str, Status))),
        q=draw(st.text(max_size=30)),
        due_from=begin,
        due_to=end,
        last_from=first,
        last_to=last,
        as_of=draw(days),
    )


def parse(dataset, query):
    return Filters.parse(query, dataset)


def refused(dataset, query):
    return [(part.key, part.value) for part in parse(dataset, query)[1]]


def letters(dataset, query, today=DAY):
    return parse(dataset, query)[0].apply(dataset, today).letters


@given(filters())
def test_a_link_gives_back_its_view_with_nothing_refused(view):
    assert parse(DATASET, view.to_query()) == (view, ())


@given(filters())
def test_one_view_has_one_link(view):
    again, _ = parse(DATASET, "?" + view.to_query())
    assert again.to_query() == view.to_query()


@given(st.text(max_size=60))
def test_any_link_is_read_and_each_part_is_used_or_refused(query):
    view, parts = parse(DATASET, query)
    assert all(part.key not in {choice.key for choice in CHOICES} or part.reason for part in parts)
    assert parse(DATASET, view.to_query()) == (view, ())


@given(
    st.lists(
        st.tuples(st.sampled_from(["round", "state", "q", "as_of", "due_from", "mood"]), st.text()),
        max_size=6,
    )
)
def test_what_is_not_understood_is_refused_with_a_reason(pairs):
    query = "&".join(f"{key}={value}" for key, value in pairs)
    _, parts = parse(DATASET, query)
    asked = [key for key, _ in parse_qsl(query, keep_blank_values=True)]
    assert all(part.key in asked and part.reason for part in parts)
    assert sum(key == "mood" for key in asked) == sum(part.key == "mood" for part in parts)


@settings(max_examples=40)
@given(filters())
def test_a_view_holds_letters_that_pass_each_filter_and_no_others(view):
    selection = view.apply(DATASET, DAY)
    passing = selection.pool
    for key in ("state", "region", "kind", "status"):
        if getattr(view, key):
            passing = passing[passing[key].isin(getattr(view, key))]
    if view.round:
        passing = passing[passing["round_id"].isin(view.round)]
    if view.due_from:
        passing = passing[passing["deadline_on"].dt.date >= view.due_from]
    if view.due_to:
        passing = passing[passing["deadline_on"].dt.date <= view.due_to]
    last = passing["since_on"].map(lambda text: PartialDate.parse(text).latest)
    if view.last_from:
        passing = passing[last >= view.last_from]
    if view.last_to:
        passing = passing[last[passing.index] <= view.last_to]
    if not view.q:
        assert list(selection.letters["jurisdiction_id"]) == list(passing["jurisdiction_id"])
    assert len(selection.letters) <= len(passing)
    assert set(selection.places["jurisdiction_id"]) == set(selection.letters["jurisdiction_id"])


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("mood=grim", [("mood", "grim")]),
        ("state=XX", [("state", "XX")]),
        ("state=XX&state=CA", [("state", "XX")]),
        ("state=", []),  # what a form sends of a list that was left alone
        ("region=Europe", [("region", "Europe")]),
        ("kind=village", [("kind", "village")]),
        ("status=ignored", [("status", "ignored")]),
        ("round=1999-01", [("round", "1999-01")]),
        ("round=2025-08-list", [("round", "2025-08-list")]),
        ("as_of=yesterday", [("as_of", "yesterday")]),
        ("as_of=2018-02-30", [("as_of", "2018-02-30")]),
        ("as_of=2018-01", [("as_of", "2018-01")]),
        ("as_of=1999-12-31", [("as_of", "1999-12-31")]),
        ("due_to=2100-01-01", [("due_to", "2100-01-01")]),
        ("as_of=2018-01-25&as_of=2018-01-26", [("as_of", "2018-01-26")]),
        ("q=a&q=b", [("q", "b")]),
        ("due_from=2018-02-01&due_to=2018-01-01", [("due_to", "2018-01-01")]),
        ("last_from=2018-02-01&last_to=2018-01-01", [("last_to", "2018-01-01")]),
        ("due_from=soon&due_to=2018-01-01", [("due_from", "soon")]),
    ],
)
def test_a_part_that_means_nothing_is_refused(dataset, query, parts):
    assert refused(dataset, query) == parts


def test_the_rest_of_a_link_is_kept(dataset):
    view, parts = parse(
        dataset, "state=XX&state=ca&as_of=never&q=mayor&due_from=2018-02-01&due_to=2018-01-01"
    )
    assert view == Filters(state=("CA",), q="mayor", due_from=date(2018, 2, 1))
    assert [part.key for part in parts] == ["state", "as_of", "due_to"]


def test_a_refusal_says_what_and_why(dataset):
    _, (part,) = parse(dataset, "state=XX")
    assert str(part).startswith("`state=XX` is not a state; ignored. “state” takes one of 51 values")


def test_a_page_may_have_keys_of_its_own(dataset):
    assert Filters.parse("place=jackson-ms", dataset, also=frozenset({"place"})) == (Filters(), ())


@pytest.mark.parametrize(
    "query",
    [
        "state=ca&region=WEST&kind=City-County&status=AWAITING",
        "?region=west&status=Awaiting&kind=city-county&state=Ca",
    ],
)
def test_case_and_order_do_not_matter(dataset, query):
    view = Filters(state=("CA",), region=("West",), kind=("city-county",), status=("awaiting",))
    assert parse(dataset, query) == (view, ())


def test_a_value_given_twice_counts_once(dataset):
    assert parse(dataset, "state=CA&state=IL&state=ca") == (Filters(state=("CA", "IL")), ())


def test_defaults_leave_an_empty_link():
    assert Filters().to_query() == ""
    assert Filters(q="  ") == Filters()


def test_dropping_a_filter_leaves_the_others():
    view = Filters(state=("CA",), q="mayor", as_of=DAY)
    assert view.drop("q", "as_of") == Filters(state=("CA",))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("round=2018-01", 23),
        ("round=2018-01&state=CA", 9),
        ("round=2018-01&region=South", 3),
        ("round=2018-01&state=MS", 1),
        ("round=2017-11&as_of=2018-01-25&status=answered", 14),
        ("round=2018-01&round=2017-11", 52),
        ("due_from=2018-02-23&due_to=2018-02-23", 23),
        ("round=2018-01&last_from=2018-01-24", 23),
        ("round=2018-01&last_to=2018-01-23", 0),
        ("as_of=2017-04-20", 0),
        ("as_of=2017-04-21", 9),
        ("q=lumumba", 1),
    ],
)
def test_known_views_hold_so_many_letters(dataset, query, count):
    assert len(letters(dataset, query)) == count


def test_the_south_of_january_2018_is_three_places(dataset):
    names = letters(dataset, "round=2018-01&region=South")["jurisdiction_id"]
    assert list(names) == ["jackson-ms", "louisville-ky", "west-palm-beach-fl"]


def test_the_day_is_the_one_chosen_else_today_else_the_release(dataset):
    assert Filters(as_of=DAY).day(dataset, date(2020, 1, 1)) == DAY
    assert Filters().day(dataset, date(2020, 1, 1)) == date(2020, 1, 1)
    assert Filters().day(dataset) == dataset.version.released_on


def test_letters_stand_newest_first_then_by_name(dataset):
    rows = letters(dataset, "", date(2026, 7, 3))
    keys = [(-row.sent_on.timestamp(), row.round_id) for row in rows.itertuples()]
    assert [sent for sent, _ in keys] == sorted(sent for sent, _ in keys)
    for _, group in rows.groupby("round_id"):
        assert list(group["name"]) == sorted(group["name"])


def test_a_place_has_its_newest_letter_in_the_view_and_their_count(dataset):
    places = Filters().apply(dataset, DAY).places.set_index("jurisdiction_id")
    older = Filters(round=("2017-11",)).apply(dataset, DAY).places.set_index("jurisdiction_id")
    assert places.loc["jackson-ms", ["round_id", "letter_count"]].tolist() == ["2018-01", 2]
    assert older.loc["jackson-ms", ["round_id", "letter_count"]].tolist() == ["2017-11", 1]
    assert places.index.is_unique


def test_days_are_counted_from_the_day_of_the_view(dataset):
    jackson = letters(dataset, "q=lumumba").iloc[0]
    assert jackson["days"] == 29
    assert letters(dataset, "q=lumumba&as_of=2018-02-25").iloc[0]["days"] == -2
    undated = letters(dataset, "round=2026-01-minnesota", date(2026, 7, 3))
    assert undated["days"].isna().all()


def test_a_letter_shows_its_newest_event_by_the_day(dataset):
    before = letters(dataset, "q=lumumba&as_of=2018-01-28").iloc[0]
    after = letters(dataset, "q=lumumba&as_of=2018-01-29").iloc[0]
    assert (before["last_event_on"], after["last_event_on"]) == ("2018-01-24", "2018-01-29")


def test_without_events_the_columns_are_there_and_empty(dataset):
    rows = Filters().apply(a_dataset(dataset, events=[], cases=[]), DAY).letters
    assert len(rows)
    assert set(rows["last_event"]) == {""}
    assert not rows["answered"].any()


@pytest.mark.parametrize(
    ("key", "column"),
    [("round", "round_id"), ("state", "state"), ("region", "region"), ("kind", "kind"), ("status", "status")],
)
def test_a_count_is_what_choosing_the_value_alone_would_give(dataset, key, column):
    view = Filters(round=("2017-11", "2018-01"), state=("CA", "NY"), status=("awaiting",), as_of=DAY)
    counts = view.apply(dataset).counts(key, column)
    assert len(counts)
    for value, count in counts.items():
        alone = Filters(**{**view.active(), key: (value,)})
        assert Count.of(alone.apply(dataset).letters) == count


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("round=2018-01&state=LA", ("round", "state")),
        ("round=2018-01&q=zzzz", ("q",)),
        ("state=LA&status=declined&q=zzzz", ()),
        ("round=2018-01", ()),
        ("as_of=2000-01-01", ()),
    ],
)
def test_an_empty_view_names_the_filters_that_empty_it(dataset, query, keys):
    assert parse(dataset, query)[0].apply(dataset, DAY).emptied_by == keys


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "All DOJ letters, as of Jan. 25, 2018."),
        ("as_of=2018-03-01", "All DOJ letters, as of March 1, 2018."),
        ("round=2018-01", "DOJ letters of the January 2018 round, as of Jan. 25, 2018."),
        (
            "round=2018-01&round=2017-11",
            "DOJ letters of the November 2017 and January 2018 rounds, as of Jan. 25, 2018.",
        ),
        (
            "state=CA&state=NY&state=IL",
            "DOJ letters to places in California, Illinois or New York, as of Jan. 25, 2018.",
        ),
        ("region=South", "DOJ letters to places in the South, as of Jan. 25, 2018."),
        ("kind=city&kind=county", "DOJ letters to cities and counties, as of Jan. 25, 2018."),
        (
            "round=2018-04&kind=city&state=CA&state=DC",
            "DOJ letters of the April 2018 round to cities in California or the District of Columbia, as of "
            "Jan. 25, 2018.",
        ),
        ("status=awaiting", "DOJ letters with the status “Awaiting answer”, as of Jan. 25, 2018."),
        ("q=mayor", "DOJ letters matching “mayor”, as of Jan. 25, 2018."),
        ("due_from=2018-02-01", "DOJ letters due on or after Feb. 1, 2018, as of Jan. 25, 2018."),
        ("due_to=2018-02-23", "DOJ letters due by Feb. 23, 2018, as of Jan. 25, 2018."),
        (
            "due_from=2018-02-01&due_to=2018-02-28",
            "DOJ letters due from Feb. 1, 2018, to Feb. 28, 2018, as of Jan. 25, 2018.",
        ),
        (
            "due_to=2018-02-23&last_from=2018-01-02",
            "DOJ letters due by Feb. 23, 2018, and with the last thing on record dated on or after "
            "Jan. 2, 2018, as of Jan. 25, 2018.",
        ),
    ],
)
def test_a_view_is_described_in_a_sentence(dataset, query, sentence):
    assert parse(dataset, query)[0].describe(dataset, DAY) == sentence


@given(filters())
def test_any_view_can_be_described(view):
    sentence = view.describe(DATASET, DAY)
    assert sentence.endswith(".")
    assert "_" not in sentence.replace(view.q, "")


def test_words_are_joined_as_in_the_news():
    assert [listed(list("abc")[:count], "or") for count in range(4)] == ["", "a", "a or b", "a, b or c"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("state=Illinois", {"state": ("IL",)}),
        ("round=2026-01", {"round": ("2026-01-minnesota",)}),
        ("round=Jan. 2018", {"round": ("2018-01",)}),
        ("status=awaiting answer", {"status": ("awaiting",)}),
    ],
)
def test_a_label_or_an_unmistakable_beginning_is_understood(dataset, query, meant):
    assert Filters.parse(query, dataset) == (Filters(**meant), ())


def test_marks_of_social_networks_are_passed_over(dataset):
    assert Filters.parse("utm_source=x&fbclid=y&state=MS", dataset) == (Filters(state=("MS",)), ())


@pytest.mark.parametrize("words", ["...", "“”", "x" * 101])
def test_words_that_cannot_be_searched_for_are_refused(dataset, words):
    filters, refused = Filters.parse(f"q={words}", dataset)
    assert filters == Filters()
    assert [part.key for part in refused] == ["q"]


def test_a_text_is_one_value_and_a_day_may_be_written():
    assert Filters(state="CA", as_of="2018-01-25") == Filters(state=("CA",), as_of=DAY)
    assert Filters(state="california", status=Status.AWAITING) == Filters(state=["CA"], status=["awaiting"])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"state": "XX"}, r"state: “XX” is not a state; use AL, AK"),
        ({"kind": ("city", "village")}, r"kind: “village” is not a kind of place; use city, county"),
        ({"as_of": "2018-02-30"}, "calendar"),
    ],
)
def test_an_unknown_word_is_refused_with_those_there_are(wrong, said):
    with pytest.raises(ValueError, match=said):
        Filters(**wrong)


def test_a_place_is_a_filter_like_any_other(dataset):
    view, parts = parse(dataset, "id=jackson-ms&id=chicago-il&id=nowhere-zz")
    assert view == Filters(id=("chicago-il", "jackson-ms"))
    (part,) = map(str, parts)
    assert part.startswith("`id=nowhere-zz` is not a place on record; ignored. “id” takes one of ")
    assert set(letters(dataset, view.to_query())["jurisdiction_id"]) == {"chicago-il", "jackson-ms"}
    said = Filters(id="jackson-ms").describe(dataset, DAY)
    assert said == "DOJ letters to Jackson, Mississippi, as of Jan. 25, 2018."


def test_a_place_without_letters_keeps_its_events(dataset):
    places = set(dataset.events["jurisdiction_id"]) - set(dataset.letters["jurisdiction_id"])
    for place in places:
        assert Filters(id=place).apply(dataset).place_ids == {place}


def test_a_value_given_twice_is_named(dataset):
    _, (part,) = parse(dataset, "q=a&q=b")
    assert str(part) == "`q=b` is given twice; the first is used"


@pytest.mark.parametrize("filters", [Filters(round="2018-99"), Filters(id="nowhere-xx")])
def test_a_view_of_what_is_not_on_record_is_empty_and_says_what_was_asked(dataset, filters):
    selection = filters.apply(dataset, date(2026, 11, 26))
    assert selection.letters.empty
    assert next(iter(next(iter(filters.active().values())))) in selection.description


def test_places_in_all_of_some_rounds(dataset):
    """The intersection of rounds, counted here from the letters themselves."""
    view = Filters(also=("2017-11", "2018-01")).apply(dataset)
    letters = dataset.letters
    both = set.intersection(
        *(set(letters.loc[letters["round_id"] == key, "jurisdiction_id"]) for key in ("2017-11", "2018-01"))
    )
    assert both
    assert set(view.letters["jurisdiction_id"]) == both
    assert len(view.letters) == letters["jurisdiction_id"].isin(both).sum()
    assert "to places that got letters of the November 2017 and January 2018 rounds" in view.description


def test_a_round_that_is_yet_to_come_has_no_place_in_it(dataset):
    assert Filters(also="2018-01", as_of=date(2018, 1, 23)).apply(dataset).letters.empty
