"""Make a folder with many times the data, in realistic shapes, to measure how cost grows with it.

    .venv/bin/python bench/many.py 10 DIR    ten times the letters, events, cases, documents and sources

Each further set has places, rounds and all that hangs on them of its own, under ids of its own. Cities lie
a little apart from those that they were made from; states and counties, of which there are only so many, get
more letters instead. Nothing in it is a fact. The folder passes `tracker check` with no more errors than the
data that it was made from.
"""

import csv
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from servers import parser

from tracker.checks.ids import date_in_id
from tracker.resources import data_folder
from tracker.vocabulary import Kind

Row = dict[str, str]

LAST_NUMBER = re.compile(r"\d+$")

APART = 0.0004
"""How far apart the cities of two sets lie, in degrees: some 40 m."""

IDS = ("round_id", "case_id", "source_id")
LISTS = ("sources", "demand_sources", "consequence_sources", "ended_sources", "follows")
SHARED = ("corrections", "statutes")
"""Tables that stay as they are."""


def main() -> None:
    """Read the arguments and make the folder."""
    arguments = parser(__doc__)
    arguments.add_argument("times", type=int, help="how many times the data")
    arguments.add_argument("folder", type=Path, help="where; it must not exist yet")
    options = arguments.parse_args()
    print(many(options.times, options.folder))


def many(times: int, folder: Path) -> Path:
    """Make the folder and return it."""
    shutil.copytree(data_folder(), folder, ignore=shutil.ignore_patterns("releases"))
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["version"] = descriptor["version"].partition("-")[0]
    sets = Sets.of(folder, times)
    for resource in descriptor["resources"]:
        for stated in ("bytes", "hash", "rows"):
            resource.pop(stated, None)
        if resource["name"] not in SHARED:
            key = resource["schema"]["primaryKey"]
            multiply(folder / resource["path"], sets, [key] if isinstance(key, str) else key)
    path.write_text(json.dumps(descriptor), "utf-8")
    return folder


@dataclass(frozen=True)
class Sets:
    """How many sets there are, the cities, and the id of each event in each further set."""

    times: int
    cities: frozenset[str]
    events: Mapping[tuple[str, int], str]

    @classmethod
    def of(cls, folder: Path, times: int) -> "Sets":
        """Name the events as the rules for ids have it: `:2` and on where place, date and type repeat.

        Those of the data keep their ids, which may tell of a date or a type that was corrected since.
        """
        cities = frozenset(
            row["jurisdiction_id"] for row in read(folder / "jurisdictions.csv") if is_point(row)
        )
        events = read(folder / "events.csv")
        names = {(row["event_id"], 0): row["event_id"] for row in events}
        given = set(names.values())
        for turn in range(1, times):
            for row in events:
                place, met = row["jurisdiction_id"], count(2)
                place = doubled(place, turn) if place in cities else place
                name = stem = f"{place}:{date_in_id(row['date'])}:{row['type']}"
                while name in given:
                    name = f"{stem}:{next(met)}"
                given.add(name)
                names[row["event_id"], turn] = name
        return cls(times, cities, names)

    def place(self, place: str, turn: int) -> str:
        """Return the id of a place in a set."""
        return doubled(place, turn) if place in self.cities else place


def is_point(row: Row) -> bool:
    """Tell a city, which can be doubled, from a place that is drawn by its shape."""
    return not Kind.of(row["kind"]).is_shaped


def read(path: Path) -> list[Row]:
    """Read the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def multiply(path: Path, sets: Sets, key: list[str]) -> None:
    """Write a table with its rows and those of the further sets, by key."""
    rows = read(path)
    make = moved if path.stem == "jurisdictions" else further
    more = [made for turn in range(1, sets.times) for row in rows if (made := make(row, turn, sets))]
    ordered = sorted([*rows, *more], key=lambda row: [row[name] for name in key])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(ordered)


def moved(row: Row, turn: int, sets: Sets) -> Row | None:
    """Give a city of a further set; none of a place that there can be only once."""
    if not is_point(row):
        return None
    return row | {
        "jurisdiction_id": doubled(row["jurisdiction_id"], turn),
        "name": f"{row['name']} {turn}",
        "geoid": "",
        "latitude": f"{float(row['latitude']) + APART * (turn % 10):.5f}",
        "longitude": f"{float(row['longitude']) + APART * (turn // 10):.5f}",
    }


def further(row: Row, turn: int, sets: Sets) -> Row:
    """Give the row of a further set."""
    made = row | {name: marked(row[name], turn) for name in IDS if row.get(name)}
    made |= {name: in_list(row[name], lambda key: marked(key, turn)) for name in LISTS if row.get(name)}
    for name in ("jurisdictions", "jurisdiction_id"):
        if row.get(name):
            made[name] = in_list(row[name], lambda place: sets.place(place, turn))
    if row.get("event_id"):
        made["event_id"] = sets.events[row["event_id"], turn]
    if "document_id" in row:
        subject = made["event_id"] or f"{made['jurisdiction_id']}:{made['round_id']}"
        made["document_id"] = f"{subject}:{row['kind']}"
    made |= {name: f"{row[name]}#{turn}" for name in ("url", "original_url") if row.get(name)}
    if row.get("docket"):
        made |= {
            "docket": LAST_NUMBER.sub(lambda found: numbered(found[0], turn), row["docket"]),
            "appeals": "",
        }
    return made


def doubled(place: str, turn: int) -> str:
    """Return the id of a place's like in a set; it ends in the state, as ids do."""
    name, _, state = place.rpartition("-")
    return f"{name}-{turn}-{state}" if turn else place


def marked(key: str, turn: int) -> str:
    """Return an id of a further set."""
    return f"{key}-{turn:02}"


def in_list(cell: str, change: Callable[[str], str]) -> str:
    """Change each part of a cell that holds a list."""
    return ";".join(sorted(map(change, cell.split(";"))))


def numbered(number: str, turn: int) -> str:
    """Return a number of a docket in a further set, as long as it was."""
    return f"{(int(number) + 501 * turn) % 10 ** len(number):0{len(number)}}"


if __name__ == "__main__":
    main()
