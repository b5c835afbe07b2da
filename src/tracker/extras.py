"""What a command needs beyond the library itself: the extras of the package, and whether they are there."""

import re
from collections.abc import Iterator
from importlib import metadata

PACKAGE = "doj-letter-tracker"

_REQUIREMENT = re.compile(
    r"""(?P<name>[\w.-]+)(\[(?P<within>[\w.-]+)\])?.*;.*\bextra\s*==\s*['"](?P<extra>[\w.-]+)['"]"""
)


class MissingExtraError(Exception):
    """What to install, in one line."""


def need(extra: str) -> None:
    """Make sure that an extra is installed.

    Raises:
        MissingExtraError: a package of it is not there.
    """
    if not all(map(_is_installed, _packages(extra))):
        raise MissingExtraError(f"the library alone does not do this: pip install '{PACKAGE}[{extra}]'")


def _packages(extra: str) -> Iterator[str]:
    """Give the packages that an extra names, those of an extra within it too."""
    for requirement in metadata.requires(PACKAGE) or ():
        match = _REQUIREMENT.match(requirement)
        if match and match["extra"] == extra:
            yield from _packages(match["within"]) if match["name"] == PACKAGE else [match["name"]]


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
