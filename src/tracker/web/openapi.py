"""The description of the HTTP interface in OpenAPI 3.1, written from the code's own filters and columns."""

from collections.abc import Mapping

from tracker.address import AGAINST, BY, FROM, PLACE, SINCE, TO, VERSION
from tracker.address_values import LONGEST_WORDS
from tracker.case_filters import CASE_CHOICES, SORT
from tracker.dataset import Dataset
from tracker.exports.formats import BOM, BOM_WORDS, FORMATS, extensions
from tracker.exports.own import FILTERS, KEYS, NEEDED
from tracker.exports.paths import API, DATA_PACKAGE, OPENAPI, RELEASES, file_path
from tracker.exports.provenance import licence_of
from tracker.exports.rows import TITLES
from tracker.filters import CHOICES, DAYS, LABELS
from tracker.web.parameters import A_DAY, FURTHEST, LIMIT, MOST, OFFSET, allowed
from tracker.web.schemas import Json, schemas

_A_DAY = {"type": "string", "format": "date", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"}
"""A day from `FIRST_DAY` to `LAST_DAY`, which are the ends of a century."""

_WORDS = {"type": "string", "maxLength": LONGEST_WORDS, "pattern": r"[\p{L}\p{N}]"}
"""What can be searched for holds a letter or a digit of any script."""


def openapi(dataset: Dataset, base: str) -> Json:
    """Describe the interface.

    Args:
        dataset: gives the rounds there are, the columns and the licence.
        base: the address of the site with its last slash.
    """
    licence = licence_of(dataset.descriptor)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": dataset.descriptor["title"],
            "version": "1.0.0",
            "description": f"{dataset.descriptor['description']} Read-only; free to use with credit.",
            "license": {"name": licence.title, "url": licence.url},
        },
        "servers": [{"url": base.rstrip("/") or "/"}],
        "paths": _paths(),
        "components": {
            "parameters": _parameters(dataset),
            "schemas": schemas(dataset),
            "responses": _refusals(),
        },
    }


def _paths() -> Json:
    files = {
        f"/{file_path(table, extension)}": {"get": _table(table, extension)}
        for table in TITLES
        for extension in extensions(table)
    }
    return files | {
        f"/{DATA_PACKAGE}": {"get": _whole("data_package", "The whole data package.", "application/zip")},
        f"/{RELEASES}/{{name}}.zip": {"get": _release()},
        f"/{OPENAPI}": {"get": _whole("description", "This description.", "application/json")},
        f"/{API}": {"get": _whole("index", "What there is.", "application/json")},
    }


def _table(table: str, extension: str) -> Json:
    filters = FILTERS.get(table, tuple(LABELS))
    meanings = _MEANINGS.get(table, {})
    named = dict.fromkeys((*filters, *KEYS.get(table, ()), VERSION))
    keys = [f"{table}_{key}" if key in meanings else key for key in named]
    parameters = [_known(key) for key in (*keys, LIMIT, OFFSET, *FORMATS[extension].keys)]
    return _file(table, extension, TITLES[table], parameters, _body(table, extension))


def _known(key: str) -> Json:
    return {"$ref": f"#/components/parameters/{key}"}


def _file(name: str, extension: str, sentence: str, parameters: list[Json], body: Json) -> Json:
    media_type = FORMATS[extension].media_type.partition(";")[0]
    return {
        "operationId": f"{name}_{extension}",
        "summary": f"{name.capitalize()} as {extension.upper()}",
        "description": sentence,
        "parameters": parameters,
        "responses": {
            "200": {
                "description": sentence,
                "content": {media_type: {"schema": body}},
            },
            "400": {"$ref": "#/components/responses/BadRequest"},
            **_always(),
        },
    }


def _whole(name: str, sentence: str, media_type: str) -> Json:
    schema = {"type": "object"} if media_type == "application/json" else {}
    answer = {"description": sentence, "content": {media_type: {"schema": schema}}}
    return {"operationId": name, "summary": sentence, "responses": {"200": answer, **_always()}}


def _release() -> Json:
    """Describe the packages of released versions, by their names."""
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
    answer = _whole("release", "The whole data package of a released version.", "application/zip")
    missing = {"404": {"description": "No release of this name is kept."}}
    return answer | {"parameters": [name], "responses": answer["responses"] | missing}


def _always() -> Json:
    return {
        "304": {"description": "Not changed since the copy that the request names."},
        "405": {"$ref": "#/components/responses/MethodNotAllowed"},
        "503": {"$ref": "#/components/responses/DataFailed"},
    }


def _body(table: str, extension: str) -> Json:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}}
    if extension == "json":
        listed = {"type": "object", "required": ["rows"], "properties": {"rows": rows}}
        return {"allOf": [{"$ref": "#/components/schemas/Head"}, listed]}
    if extension == "geojson":
        return {"$ref": "#/components/schemas/FeatureCollection"}
    return {"type": "string"} if FORMATS[extension].media_type.startswith("text/") else {}


