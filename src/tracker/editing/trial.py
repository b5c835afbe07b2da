"""An edit tried aside before anything is written: the files it gives, what it breaks, what is left to do."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tracker.campaign import Campaign
from tracker.difference import Rows
from tracker.editing.county_outlines import COUNTIES, drawn
from tracker.editing.edits import Edit
from tracker.editing.suggestions import Record
from tracker.exports.canonical import canonical_files
from tracker.exports.replacing import replace_files
from tracker.loading import DESCRIPTOR, LOG, load, read_contents, read_descriptor
from tracker.problems import DataError, Problem, Report, Severity
from tracker.releases.log import with_entry
from tracker.schema import Descriptor, read_tables


class UnformattedError(Exception):
    """The files are not in their one form, so that an edit would change more than itself."""


@dataclass(frozen=True)
class Workplace:
    """A folder of data as an editor finds it, sound enough to be written to."""

    folder: Path
    descriptor: Descriptor = field(repr=False)
    contents: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "Workplace":
        """Read a folder.

        Raises:
            DataError: the descriptor or a table cannot be read.
            UnformattedError: a file would change by being laid out.
        """
        descriptor = read_descriptor(folder)
        contents = read_contents(folder, descriptor)
        canonical = canonical_files(DESCRIPTOR, descriptor, contents)
        if canonical.problems:
            raise DataError(Report.of(canonical.problems))
        if any((folder / name).read_bytes() != raw for name, raw in canonical.files.items()):
            raise UnformattedError("run `tracker format` first: the files are not in their one form")
        return cls(folder, descriptor, contents)

    @property
    def log(self) -> str:
        """The log of changes; "" where there is none."""
        path = self.folder / LOG
        return path.read_text("utf-8") if path.is_file() else ""

    @property
    def time_zone(self) -> str:
        """The time zone by which a day begins."""
        return Campaign.of(self.descriptor).time_zone

    def record(self, day: date) -> Record:
        """Return the tables as rows are suggested from them."""
        schema = read_tables(self.descriptor)
        rows = {name: Rows.of(table, self.contents[table.path]) for name, table in schema.items()}
        return Record(schema, rows, day)


@dataclass(frozen=True)
class Trial:
    """What came of an edit: the files to write by path, and the problems that were not there before."""

    files: Mapping[Path, bytes]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> Report:
        """The errors for which it is not to be written."""
        return Report.of(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an editor is to look at, one line each."""
        return tuple(map(str, self.problems))

    @property
    def is_drawn(self) -> bool:
        """Whether the edit brings the outline of a county."""
        return any(path.match(COUNTIES) for path in self.files)


def tried(place: Workplace, edit: Edit, entry: str, day: date) -> Trial:
    """Make an edit in a copy of a folder and run every check there.

    Args:
        place: the folder.
        edit: what is to be changed.
        entry: the line for the log of changes.
        day: today, after which nothing can have been recorded.
    """
    changed = edit.made_in(read_tables(place.descriptor), place.contents)
    canonical = canonical_files(DESCRIPTOR, place.descriptor, {**place.contents, **changed})
    log = with_entry(place.log, entry).encode()
    files = {name: canonical.files[name] for name in (*changed, DESCRIPTOR) if name in canonical.files}
    files = {LOG: log, **files, **_outlines(place, files)}
    known = {_address(problem) for problem in _problems(place.folder, day)}
    problems = canonical.problems or _problems_aside(place.folder, files, day)
    new = tuple(problem for problem in problems if _address(problem) not in known)
    return Trial({place.folder / name: raw for name, raw in files.items()}, new)


def _outlines(place: Workplace, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Draw the counties that places in files to be written need and the boundaries lack."""
    raw = files.get(read_tables(place.descriptor)["jurisdictions"].path)
    return drawn(place.folder, raw) if raw else {}


def _problems_aside(folder: Path, files: Mapping[str, bytes], day: date) -> Iterable[Problem]:
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(shutil.copytree(folder, Path(aside) / "data"))
        replace_files({copy / name: raw for name, raw in files.items()})
        return _problems(copy, day)


def _problems(folder: Path, day: date) -> tuple[Problem, ...]:
    try:
        return load(folder, day).report.problems
    except DataError as error:
        return error.report.problems


def _address(problem: Problem) -> tuple[str, str, str, str]:
    """Tell a problem from others by where it is; its line and words may follow from another row."""
    return problem.file, problem.row, problem.column, problem.code
