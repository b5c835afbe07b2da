"""From text cells to the dataset's types; a cell that cannot be read becomes missing."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from tracker.checks.numbers import PARSERS
from tracker.dates import PartialDate, parse_day
from tracker.schema import Column, Table

T = TypeVar("T")

_NUMBERS = {"integer": "Int64", "number": "float64"}
"""The dtype of a column of numbers, by its type in the schema."""


def typed_frame(text: pd.DataFrame, schema: Table) -> pd.DataFrame:
    """Give each column its type; an imprecise date gets its earliest and latest day beside it."""
    columns: dict[str, pd.Series[Any]] = {}
    for column in schema.columns:
        columns |= _typed(text[column.name], column)
    return pd.DataFrame(columns, index=text.index)


def _typed(cells: "pd.Series[str]", column: Column) -> dict[str, "pd.Series[Any]"]:
    if column.is_partial_date:
        return _partial_dates(cells, column.name)
    if column.separator:
        parts = _each(lambda cell: tuple(cell.split(column.separator)) if cell else (), cells)
        return {column.name: pd.Series(parts, index=cells.index, dtype="object")}
    if column.type == "date":
        return {column.name: _days(_each(_day_or_none, cells), cells.index)}
    if column.type in PARSERS:
        read = _each(lambda cell: _number_or_none(cell, column.type), cells)
        return {column.name: pd.Series(read, index=cells.index, dtype=_NUMBERS[column.type])}
    return {column.name: cells}


def _partial_dates(cells: "pd.Series[str]", name: str) -> dict[str, "pd.Series[Any]"]:
    dates = _each(_partial_or_none, cells)
    return {
        name: cells,
        f"{name}_earliest": _days([day.earliest if day else None for day in dates], cells.index),
        f"{name}_latest": _days([day.latest if day else None for day in dates], cells.index),
    }


def _each(read: Callable[[str], T], cells: "pd.Series[str]") -> list[T]:
    """Read every cell, but each text once: many rows say the same."""
    codes, texts = cells.factorize()
    values = [read(text) for text in texts]
    return [values[code] for code in codes]


def _days(days: list[date | None], index: pd.Index) -> "pd.Series[pd.Timestamp]":
    return pd.Series(pd.DatetimeIndex(days).as_unit("s"), index=index)


def _number_or_none(cell: str, type_: str) -> float | None:
    try:
        return PARSERS[type_](cell)
    except ValueError:
        return None


def _day_or_none(cell: str) -> date | None:
    try:
        return parse_day(cell)
    except ValueError:
        return None


def _partial_or_none(cell: str) -> PartialDate | None:
    try:
        return PartialDate.parse(cell)
    except ValueError:
        return None
