"""What a page shows, as one value: its files, feed, citation, links and file names all say this."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

import pandas as pd

from tracker.address import FROM, PLACE, TO, VERSION, Address
from tracker.dataset import Dataset
from tracker.exports.formats import Format, formats_of
from tracker.exports.naming import file_name
from tracker.exports.own import NONE, Own, page_of
from tracker.exports.paths import file_path
from tracker.exports.provenance import About, about
from tracker.exports.rows import Rows, public_frame, rows_of
from tracker.filters import Filters, Selection
from tracker.memo import Memo


@dataclass(frozen=True)
class View:
    """The rows of one public table: those that the filters pick, and that the page's own values pick of them.

    Attributes:
        table: one of the public tables.
        selection: the letters of the filters that the table has a use for.
        own: the page's own values, see `tracker.exports.own`.
        path: the page that shows these rows, as in `tracker.address.OWN_KEYS`.
        notes: what of the request was read otherwise than it was written, in sentences.
    """

    table: str
    selection: Selection
    own: Own = field(default_factory=lambda: NONE)
    path: str = ""
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Agree for equal views, whatever the order of their own values."""
        return hash((self.table, self.selection, frozenset(self.own.items()), self.path))

    @classmethod
    def of_table(
        cls,
        table: str,
        filters: Filters,
        own: Own,
        dataset: Dataset,
        today: date,
        notes: tuple[str, ...] = (),
    ) -> "View":
        """Return the view of a table; the page is the one that shows the same rows.

        The day of changes is their last.
        """
        if table == "changes":
            filters, today = filters.drop("as_of"), date.fromisoformat(own[TO])
        return cls(table, filters.apply(dataset, today), own, page_of(table, filters, own), notes)

    @property
    def memo(self) -> Memo:
        """What has been made of the dataset, views included."""
        return self.selection.memo

    @property
    def query(self) -> str:
        """The filters and the own values as a query string."""
        return "&".join(filter(None, (self.selection.filters.to_query(), urlencode(self.own))))

    @property
    def address(self) -> Address:
        """The address of the page that shows the view."""
        return Address(self.selection.filters, self.own)

    @property
    def link(self) -> str:
        """The relative link to that page."""
        return self.address.link(self.path, **self.own)

    @property
    def frozen(self) -> str:
        """The same link with the day and the version of the data pinned."""
        dataset = self.selection.dataset
        filters = replace(self.selection.filters, as_of=self.selection.as_of)
        return Address(filters).link(self.path, **self.own, **{VERSION: dataset.version.name})

    @property
    def letter_filters(self) -> Filters:
        """The filters of the letters that the rows are about, whose feed, deadlines and pictures are theirs.

        Of two rounds compared these are their letters; of court cases those of the place chosen too, and the
        words sought in cases are not sought in letters.
        """
        filters = self.selection.filters
        if self.table == "comparison":
            return replace(filters, round=(self.own[FROM], self.own[TO]))
        if self.table == "cases":
            return replace(filters, q="", id=(self.own[PLACE],) if PLACE in self.own else filters.id)
        return filters

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats in which the rows are given."""
        return formats_of(self.table)

    @property
    def is_of_letters(self) -> bool:
        """Whether the rows are letters, which have deadlines and of which there is news."""
        return self.table == "letters"

    @cached_property
    def about(self) -> About:
        """The view from outside."""
        return replace(about(self.selection, self.table, self.own, self.count), notes=self.notes)

    @property
    def count(self) -> int:
        """How many rows the view has."""
        return len(self.selection.letters) if self.is_of_letters else len(self._frame)

    def rows(self, base: str = "") -> Rows:
        """Return the rows; `base` as in `public_rows`."""
        return rows_of(self.table, self._frame, self.selection, base)

    @cached_property
    def _frame(self) -> pd.DataFrame:
        return public_frame(self.table, self.selection, self.own)

    def file_path(self, extension: str, more: Mapping[str, int | str] | None = None) -> str:
        """Return the relative address of the rows in a format."""
        query = "&".join(filter(None, (self.query, urlencode(more or {}))))
        return file_path(self.table, extension, query)

    def file_name(self, extension: str) -> str:
        """Name the file of the rows."""
        return file_name(self.table, self.selection, extension, self.own)
