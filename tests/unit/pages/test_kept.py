"""What is kept for all readers is what would be made for one."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.address import Address
from tracker.pages.overview_page import overview_page
from tracker.pages.site import PAGES
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.views.map import live_map

TODAY = date(2018, 3, 1)

PARTS = st.lists(
    st.sampled_from(["round=2018-01", "state=CA", "state=IL", "kind=city", "q=police", "place=boston-ma"]),
    unique=True,
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(parts=PARTS, path=st.sampled_from(["", "rounds", "changes", "cases", "compare"]))
def test_a_page_kept_is_the_page_made_anew(dataset, parts, path):
    address = Address.parse("&".join(parts), dataset)
    make = PAGES[path].make
    assert make(address, dataset, TODAY) == make.__wrapped__(address, dataset, TODAY)


@settings(max_examples=15, deadline=None)
@given(parts=PARTS)
def test_links_that_mean_the_same_share_one_page(dataset, parts):
    others = [*reversed(parts), "utm_source=mail", "fbclid=x1"]
    first, second = (Address.parse("&".join(given), dataset) for given in (parts, others))
    kept = snapshot(PageRequest("", first, TODAY), dataset)
    assert snapshot(PageRequest("", second, TODAY), dataset) is kept


def test_what_was_made_of_one_version_of_the_data_is_not_given_out_for_another(dataset, published):
    address = Address()
    old, new = (overview_page(address, data, date(2026, 11, 26)) for data in (dataset, published))
    assert old is overview_page(address, dataset, date(2026, 11, 26))
    assert old.sections["brief"] != new.sections["brief"]


def test_another_day_or_theme_is_another_picture(dataset):
    view = Address.parse("round=2018-01", dataset).filters.apply(dataset, TODAY)
    later = Address.parse("round=2018-01", dataset).filters.apply(dataset, date(2018, 4, 1))
    drawn = [
        live_map(view, "light"),
        live_map(view, "dark"),
        live_map(later, "light"),
    ]
    assert len({figure.to_json() for figure in drawn}) == 3


def test_a_reader_who_changes_a_frame_changes_no_other_readers(dataset):
    view = Address().filters.apply(dataset, TODAY)
    letters, places = view.letters, view.places
    letters["name"] = places["name"] = "changed"
    again = Address().filters.apply(dataset, TODAY)
    assert again is view
    assert "changed" not in {*again.letters["name"], *again.places["name"]}
