"""The same view in other forms: its rows as files, its feed, its calendar; and the files as plain links."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from tracker.case_filters import CASE
from tracker.evidence import inferred
from tracker.exports import atom, ical, jsonfeed
from tracker.exports.naming import package_name
from tracker.exports.paths import DATA_PACKAGE
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.language.words import counted, number
from tracker.memo import once
from tracker.pages.engine import render
from tracker.row_types import Case


@dataclass(frozen=True)
class Alternate:
    """One other form of a view: its address beside the page's, its media type, and its name."""

    href: str
    media_type: str
    name: str


def alternates(view: View | None) -> tuple[Alternate, ...]:
    """Return the other forms of what a page shows, with its filters, its own values and its day."""
    return (*files(view), *followed(view)) if view else ()


def files(view: View) -> tuple[Alternate, ...]:
    """Return the rows in every format."""
    return tuple(
        Alternate(view.file_path(form.extension), form.media_type.partition(";")[0], form.title)
        for form in view.formats
    )


def followed(view: View) -> tuple[Alternate, ...]:
    """Return what programs fetch again and again: the feed in two forms and the deadlines, or a case's feed.

    They are of the letters that the filters pick, with the suits that bear on these; each case has its own.
    """
    if CASE in view.own:
        return _feeds(f"?{view.query}")
    query = view.letter_filters.to_query()
    ending = f"?{query}" if query else ""
    return (*_feeds(ending), Alternate(f"{ical.PATH}{ending}", ical.MEDIA_TYPE, "Calendar of deadlines"))


def followed_case(case: Case, day: date | None) -> tuple[Alternate, ...]:
    """Return what programs fetch again and again of one court case: its feed, its places' deadlines."""
    pinned = Filters(as_of=day)
    query = "&".join(filter(None, (pinned.to_query(), urlencode({CASE: case["case_id"]}))))
    places = replace(pinned, id=case["jurisdictions"], round=(case["round_id"],) if case["round_id"] else ())
    deadlines = f"{ical.PATH}?{places.to_query()}"
    return (*_feeds(f"?{query}"), Alternate(deadlines, ical.MEDIA_TYPE, "Deadlines of its places"))


def _feeds(ending: str) -> tuple[Alternate, Alternate]:
    return (
        Alternate(f"{atom.PATH}{ending}", atom.MEDIA_TYPE, "Feed of changes"),
        Alternate(f"{jsonfeed.PATH}{ending}", jsonfeed.MEDIA_TYPE, "The same feed as JSON"),
    )


@once(512)
def download_links(view: View) -> str:
    """Link the rows of a view in every format, and the whole data package."""
    links = [
        (view.file_path(form.extension), view.file_name(form.extension), form.title, form.meaning)
        for form in view.formats
    ]
    about = view.about
    whole = (DATA_PACKAGE, package_name(about.campaign, about.version.name))
    held, unnamed = counted(about.count, *about.nouns), len(inferred(view.selection.letters))
    if view.table == "letters" and unnamed:
        held = f"{held}, {number(unnamed)} of them to recipients that no source names"
    return render("download_links.html.j2", links=links, held=held, whole=whole)


@once(512)
def follow_links(view: View) -> str:
    """Return links to the feeds and the calendar of a view as HTML."""
    ways = followed(view)
    pinned = view.selection.filters.as_of
    return render("follow_links.html.j2", ways=ways, pinned=pinned, subject=_followed_subject(view))


def _followed_subject(view: View) -> str:
    """Say what the feeds and the calendar of a view are of."""
    if view.is_of_letters or CASE in view.own:
        return "this view"
    if view.table != "cases":
        return "the letters that the filters pick"
    if view.letter_filters.drop("as_of").active():
        return "the letters and court cases of the rounds or places chosen"
    return "all letters and court cases"
