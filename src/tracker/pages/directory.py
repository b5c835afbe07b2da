"""The pages there are: the path, the name in the masthead, and what each says for an address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.address import ID, Address
from tracker.dataset import Dataset
from tracker.exports.about import NAME
from tracker.filters import Filters
from tracker.pages.about import about_page
from tracker.pages.cases import cases_page
from tracker.pages.changes import changes_page
from tracker.pages.data import data_page
from tracker.pages.overview import overview_page
from tracker.pages.page import Page
from tracker.pages.record import asked_record, record_page
from tracker.pages.rounds import rounds_page

SITE = NAME
"""What the site is called."""

MakePage = Callable[[Address, Dataset, date], Page]


@dataclass(frozen=True)
class Entry:
    """A page: its name, what makes it, and the table of the API that holds its rows ("" for none)."""

    name: str
    make: MakePage
    table: str = ""


PAGES: Mapping[str, Entry] = {
    "": Entry("Overview", overview_page, "letters"),
    "rounds": Entry("Rounds", rounds_page, "rounds"),
    "changes": Entry("Changes", changes_page, "events"),
    "cases": Entry("Cases", cases_page, "cases"),
    "data": Entry("Data", data_page, "letters"),
    "about": Entry("About", about_page),
    "record": Entry("Record", record_page, "letters"),
}
"""The pages by their path, in the order of the masthead; a record is reached from elsewhere."""

RECORD = "record"


def page_at(path: str, address: Address, dataset: Dataset, today: date, contact: str = "") -> Page:
    """Make the page at a path; `contact` is whom the about page names for reports of errors."""
    if path == "about":
        return about_page(address, dataset, today, contact)
    return PAGES[path].make(address, dataset, today)


def rows_filters(path: str, address: Address, dataset: Dataset, today: date) -> Filters | None:
    """Return the filters whose rows are those of a page, for its feed and files; None where there are none.

    A record has no filter of its own: name, kind and state stand in for it where they pick it alone.
    """
    if path != RECORD:
        return address.filters if PAGES[path].table else None
    record = asked_record(address, dataset, today)
    if record is None:
        return None
    filters = Filters(
        state=(record.state.code,), kind=(str(record.kind),), q=record.name, as_of=address.filters.as_of
    )
    picked = set(filters.apply(dataset, today).letters["jurisdiction_id"])
    return filters if picked == {address.values[ID]} else None
