"""The pages there are: the path, the name in the masthead, and what each says for an address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.address import Address
from tracker.dataset import Dataset
from tracker.exports.view import View
from tracker.memo import once
from tracker.pages import page_views as views
from tracker.pages.about_page import about_page
from tracker.pages.cases_page import cases_page
from tracker.pages.changes_page import changes_page
from tracker.pages.compare_page import compare_page
from tracker.pages.data_page import data_page
from tracker.pages.overview_page import overview_page
from tracker.pages.page import Page
from tracker.pages.record_page import record_page
from tracker.pages.rounds_page import rounds_page

MakePage = Callable[[Address, Dataset, date], Page]
MakeView = Callable[[Address, Dataset, date], View | None]


def _nothing(address: Address, dataset: Dataset, today: date) -> None:
    """Give no view: the page shows no rows that can be chosen."""


@dataclass(frozen=True)
class Entry:
    """A page: its name, what makes it, and what gives the view that it shows (None for none)."""

    name: str
    make: MakePage
    view: MakeView = _nothing


PAGES: Mapping[str, Entry] = {
    "": Entry("Overview", overview_page, views.overview),
    "rounds": Entry("Rounds", rounds_page, views.rounds),
    "changes": Entry("Changes", changes_page, views.changes),
    "cases": Entry("Cases", cases_page, views.cases),
    "compare": Entry("Compare", compare_page, views.compare),
    "data": Entry("Data", data_page),
    "about": Entry("About", about_page),
    "record": Entry("Record", record_page, views.record),
}
"""The pages by their path, in the order of the masthead; a record is reached from elsewhere."""

RECORD = "record"


def page_at(path: str, address: Address, dataset: Dataset, today: date, contact: str = "") -> Page:
    """Make the page at a path; `contact` is whom the about page names for reports of errors."""
    if path == "about":
        return about_page(address, dataset, today, contact)
    return PAGES[path].make(address, dataset, today)


@once(512)
def view_of(path: str, address: Address, dataset: Dataset, today: date) -> View | None:
    """Return the view that the page at a path shows; None where it shows no rows that can be chosen."""
    return PAGES[path].view(address, dataset, today)
