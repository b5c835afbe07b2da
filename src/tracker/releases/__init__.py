"""Releases of the data: the entry in the log, and the files that make one."""

from tracker.releases.making import NothingToReleaseError, release_files

__all__ = ["NothingToReleaseError", "release_files"]
