"""The files of an archive for programs: rows in every format, feed, calendar, sitemap, the data."""

from collections.abc import Iterable
from dataclasses import replace

from icalendar import Calendar, vText

from tracker.address import Address
from tracker.archive.folder import Folder
from tracker.archive.sheets import Sheet
from tracker.exports import atom, ical
from tracker.exports.atom import atom_feed
from tracker.exports.formats import Export, extensions
from tracker.exports.ical import deadlines_calendar
from tracker.exports.own import own_values
from tracker.exports.package import package_file, package_files
from tracker.exports.paths import DATA_PACKAGE, file_path
from tracker.exports.rows import TABLES, Record, Rows
from tracker.exports.sitemap import sitemap
from tracker.exports.view import View
from tracker.filters import Filters, Selection

INDEX = "index.html"
DATA = "data"
"""The folder of the data package, file by file."""


def data_files(selection: Selection) -> dict[str, bytes]:
    """Return the data package, as one zip and file by file."""
    files = package_files(selection.dataset)
    return {DATA_PACKAGE: package_file(selection.dataset)} | {
        f"{DATA}/{name}": content for name, content in files.items()
    }


def row_paths() -> list[str]:
    """Return the path of each table in each of its formats."""
    return [file_path(table, extension) for table in TABLES for extension in extensions(table)]


def row_files(selection: Selection, folder: Folder, is_marked: bool = True) -> dict[str, bytes]:
    """Return each public table in each of its formats; `is_marked` is of CSV, see `Export`."""
    files = {}
    for table in TABLES:
        view = _view(table, selection)
        rows = _rows(view, folder)
        for form in view.formats:
            links = _links(table, form.extension, folder)
            export = Export(rows, view.about, links, folder.base or INDEX, selection.dataset, is_marked)
            files[file_path(table, form.extension)] = form.write(export)
    return files


def _view(table: str, selection: Selection) -> View:
    """Return all rows of a table by the day; changes are those of the days that their page shows."""
    dataset, day = selection.dataset, selection.as_of
    own, _ = own_values(table, Address(), dataset, day)
    return View.of_table(table, Filters(), own, dataset, day)


def _rows(view: View, folder: Folder) -> Rows:
    """Return the rows of a table, each record's address that of its file."""
    rows, root = view.rows(), _root(folder, file_path(view.table, "csv"))

    def moved(record: Record) -> Record:
        return {**record, "record": f"{root}{folder.file_at(str(record['record']))}"}

    return replace(rows, records=tuple(moved(one) if "record" in one else one for one in rows.records))


def _links(table: str, extension: str, folder: Folder) -> dict[str, str]:
    own = file_path(table, extension)
    others = {other: file_path(table, other) for other in extensions(table)}
    links = {"self": own, **others, "page": INDEX, "datapackage": DATA_PACKAGE}
    return {name: _root(folder, own) + path for name, path in links.items()}


def feed_file(selection: Selection, folder: Folder) -> bytes:
    """Return the whole feed in one file, its links leading to the files."""
    feed = atom_feed(selection, folder.base, page=0).decode("utf-8")
    return folder.linked(feed, _root(folder, atom.PATH)).encode("utf-8")


def calendar_file(selection: Selection, folder: Folder) -> bytes:
    """Return the calendar, its links leading to the files; a link is a whole address, or left out."""
    calendar = Calendar.from_ical(deadlines_calendar(selection, folder.base))
    for part in calendar.walk():
        link = str(part.pop("URL", ""))
        file = f"{folder.base}{folder.file_at(link.removeprefix(folder.base))}"
        if link:
            part["DESCRIPTION"] = vText(str(part["DESCRIPTION"]).replace(link, file))
        if folder.base:
            part.add("URL", file)
    written: bytes = calendar.to_ical()
    return written


def sitemap_file(sheets: Iterable[Sheet], folder: Folder) -> bytes:
    """Return the sitemap, whose addresses must be whole."""
    return sitemap((folder.base + sheet.file, sheet.changed) for sheet in sheets)


def _root(folder: Folder, file: str) -> str:
    return folder.base or folder.root_of(file)


PATHS = (*row_paths(), DATA_PACKAGE, atom.PATH, ical.PATH)
"""What pages link to beside pages."""
