"""The files that make a release: descriptor, log, dictionary, and the whole package, kept for ever."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tracker.dataset import Dataset
from tracker.difference import Cell, TableDifference, differences, tables_of
from tracker.exports.dictionary import dictionary
from tracker.exports.package import package_file
from tracker.releases.log import released_log
from tracker.row_types import Correction, typed_rows
from tracker.versions import version_name


class NothingToReleaseError(Exception):
    """The data are the release that they name."""


def release_files(dataset: Dataset, day: date, descriptor_name: str, log_name: str) -> dict[str, bytes]:
    """Return the files of the folder that a release changes, by name, the descriptor last.

    Nothing is asked that the data can say: the version is the day and the hash of the content, the entry in
    the log is what stands under Unreleased and the rows that differ from the last release.

    Raises:
        NothingToReleaseError: nothing has changed since the last release.
    """
    if dataset.version.is_released:
        raise NothingToReleaseError(f"nothing has changed since version {dataset.version.stated}")
    name = version_name(f"{day:%Y.%m.%d}", dataset.version.content_hash)
    descriptor = dataset.descriptor | {"version": name, "released_on": day.isoformat()}
    changed = differences(dataset.schema, last_release(dataset), dataset.files)
    written = dataset.beside.get(log_name, b"").decode()
    log = released_log(written, name, changed, _reasons(dataset, changed)).encode()
    stated = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    released = replace(
        dataset,
        descriptor=descriptor,
        version=replace(dataset.version, stated=name, released_on=day),
        files={**dataset.files, descriptor_name: stated},
        beside={**dataset.beside, log_name: log},
    )
    return {
        f"releases/{name}.zip": package_file(released),
        "README.md": dictionary(descriptor).encode(),
        log_name: log,
        descriptor_name: stated,
    }


def _reasons(dataset: Dataset, changed: Iterable[TableDifference]) -> dict[Cell, str]:
    """Give why a cell was corrected, and by which sources, from the table of corrections."""
    logged = {
        (f"{entry['table']}.csv", entry["row"], entry["column"], entry["new"]): entry
        for entry in typed_rows(dataset.corrections, Correction)
    }
    entries = {
        cell: logged.get((difference.file, cell.row, cell.column, cell.new))
        for difference in changed
        for cell in difference.corrected
    }
    return {
        cell: f"{entry['why']} Source: {', '.join(entry['sources'])}."
        for cell, entry in entries.items()
        if entry is not None
    }


def last_release(dataset: Dataset) -> Mapping[str, bytes]:
    """Return the tables of the release that the descriptor names; none where its archive is not kept."""
    kept = dataset.releases.get(dataset.version.stated)
    return {} if kept is None else tables_of(kept)