def _refusals() -> Json:
    return {
        "BadRequest": _refusal(
            "Part of the query means nothing; nothing is passed over.",
            {"$ref": "#/components/schemas/Problem"},
        ),
        "MethodNotAllowed": _refusal("Only GET, HEAD and OPTIONS."),
        "DataFailed": _refusal("The data did not pass their checks.", {"type": "string"}),
    }


def _refusal(sentence: str, problem: Json | None = None) -> Json:
    properties: Json = {"error": {"type": "string"}}
    if problem:
        properties["problems"] = {"type": "array", "items": problem}
    schema = {"type": "object", "required": list(properties), "properties": properties}
    return {"description": sentence, "content": {"application/json": {"schema": schema}}}


def _parameters(dataset: Dataset) -> Json:
    """Describe the filters, in the order of the page, the slice of rows, and the keys of some tables."""
    parameters = {
        choice.key: _parameter(
            choice.key,
            f"{dataset.campaign.say(choice.label)}; repeat it for several.",
            {"type": "array", "items": {"type": "string", "enum": list(choice.options(dataset))}},
        )
        for choice in CHOICES
    }
    words = "Words that a letter or its place must hold, all of them, in any order."
    parameters["q"] = _parameter("q", words, _WORDS)
    for key, day in DAYS.items():
        parameters[key] = _parameter(key, f"{dataset.campaign.say(day.meaning)} {A_DAY}.", _A_DAY)
    parameters[VERSION] = _parameter(
        VERSION,
        "The version of the data that the rows must be of, as frozen links name it; any other is an error.",
        {"type": "string", "enum": [dataset.version.name]},
    )
    return parameters | _slice_parameters() | _own_parameters(dataset)


def _slice_parameters() -> Json:
    """Describe which rows of a view are given, and how their file begins."""
    limit = _parameter(
        LIMIT,
        f"At most this many rows; left out, {FORMATS['json'].limit:,} in JSON and all in other formats.",
        {"type": "integer", "minimum": 1, "maximum": MOST},
    )
    offset = _parameter(
        OFFSET, "The first row, counted from 0.", {"type": "integer", "minimum": 0, "maximum": FURTHEST}
    )
    mark = _parameter(
        BOM,
        "Whether the file begins with a byte order mark, which spreadsheets need to read it as UTF-8; "
        f"left out, {BOM_WORDS[0]}.",
        {"type": "string", "enum": list(BOM_WORDS)},
    )
    return {LIMIT: limit, OFFSET: offset, BOM: mark}


_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "cases": {
        **{key: CASE_CHOICES[key].meaning for key in KEYS["cases"] if key in CASE_CHOICES},
        SORT: "The order of the rows; left out, the newest filing first.",
        "q": "Words that name, court, places, outcome or events of a case must hold, or a docket number.",
    },
    "changes": {
        FROM: "The first day; left out, a year before the last. Days in the wrong order are swapped.",
        TO: "The last day, included; left out, the day of the view.",
        BY: "By which day a change counts: that of its happening, or of its recording.",
        SINCE: "In place of the others: all that entered the record from this day to the day of the view.",
    },
    "comparison": {FROM: "The first round.", TO: "The second round."},
    "groups": {
        BY: "What the letters are grouped by; left out, by state.",
        SORT: "The column that groups are sorted by, after a hyphen the largest first; left out, classes of "
        "population, rounds and periods stand in their own order, others as by -named.",
    },
    "sides": {AGAINST: "The filters of the second view as in a link, such as `state=CA`, or `all`."},
    "events": {
        PLACE: "Only events of this place.",
        FROM: "Only events on or after this day.",
        TO: "Only events on or before this day.",
        BY: "Whether days are those on which things happened, or were recorded.",
    },
}
"""What a key does to the rows of a table, where that is not what the filter of its name does to letters."""


def _own_parameters(dataset: Dataset) -> Json:
    """Describe the keys that mean something of their own in a table."""
    return {
        f"{table}_{key}": _parameter(
            key, sentence, _own_schema(table, key, dataset), required=key in NEEDED.get(table, ())
        )
        for table, meanings in _MEANINGS.items()
        for key, sentence in meanings.items()
    }


def _own_schema(table: str, key: str, dataset: Dataset) -> Json:
    if key == "q":
        return _WORDS
    if key == AGAINST:
        return {"type": "string", "minLength": 1}
    values = allowed(key, dataset, frozenset({key}), table)
    return _A_DAY if values == (A_DAY,) else {"type": "string", "enum": list(values)}


def _parameter(key: str, sentence: str, schema: Json, required: bool = False) -> Json:
    return {"name": key, "in": "query", "required": required, "description": sentence, "schema": schema}
