"""What an editor means who types a name, a label or an address where a cell holds an id or a word.

It is the same for an option, an answer at a terminal, a field of an issue and a corrected value. What means
nothing stays as it was typed, and is left to the checks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from tracker.campaign import Campaign
from tracker.checks.keys import like
from tracker.choices import Options, option_meant
from tracker.difference import Row
from tracker.editing.suggestions import Record
from tracker.exports.entries import VOCABULARIES
from tracker.language.placenames import NamedPlace, listed_name, whole_name
from tracker.regions import STATES
from tracker.schema import Column, Table

_PLACES = "jurisdictions.jurisdiction_id"
_NAMING = {"rounds.round_id": "name", "sources.source_id": "url"}
"""The column by which a row is known too, by the id that others refer to it with."""


@dataclass(frozen=True)
class Meaning:
    """How what is typed for a table is read: by the names on record and the labels of a campaign."""

    table: Table
    record: Record
    campaign: Campaign

    def cell(self, column: Column, typed: str) -> str:
        """Return the cell that is meant."""
        parts = typed.split(column.separator) if column.separator else [typed]
        meant = (self._part(column, part.strip()) for part in parts)
        return column.separator.join(meant) if column.separator else "".join(meant)

    def cell_named(self, name: str, typed: str) -> str:
        """Return the cell that is meant for a column of this name, if there is one."""
        column = next((column for column in self.table.columns if column.name == name), None)
        return self.cell(column, typed) if column else typed

    def unknown(self, column: Column, cell: str) -> str:
        """Say which id of a cell no row has, and which is near; "" where each is known."""
        target = self.table.references.get(column.name, "")
        name = target.partition(".")[0]
        known = frozenset(self.record.keys(name)) if name else frozenset()
        parts = cell.split(column.separator) if column.separator else [cell]
        lost = (part for part in parts if name and part and part not in known)
        return "; ".join(f"“{part}” is not among the {name}{like(part, known)}" for part in lost)

    def _part(self, column: Column, typed: str) -> str:
        if not typed:
            return typed
        target = self.table.references.get(column.name, "")
        if target == _PLACES:
            names = _names(self.record.rows("jurisdictions"))
            return next((meant for one in names if (meant := option_meant(typed, one))), typed)
        if target in _NAMING:
            return self._referred(target, typed)
        if self.table.name == "jurisdictions" and column.name == "state":
            return option_meant(typed, {code: state.name for code, state in STATES.items()}) or typed
        words = labels_of(column, self.campaign)
        return option_meant(typed, words) or typed if words else typed

    def _referred(self, target: str, typed: str) -> str:
        """Return the id of the one row with a name or an address."""
        rows = self.record.rows(target.partition(".")[0])
        keys = [row[target.partition(".")[2]] for row in rows if row[_NAMING[target]] == typed]
        return keys[0] if len(keys) == 1 else typed


def labels_of(column: Column, campaign: Campaign) -> Mapping[str, str]:
    """Return the labels of the words that a column takes; none where it takes any text."""
    if not column.words:
        return {}
    return next(campaign.labels(words) for words in VOCABULARIES.values() if tuple(words) == column.words)


def _names(places: Iterator[Row]) -> tuple[Options, ...]:
    """Return the names of places by their ids: as a heading has them, then as a list does."""
    named = {row["jurisdiction_id"]: cast(NamedPlace, row) for row in places}
    return tuple({key: name(place) for key, place in named.items()} for name in (whole_name, listed_name))
