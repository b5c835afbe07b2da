"""Which data this is: the day of a release and a hash of the content, `2026.11.25-1a2b3c4d`.

A name that follows from the content cannot be forgotten: whoever changes a cell has another version. Its
parts are joined by a hyphen, since a plus sign in a link means a space.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_OF_RELEASE = ("version", "released_on")
_OF_FILES = ("bytes", "hash", "rows")
"""Properties of a descriptor and of its tables that follow from the content, and so are no part of it."""

UNRELEASED = re.compile(r"^## Unreleased[ \t]*$", re.MULTILINE)
"""The heading in the log of changes under which stands what no release has yet."""


@dataclass(frozen=True)
class Version:
    """Which data this is: a hash of the files, the release, and the last day the research reaches.

    `stated` is the version that the descriptor names, the last release; `name` is that of this very content.
    """

    stated: str
    content_hash: str
    released_on: date
    researched_to: date

    @classmethod
    def of(cls, descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> "Version":
        """Name the content of a descriptor and the files that make up the data."""
        return cls(
            stated=descriptor["version"],
            content_hash=content_hash(descriptor, files),
            released_on=date.fromisoformat(descriptor["released_on"]),
            researched_to=date.fromisoformat(descriptor["researched_to"]),
        )

    @property
    def name(self) -> str:
        """The day of the last release and the first eight digits of the hash: `2026.11.25-1a2b3c4d`."""
        return version_name(self.stated.partition("-")[0], self.content_hash)

    @property
    def is_released(self) -> bool:
        """Whether this is the release that the descriptor names, with nothing changed since."""
        return self.stated == self.name

    def __str__(self) -> str:
        """Print the name."""
        return self.name


def version_name(day: str, content_hash: str) -> str:
    """Name a version by the day of its release, `2026.11.25`, and the hash of its content."""
    return f"{day}-{content_hash[:8]}"


def release_of(pinned: str, releases: Iterable[str]) -> str:
    """Find the release that a link names, in full or, as links of the first days do, by its day alone."""
    return next((name for name in releases if pinned in (name, name.partition("-")[0])), "")


def content_hash(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> str:
    """Return a SHA-256 over what a reader can see of the data.

    It is taken over one line per file, sorted by name, as `sha256sum` prints them: `SHA-256  name`. For the
    descriptor the file is its compact JSON, keys sorted, without the version, the day of the release, and the
    bytes, hash and rows of its tables.

    Args:
        descriptor: the parsed descriptor.
        files: tables and boundaries by name.
    """
    contents = {**files, "datapackage.json": _meaning(descriptor)}
    lines = [f"{hashlib.sha256(contents[name]).hexdigest()}  {name}\n" for name in sorted(contents)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _meaning(descriptor: Mapping[str, Any]) -> bytes:
    """Print what a descriptor says beyond what follows from the content."""
    kept = {key: value for key, value in descriptor.items() if key not in _OF_RELEASE}
    kept["resources"] = [
        {key: value for key, value in resource.items() if key not in _OF_FILES}
        for resource in descriptor["resources"]
    ]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
