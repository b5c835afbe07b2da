"""Load the dataset: a folder in, a `Dataset` with its report out, or one error that says everything.

The only module that opens the tables, the descriptor and the method.
"""

import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from shapely.errors import ShapelyError

from tracker.campaign import Campaign
from tracker.checks import problems_of, unforeseen
from tracker.checks.draft import Draft, DraftTable
from tracker.checks.files import missing_file, read_table, wrong_byte
from tracker.checks.shapes import (
    BOUNDARIES_SHAPE,
    descriptor_problems,
    lacking,
    shape_problems,
    word_problems,
)
from tracker.checks.stated import cut_off, release_problems, stated_problems
from tracker.dataset import Dataset
from tracker.difference import Rows, tables_of
from tracker.geography import Geography, read_geography
from tracker.problems import DataError, Problem, Report, Severity
from tracker.resources import data_folder
from tracker.schema import Descriptor, Table, read_tables
from tracker.versions import Version

TodayIn = Callable[[str], date]
"""Gives the day it is in a time zone."""

DESCRIPTOR = "datapackage.json"
METHOD = "METHOD.md"
LOG = "CHANGELOG.md"
RELEASES = "releases"
BOUNDARIES = ("states.json", "counties.json")
DRAWN = tuple(f"boundaries/{name}" for name in BOUNDARIES)
BESIDE = ("LICENSE", LOG, "boundaries/README.md", *DRAWN)
"""What lies beside the tables and goes with them when they are taken away."""


def load(
    path: str | Path | None = None, today: date | None = None, written_on: TodayIn | None = None
) -> Dataset:
    """Load and check the data in a folder, by default the data shipped with the package.

    Args:
        path: a folder with `datapackage.json`, the CSV files it names, `METHOD.md` and `boundaries/`.
        today: the day after which nothing can have been recorded; without it nothing is said of that.
        written_on: gives the day that a row to add to the log is to bear, by time zone; by default `today`.

    Raises:
        DataError: the data has errors; the exception's `report` lists all of them, warnings too.
    """
    folder = Path(path) if path is not None else data_folder()
    try:
        return _load(folder, today, written_on)
    except DataError:
        raise
    except Exception as error:
        raise DataError(Report.of([unforeseen("", error)])) from error


def _load(folder: Path, today: date | None, written_on: TodayIn | None) -> Dataset:
    descriptor = read_descriptor(folder)
    if problems := [*word_problems(DESCRIPTOR, descriptor)]:
        raise DataError(Report.of(problems))
    contents = read_contents(folder, descriptor)
    beside = {name: raw for name in BESIDE if (raw := _read_bytes(folder / name)) is not None}
    version = Version.of(descriptor, contents | {name: beside.get(name, b"") for name in DRAWN})
    draft, problems = _draft(folder, descriptor, contents)
    method, of_method = _read_method(folder)
    releases = {path.stem: path.read_bytes() for path in sorted((folder / RELEASES).glob("*.zip"))}
    released, unreadable = _last_release(releases, version, draft)
    log = beside.get(LOG, b"").decode("utf-8", errors="replace")
    draft = replace(draft, researched_to=version.researched_to, today=today, released=released, log=log)
    draft = replace(draft, written_on=written_on(draft.campaign.time_zone) if written_on else today)
    problems += _unlike_stated(descriptor, contents, draft, version, {problem.file for problem in problems})
    report = Report.of([*problems, *of_method, *unreadable, *problems_of(draft)])
    if report.errors or draft.geography is None:
        raise DataError(report)
    return Dataset(
        tables={name: table.typed for name, table in draft.tables.items()},
        descriptor=descriptor,
        geography=draft.geography,
        version=version,
        report=report,
        method=method,
        files={DESCRIPTOR: (folder / DESCRIPTOR).read_bytes(), **contents},
        beside=beside,
        releases=releases,
    )


def _draft(
    folder: Path, descriptor: Descriptor, contents: Mapping[str, bytes]
) -> tuple[Draft, list[Problem]]:
    """Read every file that can be read, and say what is wrong with the others."""
    tables: dict[str, DraftTable] = {}
    problems: list[Problem] = []
    schemas = read_tables(descriptor)
    for name, schema in schemas.items():
        table, faults = _read_one(schema, contents.get(schema.path))
        problems += faults
        if table is not None:
            tables[name] = table
    for name in cut_off(descriptor, contents, {name: len(table.text) for name, table in tables.items()}):
        del tables[name]  # its file is not the one stated, which is said; every rule would miss what it lost
    geography, faults = _read_boundaries(folder / "boundaries")
    return Draft(tables, Campaign.of(descriptor), geography, declared=frozenset(schemas)), problems + faults


