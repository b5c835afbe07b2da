"""Every format of the table is served, and Parquet keeps the rows and the types of the columns."""

import io
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import tracker
from tracker.exports.formats import FORMATS, Export, formats_of
from tracker.exports.json import plain
from tracker.exports.provenance import about
from tracker.exports.rows import TABLES, public_rows

TODAY = date(2026, 11, 25)


def an_export(dataset, table, query=""):
    selection = tracker.Filters.parse(query, dataset)[0].apply(dataset, TODAY)
    rows = public_rows(table, selection)
    return Export(rows, about(selection), {}, "https://letters.example.org/", dataset)


@pytest.mark.parametrize("table", TABLES)
def test_every_format_of_a_table_can_be_written_and_is_the_same_again(dataset, table):
    for form in formats_of(table):
        assert form.write(an_export(dataset, table)) == form.write(an_export(dataset, table))


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_the_rows(dataset, table):
    export = an_export(dataset, table, "state=CA")
    read = pq.read_table(io.BytesIO(FORMATS["parquet"].write(export)))
    told = [plain(row) for row in export.rows.records]
    assert [plain(row) for row in read.to_pylist()] == told


def test_parquet_keeps_types_and_says_what_it_holds(dataset):
    schema = pq.read_schema(io.BytesIO(FORMATS["parquet"].write(an_export(dataset, "letters"))))
    assert schema.field("sent_on").type == pa.date32()
    assert schema.field("days_left").type == pa.int64()
    assert schema.field("answered").type == pa.bool_()
    assert schema.field("sources").type == pa.list_(pa.string())
    assert schema.field("addressee").metadata[b"description"]
    assert schema.metadata[b"filters"].decode() == "All DOJ letters, as of Nov. 25, 2026."
