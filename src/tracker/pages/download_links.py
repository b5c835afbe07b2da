"""The downloads of exactly one view as plain links."""

from tracker.brief.words import counted
from tracker.exports.formats import formats_of
from tracker.exports.naming import file_name, package_name
from tracker.exports.paths import DATA_PACKAGE, file_path
from tracker.pages.engine import render
from tracker.selection import Selection


def download_links(selection: Selection) -> str:
    """Link the letters of a view in every format, and the whole data package."""
    query = selection.filters.to_query()
    links = [
        (
            file_path("letters", form.extension, query),
            file_name("letters", selection, form.extension),
            form.title,
            form.meaning,
        )
        for form in formats_of("letters")
    ]
    whole = (DATA_PACKAGE, package_name(selection.dataset.version.name))
    held = counted(len(selection.letters), "letter", "letters")
    return render("download_links.html.j2", links=links, held=held, whole=whole)
