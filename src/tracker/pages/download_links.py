"""The downloads of exactly one view as plain links."""

from tracker.brief.words import counted
from tracker.exports.naming import file_name, package_name
from tracker.exports.paths import DATA_PACKAGE, extensions, file_path
from tracker.pages.engine import render
from tracker.selection import Selection

_MEANINGS = {
    "csv": ("CSV", "for spreadsheets and programs"),
    "xlsx": ("Excel", "days as days, with a sheet that explains the columns"),
    "geojson": ("GeoJSON", "for maps: shapes of states and counties, points of cities"),
    "json": ("JSON", "for programs"),
}


def download_links(selection: Selection) -> str:
    """Link the letters of a view in every format, and the whole data package."""
    query = selection.filters.to_query()
    links = [
        (file_path("letters", key, query), file_name("letters", selection, key), *_MEANINGS[key])
        for key in sorted(extensions("letters"), key=list(_MEANINGS).index)
    ]
    whole = (DATA_PACKAGE, package_name(selection.dataset.version.name))
    held = counted(len(selection.letters), "letter", "letters")
    return render("download_links.html.j2", links=links, held=held, whole=whole)
