"""What a notebook gets: one set of column names, places in degrees, letters counted over time."""

import pandas as pd
import pytest

import tracker
from tracker.exports.public_columns import columns
from tracker.exports.rows import TABLES, public_rows
from tracker.vocabulary import Status


@pytest.mark.parametrize("table", TABLES)
def test_a_frame_has_the_columns_of_the_interface(dataset, table):
    view = tracker.Filters(state=("CA",)).apply(dataset)
    frame, rows = tracker.to_frame(view, table), public_rows(table, view)
    assert list(frame.columns) == [column.name for column in columns(table, dataset)]
    assert len(frame) == rows.total > 0
    for name in frame.columns:
        cells = [None if not isinstance(cell, tuple) and pd.isna(cell) else cell for cell in frame[name]]
        given = [record[name] for record in rows.records]
        assert [str(cell)[:10] for cell in cells] == [str(cell)[:10] for cell in given]


def test_a_frame_of_nothing_keeps_its_types(dataset):
    view = tracker.Filters(state="WY").apply(dataset)
    frame, full = tracker.to_frame(view), tracker.to_frame(tracker.Filters().apply(dataset))
    assert len(frame) == 0
    assert dict(frame.dtypes) == dict(full.dtypes)


def test_places_are_in_longitude_and_latitude_unless_asked_otherwise(dataset):
    view = tracker.Filters(id="jackson-ms")
    (degrees,) = dataset.to_geodataframe(view).geometry
    assert dataset.to_geodataframe().crs == dataset.to_geodataframe(view).crs == "EPSG:4326"
    assert (degrees.x, degrees.y) == pytest.approx((-90.18481, 32.29876), abs=1e-4)
    albers = dataset.to_geodataframe(view, crs="EPSG:5070")
    (degrees,) = albers.to_crs(4326).geometry
    assert (degrees.x, degrees.y) == pytest.approx((-90.18481, 32.29876), abs=1e-4)


def test_letters_are_counted_by_status_on_each_day(dataset):
    filters = tracker.Filters(round="2018-01", as_of="2018-05-01")
    table = tracker.status_over_time(dataset, filters)
    by_day = table.pivot(index="day", columns="status", values="letters").fillna(0)
    assert dict(by_day.loc["2018-02-01"][lambda count: count > 0]) == {Status.AWAITING: 23}
    march = tracker.Filters(round="2018-01", as_of="2018-03-01").apply(dataset).letters
    assert dict(by_day.loc["2018-03-01"][lambda count: count > 0]) == dict(march["status"].value_counts())
    assert table["day"].max() == pd.Timestamp(2018, 5, 1)
    assert table["letters"].dtype == "int64"


@pytest.mark.parametrize("of", ["answer", "doj", "court"])
def test_letters_are_counted_by_what_came_of_them(dataset, of):
    filters = tracker.Filters(round="2018-01", as_of="2018-04-30")
    table = tracker.status_over_time(dataset, filters, freq="ME", of=of)
    last = table[table["day"] == pd.Timestamp(2018, 4, 30)].set_index(of)["letters"]
    assert dict(last) == dict(filters.apply(dataset).letters[of].value_counts())


def test_no_day_means_the_day_of_the_release(dataset):
    released = dataset.version.released_on
    assert tracker.Filters().apply(dataset).as_of == released
    assert dataset.to_geodataframe(tracker.Filters()).equals(
        dataset.to_geodataframe(tracker.Filters(as_of=released))
    )
