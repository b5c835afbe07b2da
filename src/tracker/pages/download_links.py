"""The downloads of exactly one view as plain links."""

from tracker.exports.naming import package_name
from tracker.exports.paths import DATA_PACKAGE
from tracker.exports.view import View
from tracker.language.words import counted
from tracker.pages.engine import render


def download_links(view: View) -> str:
    """Link the rows of a view in every format, and the whole data package."""
    links = [
        (view.file_path(form.extension), view.file_name(form.extension), form.title, form.meaning)
        for form in view.formats
    ]
    about = view.about
    whole = (DATA_PACKAGE, package_name(about.campaign, about.version.name))
    held = counted(about.count, *about.nouns)
    return render("download_links.html.j2", links=links, held=held, whole=whole)
