"""What a command needs beyond the library itself: the extras of the package, and whether they are there."""

import re
from collections.abc import Iterator
from importlib import metadata

PACKAGE = "doj-letter-tracker"

_REQUIREMENT = re.compile(r"""(?P<name>[\w.-]+).*;.*\bextra\s*==\s*['"](?P<extra>[\w.-]+)['"]""")


class MissingExtraError(Exception):
    """What to install, in one line."""


def need(extra: str) -> None:
    """Make sure that an extra is installed.

    Raises:
        MissingExtraError: a package of it is not there.
    """
    missing = sorted(name for name in _packages(extra) if not _is_installed(name))
    if missing:
        raise MissingExtraError(
            f"this needs {', '.join(missing)}, which the library alone does not bring: "
            f"pip install '{PACKAGE}[{extra}]'"
        )


def _packages(extra: str) -> Iterator[str]:
    """Give the packages that an extra names; the package itself stands for one extra within another."""
    for requirement in metadata.requires(PACKAGE) or ():
        match = _REQUIREMENT.match(requirement)
        if match and match["extra"] == extra:
            yield match["name"]


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
