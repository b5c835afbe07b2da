"""Rows as JSON: a head that says what they are, then the rows."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.exports.provenance import About
from tracker.exports.rows import TITLES, Record, Rows, Value


def json_file(rows: Rows, about: About, links: Mapping[str, str]) -> bytes:
    """Write rows as JSON, their head before them; what is not known is null, a list is an array."""
    return dumps({**head(rows, about, links), "rows": [plain(record) for record in rows.records]})


def head(rows: Rows, about: About, links: Mapping[str, str]) -> dict[str, Any]:
    """Say what rows are: filters in words and as a query, day, data version, licence, counts, links.

    `letters` counts apart those that the filters pick whose recipient a source names, and all others.
    """
    return {
        **about.stated(TITLES[rows.table]),
        "notes": list(about.notes),
        "letters": {"named": about.named, "inferred": about.inferred},
        "version": version(about),
        "licence": licence(about),
        "total": rows.total,
        "offset": rows.offset,
        "count": len(rows.records),
        "links": dict(links),
    }


def version(about: About) -> dict[str, str]:
    """Say which data this is and how far it reaches."""
    which = about.version
    return {
        "name": which.name,
        "content_hash": which.content_hash,
        "released_on": which.released_on.isoformat(),
        "researched_to": which.researched_to.isoformat(),
    }


def licence(about: About) -> dict[str, str]:
    """Say under which licence the data are, and how to credit them."""
    which = about.licence
    return {"name": which.name, "title": which.title, "url": which.url, "credit": about.credit}


def plain(record: Record) -> dict[str, Any]:
    """Turn a row into what JSON knows."""
    return {name: _plain(value) for name, value in record.items()}


def dumps(value: object) -> bytes:
    """Print a value as JSON, always in the same way and without a blank that means nothing."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return (text + "\n").encode("utf-8", "replace")


def _plain(value: Value) -> Any:  # noqa: ANN401 - any kind of JSON value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