def _unlike_stated(
    descriptor: Descriptor, contents: Mapping[str, bytes], draft: Draft, version: Version, spoilt: set[str]
) -> Iterator[Problem]:
    """Say which files, and whether the release, are not those that the descriptor states.

    What is spoilt is not, for that reason alone, and then the content is not that of the release either.
    """
    sound = {path: raw for path, raw in contents.items() if path not in spoilt}
    yield from stated_problems(descriptor, sound)
    if not spoilt and len(draft.tables) == len(draft.declared):
        yield from release_problems(version, draft.log, draft.today)


def _read_one(schema: Table, raw: bytes | None) -> tuple[DraftTable | None, list[Problem]]:
    if raw is None:
        return None, [missing_file(schema)]
    return read_table(schema, raw)


def _last_release(
    releases: Mapping[str, bytes], version: Version, draft: Draft
) -> tuple[dict[str, Rows], list[Problem]]:
    """Read the tables of the release that the descriptor names; none where it is not kept."""
    kept = releases.get(version.stated)
    try:
        files = tables_of(kept) if kept is not None else {}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError) as error:
        return {}, [_of_file(f"{RELEASES}/{version.stated}.zip", "release", f"it cannot be read: {error}")]
    schemas = [table.schema for table in draft.tables.values()]
    return {table.name: Rows.of(table, files[table.path]) for table in schemas if table.path in files}, []


def _read_method(folder: Path) -> tuple[str, list[Problem]]:
    """Read how the record is made; it belongs to the data as its tables do."""
    raw = _read_bytes(folder / METHOD)
    if raw is None:
        return "", [_of_file(METHOD, "missing-file", f"the file {METHOD} is missing")]
    if wrong := wrong_byte(raw):
        line, message = wrong
        return "", [_of_file(METHOD, "encoding", f"line {line}: {message}: save the file as UTF-8")]
    return raw.decode("utf-8"), []


def _read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def read_contents(folder: Path, descriptor: Descriptor) -> dict[str, bytes]:
    """Return the bytes of the tables that are there, by file name."""
    paths = [table.path for table in read_tables(descriptor).values()]
    return {path: raw for path in paths if (raw := _read_bytes(folder / path)) is not None}


def read_descriptor(folder: Path) -> Descriptor:
    """Read `datapackage.json`; without it nothing else can be judged.

    Raises:
        DataError: it is missing, is no JSON or does not have its shape.
    """
    try:
        raw = (folder / DESCRIPTOR).read_bytes()
        descriptor: Descriptor = json.loads(raw)
    except FileNotFoundError:
        raise _unreadable("missing-file", f"there is no {DESCRIPTOR} in the folder of the data") from None
    except OSError as error:
        raise _unreadable("descriptor", f"the descriptor cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line, message = wrong_byte(raw) or (1, str(error))
        raise _unreadable("descriptor", f"line {line}: {message}: save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _unreadable("descriptor", f"the descriptor cannot be read: {error}") from error
    if problems := descriptor_problems(DESCRIPTOR, descriptor):
        raise DataError(Report.of(problems))
    if problems := list(lacking(DESCRIPTOR, descriptor, _needed())):
        raise DataError(Report.of(problems))
    return descriptor


@cache
def _needed() -> Descriptor:
    """Read the shipped descriptor, which has all that the code reads."""
    shipped_with_us: Descriptor = json.loads((data_folder() / DESCRIPTOR).read_bytes())
    return shipped_with_us


def _unreadable(code: str, message: str) -> DataError:
    return DataError(Report((_of_file(DESCRIPTOR, code, message),)))


def _of_file(name: str, code: str, message: str) -> Problem:
    return Problem(name, 0, "", "", code, Severity.ERROR, message)


def _read_boundaries(folder: Path) -> tuple[Geography | None, list[Problem]]:
    if problems := [problem for name in BOUNDARIES for problem in _boundary_problems(folder, name)]:
        return None, problems
    try:
        return read_geography(folder), []
    except (TypeError, ValueError, ShapelyError) as error:
        return None, [_of_file(f"{folder.name}/", "boundaries", f"a shape cannot be read: {error}")]


def _boundary_problems(folder: Path, name: str) -> list[Problem]:
    """Hold one file of boundaries against its shape."""
    file = f"{folder.name}/{name}"
    try:
        collection = json.loads((folder / name).read_bytes())
    except FileNotFoundError:
        return [_of_file(file, "missing-file", f"the file {file} is missing")]
    except (ValueError, RecursionError) as error:
        return [_of_file(file, "boundaries", f"the boundaries cannot be read: {error}")]
    if problems := list(shape_problems(file, "boundaries", collection, BOUNDARIES_SHAPE)):
        return problems
    codes = Counter(feature["properties"]["geoid"] for feature in collection["features"])
    twice = ", ".join(code for code, count in codes.items() if count > 1)
    return [_of_file(file, "boundaries", f"a shape stands twice: {twice}")] if twice else []
