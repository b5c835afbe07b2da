"""What the descriptor states of the files and of the release, held against what they are."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping

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
            message = (
                f"not the file that datapackage.json states ({resource.get('bytes', '?')} bytes; here are "
                f"{len(raw)}): run `tracker format` if it was edited, or else fetch it anew"
            )
            yield Problem(resource["path"], 0, "", "", "stated-content", Severity.ERROR, message)


def release_problems(version: Version, log: bytes) -> Iterator[Problem]:
    """Say that the content is not that of the release named, unless the log of changes says so itself.

    A version that names a day and no hash is held to nothing.
    """
    if version.is_released or "-" not in version.stated or UNRELEASED.search(log.decode("utf-8", "replace")):
        return
    message = (
        f"the data are no longer version {version.stated}; say what changed under “## Unreleased” in "
        "CHANGELOG.md, or run `tracker release`"
    )
    yield Problem("datapackage.json", 0, "", "", "unreleased-change", Severity.ERROR, message)
