"""Sentences that the tracker writes into files name courts and days as news style does."""

import re
from datetime import date

import pytest

from tracker import Filters
from tracker.brief import view_brief
from tracker.changes import changes
from tracker.exports.feed import FIRST_DAY, feed_of
from tracker.exports.ical import deadlines_calendar
from tracker.language.datewords import dates_to_ap

TODAY = date(2026, 11, 26)
COURT = re.compile(
    r"\b(?:[NSEWC]\.)?D\. ?(?:Cal|Ill|Mass|Minn|Colo|Me|Or|Pa|Conn|Vt|Wash|N\.J|R\.I|D\.C)\b|"
    r"\b[NSEW]\.D\.N\.Y\.|\b(?:First|Third|Seventh|Ninth|Tenth) Circuit\b"
)


def texts(kind, published):
    view = Filters().apply(published, TODAY)
    match kind:
        case "feed":
            return [text for entry in feed_of(view, "", 0).entries for text in (entry.title, entry.summary)]
        case "calendar":
            return [deadlines_calendar(view, "").decode().replace("\r\n ", "")]
        case "changes":
            return [change.sentence for change in changes(published, Filters(), FIRST_DAY, TODAY).rows]
    return [str(view_brief(view))]


@pytest.mark.parametrize("kind", ["feed", "calendar", "changes", "brief"])
def test_no_short_form_of_a_court_or_a_day_is_left(published, kind):
    for text in texts(kind, published):
        assert not COURT.search(text), text
        assert dates_to_ap(text) == text


def test_the_patterns_find_the_short_forms_of_the_record(published):
    cells = " ".join(published.events["summary"])
    assert {"D.N.J", "N.D. Cal"} <= set(COURT.findall(cells))
    assert dates_to_ap(cells) != cells
