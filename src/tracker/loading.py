"""Load the dataset: a folder in, a `Dataset` with its report out, or one error that says everything.

The only module that opens the tables and the descriptor.
"""

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path

from tracker.checks import problems_of
from tracker.checks.draft import Draft, DraftTable
from tracker.checks.files import missing_file, read_table
from tracker.dataset import Dataset, Version
from tracker.geography import Geography, read_geography
from tracker.problems import DataError, Problem, Report, Severity
from tracker.resources import data_folder
from tracker.schema import Descriptor, Table, read_tables

DESCRIPTOR = "datapackage.json"


def load(path: str | Path | None = None) -> Dataset:
    """Load and check the data in a folder, by default the data shipped with the package.

    Args:
        path: a folder with `datapackage.json`, the CSV files it names and `boundaries/`.

    Raises:
        DataError: the data has errors; the exception's `report` lists all of them, warnings too.
    """
    folder = Path(path) if path is not None else data_folder()
    descriptor = _read_descriptor(folder)
    contents = {table.name: _read_bytes(folder / table.path) for table in read_tables(descriptor).values()}
    draft, problems = _draft(folder, descriptor, contents)
    report = Report.of([*problems, *problems_of(draft)])
    if report.errors or draft.geography is None:
        raise DataError(report)
    frames = {name: table.typed for name, table in draft.tables.items()}
    return Dataset(frames, descriptor, draft.geography, _version(descriptor, contents), report)


@cache
def shipped(folder: Path | None = None) -> Dataset:
    """Load a folder once per process, for servers that share one dataset among all readers."""
    return load(folder)


def _draft(
    folder: Path, descriptor: Descriptor, contents: dict[str, bytes | None]
) -> tuple[Draft, list[Problem]]:
    """Read every file that can be read, and say what is wrong with the others."""
    tables: dict[str, DraftTable] = {}
    problems: list[Problem] = []
    for name, schema in read_tables(descriptor).items():
        table, found = _read_one(schema, contents[name])
        problems += found
        if table is not None:
            tables[name] = table
    geography, found = _read_boundaries(folder / "boundaries")
    return Draft(tables, geography), problems + found


def _read_one(schema: Table, raw: bytes | None) -> tuple[DraftTable | None, list[Problem]]:
    if raw is None:
        return None, [missing_file(schema)]
    return read_table(schema, raw)


def _read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _read_descriptor(folder: Path) -> Descriptor:
    """Read `datapackage.json`; without it nothing else can be judged."""
    try:
        descriptor: Descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        read_tables(descriptor)
        date.fromisoformat(descriptor["released_on"])
        date.fromisoformat(descriptor["researched_to"])
    except FileNotFoundError:
        raise DataError(
            _descriptor_problem("missing-file", f"there is no {DESCRIPTOR} in {folder}")
        ) from None
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise DataError(
            _descriptor_problem("descriptor", f"the descriptor cannot be read: {error!r}")
        ) from error
    return descriptor


def _descriptor_problem(code: str, message: str) -> Report:
    return Report((Problem(DESCRIPTOR, 0, "", "", code, Severity.ERROR, message),))


def _read_boundaries(folder: Path) -> tuple[Geography | None, list[Problem]]:
    try:
        return read_geography(folder), []
    except (OSError, ValueError, KeyError) as error:
        message = f"the boundaries cannot be read: {error}"
        return None, [Problem(f"{folder.name}/", 0, "", "", "boundaries", Severity.ERROR, message)]


def _version(descriptor: Descriptor, contents: dict[str, bytes | None]) -> Version:
    """Name the content: a SHA-256 over the tables in the descriptor's order, and the release."""
    digest = hashlib.sha256()
    for name, raw in contents.items():
        digest.update(name.encode() + b"\0" + (raw or b"") + b"\0")
    return Version(
        name=descriptor["version"],
        content_hash=digest.hexdigest(),
        released_on=date.fromisoformat(descriptor["released_on"]),
        researched_to=date.fromisoformat(descriptor["researched_to"]),
    )
