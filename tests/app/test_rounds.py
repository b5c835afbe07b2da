"""The rounds page as Streamlit's own test harness sees it."""

from visiting import html


def test_the_page_opens_with_nothing_compared(visit):
    at = visit(as_of="2018-01-25")
    assert not at.exception
    assert at.selectbox(key="compare-from").value is None
    assert "Five rounds of letters" in html(at)
    assert "Choose two rounds" in html(at)
    assert str(at.date_input(key="filter-as_of").value) == "2018-01-25"


def test_a_link_sets_both_lists_and_compares(visit):
    at = visit(**{"from": "2017-11", "to": "2018-01"})
    assert not at.exception
    assert at.selectbox(key="compare-from").value == "2017-11"
    assert at.selectbox(key="compare-to").value == "2018-01"
    assert "Only in November 2017 (10)" in html(at)


def test_only_rounds_of_letters_sent_by_the_day_can_be_chosen(visit):
    options = visit(as_of="2018-01-25").selectbox(key="compare-from").options
    assert [option.split(":")[0] for option in options] == [
        "Jan. 2018", "Nov. 2017", "Oct. 2017", "Aug. 2017", "April 2017",
    ]  # fmt: skip


def test_what_cannot_be_compared_is_named_once(visit):
    at = visit(**{"from": "2025-08-list", "to": "<b>x</b>"})
    assert not at.exception
    assert html(at).count("is background, with no letters to compare; ignored") == 1
    assert html(at).count("is not a round on record; ignored") == 1
    assert "<b>x</b>" not in html(at)


def test_filters_narrow_the_matrix(visit):
    at = visit(state=["MS"])
    assert "DOJ letters to places in Mississippi" in html(at)
    assert at.multiselect(key="filter-state").value == ["MS"]


def test_an_empty_matrix_says_so(visit):
    at = visit(q="nosuchword")
    assert not at.exception
    assert "No letter matches these filters on this day." in html(at)
