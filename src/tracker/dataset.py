"""The dataset: typed tables that nobody can change, with their version and report.

Missing text is an empty string and a missing day is `NaT`. A cell that holds a list is a tuple of
strings. An imprecise date stays the text it is and has two more columns beside it, `*_earliest` and
`*_latest`. All days are `datetime64[s]` at midnight, without a time zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

import geopandas as gpd
import pandas as pd

from tracker.campaign import Campaign
from tracker.geography import LONGITUDE_LATITUDE, Geography, places_frame, to_lonlat
from tracker.memo import Memo
from tracker.problems import Report
from tracker.row_types import Case, Place, Round, Source, typed_rows
from tracker.schema import Descriptor, Table, read_tables
from tracker.versions import Version


class Picked(Protocol):
    """What a choice picks on a day: `tracker.Selection`."""

    @property
    def places(self) -> pd.DataFrame:
        """Their places."""
        ...


class Choice(Protocol):
    """What picks letters out of a dataset: `tracker.Filters`."""

    def apply(self, dataset: "Dataset", today: date | None = None) -> Picked:
        """Return the letters and places picked."""
        ...


@dataclass(frozen=True, eq=False)
class Dataset:
    """All tables of one version of the data; made by `tracker.load`.

    `method` is how the record is made, in Markdown. `files` holds the descriptor and the tables as they are
    published, by file name, for whoever wants to take them away; `beside` what lies beside them in the
    folder as far as it is there: the licence, the changes, the boundaries. `releases` holds the whole package
    of each released version as a zip file, by version. `refused` says what is wrong with newer files of the
    folder, on a server that shows this version instead of them. `memo` keeps what has been made of it.
    """

    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    descriptor: Descriptor = field(repr=False)
    geography: Geography = field(repr=False)
    version: Version
    report: Report = field(repr=False)
    method: str = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    beside: Mapping[str, bytes] = field(repr=False, default_factory=dict)
    releases: Mapping[str, bytes] = field(repr=False, default_factory=dict)
    refused: Report = field(repr=False, default=Report())
    memo: Memo = field(repr=False, init=False, default_factory=Memo)

    @property
    def jurisdictions(self) -> pd.DataFrame:
        """The places, one a row, by `jurisdiction_id`."""
        return self._frame("jurisdictions")

    @property
    def rounds(self) -> pd.DataFrame:
        """The rounds of letters and the background, one a row, by `round_id`."""
        return self._frame("rounds")

    @property
    def letters(self) -> pd.DataFrame:
        """The letters, one a row, by `round_id` and `jurisdiction_id`."""
        return self._frame("letters")

    @property
    def cases(self) -> pd.DataFrame:
        """The court cases, one a row, by `case_id`."""
        return self._frame("cases")

    @property
    def events(self) -> pd.DataFrame:
        """The events, one a row, by `event_id`."""
        return self._frame("events")

    @property
    def documents(self) -> pd.DataFrame:
        """The documents of letters and events, one a row, by `document_id`."""
        return self._frame("documents")

    @property
    def sources(self) -> pd.DataFrame:
        """The published documents, one a row, by `source_id`."""
        return self._frame("sources")

    @property
    def statutes(self) -> pd.DataFrame:
        """The public records laws, one a row, by `state`."""
        return self._frame("statutes")

    @property
    def corrections(self) -> pd.DataFrame:
        """The corrected cells, one a row, by day, table, row and column."""
        return self._frame("corrections")

    @cached_property
    def places_by_id(self) -> Mapping[str, Place]:
        """The places as rows, by `jurisdiction_id`."""
        return {place["jurisdiction_id"]: place for place in typed_rows(self.jurisdictions, Place)}

    @cached_property
    def places_by_name(self) -> tuple[Place, ...]:
        """The places as rows, in order of name."""
        by_name = self.jurisdictions.sort_values(["name", "jurisdiction_id"])
        return tuple(self.places_by_id[place] for place in by_name["jurisdiction_id"])

    @cached_property
    def rounds_by_id(self) -> Mapping[str, Round]:
        """The rounds as rows, by `round_id`."""
        return {each["round_id"]: each for each in typed_rows(self.rounds, Round)}

    @cached_property
    def cases_by_id(self) -> Mapping[str, Case]:
        """The court cases as rows, by `case_id`."""
        return {case["case_id"]: case for case in typed_rows(self.cases, Case)}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """The sources as rows, by `source_id`."""
        return {source["source_id"]: source for source in typed_rows(self.sources, Source)}

    @cached_property
    def campaign(self) -> Campaign:
        """Whose letters these are, and what the site is called."""
        return Campaign.of(self.descriptor)

    @cached_property
    def schema(self) -> dict[str, Table]:
        """The tables as the descriptor states them."""
        return read_tables(self.descriptor)

    def to_geodataframe(
        self, choice: Choice | None = None, today: date | None = None, crs: str = LONGITUDE_LATITUDE
    ) -> gpd.GeoDataFrame:
        """Return places with geometry: all of them, or those that `choice` picks.

        With a choice, the columns are those of `Selection.places`, the status of each place included.

        Args:
            choice: picks places and the day; without it, all places on record, by id.
            today: the day to look from where the choice names none; without it, see `Filters.day`.
            crs: any coordinate reference system of PROJ, longitude and latitude by default.
        """
        shapes = to_lonlat(places_frame(self.jurisdictions, self.geography)[["geometry"]]).to_crs(crs)
        if choice is None:
            return shapes
        places = choice.apply(self, today).places
        geometry = shapes.loc[places["jurisdiction_id"], "geometry"]
        return gpd.GeoDataFrame(places.reset_index(drop=True), geometry=list(geometry), crs=crs)

    def _frame(self, name: str) -> pd.DataFrame:
        # A shallow copy: pandas copies on the first write, so a caller's change never reaches ours; but of
        # whole numbers it hands out the array itself.
        frame = self.tables[name].copy(deep=False)
        whole = [str(column) for column, dtype in frame.dtypes.items() if dtype == "Int64"]
        return frame.assign(**{column: frame[column].copy() for column in whole}) if whole else frame
