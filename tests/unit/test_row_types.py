"""The typed rows have the columns of the descriptor and of the frames, with cells of the types they say."""

from datetime import date
from typing import get_type_hints

import pandas as pd
import pytest

from tracker.court_cases import cases_on
from tracker.letters import letters_on
from tracker.row_types import Case, CaseOnDay, Event, Letter, LetterOnDay, MaybeDay, typed_rows

TODAY = date(2026, 11, 26)
TABLES = {"letters": Letter, "events": Event, "cases": Case}


def cells_of(column):
    """Give the columns of a frame that a column of the data becomes, with what a cell of them holds."""
    if column.is_partial_date:
        bound = pd.Timestamp if column.required else MaybeDay
        return {column.name: str, f"{column.name}_earliest": bound, f"{column.name}_latest": bound}
    if column.separator:
        return {column.name: tuple[str, ...]}
    if column.type == "date":
        return {column.name: pd.Timestamp if column.required else MaybeDay}
    return {column.name: {"string": str}[column.type]}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_the_data_is_what_the_descriptor_says(dataset, table):
    cells = {
        name: form for column in dataset.schema[table].columns for name, form in cells_of(column).items()
    }
    assert get_type_hints(TABLES[table]) == cells
    assert set(dataset.tables[table].columns) == set(cells)


@pytest.mark.parametrize(
    ("kind", "frame"), [(LetterOnDay, letters_on), (CaseOnDay, cases_on)], ids=["letters_on", "cases_on"]
)
def test_a_row_on_a_day_has_the_columns_and_cells_of_its_type(dataset, kind, frame):
    hints = get_type_hints(kind)
    for row in typed_rows(frame(dataset, TODAY), kind):
        assert row.keys() == hints.keys()
        assert [name for name, cell in row.items() if not is_a(cell, hints[name])] == []


def is_a(cell, form):
    if form is MaybeDay:
        return isinstance(cell, pd.Timestamp) or cell is pd.NaT
    if form == tuple[str, ...]:
        return isinstance(cell, tuple) and all(isinstance(word, str) for word in cell)
    if form == tuple[tuple[str, str], ...]:
        return isinstance(cell, tuple) and all(
            isinstance(pair, tuple) and list(map(type, pair)) == [str, str] for pair in cell
        )
    return isinstance(cell, form)
