"""The public rows of a view as a frame: the columns are those of the interface and of the files."""

from typing import Any

import pandas as pd

from tracker.exports.columns import Form
from tracker.exports.rows import public_rows
from tracker.filters import Selection

_TYPES = {
    Form.TEXT: "str",
    Form.IMPRECISE: "str",
    Form.DAY: "datetime64[s]",
    Form.WHOLE: "Int64",
    Form.NUMBER: "Float64",
    Form.FLAG: "bool",
    Form.LIST: "object",
}
"""The type of a column by what its cells hold."""


def to_frame(selection: Selection, table: str = "letters") -> pd.DataFrame:
    """Return the rows of a view as the interface and the files have them.

    Args:
        selection: the view.
        table: any table of the interface that needs no values of its own: `letters`, `events`, `cases`.

    Returns:
        A column for each of the public columns. Text is text and missing where nothing is known, a day is
        `datetime64[s]` (NaT where not known), a number is nullable, a list is a tuple of texts.
    """
    rows = public_rows(table, selection)
    cells: dict[str, Any] = {
        column.name: pd.Series([record[column.name] for record in rows.records], dtype=_TYPES[column.form])
        for column in rows.columns
    }
    return pd.DataFrame(cells)
