"""The page of comparison as Streamlit's own test harness sees it."""

from visiting import html


def test_the_page_opens_by_state(visit):
    at = visit()
    assert not at.exception
    assert "All DOJ letters by state" in html(at)
    assert 'id="group-CA"' in html(at)
    assert 'id="both-periods"' in html(at)


def test_a_link_sets_the_filters_the_grouping_and_the_order(visit):
    at = visit(round=["2018-01"], by="region", sort="-answered", as_of="2018-03-01")
    assert not at.exception
    assert "DOJ letters of the January 2018 round by region, as of March 1, 2018" in html(at)
    assert str(at.date_input(key="filter-as_of").value) == "2018-03-01"
    assert 'aria-sort="descending"><a href="compare?round=2018-01&amp;as_of=2018-03-01&amp;by=r' in html(at)


def test_a_filter_keeps_the_grouping(visit):
    at = visit(by="kind", as_of="2018-03-01")
    at.multiselect(key="filter-state").set_value(["CA"]).run()
    assert not at.exception
    assert at.query_params["by"] == "kind"
    assert "DOJ letters to places in California by kind of place" in html(at)


def test_a_view_of_no_letter_says_so(visit):
    at = visit(q="nowhere-at-all")
    assert not at.exception
    assert "No letter is in this view." in html(at)


def test_a_part_that_means_nothing_is_named_once(visit):
    at = visit(by="recorded")
    assert not at.exception
    assert html(at).count("; ignored") == 1
    assert "All DOJ letters by state" in html(at)
