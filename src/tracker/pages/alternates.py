"""The same view in other forms: its rows as files, its feed, its calendar."""

from dataclasses import dataclass

from tracker.exports import atom, ical, jsonfeed
from tracker.exports.view import View


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
    """Return what programs fetch again and again: of letters, the feed in two forms and their deadlines."""
    if not view.is_of_letters:
        return ()
    ending = f"?{view.query}" if view.query else ""
    return (
        Alternate(f"{atom.PATH}{ending}", atom.MEDIA_TYPE, "Feed of changes"),
        Alternate(f"{jsonfeed.PATH}{ending}", jsonfeed.MEDIA_TYPE, "The same feed as JSON"),
        Alternate(f"{ical.PATH}{ending}", ical.MEDIA_TYPE, "Calendar of deadlines"),
    )
