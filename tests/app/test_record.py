"""The record page as Streamlit's own test harness sees it."""

from visiting import html


def test_a_record_opens_with_its_map_and_timeline(visit):
    at = visit(id="jackson-ms", as_of="2018-01-25")
    assert not at.exception
    assert "Jackson, Mississippi" in html(at)
    assert len(at.get("plotly_chart")) == 1
    assert "Letter of Jan. 24, 2018, due Feb. 23, 2018, 29 days left" in html(at)
    assert str(at.date_input(key="filter-as_of").value) == "2018-01-25"


def test_the_order_in_the_link_is_the_order_drawn(visit):
    assert visit(id="jackson-ms", order="oldest").segmented_control(key="story-order").value == "oldest"


def test_a_place_without_a_letter_has_a_record(visit):
    at = visit(id="hennepin-county-mn")
    assert not at.exception
    assert "No letter" in html(at)


def test_an_unknown_place_is_said_to_be_unknown(visit):
    at = visit(id="jakson-ms")
    assert not at.exception
    assert "No such record" in html(at)
    assert len(at.get("plotly_chart")) == 0
