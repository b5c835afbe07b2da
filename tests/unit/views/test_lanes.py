"""The timeline shows each letter once, and only what had happened by the day of the view."""

import re
from dataclasses import replace
from datetime import date

from tracker.evidence import named
from tracker.letters import events_until
from tracker.views import lanes as module
from tracker.views.lanes import GROUPS, Group, lanes, lanes_alt
from tracker.vocabulary import EventType


def rows(view):
    return [lane for chapter in lanes(view).chapters for lane in chapter.lanes]


def tagged(view):
    """The events of the view's letters, found another way."""
    keys = set(zip(view.letters["round_id"], view.letters["jurisdiction_id"], strict=True))
    return [
        event
        for event in events_until(view.dataset, view.as_of).itertuples()
        if (event.round_id, event.jurisdiction_id) in keys
    ]


def test_a_lane_a_letter_round_by_round(view):
    drawn = lanes(view)
    assert len(drawn.chapters) == view.letters["round_id"].nunique()
    assert sorted(lane.jurisdiction_id for lane in rows(view)) == sorted(view.letters["jurisdiction_id"])
    assert {str(lane.status) for lane in rows(view)} == set(view.letters["status"])


def test_a_bar_runs_from_the_letter_to_its_deadline_if_it_has_one(view):
    with_bar = [lane for lane in rows(view) if lane.end is not None]
    assert len(with_bar) == view.letters["deadline_on"].notna().sum()
    assert all(lane.begin <= lane.end for lane in with_bar)
    assert not any(", due " in lane.words for lane in rows(view) if lane.end is None)


def test_events_are_those_of_the_letters_by_the_day(view):
    spots = {
        (event.round_id, event.jurisdiction_id, event.date, GROUPS.get(EventType.of(event.type), Group.OTHER))
        for event in tagged(view)
    }
    assert sum(len(lane.marks) for lane in rows(view)) == len(spots)


def test_the_first_to_answer_stand_first(january):
    later = replace(january.filters, as_of=date(2026, 11, 25)).apply(january.dataset)
    answered = {event.jurisdiction_id for event in tagged(later) if event.type == EventType.RESPONSE_SENT}
    order = [lane.jurisdiction_id for lane in rows(later)]
    assert set(order[: len(answered)]) == answered


def test_words_tell_day_type_and_source(january):
    told = [mark.words for lane in rows(january) for mark in lane.marks]
    assert told
    for words in told:
        assert re.match(r"[A-Z][a-z]+\.? (\d{1,2}, )?20\d\d\b", words)
        assert any(kind.label in words for kind in EventType)
        assert "Source: " in words


def test_an_imprecise_date_is_drawn_over_the_days_it_may_be(august):
    loose = [event for event in tagged(august) if event.date_earliest < event.date_latest]
    drawn = [mark for lane in rows(august) for mark in lane.marks if mark.begin < mark.end]
    assert len(drawn) == len({(event.jurisdiction_id, event.date, event.type) for event in loose})
    assert all(mark.begin < mark.at < mark.end for mark in drawn)


def test_letters_too_many_to_read_are_told_by_round(everything, monkeypatch):
    monkeypatch.setattr(module, "MOST_LETTERS", 50)
    (chapter,) = lanes(everything).chapters
    counts = [int(re.search(r"\((\d+)\)$", lane.label)[1]) for lane in chapter.lanes]
    assert sum(counts) == len(named(everything.letters))
    assert all(lane.status is None for lane in chapter.lanes)


def test_rounds_too_many_to_read_are_told_by_year(everything, monkeypatch):
    monkeypatch.setattr(module, "MOST_LETTERS", 50)
    monkeypatch.setattr(module, "MOST_ROUNDS", 3)
    (chapter,) = lanes(everything).chapters
    years = named(everything.letters)["sent_on"].dt.year.value_counts()
    told = dict(re.fullmatch(r"(\d{4}) \((\d+)\)", lane.label).groups() for lane in chapter.lanes)
    assert {int(year): int(count) for year, count in told.items() if count != "0"} == years.to_dict()
    assert list(told) == sorted(told, reverse=True)


def test_every_type_of_event_has_a_shape_of_its_group():
    assert set(GROUPS) <= set(EventType)
    assert {Group.ANSWER, Group.OUTCOME, Group.COURT} <= set(GROUPS.values())


def test_the_timeline_in_words(view, nothing):
    assert lanes_alt(view).startswith(f"{len(named(view.letters))} letter")
    assert lanes_alt(nothing) == "Timeline with no letters."
    assert lanes(nothing).chapters == ()
