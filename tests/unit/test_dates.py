"""Imprecise dates stay imprecise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import PartialDate, parse_day

FULLWIDTH = "\uff12\uff10\uff11\uff18"
"""2018 in the digits of another script."""

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
PLAIN = DAYS.flatmap(lambda day: st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}"]))


def bounds(text):
    parsed = PartialDate.parse(text)
    return str(parsed.earliest), str(parsed.latest)


@st.composite
def edtf(draw):
    """A plain date, or an interval whose second end is later at both of its bounds."""
    first, second = sorted((draw(PLAIN), draw(PLAIN)))
    before, after = PartialDate.parse(first), PartialDate.parse(second)
    is_interval = before.earliest < after.earliest and before.latest < after.latest
    return f"{first}/{second}" if is_interval and draw(st.booleans()) else first


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-01-24", "2018-01-24", "2018-01-24"),
        ("2017-12", "2017-12-01", "2017-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-12-01/2018-01-24", "2017-12-01", "2018-01-24"),
        ("2018-05-28/2018-06", "2018-05-28", "2018-06-30"),
        ("2017-06/2017-07", "2017-06-01", "2017-07-31"),
        ("2017/2018", "2017-01-01", "2018-12-31"),
    ],
)
def test_a_date_keeps_its_span(text, earliest, latest):
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24.1.2018",
        "2018-1-24",
        "2018-02-30",
        "2018-13",
        "2018-00",
        "0000",
        "18",
        "2018-01-24 ",
        "2018-01-24\n",
        FULLWIDTH,
        "/2018",
        "2018/",
        "2018-01-24/2018-01-24",
        "2018-02/2018-01",
        "2018-01-24/2018-01",
        "2017/2018/2019",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"date|calendar|interval"):
        PartialDate.parse(text)


@given(edtf())
def test_parsing_and_printing_round_trip(text):
    assert str(PartialDate.parse(text)) == text
    assert PartialDate.parse(str(PartialDate.parse(text))) == PartialDate.parse(text)


@given(edtf())
def test_the_earliest_day_is_not_after_the_latest(text):
    parsed = PartialDate.parse(text)
    assert parsed.earliest <= parsed.latest
    assert parsed.is_day == (parsed.earliest == parsed.latest)


@given(st.lists(edtf()))
def test_dates_are_ordered_by_what_is_certain(texts):
    ordered = sorted(map(PartialDate.parse, texts))
    latest = [parsed.latest for parsed in ordered]
    assert latest == sorted(latest)


@given(DAYS)
def test_a_day_is_read_as_it_is_written(day):
    assert parse_day(day.isoformat()) == day
    assert PartialDate.parse(day.isoformat()).earliest == day


@pytest.mark.parametrize(
    "text", ["2018-01", "2018", "20180124", "2018-01-24T00:00", f"{FULLWIDTH}-01-24", "today"]
)
def test_a_day_is_nothing_looser(text):
    with pytest.raises(ValueError, match="is not a day"):
        parse_day(text)


@given(DAYS, st.integers(1, 400))
def test_a_later_day_is_greater(day, more):
    earlier, later = (PartialDate.parse(str(each)) for each in (day, day + timedelta(more)))
    assert earlier < later
    assert later > earlier
    assert earlier != later
