"""What the descriptor states of the files and of the release, held against what they are."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tracker.checks.spreadsheet import MANY
from tracker.problems import Problem, Severity
from tracker.schema import Descriptor
from tracker.versions import UNRELEASED, Version


def statement_of(raw: bytes) -> dict[str, str | int]:
    """Say what a descriptor states of a table: `hash` and `bytes` are Data Package's own, `rows` is ours."""
    rows = len(list(csv.reader(io.StringIO(raw.decode("utf-8", errors="replace"), newline="")))) - 1
    return {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}", "rows": rows}


def stated_problems(descriptor: Descriptor, contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Give the tables that are not what the descriptor states; one that states nothing is held to nothing."""
    for resource in descriptor["resources"]:
        raw = contents.get(resource["path"])
        if raw is None or "hash" not in resource:
            continue
        if f"sha256:{hashlib.sha256(raw).hexdigest()}" != resource["hash"]:
            here = statement_of(raw)
            message = (
                f"not the file that datapackage.json states ({_extent(resource)}; here are {_extent(here)}): "
                "run `tracker format` if it was edited, or else fetch it anew"
            )
            yield Problem(resource["path"], 0, "", "", "stated-content", Severity.ERROR, message)


def cut_off(descriptor: Descriptor, contents: Mapping[str, bytes], rows: Mapping[str, int]) -> set[str]:
    """Return the names of the tables that lost many of their rows on their way: the end of a file is missing.

    Args:
        descriptor: states of a table how many rows it has.
        contents: the bytes of the tables that are there, by file name.
        rows: how many rows were read, by name of the table.
    """
    tables = {table["name"]: table for table in descriptor["resources"]}
    short = [name for name, count in rows.items() if count <= tables[name].get("rows", 0) - MANY]
    suspect = {path: contents[path] for name in short if (path := tables[name]["path"])}
    unlike = {problem.file for problem in stated_problems(descriptor, suspect)}
    return {name for name in short if tables[name]["path"] in unlike}


def _extent(stated: Mapping[str, Any]) -> str:
    return f"{stated.get('rows', '?')} rows, {stated.get('bytes', '?')} bytes"


def release_problems(version: Version, log: str, today: date | None) -> Iterator[Problem]:
    """Say what is wrong with the version and the days that the descriptor states.

    The content is that of the release named, unless the log of changes says that it is not; a version that
    names a day and no hash is held to nothing. The research reaches no further than its release, or today.
    """
    if not version.is_released and "-" in version.stated and not UNRELEASED.search(log):
        message = (
            f"the data are no longer version {version.stated}; say what changed under “## Unreleased” in "
            "CHANGELOG.md, or run `tracker release`"
        )
        yield _of_descriptor("unreleased-change", message)
    latest = version.released_on if version.is_released else today
    if latest and version.researched_to > latest:
        yield _of_descriptor("research-after-release", f"researched_to is a day after {latest}")


def _of_descriptor(code: str, message: str) -> Problem:
    return Problem("datapackage.json", 0, "", "", code, Severity.ERROR, message)
