"""The shape of the descriptor and of the boundaries, as JSON Schemas, and what breaks them.

Whatever these let pass, `tracker.schema` and `tracker.geography` can read; what a JSON Schema cannot say of a
descriptor (that a key's columns exist, that a form can be compiled) follows as rules of its own.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import available_timezones

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tracker import vocabulary
from tracker.checks.numbers import shortened
from tracker.dates import parse_day
from tracker.problems import Problem, Severity
from tracker.schema import Column, Descriptor, Table, read_tables
from tracker.weblink import complaint

JsonSchema = dict[str, Any]

_TEXT: JsonSchema = {"type": "string", "minLength": 1}
_DAY: JsonSchema = {"type": "string", "pattern": r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}
_LICENSE: JsonSchema = {
    "type": "object",
    "required": ["name", "title", "path"],
    "properties": {"name": _TEXT, "title": _TEXT, "path": _TEXT},
}
_RULES: JsonSchema = {
    "type": "object",
    "properties": {
        "required": {"type": "boolean"},
        "unique": {"type": "boolean"},
        "pattern": {"type": "string"},
        "minimum": {"type": "number"},
        "maximum": {"type": "number"},
        "enum": {"type": "array", "items": _TEXT, "minItems": 1},
    },
}
_FIELD: JsonSchema = {
    "type": "object",
    "required": ["name", "title", "description", "type"],
    "properties": {
        "name": {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$"},
        "title": _TEXT,
        "description": _TEXT,
        "type": {"enum": ["string", "integer", "number", "date"]},
        "dateForm": {"const": "EDTF"},
        "separator": _TEXT,
        "references": {"type": "string", "pattern": r"^\w+\.\w+$"},
        "vocabulary": _TEXT,
        "constraints": _RULES,
    },
    "dependentRequired": {"vocabulary": ["constraints"]},
}
_NAMES: JsonSchema = {"type": "array", "items": _TEXT, "minItems": 1}
_LINK: JsonSchema = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": _NAMES,
        "reference": {
            "type": "object",
            "required": ["resource", "fields"],
            "properties": {"resource": _TEXT, "fields": _NAMES},
        },
    },
}
_RESOURCE: JsonSchema = {
    "type": "object",
    "required": ["name", "title", "description", "path", "schema"],
    "properties": {
        "name": _TEXT,
        "title": _TEXT,
        "description": _TEXT,
        "path": {"type": "string", "pattern": r"^[a-z][a-z0-9_-]{0,60}\.csv$"},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "bytes": {"type": "integer", "minimum": 0},
        "schema": {
            "type": "object",
            "required": ["fields", "primaryKey"],
            "properties": {
                "fields": {"type": "array", "items": _FIELD, "minItems": 1},
                "primaryKey": _NAMES,
                "foreignKeys": {"type": "array", "items": _LINK},
            },
        },
    },
}
CAMPAIGN_SHAPE: JsonSchema = {
    "type": "object",
    "required": [
        "name",
        "tagline",
        "subject",
        "sender",
        "sender_name",
        "sender_in_prose",
        "publishers",
        "law",
        "law_citation",
        "time_zone",
        "time_zone_place",
    ],
    "properties": {
        "name": {"type": "string", "pattern": "[A-Za-z0-9]"},
        "tagline": _TEXT,
        "subject": _TEXT,
        "sender": {"type": "string", "pattern": "[A-Za-z0-9]"},
        "sender_name": _TEXT,
        "sender_in_prose": _TEXT,
        "publishers": _NAMES,
        "request_offices": {"type": "object", "additionalProperties": _TEXT},
        "contested": _NAMES,
        "contested_names": _NAMES,
        "law": _TEXT,
        "law_citation": _TEXT,
        "time_zone": _TEXT,
        "time_zone_place": _TEXT,
    },
    "additionalProperties": False,
}
"""Whose letters these are; `tracker.campaign` says what each word is for."""

DESCRIPTOR_SHAPE: JsonSchema = {
    "type": "object",
    "required": [
        "name",
        "title",
        "description",
        "version",
        "released_on",
        "researched_to",
        "licenses",
        "resources",
    ],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9]+([._-][a-z0-9]+)*$"},
        "title": _TEXT,
        "description": _TEXT,
        "campaign": CAMPAIGN_SHAPE,
        "version": {"type": "string", "pattern": r"^20\d\d\.\d\d\.\d\d(-[0-9a-f]{8})?$"},
        "released_on": _DAY,
        "researched_to": _DAY,
        "licenses": {"type": "array", "items": _LICENSE, "minItems": 1},
        "contributors": {
            "type": "array",
            "items": {"type": "object", "required": ["title"], "properties": {"title": _TEXT}},
        },
        "keywords": {"type": "array", "items": _TEXT},
        "resources": {"type": "array", "items": _RESOURCE, "minItems": 1},
    },
}
BOUNDARIES_SHAPE: JsonSchema = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["properties", "geometry"],
                "properties": {
                    "properties": {
                        "type": "object",
                        "required": ["geoid", "name", "state"],
                        "properties": {"geoid": _TEXT, "name": _TEXT, "state": _TEXT},
                    },
                    "geometry": {
                        "type": "object",
                        "required": ["type", "coordinates"],
                        "properties": {
                            "type": {"enum": ["Polygon", "MultiPolygon"]},
                            "coordinates": {"type": "array", "minItems": 1},
                        },
                    },
                },
            },
        },
    },
}

FORM = ("type", "dateForm", "separator", "vocabulary")
"""The properties of a field by which the code reads its cells."""


def shape_problems(file: str, code: str, value: object, shape: JsonSchema) -> Iterator[Problem]:
    """Hold a parsed JSON file against its shape; each problem names its place, `resources[2].schema`."""
    for error in Draft202012Validator(shape).iter_errors(value):
        yield _problem(file, code, _place(error), shortened(error.message, 160))


def descriptor_problems(file: str, value: object) -> list[Problem]:
    """Give what is wrong with a parsed descriptor: its shape first, and the rest only where that holds."""
    wrong = list(shape_problems(file, "descriptor", value, DESCRIPTOR_SHAPE))
    if wrong or not isinstance(value, dict):
        return wrong
    return [_problem(file, "descriptor", place, message) for place, message in _broken_rules(value)]


def _broken_rules(descriptor: Descriptor) -> Iterator[tuple[str, str]]:
    """Give place and message of what fits its shape and still means nothing."""
    yield from _broken_days(descriptor)
    yield from _broken_campaign(descriptor)
    yield from _broken_links(descriptor)
    tables = read_tables(descriptor)
    names = [resource["name"] for resource in descriptor["resources"]]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield name, "two tables have this name"
    for table in tables.values():
        for message in _broken_table(table, tables):
            yield table.name, message
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            for message in _broken_field(field):
                yield f"{resource['name']}.{field['name']}", message


def lacking(file: str, descriptor: Descriptor, needed: Descriptor) -> Iterator[Problem]:
    """Give the tables and columns that the code reads and that are not there, or are described otherwise.

    Args:
        file: the file name of the descriptor.
        descriptor: it has its shape.
        needed: the descriptor of the data that the code was written for.
    """
    fields = {resource["name"]: _fields(resource) for resource in descriptor["resources"]}
    keys = {table.name: table.key for table in read_tables(descriptor).values()}
    for resource in needed["resources"]:
        name = resource["name"]
        if name not in fields:
            yield _problem(file, "descriptor", "resources", f"the table {name} is missing")
            continue
        if keys[name] != tuple(resource["schema"]["primaryKey"]):
            yield _problem(file, "descriptor", name, "its key is not the one by which it is read")
        for column, field in _fields(resource).items():
            if column not in fields[name]:
                message = f"the column {column} is missing, which is read"
                yield _problem(file, "descriptor", name, message)
            elif any(fields[name][column].get(key) != field.get(key) for key in FORM):
                message = f"it is read as {' '.join(str(field[key]) for key in FORM if key in field)}"
                yield _problem(file, "descriptor", f"{name}.{column}", message)


def _fields(resource: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {field["name"]: field for field in resource["schema"]["fields"]}


def _broken_days(descriptor: Descriptor) -> Iterator[tuple[str, str]]:
    for name in ("released_on", "researched_to"):
        try:
            parse_day(descriptor[name])
        except ValueError as error:
            yield name, str(error)


def _broken_campaign(descriptor: Descriptor) -> Iterator[tuple[str, str]]:
    """Say what keeps the pages from naming whose letters these are: no code stands in for the block."""
    if "campaign" not in descriptor:
        yield (
            "campaign",
            f"the package {descriptor['name']} does not say whose letters these are; state sender, law, time "
            "zone and name of the site in a block `campaign`",
        )
        return
    if descriptor["campaign"]["time_zone"] not in available_timezones():
        yield "campaign.time_zone", "this is no time zone; write it like America/New_York"
    if not any(who.get("role") == "author" for who in descriptor.get("contributors", ())):
        yield "contributors", "no author is named, to whom the data are to be credited"


def _broken_links(descriptor: Descriptor) -> Iterator[tuple[str, str]]:
    for number, licence in enumerate(descriptor["licenses"]):
        if message := complaint(licence["path"]):
            yield f"licenses[{number}].path", f"this is no link to a page: {message}"


def _broken_table(table: Table, tables: Mapping[str, Table]) -> Iterator[str]:
    names = table.column_names
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the column {name} stands twice"
    for name in (*table.key, *table.references):
        if name not in names:
            yield f"{name} is a key or refers to a table, but is no column"
    for name, target in table.references.items():
        other, _, column = target.partition(".")
        if other not in tables or column not in tables[other].column_names:
            yield f"{name} refers to {target}, which is not there"


def _broken_field(field: Mapping[str, Any]) -> Iterator[str]:
    column = Column.of(field)
    try:
        re.compile(column.pattern)
    except re.error as error:
        yield f"the form {column.pattern} cannot be read: {error}"
    if "vocabulary" in field and _words(field["vocabulary"]) is None:
        yield f"there is no vocabulary {field['vocabulary']}"


def word_problems(file: str, descriptor: Descriptor) -> Iterator[Problem]:
    """Give the columns whose words are not those of the code; the descriptor is sound otherwise."""
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            words = _words(field.get("vocabulary", ""))
            if words is not None and words != Column.of(field).words:
                place = f"{resource['name']}.{field['name']}"
                message = f"not the words of {field['vocabulary']}; tracker format writes them"
                yield _problem(file, "words", place, message)


def _words(name: str) -> tuple[str, ...] | None:
    """Give the words of a vocabulary in order, or None where the code has none of this name."""
    words = getattr(vocabulary, name, None) if name else None
    if isinstance(words, type) and issubclass(words, vocabulary.Term):
        return tuple(map(str, words))
    return None


def _place(error: ValidationError) -> str:
    """Write where in a file something stands, as code would reach it."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path)
    return "".join(parts).removeprefix(".")


def _problem(file: str, code: str, place: str, message: str) -> Problem:
    return Problem(file, 0, place, "", code, Severity.ERROR, message)
