"""Files replaced whole: whoever reads one sees the old or the new content, never a half."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write files in the order given; first all of them beside their places, then each into its place.

    A disk that is full, or a folder that may not be written to, is noticed before any file has changed.
    """
    written: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            written[path] = _beside(path, content)
        for path, waiting in written.items():
            waiting.replace(path)
    finally:
        for waiting in written.values():
            waiting.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    """Write a file next to its place, with the rights that a plain new file has, and see it to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
