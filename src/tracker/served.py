"""The version of the data that a server shows: the newest good one of a folder whose files may change.

New files are read aside and take the place of the old ones whole, or not at all: while they break a rule, the
last good version stays, and says in `refused` what is wrong with them. Nobody waits for the reading but who
comes before there is any version.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Lock

from tracker.dataset import Dataset
from tracker.loading import load
from tracker.problems import DataError, Report

Signature = tuple[tuple[str, int, int, int], ...]
"""Name, inode, size and time of change of every file, by which a change is seen without reading."""

CurrentData = Callable[[], Dataset]
"""What gives the newest good version at each call, as a `Served` does."""

Prepare = Callable[[Dataset], None]

_WATCHED = ("*", "boundaries/*", "releases/*")

_LOG = logging.getLogger(__name__)


class Served:
    """Gives the newest good version of a folder; `look` sees to it that there is none newer."""

    def __init__(self, folder: Path, read: Callable[[Path], Dataset] = load) -> None:
        """Take the folder, and what reads it or raises DataError; nothing is read yet."""
        self._folder, self._read = folder, read
        self._lock = Lock()
        self._dataset: Dataset | None = None
        self._error: DataError | None = None
        self._tried: Signature | None = None
        self._seen: Signature = ()

    def __call__(self) -> Dataset:
        """Return the version that is shown.

        Raises:
            DataError: there has been no good one; the files are read again when they change.
        """
        if self._dataset is None:
            with self._lock:
                if self._dataset is None and (signature := signature_of(self._folder)) != self._tried:
                    self._try(signature)
        if self._dataset is None:
            raise self._error or DataError(Report())
        return self._dataset

    def look(self, prepare: Prepare) -> None:
        """Read the folder if its files have changed and stood still since the last look; the log says so.

        Args:
            prepare: is handed a version before anybody sees it, to make what the first readers will ask for.
        """
        signature = signature_of(self._folder)
        is_still, self._seen = signature == self._seen, signature
        if is_still and signature != self._tried:
            before = self._dataset
            with self._lock:
                if signature == self._tried:  # read meanwhile for who came first
                    return
                self._try(signature, prepare)
            if self._error is None:
                self._say(before)

    def _try(self, signature: Signature, prepare: Prepare | None = None) -> None:
        """Read the folder, and take what it gives; if it changed meanwhile, a later look reads it again.

        Where nothing is shown yet, even that is better than nothing.
        """
        try:
            dataset, error = self._read(self._folder), None
        except DataError as wrong:
            dataset, error = None, wrong
        is_whole = signature == signature_of(self._folder)
        if is_whole or self._dataset is None:
            self._tried, self._error = signature if is_whole else None, error
            self._take(self._of(dataset), prepare)

    def _take(self, newest: Dataset | None, prepare: Prepare | None) -> None:
        """Show a version once it is prepared; that newer files were refused is logged and shown at once."""
        is_other = newest is not None and newest is not self._dataset
        if self._error is not None:
            if prepare is not None:  # who asks for the first version is handed the error
                self._say(self._dataset)
            self._show(newest)
        if prepare is not None and newest is not None and is_other:
            prepare(newest)
        self._show(newest)

    def _show(self, newest: Dataset | None) -> None:
        """Put a version in the place of the last one, and let go of what was made of that.

        It would go by itself, but for a server that spares the garbage collector all that stands.
        """
        last, self._dataset = self._dataset, newest
        if last is not None and last is not newest:
            last.memo.clear()

    def _of(self, dataset: Dataset | None) -> Dataset | None:
        """Return what is shown now: the version read, or else the last good one, which says what is wrong."""
        shown = self._dataset
        if dataset is None:
            return replace(shown, refused=self._error.report) if shown and self._error else None
        return shown if shown is not None and _is_same(shown, dataset) else dataset

    def _say(self, before: Dataset | None) -> None:
        """Write into the log what a look has changed."""
        if self._error is not None:
            kept = f"\nVersion {before.version} is still shown." if before else ""
            _LOG.error("%s%s", self._error, kept)
        elif self._dataset is not before and self._dataset is not None:
            _LOG.warning("Version %s of the data is shown now.", self._dataset.version)


def signature_of(folder: Path) -> Signature:
    """Return what tells a change of a folder's files; of a folder that is not there, nothing."""
    return tuple(sorted(_entries(folder)))


def _entries(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    for pattern in _WATCHED:
        for path in folder.glob(pattern):
            try:
                status = path.stat()
            except OSError:  # it went while we looked
                continue
            yield str(path), status.st_ino, status.st_size, status.st_mtime_ns


def _is_same(one: Dataset, other: Dataset) -> bool:
    """Tell whether two versions have the same content, so that what was made of the first stays good."""
    return not one.refused.problems and all(
        getattr(one, name) == getattr(other, name) for name in ("files", "beside", "method", "releases")
    )
