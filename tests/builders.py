"""Makers of data for tests: a copy of the real folder with a few cells or rows changed.

Real shapes keep a test honest: whatever it does not change is as valid as what is published.
"""

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

import tracker
from tracker.checks.types import typed_frame
from tracker.problems import Problem
from tracker.resources import data_folder
from tracker.vocabulary import RoundKind

Row = dict[str, str]
Key = str | tuple[str, ...]
Found = tuple[str, str, str]


@cache
def shipped() -> tracker.Dataset:
    """Load the shipped data once per process."""
    return tracker.load()


def a_letter(**cells: str) -> Row:
    """A letter of January 2018 to a place that got none; override any cell."""
    return {
        "round_id": "2018-01",
        "jurisdiction_id": "boston-ma",
        "addressee": "",
        "sent_on": "2018-01-24",
        "deadline_on": "2018-02-23",
        "evidence": "report",
        "confidence": "confirmed",
        "note": "",
        "sources": "doj-20170421-nine-letters",
        "recorded_on": "2026-11-25",
    } | cells


def an_event(**cells: str) -> Row:
    """Something said in Jackson after its letter of January 2018; the id follows from the cells."""
    row = {
        "jurisdiction_id": "jackson-ms",
        "round_id": "2018-01",
        "case_id": "",
        "date": "2018-02-14",
        "type": "statement",
        "summary": "The city said something.",
        "confidence": "confirmed",
        "sources": "doj-20170421-nine-letters",
        "recorded_on": "2026-11-25",
    } | cells
    return {"event_id": ":".join((row["jurisdiction_id"], row["date"], row["type"]))} | row


def a_case(**cells: str) -> Row:
    """A suit by Jackson over its letter of January 2018; without a round it concerns a policy."""
    row = {
        "case_id": "jackson-v-sessions-2018",
        "name": "City of Jackson v. Sessions",
        "court": "",
        "docket": "",
        "appeals": "",
        "filed_on": "2018-02-06",
        "ended_on": "",
        "brought_by": "jurisdiction",
        "round_id": "2018-01",
        "concerns": "",
        "jurisdictions": "jackson-ms",
        "outcome_for": "",
        "decided_on": "",
        "outcome": "",
        "sources": "doj-20170421-nine-letters",
        "recorded_on": "2026-11-25",
    } | cells
    return row | {"concerns": row["concerns"] or ("letter" if row["round_id"] else "policy")}


def a_correction(**cells: str) -> Row:
    """A correction of Jackson's addressee of January 2018, as it stands in the data."""
    return {
        "corrected_on": "2026-12-01",
        "table": "letters",
        "row": "2018-01 + jackson-ms",
        "column": "addressee",
        "old": "Tony Yarber, Mayor",
        "new": "Chokwe Antar Lumumba, Mayor",
        "why": "The letter names the mayor in office.",
        "sources": "doj-20170421-nine-letters",
    } | cells


def a_dataset(dataset: tracker.Dataset, **tables: list[Row]) -> tracker.Dataset:
    """Return the dataset with whole tables replaced by these rows, unchecked."""
    frames = dict(dataset.tables)
    for name, rows in tables.items():
        schema = dataset.schema[name]
        frames[name] = typed_frame(pd.DataFrame(rows, columns=list(schema.column_names), dtype="str"), schema)
    return replace(dataset, tables=frames)


FIRST_RELEASE = pd.Timestamp(2026, 11, 25)
"""The day by which the rows of the first release were recorded."""


def first_release(dataset: tracker.Dataset) -> tracker.Dataset:
    """Return the rows that the first release had, with the columns of today and the corrections of them.

    What an editor adds later carries a later day, so a number that a test counts here stays as it is.
    """
    letters, events = _recorded(dataset.letters), _recorded(dataset.events)
    cases, places, rounds = dataset.cases, dataset.jurisdictions, dataset.rounds
    cases = cases[cases["case_id"].isin(events["case_id"])]
    places = places[places["jurisdiction_id"].isin(_named(letters, events, cases))]
    rounds = rounds[(rounds["kind"] == RoundKind.CONTEXT) | rounds["round_id"].isin(letters["round_id"])]
    corrections = dataset.tables["corrections"]
    of_later_events = (corrections["table"] == "events") & ~corrections["row"].isin(events["event_id"])
    kept = {"letters": letters, "events": events, "cases": cases, "jurisdictions": places, "rounds": rounds}
    kept["corrections"] = corrections[~of_later_events]
    whole = {name: rows.reset_index(drop=True) for name, rows in kept.items()}
    return replace(dataset, tables={**dataset.tables, **whole})


def _recorded(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["recorded_on"] <= FIRST_RELEASE]


def _named(letters: pd.DataFrame, events: pd.DataFrame, cases: pd.DataFrame) -> set[str]:
    """Give the places that letters, events or cases name."""
    return {
        *letters["jurisdiction_id"],
        *events["jurisdiction_id"],
        *(place for places in cases["jurisdictions"] for place in places),
    }


def a_data_folder(folder: Path) -> Path:
    """Copy the real data into an empty folder, where it states nothing that a change would break."""
    copy = Path(shutil.copytree(data_folder(), folder / "data"))
    describe(copy, _state_nothing)
    return copy


def _state_nothing(descriptor: dict[str, Any]) -> None:
    descriptor["version"] = descriptor["version"].partition("-")[0]
    for resource in descriptor["resources"]:
        for stated in ("bytes", "hash", "rows"):
            resource.pop(stated, None)


def edit(folder: Path, table: str, key: Key, **cells: str) -> None:
    """Change cells of the one row with this key."""
    header, rows = _read(folder, table)
    key = (key,) if isinstance(key, str) else key
    (row,) = (row for row in rows if tuple(row.values())[: len(key)] == key)
    row |= cells
    _write(folder, table, header, rows)


def add(folder: Path, table: str, *new: Mapping[str, str]) -> None:
    """Append rows."""
    header, rows = _read(folder, table)
    _write(folder, table, header, [*rows, *(dict(row) for row in new)])


def rewrite(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of a file."""
    path = folder / name
    path.write_bytes(change(path.read_bytes()))


def describe(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor in place."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), "utf-8")


def report_on(folder: Path, today: date | None = None) -> tracker.Report:
    """Load a folder and return its report, whether it passes or not."""
    try:
        return tracker.load(folder, today).report
    except tracker.DataError as error:
        return error.report


def new_in(folder: Path) -> list[Problem]:
    """Load a folder and give every problem that the published data, warnings and all, do not have."""
    published = {(problem.file, problem.row, problem.column, problem.code) for problem in _published()}
    return [
        problem
        for problem in report_on(folder).problems
        if (problem.file, problem.row, problem.column, problem.code) not in published
    ]


def found_in(folder: Path) -> list[Found]:
    """Load a folder and give row id, column and code of every problem new in it."""
    return [(problem.row, problem.column, problem.code) for problem in new_in(folder)]


@cache
def _published() -> tuple[Problem, ...]:
    return shipped().report.problems


def _read(folder: Path, table: str) -> tuple[list[str], list[Row]]:
    reader = csv.DictReader(io.StringIO((folder / f"{table}.csv").read_text("utf-8"), newline=""))
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def _write(folder: Path, table: str, header: list[str], rows: list[Row]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / f"{table}.csv").write_text(text.getvalue(), "utf-8", newline="")
