"""The typed rows have the columns of the descriptor and of the frames, with cells of the types they say."""

from datetime import date
from typing import get_type_hints

import pandas as pd
import pytest

from tracker.court_cases import cases_on
from tracker.filters import Filters
from tracker.letters import letters_on
from tracker.row_types import (
    Case,
    CaseOnDay,
    Correction,
    Document,
    Event,
    Law,
    Letter,
    LetterOnDay,
    MaybeDay,
    Place,
    PlaceOnDay,
    Round,
    Source,
    typed_rows,
)
from tracker.then_and_now import EarlierLetter, PlaceThenAndNow, earlier_letters, then_and_now

TODAY = date(2026, 11, 26)
TABLES = {
    "jurisdictions": Place,
    "rounds": Round,
    "letters": Letter,
    "events": Event,
    "cases": Case,
    "documents": Document,
    "sources": Source,
    "statutes": Law,
    "corrections": Correction,
}


def places_on(dataset, day):
    return Filters(as_of=day).apply(dataset).places


def then_and_now_on(dataset, day):
    return then_and_now(Filters(as_of=day).apply(dataset))


def earlier_on(dataset, day):
    return earlier_letters(Filters(as_of=day).apply(dataset))


def cells_of(column):
    """Give the columns of a frame that a column of the data becomes, with what a cell of them holds."""
    if column.is_partial_date:
        bound = pd.Timestamp if column.required else MaybeDay
        return {column.name: str, f"{column.name}_earliest": bound, f"{column.name}_latest": bound}
    if column.separator:
        return {column.name: tuple[str, ...]}
    if column.type == "date":
        return {column.name: pd.Timestamp if column.required else MaybeDay}
    cell = {"string": str, "number": float, "integer": int | None}[column.type]
    return {column.name: cell}


def test_each_table_of_the_data_has_its_kind_of_row(dataset):
    assert TABLES.keys() == dataset.schema.keys()


def test_rows_are_known_by_their_ids(dataset):
    by_id = [dataset.places_by_id, dataset.rounds_by_id, dataset.cases_by_id, dataset.sources_by_id]
    for rows, table in zip(by_id, ("jurisdictions", "rounds", "cases", "sources"), strict=True):
        (key,) = dataset.schema[table].key
        assert list(rows) == dataset.tables[table][key].to_list()
        assert all(row[key] == known for known, row in rows.items())


def test_places_are_known_by_name(dataset):
    names = [place["name"] for place in dataset.places_by_name]
    assert names == sorted(dataset.jurisdictions["name"])


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_the_data_is_what_the_descriptor_says(dataset, table):
    cells = {
        name: form for column in dataset.schema[table].columns for name, form in cells_of(column).items()
    }
    assert get_type_hints(TABLES[table]) == cells
    assert set(dataset.tables[table].columns) == set(cells)


@pytest.mark.parametrize(
    ("kind", "frame"),
    [
        (LetterOnDay, letters_on),
        (CaseOnDay, cases_on),
        (PlaceOnDay, places_on),
        (PlaceThenAndNow, then_and_now_on),
        (EarlierLetter, earlier_on),
    ],
    ids=["letters_on", "cases_on", "places", "then_and_now", "earlier_letters"],
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
