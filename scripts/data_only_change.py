"""Show that facts change without code: run the tests on a copy of the repository with more facts in it.

    .venv/bin/python scripts/data_only_change.py            # the tests without a browser
    .venv/bin/python scripts/data_only_change.py tests/app  # some of them; options of pytest go here too

The copy gets a place, a round, letters, events, a case and a source, all invented, in the way that an editor
adds them: rows at the end of the tables and a line in the log of changes, then `tracker format`,
`tracker dictionary --write` and `tracker check`. Nothing but `data/` differs, so each test that fails there
holds a number, a name or a date that belongs to the data.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ["tests", "--ignore=tests/browser", "--ignore=tests/packaging", "-q"]

Row = dict[str, str]
SOURCE = "invented-20180223-answer"
PLACE = "skokie-il"
CASE = "skokie-v-invented-2025"
ROUND = "2026-06-invented"
TODAY = {"recorded_on": "2026-11-26"}

ADDED: dict[str, list[tuple[Row, Row]]] = {
    "sources": [({}, {"source_id": SOURCE, "url": "https://example.org/answer", "kind": "primary"})],
    "jurisdictions": [
        (
            {"jurisdiction_id": "chicago-il"},
            {
                "jurisdiction_id": PLACE,
                "name": "Skokie",
                "geoid": "1770122",
                "county_fips": "17031",
                "latitude": "42.03590",
                "longitude": "-87.74000",
                "aliases": "Village of Skokie",
            },
        )
    ],
    "rounds": [
        (
            {"round_id": "2026-01-minnesota"},
            {
                "round_id": ROUND,
                "name": "An invented round",
                "sent_on": "2026-06-15",
                "deadline_on": "",
                "demand_sources": SOURCE,
                "consequence": "",
                "consequence_sources": "",
            },
        )
    ],
    "letters": [
        ({"round_id": "2025-08", "jurisdiction_id": "chicago-il"}, {"jurisdiction_id": PLACE} | TODAY),
        (
            {"round_id": "2025-08", "jurisdiction_id": "chicago-il"},
            {"round_id": ROUND, "jurisdiction_id": PLACE, "sent_on": "2026-06-15", "deadline_on": ""} | TODAY,
        ),
    ],
    "events": [
        (
            {"type": "response_sent", "round_id": "2018-01"},
            {
                "event_id": "jackson-ms:2018-02-23:response_sent",
                "jurisdiction_id": "jackson-ms",
                "case_id": "",
                "date": "2018-02-23",
                "summary": "The city answered the letter.",
                "confidence": "confirmed",
            }
            | TODAY,
        ),
        (
            {"type": "suit_filed", "round_id": ""},
            {
                "event_id": f"{PLACE}:2025-09-02:suit_filed",
                "jurisdiction_id": PLACE,
                "case_id": CASE,
                "date": "2025-09-02",
                "summary": "The village sued.",
                "confidence": "confirmed",
            }
            | TODAY,
        ),
    ],
    "cases": [
        (
            {"brought_by": "jurisdiction", "ended_on": ""},
            {
                "case_id": CASE,
                "name": "Village of Skokie v. Invented",
                "docket": "1:25-cv-99999",
                "filed_on": "2025-09-02",
                "round_id": "2025-08",
                "concerns": "letter",
                "jurisdictions": PLACE,
            },
        )
    ],
}
"""By table: what the row to start from holds, so that columns of later days are filled, and what differs."""


def main(arguments: list[str]) -> int:
    """Change the facts of a copy and return the exit code of its tests."""
    with tempfile.TemporaryDirectory(prefix="data-only-change-") as folder:
        copy = Path(folder) / "repository"
        copy_repository(copy)
        change_facts(copy / "data")
        for command in (["format"], ["dictionary", "--write"], ["check"]):
            run(copy, ["tracker", *command], check=True)
        return run(copy, ["pytest", *(arguments or DEFAULT)], check=False)


def copy_repository(target: Path) -> None:
    """Copy what Git knows or would know, and make it a repository of its own."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def change_facts(data: Path) -> None:
    """Append the rows, each made from one on record, and say so in the log of changes."""
    for table, rows in ADDED.items():
        for like, cells in rows:
            append(data / f"{table}.csv", like, cells | cited(table))
    with (data / "CHANGELOG.md").open("a", encoding="utf-8") as log:
        log.write("\n## Unreleased\n\n- added: rows that are invented.\n")


def cited(table: str) -> Row:
    """Give the cell that every row but a place's and a source's has."""
    return {} if table in ("sources", "jurisdictions") else {"sources": SOURCE}


def append(path: Path, like: Row, cells: Row) -> None:
    """Write a row at the end of a table, like the first that holds these cells, unless it is there."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if any(cells.items() <= row.items() for row in rows):  # in the copy, whose tests change the facts again
        return
    model = next(row for row in rows if like.items() <= row.items())
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(model), lineterminator="\n").writerow(model | cells)


def run(folder: Path, module: list[str], check: bool) -> int:
    """Run a module of Python on the code and the data of a folder."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [sys.executable, "-m", *module], cwd=folder, env=environment, check=check
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
