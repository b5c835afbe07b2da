"""The overview as Streamlit's own test harness sees it: no exception, the right words, the right rows."""

import pytest

from tracker.parts import PARTS
from visiting import html


def test_the_overview_opens_on_all_letters(visit, dataset):
    at = visit()
    assert not at.exception
    inferred = int((dataset.letters["evidence"] == "inferred").sum())
    assert f"{len(dataset.letters) - inferred} letters sent, and {inferred} entered" in html(at)
    assert len(at.get("plotly_chart")) == 1
    table = html(at).partition('<table class="letters"')[2].partition("</table>")[0]
    assert table.count('<th scope="row">') == len(dataset.letters)
    assert not at.dataframe


def test_the_grid_comes_on_request(visit, dataset):
    at = visit()
    at.toggle(key="grid").set_value(True).run()
    assert len(at.dataframe[0].value) == len(dataset.letters)


def test_a_deep_link_sets_every_control(visit):
    at = visit(round=["2018-01"], state=["CA", "IL"], q="police", as_of="2018-01-25", due_from="2018-02-01")
    assert not at.exception
    assert at.pills(key="filter-round").value == ["2018-01"]
    assert at.multiselect(key="filter-state").value == ["CA", "IL"]
    at.session_state["more"] = True  # the menu of the rare filters is opened
    at.run()
    assert at.text_input(key="filter-q").value == "police"
    assert str(at.date_input(key="filter-as_of").value) == "2018-01-25"
    assert str(at.date_input(key="filter-due_from").value) == "2018-02-01"


def test_the_rare_filters_are_drawn_once_their_menu_is_opened_and_stay_as_they_are(visit):
    at = visit(q="police")
    assert not [field for field in at.multiselect if field.key == "filter-region"]
    at.session_state["more"] = True
    at.run()
    at.multiselect(key="filter-region").select("West").run()
    assert at.query_params["region"] == "West"
    assert at.query_params["q"] == "police"
    at.session_state["more"] = False
    at.run()
    assert at.query_params["region"] == "West"
    assert not [field for field in at.multiselect if field.key == "filter-region"]


def test_each_option_says_how_many_letters_it_would_give(visit, dataset):
    at = visit(round=["2018-01"], as_of="2018-01-25")
    assert "California (9)" in at.multiselect(key="filter-state").options
    assert at.pills(key="filter-round").options[0] == "All"


def test_a_chosen_place_is_summed_up(visit):
    at = visit(place="jackson-ms", as_of="2018-01-25")
    assert "Mayor Chokwe Antar Lumumba" in html(at)


def test_an_empty_view_offers_a_way_out(visit):
    at = visit(round=["2018-01"], state=["TX"])
    assert not at.exception
    assert [button.key for button in at.button if button.key.startswith("drop-")] == ["drop-state"]


@pytest.mark.parametrize(
    "query", [{"state": "XX"}, {"as_of": "yesterday"}, {"place": "<b>x</b>"}, {"nothing": "1"}]
)
def test_a_part_that_means_nothing_is_named_and_escaped(visit, dataset, query):
    at = visit(**query)
    assert not at.exception
    assert "ignored" in html(at)
    assert "<b>x</b>" not in html(at)
    assert "DOJ letters are on record" in html(at)


def test_a_later_day_says_that_the_research_does_not_reach_it(visit):
    assert "research behind this page reaches" in html(visit(as_of="2026-08-01"))
    assert "research behind this page reaches" not in html(visit(as_of="2026-07-03"))


def test_one_line_says_what_this_is(visit):
    assert "Which cities, counties and states the U.S. Justice Department wrote to" in html(visit())


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_embedded_each_part_is_drawn_with_its_credit(visit, part):
    at = visit(embedded=True, show=part.word, round="2018-01")
    assert not at.exception
    assert "embed-credit" in html(at)
    assert ('class="figures"' in html(at)) == ("figures" in part.sections)


@pytest.mark.parametrize("part", PARTS)
def test_embedded_a_view_without_letters_says_so_whatever_its_part(visit, part):
    at = visit(embedded=True, show=part, state="WY")
    assert not at.exception
    assert "No letter matches these filters on this day" in html(at)
    assert not at.get("plotly_chart")
