"""The timeline shows each letter once, and only what had happened by the day of the view."""

import re
from datetime import date

import pytest

import tracker
from tracker.selection import events_until
from tracker.views.daterange import DateRange, date_range
from tracker.views.history import GROUPS, MOST_PLACES, Group, history
from tracker.views.timeline import LANES, SYMBOLS, timeline_alt, timeline_figure
from tracker.vocabulary import EventType

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def traces(figure):
    return {trace.name: trace for trace in figure.data if trace.showlegend is False}


def test_a_row_per_place_or_per_round(view):
    content = history(view)
    assert content.by_round == (len(view.places) > MOST_PLACES)
    rows = view.letters["round_id"].nunique() if content.by_round else len(view.places)
    assert len(content.labels) == rows
    assert sorted(content.spans["row"].unique()) == list(range(rows))


def test_each_letter_has_a_start_and_each_deadline_a_bar(august):
    drawn = traces(timeline_figure(august))
    assert sorted(drawn["sent"].customdata) == sorted(august.letters["jurisdiction_id"])
    bars = drawn["letters"]
    due = august.letters[august.letters["deadline_on"].notna()]
    assert list(bars.customdata) == list(due["jurisdiction_id"])
    assert set(bars.base) == {"2025-08-13"}
    assert set(bars.x) == {6 * 86_400_000}


def test_events_are_those_of_the_letters_by_the_day(view):
    letters = set(zip(view.letters["round_id"], view.letters["jurisdiction_id"], strict=True))
    events = events_until(view.dataset, view.as_of)
    wanted = [pair in letters for pair in zip(events["round_id"], events["jurisdiction_id"], strict=True)]
    content = history(view)
    assert content.events["count"].sum() == sum(wanted)
    assert (content.events["end"].dt.date <= view.as_of).all()


def test_hover_tells_day_type_and_source(january):
    drawn = traces(timeline_figure(january))
    told = [text for group in Group for text in drawn[group.value].hovertext]
    assert told
    for text in told:
        assert "Source: " in text
        assert re.search(r"\b(\d{1,2} )?[A-Z][a-z]{2} 20\d\d\b", text)
        assert any(kind.label in text for kind in EventType)


def test_hover_has_no_gaps_and_no_long_lines(view):
    for trace in traces(timeline_figure(view)).values():
        for text in trace.hovertext or ():
            assert text
            assert not re.search(r"\b(nan|None|NaT|<NA>)\b", text)
            assert max(map(len, re.sub("</?b>", "", text).split("<br>"))) <= 90


def test_days_are_iso_text(view, theme):
    figure = timeline_figure(view, theme)
    drawn = traces(figure)
    days = [*drawn["letters"].base, *drawn["sent"].x, *figure.layout.xaxis.range]
    days += [day for group in Group for day in drawn[group.value].x]
    assert all(isinstance(day, str) and ISO.fullmatch(day) for day in days)


def test_a_click_opens_a_place_of_the_view(view):
    ids = {*view.places["jurisdiction_id"], ""}
    drawn = traces(timeline_figure(view))
    for name in ["letters", "sent", *(group.value for group in Group)]:
        assert set(drawn[name].customdata) <= ids


def test_imprecise_dates_are_lines(august):
    content = history(august)
    loose = content.events[content.events["begin"] < content.events["end"]]
    line = traces(timeline_figure(august))["days possible"]
    assert [x for x in line.x if x][:2] == [
        str(loose.iloc[0]["begin"].date()),
        str(loose.iloc[0]["end"].date()),
    ]
    assert line.x.count(None) == len(loose)


def test_colour_is_for_status_only(view, theme):
    drawn = traces(timeline_figure(view, theme))
    assert len({drawn[group.value].marker.color for group in Group if group is not Group.OTHER}) == 1


def test_the_day_of_the_view_is_drawn_or_pointed_at(january, august):
    inside, beyond = timeline_figure(january), timeline_figure(august)
    assert [shape.x0 for shape in inside.layout.shapes if shape.type == "line"] == ["2018-01-25"]
    assert [note.text for note in inside.layout.annotations] == ["as of 25 Jan 2018"]
    assert "as of 25 Nov 2026 →" in [note.text for note in beyond.layout.annotations]
    assert beyond.layout.xaxis.range[1] < "2026-11-25"


def test_long_empty_years_are_left_out(everything):
    days = date_range(history(everything), everything.as_of)
    assert len(days.cuts) == 1
    ((begin, end),) = days.cuts
    assert (begin.year, end.year) == (2019, 2025)
    figure = timeline_figure(everything)
    assert len(figure.layout.xaxis.rangebreaks) == 1
    assert not [tick for tick in figure.layout.xaxis.tickvals if str(begin) <= tick <= str(end)]


def test_days_shown_leave_out_the_cuts():
    days = DateRange(date(2018, 1, 1), date(2020, 1, 1), ((date(2018, 2, 1), date(2019, 12, 1)),))
    assert days.days == 31 + 31
    assert days.before(date(2018, 1, 11)) == 10


def test_height_grows_with_rows(january, august):
    assert timeline_figure(august).layout.height > timeline_figure(january).layout.height > 400


def test_the_selected_row_is_shaded(january):
    boxes = [
        shape
        for shape in timeline_figure(january, selected="jackson-ms").layout.shapes
        if shape.type == "rect"
    ]
    assert len(boxes) == 1
    assert history(january).labels[round((boxes[0].y0 + boxes[0].y1) / 2)] == "Jackson, MS"


def test_an_empty_view_gives_an_empty_timeline(nothing, theme):
    figure = timeline_figure(nothing, theme)
    assert all(not len(trace.x or ()) for trace in traces(figure).values())
    assert not figure.layout.annotations
    assert timeline_alt(nothing) == "Timeline with no letters."


def test_the_figure_repeats(view):
    assert timeline_figure(view).to_json() == timeline_figure(view).to_json()


def test_every_group_has_a_symbol_and_a_lane():
    assert set(SYMBOLS) == set(LANES) == set(Group)
    assert len(set(SYMBOLS.values())) == len(Group)
    assert set(GROUPS) < set(EventType)


def test_alt_text_counts(january):
    assert timeline_alt(january).startswith(
        "Timeline of 23 letters sent on 24 Jan 2018, in rows for 23 places, with "
    )


@pytest.mark.parametrize("name", ["letters", "sent"])
def test_rows_hold_escaped_names(january, name):
    assert traces(timeline_figure(january))[name].hovertemplate == "%{hovertext}<extra></extra>"


def test_a_view_without_any_event_has_a_timeline(dataset):
    view = tracker.Filters(round=("2018-01",), q="police", state=("IL",), as_of=date(2018, 1, 25)).apply(
        dataset
    )
    assert (view.letters["last_event"] == "").all()
    assert timeline_figure(view).data
