"""The bodies of the HTTP interface as JSON Schema, written from the columns of the public rows."""

from typing import Any

from tracker.dataset import Dataset
from tracker.exports.columns import Form, PublicColumn
from tracker.exports.public_columns import columns
from tracker.exports.rows import TITLES

Json = dict[str, Any]

_CELLS: dict[Form, Json] = {
    Form.TEXT: {"type": "string"},
    Form.DAY: {"type": "string", "format": "date"},
    Form.IMPRECISE: {"type": "string", "examples": ["2018-01-24", "2017-12", "2017-12-01/2018-01-24"]},
    Form.WHOLE: {"type": "integer"},
    Form.NUMBER: {"type": "number"},
    Form.FLAG: {"type": "boolean"},
    Form.LIST: {"type": "array", "items": {"type": "string"}},
}


def schemas(dataset: Dataset) -> Json:
    """Return the schemas by name: the row of each public table, the head, features and problems."""
    rows = {table: _row(table, dataset) for table in TITLES}
    return {
        "Head": _head(),
        "Feature": _feature(),
        "FeatureCollection": _features(),
        "Problem": _problem(),
    } | rows


def _row(table: str, dataset: Dataset) -> Json:
    described = columns(table, dataset)
    return {
        "type": "object",
        "description": TITLES[table],
        "required": [column.name for column in described],
        "properties": {column.name: _cell(column) for column in described},
    }


def _cell(column: PublicColumn) -> Json:
    """Describe a cell; null is a fact that is not known."""
    cell = {**_CELLS[column.form], "title": column.title, "description": column.description}
    words: list[str | None] = list(column.words)
    if not column.required and column.form is not Form.LIST:
        cell["type"] = [cell["type"], "null"]
        words += [None] if words else []
    if words and column.form is Form.LIST:
        return {**cell, "items": {**cell["items"], "enum": words}}
    return {**cell, "enum": words} if words else cell


def _head() -> Json:
    """Describe what goes before the rows."""
    texts = ("title", "rows_are", "filters", "query")
    counts = ("total", "offset", "count")
    texts_of_texts, whole = ("version", "licence", "links"), {"type": "integer", "minimum": 0}
    properties = (
        {name: {"type": "string"} for name in texts}
        | {"notes": {"type": "array", "items": {"type": "string"}}}
        | {"as_of": {"type": "string", "format": "date"}}
        | {name: whole for name in counts}
        | {"letters": {"type": "object", "properties": {"named": whole, "inferred": whole}}}
        | {name: {"type": "object", "additionalProperties": {"type": "string"}} for name in texts_of_texts}
    )
    return {"type": "object", "required": list(properties), "properties": properties}


def _feature() -> Json:
    return {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {
                "type": "object",
                "required": ["type", "coordinates"],
                "properties": {"type": {"enum": ["Point", "Polygon", "MultiPolygon"]}},
            },
            "properties": {"$ref": "#/components/schemas/letters"},
        },
    }


def _features() -> Json:
    return {
        "type": "object",
        "required": ["type", "about", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "about": {"$ref": "#/components/schemas/Head"},
            "features": {"type": "array", "items": {"$ref": "#/components/schemas/Feature"}},
        },
    }


def _problem() -> Json:
    texts = {name: {"type": "string"} for name in ("parameter", "value", "reason", "message")}
    allowed = {"allowed": {"type": "array", "items": {"type": "string"}}}
    return {"type": "object", "required": [*texts, "allowed"], "properties": texts | allowed}
