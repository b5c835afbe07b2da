"""The same view in other forms: its feed, its calendar, its rows as files."""

from dataclasses import dataclass
from datetime import date

from tracker.address import Address
from tracker.dataset import Dataset
from tracker.exports.paths import file_path
from tracker.pages.directory import PAGES, rows_filters


@dataclass(frozen=True)
class Alternate:
    """One other form of a view: its address beside the page's, its media type, and its name."""

    href: str
    media_type: str
    name: str


def alternates(path: str, address: Address, dataset: Dataset, today: date) -> tuple[Alternate, ...]:
    """Return the other forms of the page at an address, with its filters and its day."""
    filters = rows_filters(path, address, dataset, today)
    if filters is None:
        return ()
    query = filters.to_query()
    ending = f"?{query}" if query else ""
    table = PAGES[path].table
    return (
        Alternate(file_path(table, "csv", query), "text/csv", "CSV"),
        Alternate(file_path(table, "json", query), "application/json", "JSON"),
        Alternate(f"deadlines.ics{ending}", "text/calendar", "Calendar of deadlines"),
        Alternate(f"feed.atom{ending}", "application/atom+xml", "Feed of changes"),
    )
