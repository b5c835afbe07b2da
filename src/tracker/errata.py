"""Which row the log of corrections means by an entry, and which places that row is about: said once."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from tracker.dataset import Dataset
from tracker.memo import once
from tracker.row_types import rows
from tracker.schema import joined


def corrected_row(dataset: Dataset, table: str, key: str) -> Mapping[str, Any]:
    """Return the row that the log names by a key, its parts joined by " + "; nothing where there is none."""
    return _corrected_rows(dataset, table).get(key, {}) if table in dataset.tables else {}


@once(16)
def _corrected_rows(dataset: Dataset, table: str) -> Mapping[str, Mapping[str, Any]]:
    """Give every row of a table that the log names, by its key as the log writes it."""
    log, positions = dataset.corrections, _positions(dataset, table)
    keys = [key for key in log.loc[log["table"] == table, "row"].unique() if key in positions]
    return dict(zip(keys, rows(dataset.tables[table].iloc[[positions[key] for key in keys]]), strict=True))


def _positions(dataset: Dataset, table: str) -> Mapping[str, int]:
    """Give the position of each row by its key as the log writes it; of several rows with one key none."""
    keys = [
        joined(map(_as_in_keys, cells))
        for cells in dataset.tables[table][list(dataset.schema[table].key)].itertuples(index=False)
    ]
    counts = Counter(keys)
    return {key: position for position, key in enumerate(keys) if counts[key] == 1}


def corrected_places(dataset: Dataset, table: str, key: str) -> tuple[str, ...]:
    """Return the ids of the places that a row is about; a round or a source is about none."""
    row = corrected_row(dataset, table, key)
    several: tuple[str, ...] = row.get("jurisdictions", ())
    return (row["jurisdiction_id"],) if row.get("jurisdiction_id") else several


def corrections_of(dataset: Dataset, place: str, as_of: date) -> pd.DataFrame:
    """Return the corrections by the day of rows about a place, newest first."""
    log = dataset.corrections
    log = log[log["corrected_on"] <= pd.Timestamp(as_of)]
    keys = zip(log["table"], log["row"], strict=True)
    mine = [place in corrected_places(dataset, table, key) for table, key in keys]
    log = log[pd.Series(mine, index=log.index, dtype="bool")]
    return log.sort_values("corrected_on", ascending=False).reset_index(drop=True)


def _as_in_keys(cell: object) -> str:
    """Write a cell as a key has it, a day without its time."""
    return str(cell.date()) if isinstance(cell, pd.Timestamp) else str(cell)
