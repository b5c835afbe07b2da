"""Releases of the data: what changed since the last one, its entry in the log, the files that make it."""

from tracker.releases.difference import TableDifference, differences
from tracker.releases.making import NothingToReleaseError, release_files

__all__ = ["NothingToReleaseError", "TableDifference", "differences", "release_files"]
