"""Rows as Parquet: columns with their types, and what they are in the metadata of the file."""

import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from tracker.exports.columns import Form, PublicColumn
from tracker.exports.provenance import About
from tracker.exports.rows import TITLES, Rows

_TYPES: Mapping[Form, pa.DataType] = {
    Form.TEXT: pa.string(),
    Form.IMPRECISE: pa.string(),
    Form.DAY: pa.date32(),
    Form.WHOLE: pa.int64(),
    Form.NUMBER: pa.float64(),
    Form.FLAG: pa.bool_(),
    Form.LIST: pa.list_(pa.string()),
}


def parquet_file(rows: Rows, about: About) -> bytes:
    """Write rows as a Parquet file; what is not known is null, an imprecise date stays text."""
    schema = pa.schema([_field(column) for column in rows.columns], _metadata(rows, about))
    written = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows.records), schema=schema), written, compression="zstd")
    return written.getvalue()


def _field(column: PublicColumn) -> pa.Field:
    words = {"title": column.title, "description": column.description}
    return pa.field(column.name, _TYPES[column.form], metadata=words)


def _metadata(rows: Rows, about: About) -> dict[str, str]:
    return {
        **about.stated(TITLES[rows.table]),
        "version": str(about.version),
        "credit": about.credit,
    }
