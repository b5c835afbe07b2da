"""The one form of the data's own files: sorted by key, plain quotes, a newline at the end of each line.

The descriptor says of each table how many bytes and rows it has and what its SHA-256 is, so that a file cut
off on its way is noticed.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.checks.cures import cured
from tracker.checks.files import missing_file, read_table
from tracker.checks.stated import statement_of
from tracker.problems import Problem
from tracker.schema import Descriptor, Table, read_tables, with_vocabularies


@dataclass(frozen=True)
class Canonical:
    """The files of a folder in their one form by name, or the problems that keep them from it.

    `cures` says what was put right, and `counts` how many rows were stated and how many there are now, of the
    tables where these differ: an editor then sees that a table was cut off.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    cures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def canonical_files(name: str, descriptor: Descriptor, contents: Mapping[str, bytes]) -> Canonical:
    """Bring tables and descriptor into their one form.

    Args:
        name: the file name of the descriptor, which comes last.
        descriptor: the descriptor as read; it has passed its checks.
        contents: the bytes of the tables that are there, by file name.
    """
    files: dict[str, bytes] = {}
    cures: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    tables = {table.path: table for table in read_tables(descriptor).values()}
    for path, table in tables.items():
        if path not in contents:
            problems.append(missing_file(table))
            continue
        whole = cured(table, contents[path])
        problems += read_table(table, whole.raw)[1]
        files[path], cures[path] = whole.raw, whole.done
    if problems:
        return Canonical(problems=tuple(problems))
    files = {path: canonical_csv(raw.decode(), tables[path]).encode() for path, raw in files.items()}
    filled = canonical_descriptor(descriptor, files)
    files[name] = (json.dumps(filled, ensure_ascii=False, indent=2) + "\n").encode()
    return Canonical(files, cures, _counts(descriptor, filled))


def _counts(before: Descriptor, after: Descriptor) -> dict[str, tuple[int, int]]:
    """Give the numbers of rows stated before and after, by file, where both are and differ."""
    pairs = zip(before["resources"], after["resources"], strict=True)
    return {
        new["path"]: (old["rows"], new["rows"])
        for old, new in pairs
        if "rows" in old and old["rows"] != new["rows"]
    }


def canonical_csv(text: str, table: Table) -> str:
    """Rewrite a CSV file in its one form; the cells stay as they are.

    Raises:
        KeyError: a column of the schema is missing.
    """
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    written = io.StringIO()
    writer = csv.DictWriter(written, table.column_names, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: [row[name] for name in table.key]))
    return written.getvalue()


def canonical_descriptor(descriptor: Descriptor, files: Mapping[str, bytes]) -> Descriptor:
    """Return the descriptor with vocabularies from the code, and with what the files hold."""
    filled = with_vocabularies(descriptor)
    filled["resources"] = [
        {key: value for key, value in resource.items() if key != "schema"}
        | (statement_of(files[resource["path"]]) if resource["path"] in files else {})
        | {"schema": resource["schema"]}
        for resource in filled["resources"]
    ]
    return filled
