"""The whole data package as one zip file: the tables and all that explains them."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from tracker.dataset import Dataset
from tracker.exports.dictionary import dictionary


def package_file(dataset: Dataset) -> bytes:
    """Zip the data package; the same data give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in package_files(dataset).items():
            archive.writestr(_entry(name, dataset), content)
    return written.getvalue()


def package_files(dataset: Dataset) -> dict[str, bytes]:
    """Return the files of the package by name, the descriptor first."""
    return {
        **dataset.files,
        "README.md": dictionary(dataset.descriptor).encode(),
        "METHOD.md": dataset.method.encode(),
        **dataset.beside,
    }


def _entry(name: str, dataset: Dataset) -> zipfile.ZipInfo:
    """Date a file by the release, so that nothing depends on when it was zipped."""
    released = dataset.version.released_on
    entry = zipfile.ZipInfo(name, (released.year, released.month, released.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


_TYPES = {".csv": "text/csv", ".json": "application/json"}


@dataclass(frozen=True)
class Download:
    """A file: its name in the data package, the name it is saved under, its media type and its bytes."""

    name: str
    saved_as: str
    media_type: str
    content: bytes


def downloads(dataset: Dataset) -> list[Download]:
    """Return the descriptor and every table, unchanged; the saved name says which version it is."""
    return [
        Download(name, _versioned(name, dataset.version.name), _TYPES[PurePath(name).suffix], content)
        for name, content in dataset.files.items()
    ]


def _versioned(name: str, version: str) -> str:
    path = PurePath(name)
    return f"{path.stem}-{version}{path.suffix}"
