"""The files of the data as they are published, ready to be taken away."""

from dataclasses import dataclass
from pathlib import PurePath

from tracker.dataset import Dataset

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
