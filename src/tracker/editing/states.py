"""States of the data to be compared: a folder, a package as a zip file, or a release that is kept."""

import tempfile
import zipfile
from pathlib import Path

from tracker.difference import tables_of
from tracker.editing.revision import State
from tracker.loading import RELEASES, load, read_contents, read_descriptor
from tracker.problems import DataError


class UnknownStateError(Exception):
    """A name is that of no state."""


def state_of(name: str, folder: Path) -> State:
    """Read a state of the data.

    Args:
        name: a folder, a zip file of a whole package, or a version kept among the releases.
        folder: the data whose releases are meant.

    Raises:
        UnknownStateError: it is none of these, or cannot be opened.
    """
    package = folder / RELEASES / f"{name}.zip"
    path = package if package.is_file() else Path(name)
    if path.is_dir():
        return _loaded(name, path)
    try:
        return _unpacked(name, path)
    except (OSError, zipfile.BadZipFile) as error:
        kept = ", ".join(sorted(one.stem for one in (folder / RELEASES).glob("*.zip"))) or "none"
        message = f"“{name}” is no folder, no package and no release that is kept ({kept})"
        raise UnknownStateError(message) from error


def _unpacked(name: str, path: Path) -> State:
    raw = path.read_bytes()
    with tempfile.TemporaryDirectory() as aside:
        with zipfile.ZipFile(path) as package:
            package.extractall(aside)
        state = _loaded(name, Path(aside))
    return State(path.stem, tables_of(raw), state.dataset, state.fault)


def _loaded(name: str, folder: Path) -> State:
    """Load a folder as far as it can be; of one that breaks a rule, the tables as they lie there."""
    try:
        dataset = load(folder)
    except DataError as error:
        return State(name, _files(folder), fault=str(error.report))
    return State(f"version {dataset.version}", dataset.files, dataset)


def _files(folder: Path) -> dict[str, bytes]:
    try:
        return read_contents(folder, read_descriptor(folder))
    except DataError:
        return {path.name: path.read_bytes() for path in folder.glob("*.csv")}
