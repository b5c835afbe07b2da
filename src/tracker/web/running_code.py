"""Whether the code on disk is still the code that runs: newer code needs a restart, as newer data do not."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.resources import dashboard_folder

CODE = (Path(__file__).parents[1], dashboard_folder())
"""The library with its templates, and the pages."""

_MADE = ("__pycache__", "data")
"""Folders that hold no code: what Python keeps, and the data of an installed package."""


class RunningCode:
    """The files of the code as they were when it started."""

    def __init__(self, folders: Sequence[Path] = CODE) -> None:
        """Take note of the files; made as the server starts."""
        self._folders = folders
        self._begun_with = self._files()

    def is_current(self) -> bool:
        """Tell whether every file is as it was: if not, parts that are read later may not fit the others."""
        return self._files() == self._begun_with

    def _files(self) -> frozenset[tuple[str, int, int]]:
        return frozenset(file for folder in self._folders for file in _entries(folder))


def _entries(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Give path, size and time of change of every file; of one that goes meanwhile, nothing."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _MADE]
        for name in names:
            try:
                status = os.stat(os.path.join(place, name))
            except OSError:
                continue
            yield os.path.join(place, name), status.st_size, status.st_mtime_ns
